package org.facecheck.internal.faceki;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.facecheck.fake.Choices;

/** A JSON document in which some values are others, some are missing, and some letters are wrong, as the fuzzer likes. */
record Mutation(Choices data) {
    private static final int DEPTH = 40_000;
    private static final int MOST_INSERTED = 3;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "200",
            "8006",
            "8013",
            "1e9",
            "\"\"",
            "\" \"",
            "\"0\"",
            "\"f\"",
            "\"g\"",
            "\"true\"",
            "[]",
            "{}",
            "[null]",
            "[[\"f\"]]",
            "{\"f\":\"f\"}",
            "\"https://pictures.example/f.jpg\"",
            "\"2999/02/31\"",
            "123456789012345678901234567890");

    /** What becomes of the document. */
    String of(String document) {
        String text = changed(read(document)).toString();
        for (int times = data.number(MOST_INSERTED + 1); times > 0; times--) {
            int at = data.number(text.length() + 1);
            text = text.substring(0, at) + inserted() + text.substring(Math.min(text.length(), at + data.number(4)));
        }
        return text;
    }

    private String inserted() {
        return switch (data.number(10)) {
            case 0 -> "[".repeat(DEPTH);
            case 1 -> "{\"f\":".repeat(DEPTH);
            case 2 -> data.of(VALUES);
            default -> data.text(4);
        };
    }

    private JsonValue changed(JsonValue value) {
        if (seldom()) {
            return read(data.of(VALUES));
        }
        return switch (value.getValueType()) {
            case OBJECT -> {
                JsonObjectBuilder members = Json.createObjectBuilder();
                value.asJsonObject().forEach((name, member) -> {
                    if (!seldom()) {
                        members.add(name, changed(member));
                    }
                });
                yield members.build();
            }
            case ARRAY -> {
                JsonArrayBuilder elements = Json.createArrayBuilder();
                value.asJsonArray().forEach(element -> {
                    for (int times = seldom() ? data.number(3) : 1; times > 0; times--) {
                        elements.add(changed(element));
                    }
                });
                yield elements.build();
            }
            default -> value;
        };
    }

    /** Never where the fuzzer has no more to say: few of its documents would be whole. */
    private boolean seldom() {
        return data.number(20) == 1;
    }

    static JsonValue read(String text) {
        return Json.createReader(new StringReader(text)).readValue();
    }
}
