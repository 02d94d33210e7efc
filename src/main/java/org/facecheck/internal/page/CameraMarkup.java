package org.facecheck.internal.page;

import static org.facecheck.internal.page.html.HtmlElement.element;

import org.facecheck.internal.page.html.HtmlElement;
import org.facecheck.internal.page.html.OvalDrawing;
import org.facecheck.internal.page.text.PageTexts;

/**
 * Writes the parts of the capture that are the script's: viewfinder, status, buttons. All but the status, which is empty, are
 * hidden until the script runs.
 *
 * @param action the capture page's address
 * @param texts in the language to write it in
 */
record CameraMarkup(String action, PageTexts texts) {
    /** The states in which there is a picture. */
    private static final String WITH_PICTURE = "preview sending unsent";

    /** The place of the camera's picture: a drawn face, later the person, then the picture that was taken. */
    HtmlElement frame() {
        return element("div")
                .with("class", "facecheck-frame")
                .with("data-when", "ready starting looking taking failed " + WITH_PICTURE)
                .with("hidden")
                .holding(
                        element("video")
                                .with("data-when", "looking taking")
                                .with("playsinline")
                                .with("muted")
                                .with("aria-label", texts.page("live"))
                                .with("hidden"),
                        element("canvas")
                                .with("data-when", WITH_PICTURE)
                                .with("role", "img")
                                .with("aria-label", texts.page("preview"))
                                .with("hidden"),
                        OvalDrawing.oval(),
                        element("progress")
                                .with("data-when", "starting sending")
                                .with("aria-label", texts.page("progress"))
                                .with("hidden"));
    }

    HtmlElement status() {
        return element("p")
                .with("class", "facecheck-status")
                .with("role", "status")
                .with("tabindex", "-1");
    }

    HtmlElement buttons() {
        return element("div")
                .with("class", "facecheck-buttons")
                .holding(
                        button("start", "ready"),
                        button("retry", "failed"),
                        button("take", "looking"),
                        button("use", "preview"),
                        button("resend", "unsent"),
                        element("div")
                                .with("class", "facecheck-seconds")
                                .holding(second(button("again", WITH_PICTURE)), second(button("pause", ""))),
                        element("a")
                                .with("class", "facecheck-button")
                                .with("data-when", "framed")
                                .with("target", "_blank")
                                .with("href", action)
                                .with("hidden")
                                .text(texts.page("open")),
                        element("p")
                                .with("class", "facecheck-elsewhere")
                                .with("hidden")
                                .text(texts.page("elsewhere") + " ")
                                .holding(element("span")
                                        .with("class", "facecheck-address")
                                        .with("dir", "ltr")));
    }

    /** A button whose text has the key of its step. */
    private HtmlElement button(String step, String states) {
        return element("button")
                .with("type", "button")
                .with("data-step", step)
                .with("data-when", states)
                .with("hidden")
                .text(texts.page(step));
    }

    /** A button that is not the one to press next. */
    private static HtmlElement second(HtmlElement button) {
        return button.with("class", "facecheck-second");
    }

    HtmlElement choice() {
        return element("p")
                .with("class", "facecheck-choice")
                .with("data-when", "looking")
                .with("hidden")
                .holding(element("label").text(texts.page("which") + " ").holding(element("select")));
    }
}
