package org.facecheck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The files that a server may have written since, below its own directories and the temporary one. */
final class ChangedFiles {
    private static final int SERVER_DEPTH = 12;
    private static final int TEMPORARY_DEPTH = 2;

    private ChangedFiles() {}

    static List<Path> since(Instant begin) {
        List<Path> changed = new ArrayList<>();
        changed.addAll(
                below(Path.of(System.getProperty("server.log")).getParent().getParent(), SERVER_DEPTH, begin));
        changed.addAll(below(Path.of(System.getProperty("java.io.tmpdir")), TEMPORARY_DEPTH, begin));
        return changed;
    }

    private static List<Path> below(Path root, int depth, Instant begin) {
        List<Path> changed = new ArrayList<>();
        try {
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && attributes.lastModifiedTime().toInstant().isAfter(begin)) {
                        changed.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return changed;
    }
}
