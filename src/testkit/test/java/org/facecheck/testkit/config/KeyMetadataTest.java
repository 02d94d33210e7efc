package org.facecheck.testkit.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * What editors read of the keys is what the code and the documents say. With {@code -Dmetadata.write=true}, both files are written
 * anew; Spotless has to format the second one then.
 */
class KeyMetadataTest {
    private static final Path JSON = Path.of("resources/META-INF/spring-configuration-metadata.json");
    private static final Path FIELDS = Path.of("java/org/facecheck/testkit/config/FaceCheckKeys.java");
    private static final String HEAD = "class FaceCheckKeys {";

    private static void writeIfAsked(List<KeyMetadata> keys) throws IOException {
        if (Boolean.getBoolean("metadata.write")) {
            Files.writeString(JSON, KeyMetadata.json(keys));
            String source = Files.readString(FIELDS);
            Files.writeString(
                    FIELDS,
                    source.substring(0, source.indexOf(HEAD) + HEAD.length()) + "\n" + KeyMetadata.fields(keys)
                            + "}\n");
        }
    }

    @Test
    void the_metadata_file_is_that_of_the_code_and_the_documents() throws IOException {
        List<KeyMetadata> keys = KeyMetadata.all();
        writeIfAsked(keys);

        assertThat(keys).hasSizeGreaterThan(60);
        assertThat(JSON).hasContent(KeyMetadata.json(keys));
    }

    @Test
    void each_key_is_an_annotated_field_with_its_default() throws IOException {
        Map<String, String> annotated = Stream.of(FaceCheckKeys.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ConfigProperty.class))
                .map(KeyMetadataTest::property)
                .collect(toMap(ConfigProperty::name, KeyMetadataTest::fallback));

        assertThat(annotated)
                .containsExactlyInAnyOrderEntriesOf(
                        KeyMetadata.all().stream().collect(toMap(KeyMetadata::name, KeyMetadata::fallback)));
    }

    private static ConfigProperty property(Field field) {
        return field.getAnnotation(ConfigProperty.class);
    }

    private static String fallback(ConfigProperty property) {
        return property.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE) ? "" : property.defaultValue();
    }
}
