package org.facecheck.internal.page.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEscaperTest {

    @ParameterizedTest
    @CsvSource({
        "/app/facecheck, /app/facecheck",
        "/a&b, /a&amp;b",
        "/a&amp;b, /a&amp;amp;b",
        "/\"><script>, /&quot;&gt;&lt;script&gt;",
        "/überstunden, /überstunden"
    })
    void what_would_end_an_attribute_or_begin_a_tag_is_escaped(String text, String escaped) {
        assertThat(HtmlEscaper.escape(text)).isEqualTo(escaped);
    }
}
