package org.facecheck.engine.service.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of settings, as it was written: texts, and paths that count from its own directory. Immutable; the text form shows no value. */
public final class SettingsFile {
    private final Path file;
    private final Properties properties;

    private SettingsFile(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    /**
     * Reads the file.
     *
     * @param known all keys that there are
     * @throws IOException if it can't be read, or has a key that nobody knows: a slip would be silence
     */
    static SettingsFile read(Path file, Set<String> known) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
            if (!known.contains(key)) {
                throw new IOException(file + ": there is no setting \"" + key + "\"");
            }
        }
        return new SettingsFile(file, properties);
    }

    /** What is said, {@code null} if nothing is. */
    @Nullable
    String value(String key) {
        String value = properties.getProperty(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** @throws IOException if nothing is said */
    String required(String key) throws IOException {
        String value = value(key);
        if (value == null) {
            throw wrong("the setting \"" + key + "\" is missing");
        }
        return value;
    }

    /** @throws IOException if nothing is said */
    Path path(String key) throws IOException {
        return sibling(required(key));
    }

    /** Not from where the process was started, which may be anywhere. */
    Path sibling(String name) {
        return file.toAbsolutePath().resolveSibling(name);
    }

    /** @throws NumberFormatException which is an IllegalArgumentException, if it is no number */
    double number(String key, double standard) {
        String value = value(key);
        return value == null ? standard : Double.parseDouble(value);
    }

    /** What to tell an operator who has to look into the file. */
    IOException wrong(String problem) {
        return new IOException(file + ": " + problem);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
