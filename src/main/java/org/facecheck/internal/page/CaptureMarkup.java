package org.facecheck.internal.page;

import static org.facecheck.internal.page.HtmlElement.element;

import org.jspecify.annotations.Nullable;

/**
 * Writes the markup of the capture, the only place that does: {@link PageMarkup}, the JSP tag and the Facelets component all send
 * what this writes.
 *
 * <p>Without a script it is a form that sends a file. {@code capture.js} makes a live camera of it: it shows the parts whose
 * {@code data-when} names the state that it is in, and a button's {@code data-step} names the method that it calls. Texts that
 * the script says are in {@code data-texts}, one a line.
 *
 * @param model what the page is made of
 * @param texts in the language to write it in
 */
record CaptureMarkup(PageModel model, PageTexts texts) {
    /** The states of the script in which a picture can still come from a file. */
    private static final String WITHOUT_CAMERA = "ready starting failed framed hopeless";

    /** The capture: message, camera and form. */
    HtmlElement capture() {
        String wanted = model.wanted();
        String detector = model.detector();
        return element("div")
                .with("class", "facecheck")
                .with("lang", texts.tag())
                .with("dir", texts.direction())
                .with("data-texts", texts.camera())
                .with("data-auto", Boolean.toString(model.auto()))
                .with("data-wanted", wanted == null ? "" : wanted)
                .with("data-detector", detector == null ? "" : detector)
                .holding(
                        message(), element("p").with("class", "facecheck-intro").text(texts.page("intro")), form());
    }

    private @Nullable HtmlElement message() {
        PageMessage message = model.message();
        if (message == null) {
            return null;
        }
        return element("div")
                .with("class", "facecheck-news")
                .with("tabindex", "-1")
                .with("data-news", message.key())
                .with("data-wait", Long.toString(message.lockedSeconds()))
                .holding(
                        element("h2").text(texts.title(message)),
                        element("p").text(texts.text(message)),
                        texts.attemptsLeft(message)
                                .map(left -> element("p")
                                        .with("class", "facecheck-left")
                                        .text(left))
                                .orElse(null),
                        reference(message.reference()));
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

    private HtmlElement form() {
        return element("form")
                .with("id", "facecheck")
                .with("method", "post")
                .with("enctype", "multipart/form-data")
                .with("action", model.action())
                .holding(
                        element("input")
                                .with("type", "hidden")
                                .with("name", "token")
                                .with("value", model.token().text()),
                        camera(),
                        element("p").with("class", "facecheck-scriptless").text(texts.page("scriptless")))
                .holding(model.allowUpload() ? file() : noFile());
    }

    /** Hidden until the script runs. */
    private HtmlElement camera() {
        return element("div")
                .with("class", "facecheck-camera")
                .with("hidden")
                .holding(
                        frame(),
                        element("p")
                                .with("class", "facecheck-status")
                                .with("role", "status")
                                .with("tabindex", "-1"),
                        element("progress")
                                .with("data-when", "starting sending")
                                .with("aria-label", texts.page("progress"))
                                .with("hidden"),
                        buttons(),
                        choice());
    }

    private HtmlElement frame() {
        return element("div")
                .with("class", "facecheck-frame")
                .with("data-when", "looking taking preview sending unsent")
                .with("hidden")
                .holding(
                        element("video")
                                .with("data-when", "looking taking")
                                .with("playsinline")
                                .with("muted")
                                .with("aria-label", texts.page("live"))
                                .with("hidden"),
                        element("canvas")
                                .with("data-when", "preview sending unsent")
                                .with("role", "img")
                                .with("aria-label", texts.page("preview"))
                                .with("hidden"),
                        element("p").with("class", "facecheck-count").with("aria-hidden", "true"));
    }

    private HtmlElement buttons() {
        return element("div")
                .with("class", "facecheck-buttons")
                .holding(
                        button("start").with("data-when", "ready"),
                        button("retry").with("data-when", "failed").with("hidden"),
                        button("take").with("data-when", "looking").with("hidden"),
                        button("use").with("data-when", "preview").with("hidden"),
                        button("resend").with("data-when", "unsent").with("hidden"),
                        second(button("again").with("data-when", "preview unsent"))
                                .with("hidden"),
                        second(button("pause")).with("hidden"),
                        element("a")
                                .with("class", "facecheck-button")
                                .with("data-when", "framed")
                                .with("target", "_blank")
                                .with("href", model.action())
                                .with("hidden")
                                .text(texts.page("open")));
    }

    /** A button whose text has the key of its step. */
    private HtmlElement button(String step) {
        return element("button").with("type", "button").with("data-step", step).text(texts.page(step));
    }

    /** A button that is not the one to press next. */
    private static HtmlElement second(HtmlElement button) {
        return button.with("class", "facecheck-second");
    }

    private HtmlElement choice() {
        return element("p")
                .with("class", "facecheck-choice")
                .with("data-when", "looking")
                .with("hidden")
                .holding(element("label").text(texts.page("which") + " ").holding(element("select")));
    }

    private HtmlElement[] file() {
        return new HtmlElement[] {
            element("div")
                    .with("class", "facecheck-file")
                    .with("data-when", WITHOUT_CAMERA)
                    .holding(
                            element("label").with("for", "facecheck-selfie").text(texts.page("file")),
                            selfie("image/jpeg,image/png")
                                    .with("capture", "user")
                                    .with("required"),
                            second(element("button").with("type", "submit").text(texts.page("send"))))
        };
    }

    /** The field stays, since the script puts its picture there. */
    private HtmlElement[] noFile() {
        return new HtmlElement[] {
            selfie("image/jpeg").with("hidden"),
            element("p")
                    .with("class", "facecheck-file")
                    .with("data-when", WITHOUT_CAMERA)
                    .text(texts.page("noUpload"))
        };
    }

    private static HtmlElement selfie(String accept) {
        return element("input")
                .with("id", "facecheck-selfie")
                .with("type", "file")
                .with("name", "selfie")
                .with("accept", accept);
    }
}
