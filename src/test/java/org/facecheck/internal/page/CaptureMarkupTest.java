package org.facecheck.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.page.html.ExampleDrawing;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.page.text.PageTexts;
import org.facecheck.internal.session.FormToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that is written, and the capture in it. */
class CaptureMarkupTest {
    private static final String HOSTILE = "\"/><script>alert(1)</script>&amp;";
    private static final PageMessage MESSAGE =
            PageMessage.trouble("ABCD2345", Duration.ofMinutes(2)).withAttemptsLeft(1, null);

    private static PageModel model(boolean allowUpload, PageMessage message) {
        return model(allowUpload, message, false, null);
    }

    private static PageModel model(boolean allowUpload, PageMessage message, boolean asks, String username) {
        return new PageModel(
                "facecheck",
                "facecheck/0/capture.js",
                "facecheck/0/capture.css",
                "css/own.css",
                "js/own.js",
                new FormToken("TOKEN"),
                "secure?x=1&y=2",
                allowUpload,
                true,
                new PageModel.Notice("Northwind", "logo.svg", "Payroll", "help.html", "privacy.html", "Faceki", true),
                message,
                asks,
                username);
    }

    /** The texts' keys in place of the texts. */
    private static PageTexts keys() {
        Map<String, String> keys = new HashMap<>();
        PageTexts.inFirst(java.util.List.of()).byKey().keySet().forEach(key -> keys.put(key, "«" + key + "»"));
        return new PageTexts(Locale.ENGLISH, keys);
    }

    private static String page(PageModel model, PageTexts texts) {
        return new PageMarkup(model, texts).page();
    }

    private static Stream<String> pages(PageTexts texts) {
        return Stream.of(
                page(model(true, null), texts),
                page(model(false, MESSAGE), texts),
                page(model(true, PageMessage.noPicture()), texts),
                page(model(true, null, true, null), texts),
                page(model(true, null, false, "a.gross"), texts));
    }

    @Test
    void all_texts_of_the_page_are_on_it_and_none_that_was_never_written() {
        Set<String> shown = new TreeSet<>();
        pages(keys())
                .forEach(page -> Pattern.compile("«page\\.(\\w+)»")
                        .matcher(page)
                        .results()
                        .forEach(use -> shown.add(use.group(1))));

        assertThat(shown).isEqualTo(keys().page().keySet());
        assertThat(pages(keys())).allSatisfy(page -> assertThat(page).doesNotContainPattern("(?<!«)page\\.\\w+"));
    }

    @Test
    void nothing_that_comes_from_elsewhere_becomes_markup() throws Exception {
        Map<String, String> texts = new HashMap<>();
        PageTexts.inFirst(java.util.List.of()).byKey().keySet().forEach(key -> texts.put(key, HOSTILE));
        PageMessage message = new PageMessage(403, "trouble", HOSTILE, null, null);
        PageModel.Notice said = new PageModel.Notice(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, true);
        PageModel model = new PageModel(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                new FormToken(HOSTILE),
                HOSTILE,
                true,
                true,
                said,
                message,
                false,
                HOSTILE);

        String page = page(model, new PageTexts(Locale.ENGLISH, texts));

        assertThat(page).doesNotContain(HOSTILE, "<script>").containsOnlyOnce("<script ");
        assertThat(elements(page)).contains("script").doesNotContain("alert");
    }

    @Test
    void a_name_is_asked_for_by_a_form_that_needs_no_script_and_has_no_camera() throws Exception {
        String page = page(model(true, null, true, null), PageTexts.inFirst(java.util.List.of()));

        assertThat(page)
                .contains(
                        "<form method=\"post\" action=\"facecheck\">",
                        "name=\"username\"",
                        "User name",
                        "value=\"TOKEN\"")
                .doesNotContain("<video", "data-texts", "multipart");
        assertThat(elements(page)).contains("form", "label", "input", "button");
    }

    @Test
    void whom_a_check_logs_in_is_said_with_a_way_to_another_name_that_has_no_name_in_it() {
        String page = page(model(true, null, false, "a.gross"), PageTexts.inFirst(java.util.List.of()));

        assertThat(page)
                .contains("You sign in as a.gross.", "href=\"facecheck?username\"", "<video")
                .doesNotContain("=a.gross");
    }

    /** So that a Facelets view may be sent as XHTML with it. */
    @Test
    void it_is_xml_as_well() throws Exception {
        for (boolean allowUpload : new boolean[] {true, false}) {
            assertThat(elements(page(model(allowUpload, MESSAGE), PageTexts.inFirst(java.util.List.of(Locale.FRENCH)))))
                    .contains("html", "video", "form", "strong");
        }
    }

    private static Set<String> elements(String page) throws Exception {
        Set<String> elements = new TreeSet<>();
        XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(page));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                elements.add(reader.getLocalName());
            }
        }
        return elements;
    }

    @Test
    void nothing_is_inline_and_no_address_is_absolute() {
        assertThat(pages(PageTexts.inFirst(java.util.List.of())))
                .allSatisfy(page -> assertThat(page)
                        .doesNotContainPattern("\\son\\w+=|\\sstyle=|<style|(src|href|action)=\"(https?:|/)"));
    }

    @Test
    void the_capture_tells_the_script_what_it_has_to_know() {
        assertThat(page(model(true, MESSAGE), keys()))
                .contains(
                        "data-auto=\"true\" data-wanted=\"secure?x=1&amp;y=2\" data-detector=\"js/own.js\"",
                        "data-texts=\"" + keys().camera() + "\"",
                        "data-news=\"trouble\" data-wait=\"0\"",
                        "<input type=\"hidden\" name=\"token\" value=\"TOKEN\"/>");
    }

    /** Its slashes would change places in a text that reads from right to left. */
    @Test
    void the_address_to_open_elsewhere_reads_from_left_to_right_in_every_language() {
        assertThat(page(model(true, null), keys())).contains("<span class=\"facecheck-address\" dir=\"ltr\"></span>");
    }

    @Test
    void a_message_has_its_reference_and_what_is_left() {
        assertThat(page(model(true, MESSAGE), keys()))
                .contains(
                        "<title>«news.trouble.title» · «page.title» · Northwind</title>",
                        "<h2>«news.trouble.title»</h2>",
                        "<p class=\"facecheck-left\">«news.left»</p>",
                        "<p>«page.reference» <strong class=\"facecheck-reference\">ABCD2345</strong></p>");
    }

    @Test
    void a_message_without_them_has_neither() {
        assertThat(page(model(true, PageMessage.busy()), keys()))
                .contains("data-news=\"busy\"")
                .doesNotContain("facecheck-left", "facecheck-reference");
    }

    /** A drawing of what was wrong, beside the words about it. */
    @Test
    void a_refused_picture_has_its_example() {
        PageMessage dark = PageMessage.retake(Hint.TOO_DARK);

        assertThat(page(model(true, dark), keys()))
                .containsOnlyOnce("facecheck-example facecheck-wrong")
                .contains("<g class=\"facecheck-too-dark\">")
                .doesNotContain("facecheck-right");
        assertThat(page(model(true, null), keys())).contains("facecheck-example facecheck-right", "«page.good»");
        assertThat(page(model(true, MESSAGE), keys())).doesNotContain("facecheck-example");
    }

    @Test
    void each_hint_but_the_general_one_has_its_example() {
        assertThat(Hint.values())
                .filteredOn(hint ->
                        ExampleDrawing.of(PageMessage.retake(hint).key()).isEmpty())
                .containsExactly(Hint.TRY_AGAIN);
    }

    @Test
    void a_first_visit_has_no_message() {
        assertThat(page(model(true, null), keys()))
                .contains("<title>«page.title» · Northwind</title>")
                .doesNotContain("facecheck-news");
    }

    @Test
    void a_file_may_be_chosen_where_one_is_allowed() {
        assertThat(page(model(true, null), keys()))
                .contains("accept=\"image/jpeg,image/png\" required=\"\"", "type=\"submit\"");
        assertThat(page(model(false, null), keys()))
                .contains("accept=\"image/jpeg\" hidden=\"\"", "«page.noUpload»")
                .doesNotContain("type=\"submit\"");
    }

    /** Phones would open their camera in place of their pictures and files. */
    @Test
    void a_file_need_not_come_from_a_camera() {
        assertThat(pages(keys())).allSatisfy(page -> assertThat(page).doesNotContain("capture=\""));
    }

    /** Without a script, and where the camera can't be had, it is hidden. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUSY")
    void a_refused_file_has_a_word_on_the_camera_where_it_can_be_started(Fault fault) {
        String camera = "<p data-when=\"ready\" hidden=\"\">«page.orCamera»</p>";

        assertThat(page(model(true, PageMessage.of(fault)), keys())).containsOnlyOnce(camera);
        assertThat(page(model(true, PageMessage.noPicture()), keys())).containsOnlyOnce(camera);
        assertThat(page(model(true, MESSAGE), keys())).doesNotContain(camera);
        assertThat(page(model(true, PageMessage.of(Fault.BUSY)), keys())).doesNotContain(camera);
    }

    @ParameterizedTest
    @EnumSource
    void so_has_a_file_that_the_service_refused_and_a_camera_picture_has_not(Hint hint) {
        PageMessage ofFile = PageMessage.retake(hint);

        assertThat(page(model(true, ofFile), keys())).containsOnlyOnce("«page.orCamera»");
        assertThat(page(model(true, ofFile.ofCamera()), keys())).doesNotContain("«page.orCamera»");
    }
}
