package org.facecheck.engine.service.enrolment;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facecheck.KycRecord;
import org.facecheck.engine.Person;
import org.facecheck.engine.gallery.Consent;
import org.jspecify.annotations.Nullable;

/**
 * Reads a person who is to be enrolled:
 *
 * <pre>
 * {"key": "agross",
 *  "record": {"id": "HR-4711", "status": "ACCEPTED", "verificationPassed": true, "livenessDecision": "accept",
 *             "expiry": "2031-06-30", "fields": {"fullName": "ANNA GROSS", "documentNumber": "P123"}},
 *  "portraits": ["…JPEG or PNG in Base64…"],
 *  "consent": {"reference": "HR-2026/0815", "keepUntil": "2027-12-31"}}
 * </pre>
 *
 * What a record does not say is unknown, and not good enough where somebody asks for it.
 */
public final class PersonJson {
    private PersonJson() {}

    /**
     * A person with the portraits that the object holds.
     *
     * @throws IllegalArgumentException if the key or a portrait is missing, or a value is of another kind; it names the member
     */
    public static Person read(JsonObject sent) {
        if (!(sent.get("portraits") instanceof JsonArray portraits) || portraits.isEmpty()) {
            throw new IllegalArgumentException("portraits is missing, or no array");
        }
        return read(sent, portraits.stream().map(PersonJson::picture).toList());
    }

    /**
     * A person with portraits from elsewhere.
     *
     * @throws IllegalArgumentException as the other one
     */
    public static Person read(JsonObject sent, List<byte[]> portraits) {
        String key = text(sent, "key");
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("key is missing");
        }
        JsonObject consent = object(sent, "consent");
        return new Person(
                key,
                record(object(sent, "record")),
                portraits,
                new Consent(text(consent, "reference"), date(consent, "keepUntil")));
    }

    private static KycRecord record(JsonObject sent) {
        JsonValue passed = sent.get("verificationPassed");
        Map<String, String> fields = new HashMap<>();
        // Texts alone, as the library keeps them; a number would have to be written in one way or another.
        object(sent, "fields").forEach((name, value) -> {
            if (value instanceof JsonString text) {
                fields.put(name, text.getString());
            }
        });
        return new KycRecord(
                text(sent, "id"),
                UUID.randomUUID().toString(), // a match names its face, as the contract has it
                text(sent, "status"),
                null,
                passed == JsonValue.TRUE ? Boolean.TRUE : passed == JsonValue.FALSE ? Boolean.FALSE : null,
                text(sent, "livenessDecision"),
                date(sent, "expiry"),
                fields);
    }

    /** Whether it is a picture, and whose, is seen at enrolment. */
    private static byte[] picture(JsonValue sent) {
        try {
            return Base64.getDecoder().decode(sent instanceof JsonString text ? text.getString() : "?");
        } catch (IllegalArgumentException otherText) {
            throw new IllegalArgumentException("portraits holds something else than Base64");
        }
    }

    private static JsonObject object(JsonObject sent, String name) {
        JsonValue value = sent.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException(name + " is no object");
    }

    /** A value of another kind is a slip that somebody should hear of; only what is not there is unknown. */
    private static @Nullable String text(JsonObject sent, String name) {
        JsonValue value = sent.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new IllegalArgumentException(name + " is no text");
    }

    private static @Nullable LocalDate date(JsonObject sent, String name) {
        String text = text(sent, name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException otherText) {
            throw new IllegalArgumentException(name + " is no date such as 2031-06-30");
        }
    }
}
