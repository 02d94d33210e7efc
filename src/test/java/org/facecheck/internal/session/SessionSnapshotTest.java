package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionSnapshotTest {
    private final FakeRequest request = FakeRequest.get("/app/facecheck").as("alice");

    private SessionSnapshot withSession() {
        request.getSession();
        return SessionSnapshot.of(request);
    }

    @Test
    void holds_as_long_as_nothing_changes() {
        SessionSnapshot snapshot = withSession();

        assertThat(snapshot.hasSession()).isTrue();
        assertThat(snapshot.isSameSession(request)).isTrue();
        assertThat(snapshot.isUnchanged(request)).isTrue();
        assertThat(snapshot.unchanged(request)).isPresent();
    }

    @Test
    void begins_no_session() {
        SessionSnapshot snapshot = SessionSnapshot.of(request);

        assertThat(snapshot.hasSession()).isFalse();
        assertThat(snapshot.isSameSession(request)).isFalse();
        assertThat(snapshot.unchanged(request)).isEmpty();
        assertThat(request.hasSession()).isFalse();
    }

    @Test
    void shows_no_id_and_no_name() {
        assertThat(withSession()).hasToString("SessionSnapshot");
    }

    @Nested
    class Does_not_hold {
        private final SessionSnapshot snapshot = withSession();

        private void isChanged() {
            assertThat(snapshot.isSameSession(request)).isFalse();
            assertThat(snapshot.isUnchanged(request)).isFalse();
            assertThat(snapshot.unchanged(request)).isEmpty();
        }

        @Test
        void under_another_id() {
            request.changeSessionId();

            isChanged();
        }

        @Test
        void once_the_session_has_ended() {
            request.getSession().invalidate();

            isChanged();
        }

        @Test
        void without_a_session() {
            request.with(null);

            isChanged();
        }

        @Test
        void for_another_principal_in_the_same_session() {
            request.as("bob");

            assertThat(snapshot.isSameSession(request)).isTrue();
            assertThat(snapshot.unchanged(request)).isEmpty();
        }

        @Test
        void for_none() {
            request.as(null);

            assertThat(snapshot.unchanged(request)).isEmpty();
        }
    }
}
