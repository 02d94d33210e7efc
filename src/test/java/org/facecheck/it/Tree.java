package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories of servers. */
final class Tree {
    private Tree() {}

    /** The directory, without what an earlier run has left there. */
    static Path emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> left;
            try (Stream<Path> tree = Files.walk(directory)) {
                left = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : left) {
                Files.delete(one);
            }
        }
        return Files.createDirectories(directory);
    }

    static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(from)) {
            all = tree.toList();
        }
        for (Path one : all) {
            Path target = to.resolve(from.relativize(one));
            if (Files.isDirectory(one)) {
                Files.createDirectories(target);
            } else {
                Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The text with each first string replaced by the second; what is not there is a mistake. */
    static String replaced(String text, String... pairs) {
        String replaced = text;
        for (int i = 0; i < pairs.length; i += 2) {
            if (!replaced.contains(pairs[i])) {
                throw new IllegalStateException("the server's configuration lacks " + pairs[i]);
            }
            replaced = replaced.replace(pairs[i], pairs[i + 1]);
        }
        return replaced;
    }
}
