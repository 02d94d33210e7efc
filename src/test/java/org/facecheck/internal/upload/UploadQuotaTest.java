package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.config.CaptureConfig.UploadLimits;
import org.facecheck.internal.upload.UploadQuota.Share;
import org.junit.jupiter.api.Test;

class UploadQuotaTest {
    private static final ClientAddress OFFICE = new ClientAddress("192.0.2.1");
    private static final ClientAddress HOME = new ClientAddress("192.0.2.2");

    private final UploadQuota quota = new UploadQuota(new UploadLimits(5, 3, 2, 100, 50, 1), 120);

    private Share enter(ClientAddress address, String session) {
        return quota.tryEnter(address, session).orElseThrow();
    }

    @Test
    void a_session_has_no_more_than_its_places() {
        enter(OFFICE, "one");
        Share second = enter(OFFICE, "one");

        assertThat(quota.tryEnter(OFFICE, "one")).isEmpty();
        assertThat(quota.tryEnter(HOME, "one")).isEmpty();
        second.close();
        assertThat(quota.tryEnter(HOME, "one")).isPresent();
    }

    @Test
    void an_address_has_no_more_than_its_places_and_others_have_theirs() {
        for (int i = 0; i < 3; i++) {
            enter(OFFICE, "office " + i);
        }

        assertThat(quota.tryEnter(OFFICE, "office 4")).isEmpty();
        assertThat(quota.tryEnter(HOME, "home")).isPresent();
    }

    @Test
    void all_together_have_no_more_than_all_places() {
        for (int i = 0; i < 5; i++) {
            enter(new ClientAddress("address " + i), "session " + i);
        }

        assertThat(quota.tryEnter(HOME, "home")).isEmpty();
    }

    @Test
    void a_session_has_no_more_than_its_bytes() {
        Share first = enter(OFFICE, "one");
        Share second = enter(OFFICE, "one");
        assertThat(first.take(30)).isTrue();

        assertThat(second.take(21)).isFalse();
        assertThat(second.take(20)).isTrue();
        assertThat(enter(OFFICE, "two").take(50)).isTrue();
    }

    @Test
    void an_address_has_no_more_than_its_bytes_and_others_have_theirs() {
        assertThat(enter(OFFICE, "one").take(50)).isTrue();
        assertThat(enter(OFFICE, "two").take(50)).isTrue();

        assertThat(enter(OFFICE, "three").take(1)).isFalse();
        assertThat(enter(HOME, "home").take(20)).isTrue();
    }

    @Test
    void all_together_have_no_more_than_all_bytes() {
        assertThat(enter(OFFICE, "one").take(50)).isTrue();
        assertThat(enter(OFFICE, "two").take(50)).isTrue();

        assertThat(enter(HOME, "home").take(21)).isFalse();
    }

    @Test
    void what_is_refused_takes_nothing() {
        Share share = enter(OFFICE, "one");
        share.take(51);

        assertThat(share.take(50)).isTrue();
    }

    @Test
    void a_share_that_is_emptied_keeps_its_place() {
        Share first = enter(OFFICE, "one");
        enter(OFFICE, "one");
        first.take(50);

        first.empty();

        assertThat(quota.tryEnter(OFFICE, "one")).isEmpty();
        assertThat(first.take(50)).isTrue();
    }

    @Test
    void closing_gives_back_all_of_it_once() {
        Share first = enter(OFFICE, "one");
        Share second = enter(OFFICE, "one");
        first.take(30);
        second.take(20);

        first.close();
        first.close();

        assertThat(quota.tryEnter(OFFICE, "one")).isPresent();
        assertThat(quota.tryEnter(OFFICE, "one")).isEmpty();
        assertThat(second.take(31)).isFalse();
        assertThat(second.take(30)).isTrue();
    }

    @Test
    void a_share_that_is_closed_takes_nothing_any_more() {
        Share share = enter(OFFICE, "one");
        share.close();

        assertThat(share.take(1)).isFalse();
        assertThat(quota.holders()).isZero();
    }

    @Test
    void of_those_who_hold_nothing_nothing_is_kept() {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Optional<Share> share = quota.tryEnter(new ClientAddress("address " + i), "session " + i);
            share.ifPresent(shares::add);
        }
        assertThat(quota.holders()).isEqualTo(10);

        shares.forEach(Share::close);

        assertThat(quota.holders()).isZero();
    }
}
