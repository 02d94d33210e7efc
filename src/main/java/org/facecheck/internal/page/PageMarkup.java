package org.facecheck.internal.page;

import static org.facecheck.internal.page.html.HtmlElement.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.internal.page.html.HtmlElement;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.page.text.PageTexts;
import org.jspecify.annotations.Nullable;

/**
 * Writes the capture page around the capture: the jar's own page, and the head that any page with the capture needs.
 *
 * @param model what the page is made of
 * @param texts in the language to write it in
 */
record PageMarkup(PageModel model, PageTexts texts) {

    /** The whole page, as the jar shows it. */
    String page() {
        return "<!DOCTYPE html>\n"
                + element("html")
                        .with("lang", texts.tag())
                        .with("dir", texts.direction())
                        .holding(
                                element("head").holding(headElements().toArray(HtmlElement[]::new)),
                                element("body")
                                        .with("class", "facecheck-page")
                                        .holding(element("main")
                                                .holding(brand(), element("h1").text(texts.page("title")), capture())))
                + "\n";
    }

    /** The content of the page's head. */
    String head() {
        return headElements().stream().map(HtmlElement::toString).collect(Collectors.joining("\n"));
    }

    /** Whose page it is; in a page of the application's own, that says so itself. */
    private @Nullable HtmlElement brand() {
        String name = model.notice().application();
        String logo = model.notice().logo();
        if (name == null && logo == null) {
            return null;
        }
        return element("p")
                .with("class", "facecheck-brand")
                .holding(
                        logo == null ? null : element("img").with("src", logo).with("alt", ""),
                        name == null ? null : element("span").text(name));
    }

    /** The capture alone, see {@link CaptureMarkup}. */
    HtmlElement capture() {
        return new CaptureMarkup(model, texts).capture();
    }

    /** The application's own style sheet comes after the jar's, so that it can change it. */
    private List<HtmlElement> headElements() {
        List<HtmlElement> head = new ArrayList<>(List.of(
                element("meta").with("charset", "UTF-8"),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                element("title").text(title()),
                styleSheet(model.style())));
        String ownStyle = model.ownStyle();
        if (ownStyle != null) {
            head.add(styleSheet(ownStyle));
        }
        head.add(element("script").with("type", "module").with("src", model.script()));
        return head;
    }

    /** A message comes first: it is the first thing that a screen reader says of the new page. */
    private String title() {
        PageMessage message = model.message();
        return Stream.of(
                        message == null ? null : texts.title(message),
                        texts.page("title"),
                        model.notice().application())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static HtmlElement meta(String name, String content) {
        return element("meta").with("name", name).with("content", content);
    }

    private static HtmlElement styleSheet(String address) {
        return element("link").with("rel", "stylesheet").with("href", address);
    }
}
