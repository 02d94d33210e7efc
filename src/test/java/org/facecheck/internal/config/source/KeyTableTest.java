package org.facecheck.internal.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of keys in the documents says what the code does: a key that is missing there, or another default, is a lie. */
class KeyTableTest {
    private static final Path TABLE = Path.of("src/site/markdown/configuration.md");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(facecheck\\.[^`]+)` \\| (?:(.*?) )?\\| ");

    @Test
    void the_table_has_every_key_of_the_code_with_its_default_and_no_other() throws IOException {
        Map<String, String> code = new TreeMap<>();
        for (Key key : Key.all()) {
            code.put(key.text(), key.fallback().orElse(key.isRequired() ? "required" : ""));
        }
        for (Key aspect : RuleKey.aspects()) {
            code.put("facecheck.rule.<name>." + aspect.text(), aspect.fallback().orElse(""));
        }
        code.put("facecheck.rule.<name>.max-age", "facecheck.max-age");

        assertThat(table()).containsExactlyInAnyOrderEntriesOf(code);
    }

    private static Map<String, String> table() throws IOException {
        return ROW.matcher(Files.readString(TABLE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), KeyTableTest::fallback));
    }

    private static String fallback(MatchResult row) {
        return row.group(2) == null ? "" : row.group(2).replace("`", "");
    }
}
