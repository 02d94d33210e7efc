package org.facecheck.example.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that a machine may have or not.
 *
 * @param variable of the environment, in which its path may be
 * @param names under which the search path may have it
 */
record Program(String variable, List<String> names) {

    /** Skips the test where there is none. */
    File installed() {
        Optional<File> found = Stream.concat(
                        Stream.ofNullable(System.getenv(variable)).map(File::new),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .flatMap(folder -> names.stream().map(name -> new File(folder, name))))
                .filter(File::canExecute)
                .findFirst();
        assumeTrue(
                found.isPresent(),
                () -> "SKIPPED: there is no " + names.get(0) + " on this machine; install it, or name it in "
                        + variable);
        return found.orElseThrow();
    }
}
