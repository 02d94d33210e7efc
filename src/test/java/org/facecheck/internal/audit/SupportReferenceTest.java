package org.facecheck.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupportReferenceTest {
    private final Set<String> many =
            Stream.generate(SupportReference::next).limit(1000).collect(Collectors.toSet());

    @Test
    void it_has_eight_letters_and_digits() {
        assertThat(many).allSatisfy(reference -> assertThat(reference).matches("[2-9A-Z]{8}"));
    }

    @Test
    void none_of_them_looks_like_another() {
        assertThat(String.join("", many)).doesNotContain("0", "O", "1", "I");
    }

    @Test
    void all_others_occur_at_every_place() {
        assertThat(IntStream.range(0, 8)
                        .mapToLong(place -> many.stream()
                                .map(reference -> reference.charAt(place))
                                .distinct()
                                .count()))
                .containsOnly(32L);
    }

    @Test
    void no_two_are_the_same() {
        assertThat(many).hasSize(1000);
    }
}
