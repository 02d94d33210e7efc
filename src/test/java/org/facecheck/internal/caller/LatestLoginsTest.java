package org.facecheck.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.facecheck.FaceCaller;
import org.junit.jupiter.api.Test;

class LatestLoginsTest {
    private static final FaceCaller ANNA = new FaceCaller("a.gross", Set.of());
    private static final FaceCaller BOB = new FaceCaller("b.small", Set.of());

    private final LatestLogins logins = new LatestLogins();

    @Test
    void a_login_ends_the_one_before_of_the_same_person_and_nobody_elses() {
        logins.loggedIn(ANNA, "first");
        logins.loggedIn(BOB, "bobs");
        logins.loggedIn(ANNA, "second");

        assertThat(logins.isLatest(ANNA, "first")).isFalse();
        assertThat(logins.isLatest(ANNA, "second")).isTrue();
        assertThat(logins.isLatest(BOB, "bobs")).isTrue();
    }

    @Test
    void a_name_that_another_document_writes_otherwise_is_the_same_persons() {
        logins.loggedIn(new FaceCaller("ANNA GROSS", Set.of()), "first");
        logins.loggedIn(new FaceCaller("Anna  Gross", Set.of()), "second");

        assertThat(logins.isLatest(new FaceCaller("ANNA GROSS", Set.of()), "first"))
                .isFalse();
    }

    @Test
    void a_session_is_its_own_persons_alone() {
        logins.loggedIn(ANNA, "annas");

        assertThat(logins.isLatest(BOB, "annas")).isFalse();
    }

    @Test
    void the_end_of_an_earlier_one_leaves_the_latest_as_it_is() {
        logins.loggedIn(ANNA, "first");
        logins.loggedIn(ANNA, "second");

        logins.loggedOut(ANNA, "first");

        assertThat(logins.isLatest(ANNA, "second")).isTrue();
    }

    @Test
    void an_earlier_one_is_not_good_again_when_the_latest_ends() {
        logins.loggedIn(ANNA, "first");
        logins.loggedIn(ANNA, "second");

        logins.loggedOut(ANNA, "second");

        assertThat(logins.isLatest(ANNA, "first")).isFalse();
        assertThat(logins.isLatest(ANNA, "second")).isFalse();
    }

    @Test
    void one_that_is_not_known_is_none() {
        assertThat(logins.isLatest(ANNA, "of before a restart")).isFalse();
        assertThat(logins.isLatest(ANNA, null)).isFalse();
    }
}
