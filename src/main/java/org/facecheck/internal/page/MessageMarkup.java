package org.facecheck.internal.page;

import static org.facecheck.internal.page.html.HtmlElement.element;

import org.facecheck.internal.page.html.ExampleDrawing;
import org.facecheck.internal.page.html.HtmlElement;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.page.text.PageTexts;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the page tells about the last attempt. The script moves the focus to it, and hides it while somebody looks into
 * the camera.
 *
 * @param model what the page is made of
 * @param texts in the language to write it in
 */
record MessageMarkup(PageModel model, PageTexts texts) {

    /** {@code null} on a first visit. */
    @Nullable
    HtmlElement message() {
        PageMessage message = model.message();
        return message == null ? null : of(message);
    }

    private HtmlElement of(PageMessage message) {
        return element("div")
                .with("class", "facecheck-news")
                .with("tabindex", "-1")
                .with("data-news", message.key())
                .with("data-wait", Long.toString(message.lockedSeconds()))
                .with("data-when", CaptureMarkup.BEFORE + " unsent")
                .holding(
                        ExampleDrawing.of(message.key())
                                .map(ExampleDrawing::picture)
                                .orElse(null),
                        element("h2").text(texts.title(message)),
                        element("p").text(texts.text(message)),
                        camera(message),
                        texts.attemptsLeft(message)
                                .map(left -> element("p")
                                        .with("class", "facecheck-left")
                                        .text(left))
                                .orElse(null),
                        reference(message.reference()));
    }

    /** Where a file was refused, and only while the camera can be started: without a script it can't. */
    private @Nullable HtmlElement camera(PageMessage message) {
        return message.isAboutFile()
                ? element("p").with("data-when", "ready").with("hidden").text(texts.page("orCamera"))
                : null;
    }

    private @Nullable HtmlElement reference(@Nullable String reference) {
        return reference == null
                ? null
                : element("p")
                        .text(texts.page("reference") + " ")
                        .holding(element("strong")
                                .with("class", "facecheck-reference")
                                .text(reference));
    }
}
