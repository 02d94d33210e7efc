package org.facecheck.internal.faceki.http;

import jakarta.json.Json;
import jakarta.json.JsonValue;
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
import org.facecheck.FaceMatch.Cause;
import org.jspecify.annotations.Nullable;

/** Reads JSON into the classes of the wire, strictly. Thread-safe. */
public final class JsonMapper {

    /**
     * Ten times what any answer has. A binding goes down by recursion, and would run out of stack; whether a parser has a
     * limit of its own (RFC 8259 §9 allows it) depends on the server.
     */
    private static final int MAX_DEPTH = 64;

    /** Some bindings compute the value of every number, in time that grows with the square of its digits. */
    private static final int MAX_DIGITS = 100;

    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final Jsonb jsonb = JsonbBuilder.create();

    /**
     * A text as an object of the wire.
     *
     * @param type a public class of public fields, which JSON-B binds without accessors
     * @return empty if the text is absent, or not one sound JSON object, or one with other types in it than the class's
     */
    public <T> Optional<T> read(@Nullable String text, Class<T> type) {
        try {
            return text != null && isSoundToTheEnd(text)
                    ? Optional.ofNullable(jsonb.fromJson(text, type))
                    : Optional.empty();
        } catch (RuntimeException unreadable) {
            // Not only JsonbException: bindings differ in what they throw. And not passed on: it may quote the text.
            return Optional.empty();
        }
    }

    /**
     * The whole of an answer of which the codes are known already.
     *
     * @throws CheckFailedException if it cannot be read
     */
    public <T> T body(HttpAnswer answer, Class<T> type) {
        return read(answer.text(), type).orElseThrow(() -> new CheckFailedException(answer.trouble(Cause.PROTOCOL)));
    }

    /**
     * One of several parts of an answer that was read.
     *
     * @throws CheckFailedException if it cannot be read
     */
    public <T> T part(HttpAnswer answer, JsonValue part, Class<T> type) {
        return read(part.toString(), type).orElseThrow(() -> new CheckFailedException(answer.trouble(Cause.PROTOCOL)));
    }

    /**
     * A binding stops reading after the object, but something that goes on behind it is not JSON. It takes the last of two
     * members of one name, as many readers do (RFC 8259 §4); but an object that has two contradicts itself.
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
                    case VALUE_NUMBER -> {
                        if (parser.getString().length() > MAX_DIGITS) {
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
