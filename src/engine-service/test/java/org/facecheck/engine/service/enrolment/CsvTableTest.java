package org.facecheck.engine.service.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    @TempDir
    Path directory;

    private static List<CsvTable.Line> lines(String text) throws IOException {
        return CsvTable.of(text).lines();
    }

    @Test
    void a_line_has_values_by_name_and_knows_where_it_begins() throws IOException {
        List<CsvTable.Line> lines = lines("key,fullName\r\na,\"GROSS,\r\n\"\"ANNA\"\"\"\r\n\r\nb,\r\n");

        assertThat(lines).extracting(CsvTable.Line::number).containsExactly(2, 5);
        assertThat(lines.get(0).values()).isEqualTo(Map.of("key", "a", "fullName", "GROSS,\r\n\"ANNA\""));
        assertThat(lines.get(1).values()).isEqualTo(Map.of("key", "b"));
    }

    @Test
    void semicolons_separate_where_the_first_line_has_them_alone() throws IOException {
        assertThat(lines("key;fullName\na; GROSS, ANNA ").get(0).values())
                .isEqualTo(Map.of("key", "a", "fullName", "GROSS, ANNA"));
    }

    @Test
    void a_table_that_is_none_says_where() {
        assertThatThrownBy(() -> lines("key,x\na,\"b")).hasMessage("a quote in line 2 does not end");
        assertThatThrownBy(() -> lines("key,x\na,b,c")).hasMessageStartingWith("line 2 has more values");
        assertThatThrownBy(() -> lines("key,key\na,b")).hasMessage("line 1 names a column twice");
    }

    @Test
    void a_file_in_another_charset_is_refused() throws IOException {
        Path file = Files.write(directory.resolve("p.csv"), "key\nMüller".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CsvTable.read(file)).hasMessageContaining("CSV UTF-8");
    }

    @Test
    void an_empty_table_has_nobody() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("key,portraits\n")).isEmpty();
    }
}
