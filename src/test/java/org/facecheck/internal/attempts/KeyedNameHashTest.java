package org.facecheck.internal.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedNameHashTest {
    private static int[] places(KeyedNameHash hash) {
        return IntStream.range(0, 20).map(i -> hash.slot("person " + i)).toArray();
    }

    @Test
    void one_secret_gives_one_name_one_slot_in_every_server() {
        assertThat(places(KeyedNameHash.of("s3cret"))).isEqualTo(places(KeyedNameHash.of("s3cret")));
    }

    @Test
    void another_secret_or_none_gives_others() {
        assertThat(places(KeyedNameHash.of("s3cret")))
                .isNotEqualTo(places(KeyedNameHash.of("s3cret2")))
                .isNotEqualTo(places(KeyedNameHash.random()));
        assertThat(places(KeyedNameHash.random())).isNotEqualTo(places(KeyedNameHash.random()));
    }

    @Test
    void names_spread_over_all_slots() {
        KeyedNameHash hash = KeyedNameHash.of("s3cret");

        assertThat(IntStream.range(0, 1000).map(i -> hash.slot("person " + i)).distinct())
                .hasSizeGreaterThan(950);
    }
}
