package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facecheck.fake.Choices;
import org.facecheck.fake.Pictures;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that is written by the book is read to the byte, and whatever else is sent gives pieces of itself, or nothing. */
class MultipartParserFuzz {
    private static final String BOUNDARY = "-b";

    @MethodSource("org.facecheck.fake.Choices#seeds")
    @FuzzTest
    void what_is_written_is_read(byte[] bytes) {
        Choices data = new Choices(bytes);
        String type = "multipart/form-data; boundary=" + (data.yes() ? BOUNDARY : data.text(80));
        Map<String, byte[]> written = new LinkedHashMap<>();
        List<byte[]> body = new ArrayList<>();
        for (int parts = data.number(6); parts > 0; parts--) {
            String name = data.text(5).replaceAll("[\"\\p{C}]|[^\\x20-\\x7e]", "");
            byte[] content = data.bytes(200);
            if (!new String(content, StandardCharsets.ISO_8859_1).contains("\r\n--" + BOUNDARY)) {
                written.putIfAbsent(name, content);
                body.add(("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                body.add(content);
            }
        }
        body.add(("\r\n--" + BOUNDARY + "--").getBytes(StandardCharsets.ISO_8859_1));
        byte[] form = Pictures.joined(body.toArray(byte[][]::new));

        MultipartParser parser =
                MultipartParser.of("multipart/form-data; boundary=" + BOUNDARY).orElseThrow();
        assertThat(parser.parse(form).orElseThrow()).containsExactlyInAnyOrderEntriesOf(written);
        assertThat(parser.parseBeginning(form, data.number(form.length)).parts())
                .allSatisfy((name, content) -> assertThat(written.get(name)).isEqualTo(content));

        byte[] anything = Pictures.joined(form, data.rest());
        Optional<Map<String, byte[]>> read = MultipartParser.of(type).flatMap(other -> other.parse(anything));
        String whole = new String(anything, StandardCharsets.ISO_8859_1);
        read.ifPresent(parts -> parts.values()
                .forEach(part -> assertThat(whole).contains(new String(part, StandardCharsets.ISO_8859_1))));
    }
}
