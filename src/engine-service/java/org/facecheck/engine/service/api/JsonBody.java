package org.facecheck.engine.service.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Reads bodies that are one JSON object, in UTF-8 (RFC 8259 §8.1), whatever the media type says. */
final class JsonBody {
    /** One for all: each call to {@code Json} would look for the implementation anew. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private JsonBody() {}

    /** The object, empty if the body is too long or something else. */
    static Optional<JsonObject> read(ApiRequest request, int limit) throws IOException {
        Optional<byte[]> body = request.body(limit);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body.get()), StandardCharsets.UTF_8)) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException otherText) {
            return Optional.empty(); // without the cause, which quotes the text
        }
    }
}
