package org.facecheck.internal.faceki.http;

import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads JSON into the wire's records. Thread-safe. */
public final class JsonMapper {

    /** Ten times what any answer has. A binding goes down by recursion, and a parser's own limit is the server's matter. */
    private static final int MAX_DEPTH = 64;

    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final Jsonb jsonb = JsonbBuilder.create();

    /** The text as a record, empty if it is not one sound JSON object, or one with other types in it than the record's. */
    public <T extends Record> Optional<T> read(String text, Class<T> type) {
        try {
            return isSoundToTheEnd(text) ? Optional.ofNullable(jsonb.fromJson(text, type)) : Optional.empty();
        } catch (RuntimeException unreadable) {
            // Not only JsonbException: bindings differ in what they throw. And not passed on: it may quote the text.
            return Optional.empty();
        }
    }

    /**
     * A binding stops reading after the object, but something that goes on behind it is not JSON. It takes the last of two
     * members of one name; but an object that has two contradicts itself.
     */
    private boolean isSoundToTheEnd(String text) {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> {
                        if (open.size() == MAX_DEPTH) {
                            return false;
                        }
                        open.push(new HashSet<>());
                    }
                    case END_OBJECT, END_ARRAY -> open.pop();
                    case KEY_NAME -> {
                        if (!open.element().add(parser.getString())) {
                            return false;
                        }
                    }
                    default -> {}
                }
            }
        }
        return true;
    }
}
