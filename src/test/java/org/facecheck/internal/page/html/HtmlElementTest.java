package org.facecheck.internal.page.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.internal.page.html.HtmlElement.element;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlElementTest {
    private static final String HOSTILE = "\"><script>alert('1') & 2</script>";
    private static final String ESCAPED = "&quot;&gt;&lt;script&gt;alert('1') &amp; 2&lt;/script&gt;";

    @Test
    void what_is_said_and_what_attributes_hold_becomes_no_markup() {
        assertThat(element("p").with("title", HOSTILE).text(HOSTILE))
                .hasToString("<p title=\"" + ESCAPED + "\">" + ESCAPED + "</p>");
    }

    @Test
    void attributes_keep_their_order_and_line_breaks() {
        assertThat(element("p").with("b", "1\n2").with("hidden").with("a", ""))
                .hasToString("<p b=\"1\n2\" hidden=\"\" a=\"\"></p>");
    }

    @Test
    void elements_stand_on_lines_of_their_own() {
        assertThat(element("div").holding(element("p"), null, element("p").text("two")))
                .hasToString("<div>\n<p></p>\n<p>two</p>\n</div>");
    }

    @Test
    void among_text_nothing_is_added() {
        assertThat(element("p").text("one ").holding(element("b").text("two")).text(" three"))
                .hasToString("<p>one <b>two</b> three</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"input", "link", "meta"})
    void some_elements_are_always_empty(String name) {
        assertThat(element(name).with("a", "b")).hasToString("<" + name + " a=\"b\"/>");
    }
}
