package org.facecheck.testkit.config;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.internal.config.ConfigKey;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.source.NamedRule;
import org.facecheck.internal.config.source.ShortForm;

/**
 * What editors may know of a key: from the code its name, type and default, from the documents its meaning.
 *
 * @param name as it is written, {@code {*}} for a rule's name
 * @param type of its value, as a Java type that editors know
 * @param fallback empty where there is none
 * @param meaning a sentence or two, without marks
 * @param values all that it may be, empty where these are not few
 */
record KeyMetadata(String name, String type, String fallback, String meaning, List<String> values) {
    private static final Path TABLE = Path.of("../site/markdown/configuration.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(facecheck\\.[^`]+)` \\|[^|]*\\| (.*) \\|$");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final String OF_A_RULE = "facecheck.rule.<name>.";

    /** All keys, in the order of the code. */
    static List<KeyMetadata> all() throws IOException {
        Map<String, String> meanings = ROW.matcher(Files.readString(TABLE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> plain(row.group(2))));
        List<KeyMetadata> all = new ArrayList<>();
        components(ShortForm.class).forEach(one -> all.add(of("", one, meanings)));
        components(NamedRule.class).forEach(one -> all.add(of(OF_A_RULE, one, meanings)));
        components(FaceCheckConfig.class).forEach(one -> all.add(of("", one, meanings)));
        return all;
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(one -> one.getType().isRecord() ? components(one.getType()) : Stream.of(one))
                .filter(one -> one.isAnnotationPresent(ConfigKey.class));
    }

    private static KeyMetadata of(String prefix, RecordComponent component, Map<String, String> meanings) {
        ConfigKey declared = component.getAnnotation(ConfigKey.class);
        String written = prefix + declared.value();
        String meaning = meanings.get(written);
        if (meaning == null) {
            throw new AssertionError(written + " is not in the table of " + TABLE);
        }
        return new KeyMetadata(
                written.replace("<name>", "{*}"),
                type(component.getType()),
                declared.fallback(),
                meaning,
                values(component));
    }

    private static String type(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "java.lang.Boolean";
        }
        if (type == int.class) {
            return "java.lang.Integer";
        }
        // Duration is named, since editors check its form; anything else is text to them.
        return type.getName().equals("java.time.Duration") ? type.getName() : "java.lang.String";
    }

    private static List<String> values(RecordComponent component) {
        return component.getType().isEnum()
                ? Stream.of(component.getType().getEnumConstants())
                        .map(one -> ((Enum<?>) one).name().toLowerCase(java.util.Locale.ROOT))
                        .toList()
                : List.of();
    }

    private static String plain(String markdown) {
        String text = LINK.matcher(markdown).replaceAll("$1").replace("`", "");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** All of them in the format of Spring Boot's configuration metadata, with one key a line. */
    static String json(List<KeyMetadata> all) {
        JsonArrayBuilder hints = Json.createArrayBuilder();
        all.stream().filter(key -> !key.values.isEmpty()).forEach(key -> hints.add(key.hint()));
        return "{\"properties\": [\n"
                + all.stream().map(key -> key.property().toString()).collect(Collectors.joining(",\n"))
                + "\n],\n\"hints\": " + hints.build() + "}\n";
    }

    private JsonObject property() {
        JsonObjectBuilder property =
                Json.createObjectBuilder().add("name", name).add("type", type).add("description", meaning);
        if (!fallback.isEmpty()) {
            property.add("defaultValue", fallback);
        }
        return property.build();
    }

    private JsonObject hint() {
        JsonArrayBuilder listed = Json.createArrayBuilder();
        values.forEach(value -> listed.add(Json.createObjectBuilder().add("value", value)));
        return Json.createObjectBuilder()
                .add("name", name)
                .add("values", listed)
                .build();
    }

    /** All of them as fields with MicroProfile's annotation, in the form of {@link FaceCheckKeys}. */
    static String fields(List<KeyMetadata> all) {
        return all.stream().map(KeyMetadata::field).collect(Collectors.joining("\n"));
    }

    private String field() {
        String given = fallback.isEmpty() ? "" : ", defaultValue = \"" + fallback + "\"";
        return "    /** " + escaped(meaning) + ". */\n    @ConfigProperty(name = \"" + name + "\"" + given + ")\n    "
                + type.replaceFirst("java\\.(lang|time)\\.", "") + " " + identifier() + ";\n";
    }

    /** As the compiler's documentation reads it, too. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*/", "*&#47;");
    }

    String identifier() {
        String[] words =
                name.replaceFirst("facecheck\\.", "").replace("{*}", "named").split("[.-]");
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
