package org.facecheck.internal.page;

import static org.facecheck.internal.page.html.HtmlElement.element;

import org.facecheck.internal.page.html.HtmlElement;
import org.facecheck.internal.page.text.PageTexts;

/**
 * Writes the step before the camera, where the face is to log somebody in: the person says their name. An ordinary form, which
 * needs no script.
 *
 * @param model what the page is made of
 * @param texts in the language to write it in
 */
record UsernameMarkup(PageModel model, PageTexts texts) {

    /** Without {@code data-texts}, the page's script leaves it alone. */
    HtmlElement step() {
        return element("div")
                .with("class", "facecheck")
                .with("lang", texts.tag())
                .with("dir", texts.direction())
                .holding(
                        new MessageMarkup(model, texts).message(),
                        form(),
                        new FootMarkup(model.notice(), texts).foot());
    }

    private HtmlElement form() {
        return element("form")
                .with("method", "post")
                .with("action", model.action())
                .holding(
                        CaptureMarkup.token(model),
                        element("p")
                                .holding(element("label")
                                        .text(texts.page("username") + " ")
                                        .holding(field())),
                        element("button").with("type", "submit").text(texts.page("continue")));
    }

    /** Phones must not write a name with a capital letter, or correct it. */
    private static HtmlElement field() {
        return element("input")
                .with("name", "username")
                .with("autocomplete", "username")
                .with("autocapitalize", "none")
                .with("spellcheck", "false")
                .with("required")
                .with("autofocus");
    }
}
