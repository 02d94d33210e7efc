package org.facecheck.testkit.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that can be ordered on the console. Public for the console's page. */
public sealed interface Behaviour permits CheckBehaviour, TokenBehaviour {

    /** The constant's name. */
    String name();

    /** What a person makes of it. */
    String label();

    /** Which calls it is about. */
    String calls();

    /** How the console's form calls it. */
    default String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Behaviour> all() {
        return Stream.<Behaviour>concat(Arrays.stream(CheckBehaviour.values()), Arrays.stream(TokenBehaviour.values()))
                .toList();
    }

    static Optional<Behaviour> of(String value) {
        return all().stream()
                .filter(behaviour -> behaviour.value().equals(value))
                .findFirst();
    }
}
