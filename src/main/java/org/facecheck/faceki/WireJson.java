package org.facecheck.faceki;

import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Reads JSON into the wire's records. Thread-safe. */
final class WireJson {

    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final Jsonb jsonb = JsonbBuilder.create();

    /** The text as a record, empty if it is not one JSON object, or one with other types in it than the record's. */
    <T extends Record> Optional<T> read(String text, Class<T> type) {
        try {
            checkToTheEnd(text);
            return Optional.ofNullable(jsonb.fromJson(text, type));
        } catch (RuntimeException unreadable) {
            // Not only JsonbException: bindings differ in what they throw. And not passed on: it may quote the text.
            return Optional.empty();
        }
    }

    /** A binding stops reading after the object, but something that goes on behind it is not JSON. */
    private void checkToTheEnd(String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }
}
