package org.facecheck.internal.config.reader;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.source.Key;
import org.facecheck.internal.config.source.TypingMistake;

/**
 * What is wrong with a configuration, in the order found. Each problem is a sentence for the deployer: the key, what is wrong
 * with it, and what to write. None of them quotes a secret.
 */
final class Problems {
    private final List<String> found = new ArrayList<>();

    /** @param problem begins with the key that is wrong, and says what to write */
    void add(String problem) {
        found.add(problem);
    }

    /** A key that is not read is most likely a typing mistake, and a rule lost by it would leave its paths open. */
    void unknownKey(String name) {
        String closest = TypingMistake.closest(name, Key.all().stream().map(Key::text))
                .map(key -> "; did you mean " + key + "?")
                .orElse("; remove it, or see the table of keys in configuration.md.");
        found.add(name + " is not a key of Facecheck" + closest);
    }

    /** How many there are: a reader compares before and after, to know whether what it read is right. */
    int count() {
        return found.size();
    }

    /** Ends the start-up where anything is wrong: the application stays closed. */
    void throwIfAny() throws ConfigurationException {
        if (!found.isEmpty()) {
            throw new ConfigurationException(List.copyOf(found));
        }
    }
}
