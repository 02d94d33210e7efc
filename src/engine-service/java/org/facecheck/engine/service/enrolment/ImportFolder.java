package org.facecheck.engine.service.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which an operator puts tables and portraits. Nothing outside of it is read: a table's author may name any file.
 * Immutable and thread-safe.
 *
 * @param folder {@code imports} of the settings
 */
public record ImportFolder(Path folder) {
    private static final long MAX_PORTRAIT = 10 << 20;

    /** The tables in it, by name. */
    public List<String> tables() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /** @throws IOException if there is no such table, or it can't be read */
    CsvTable table(String name) throws IOException {
        if (!tables().contains(name)) {
            throw new IOException("there is no such table");
        }
        return CsvTable.read(folder.resolve(name));
    }

    /** @throws IOException if there is no such file in the folder; the message says why, without the path */
    byte[] portrait(String name) throws IOException {
        try {
            Path file = folder.resolve(name).toRealPath(); // links are followed first, so that none leads out
            if (!file.startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
                throw new IOException("no file in the folder");
            }
            if (Files.size(file) > MAX_PORTRAIT) {
                throw new IOException("more than 10 MiB");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new IOException("no file in the folder", missing);
        }
    }
}
