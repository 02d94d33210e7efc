package org.facecheck.engine.service.enrolment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table with names in its first line (RFC 4180), in UTF-8. Between values are commas, or semicolons if the first line has those
 * and no comma, as spreadsheets of many countries write it. Values may be quoted, and hold line breaks then.
 *
 * @param lines each with its number in the file, from 1
 */
record CsvTable(List<Line> lines) {
    private static final long MAX_BYTES = 16 << 20;
    private static final char QUOTE = '"';

    /**
     * One person's line.
     *
     * @param number where it begins
     * @param values by the names of the columns; empty ones are left out
     */
    record Line(int number, Map<String, String> values) {
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read, is no such table, or has a line that is longer than the first; the message says where
     */
    static CsvTable read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("the file has more than 16 MiB; divide it");
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException otherCharset) {
            throw new IOException("the file is not in UTF-8; save it as \"CSV UTF-8\"", otherCharset);
        }
        return of(text.startsWith("\uFEFF") ? text.substring(1) : text); // as spreadsheets begin such a file
    }

    static CsvTable of(String text) throws IOException {
        String head = text.lines().findFirst().orElse("");
        char separator = head.indexOf(',') < 0 && head.indexOf(';') >= 0 ? ';' : ',';
        List<Line> lines = new ArrayList<>();
        List<String> names = List.of();
        Cursor cursor = new Cursor(text, separator);
        while (!cursor.isAtEnd()) {
            int number = cursor.line;
            List<String> values = cursor.next();
            if (values.size() == 1 && values.get(0).isEmpty()) {
                continue; // an empty line
            }
            if (names.isEmpty()) {
                names = values;
                if (new HashSet<>(names).size() < names.size()) {
                    throw new IOException("line 1 names a column twice");
                }
                continue;
            }
            lines.add(new Line(number, byName(names, values, number)));
        }
        return new CsvTable(List.copyOf(lines));
    }

    private static Map<String, String> byName(List<String> names, List<String> values, int number) throws IOException {
        if (values.size() > names.size()) {
            throw new IOException("line " + number + " has more values than line 1 has names");
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                byName.put(names.get(i), values.get(i));
            }
        }
        return byName;
    }

    /** Where the reading is. */
    private static final class Cursor {
        private final String text;
        private final char separator;
        private int at;
        private int line = 1;

        Cursor(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        boolean isAtEnd() {
            return at >= text.length();
        }

        /** The values up to the end of the line, or of the file. */
        List<String> next() throws IOException {
            List<String> values = new ArrayList<>();
            while (true) {
                values.add(value());
                if (isAtEnd()) {
                    return values;
                }
                char end = text.charAt(at++);
                if (end == '\r' && !isAtEnd() && text.charAt(at) == '\n') {
                    end = text.charAt(at++);
                }
                if (end != separator) {
                    line++;
                    return values;
                }
            }
        }

        private String value() throws IOException {
            return !isAtEnd() && text.charAt(at) == QUOTE ? quoted() : plain();
        }

        private String plain() {
            int from = at;
            while (!isAtEnd() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            return text.substring(from, at).strip();
        }

        /** Two quotes within it are one. */
        private String quoted() throws IOException {
            int begun = line;
            StringBuilder value = new StringBuilder();
            for (at++; !isAtEnd(); at++) {
                char next = text.charAt(at);
                if (next == QUOTE) {
                    at++;
                    if (isAtEnd() || text.charAt(at) != QUOTE) {
                        plain(); // blanks before the separator
                        return value.toString().strip();
                    }
                }
                line += next == '\n' ? 1 : 0;
                value.append(next);
            }
            throw new IOException("a quote in line " + begun + " does not end");
        }
    }
}
