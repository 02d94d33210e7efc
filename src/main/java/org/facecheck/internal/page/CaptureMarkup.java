package org.facecheck.internal.page;

import static org.facecheck.internal.page.html.HtmlElement.element;

import java.util.Objects;
import org.facecheck.internal.page.html.ExampleDrawing;
import org.facecheck.internal.page.html.HtmlElement;
import org.facecheck.internal.page.text.Consent;
import org.facecheck.internal.page.text.PageTexts;
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
    /** The states of the script in which nobody looks into the camera yet: there is time to read. */
    static final String BEFORE = "ready failed framed hopeless locked";

    /** The states of the script in which no picture was taken yet: while the camera runs, too, which may show nothing. */
    private static final String WITHOUT_PICTURE = "ready starting looking failed framed hopeless";

    /** The capture: message, camera and form. */
    HtmlElement capture() {
        if (model.asksUsername()) {
            return new UsernameMarkup(model, texts).step();
        }
        return element("div")
                .with("class", "facecheck")
                .with("lang", texts.tag())
                .with("dir", texts.direction())
                .with("data-texts", texts.camera())
                .with("data-auto", Boolean.toString(model.auto()))
                .with("data-wanted", Objects.requireNonNullElse(model.wanted(), ""))
                .with("data-detector", Objects.requireNonNullElse(model.detector(), ""))
                .holding(form(), new FootMarkup(model.notice(), texts).foot());
    }

    /** Without it, what a form brings is not looked at. */
    static HtmlElement token(PageModel model) {
        return element("input")
                .with("type", "hidden")
                .with("name", "token")
                .with("value", model.token().text());
    }

    /** What there is to read takes the place where the script speaks later, so that nothing moves when the camera starts. */
    private HtmlElement form() {
        CameraMarkup camera = new CameraMarkup(model.action(), texts);
        return element("form")
                .with("id", "facecheck")
                .with("method", "post")
                .with("enctype", "multipart/form-data")
                .with("action", model.action())
                .holding(
                        token(model),
                        element("div")
                                .with("class", "facecheck-camera")
                                .holding(
                                        camera.frame(),
                                        element("div")
                                                .with("class", "facecheck-side")
                                                .holding(
                                                        new MessageMarkup(model, texts).message(),
                                                        caller(),
                                                        introduction(),
                                                        camera.status(),
                                                        consent())
                                                .holding(camera.buttons(), camera.choice(), examples())),
                        element("p").with("class", "facecheck-scriptless").text(texts.page("scriptless")))
                .holding(model.allowUpload() ? file() : noFile());
    }

    /** Whom the check logs in, with a way to say another name. */
    private @Nullable HtmlElement caller() {
        String claimed = model.username();
        return claimed == null
                ? null
                : element("p")
                        .with("class", "facecheck-caller")
                        .with("data-when", BEFORE)
                        .text(texts.page("as", claimed) + " ")
                        .holding(element("a")
                                .with("href", model.action() + "?" + PageModel.OTHER_NAME)
                                .text(texts.page("other")));
    }

    /** For a first visit; later, the message is what matters. */
    private @Nullable HtmlElement introduction() {
        String wanted = model.notice().wanted();
        return model.message() != null
                ? null
                : element("div")
                        .with("class", "facecheck-intro")
                        .with("data-when", BEFORE)
                        .holding(
                                wanted == null
                                        ? null
                                        : element("p")
                                                .with("class", "facecheck-reason")
                                                .text(texts.page("reason", wanted)),
                                element("p")
                                        .text(texts.page("intro", model.notice().processor())));
    }

    /** Beside the words that it is about, and before the camera; without a script, the browser asks for it. */
    private @Nullable HtmlElement consent() {
        if (!model.notice().consent()) {
            return null;
        }
        Consent consent = Consent.in(texts, model.notice().processor());
        return element("p")
                .with("class", "facecheck-consent")
                .with("data-when", BEFORE)
                .holding(element("label")
                        .holding(
                                element("input")
                                        .with("type", "checkbox")
                                        .with("name", "consent")
                                        .with("value", consent.version())
                                        .with("required"),
                                element("span").text(consent.text())));
    }

    private @Nullable HtmlElement examples() {
        return model.message() != null
                ? null
                : element("p")
                        .with("class", "facecheck-examples")
                        .with("data-when", "ready")
                        .holding(
                                example(ExampleDrawing.GOOD, "good"),
                                example(ExampleDrawing.CROPPED, "cropped"),
                                example(ExampleDrawing.TOO_DARK, "dark"));
    }

    private HtmlElement example(ExampleDrawing drawing, String key) {
        return element("span").holding(drawing.picture(), element("span").text(texts.page(key)));
    }

    /** Open, since without a script it is the only way; the script closes it as long as there is a camera. */
    private HtmlElement[] file() {
        return new HtmlElement[] {
            element("details")
                    .with("class", "facecheck-file")
                    .with("data-when", WITHOUT_PICTURE)
                    .with("open")
                    .holding(
                            element("summary").with("data-step", "byFile").text(texts.page("fromFile")),
                            element("label").with("for", "facecheck-selfie").text(texts.page("file")),
                            selfie("image/jpeg,image/png").with("required"),
                            element("button")
                                    .with("type", "submit")
                                    .with("class", "facecheck-second")
                                    .text(texts.page("send")))
        };
    }

    /** The field stays, since the script puts its picture there. */
    private HtmlElement[] noFile() {
        return new HtmlElement[] {
            selfie("image/jpeg").with("hidden"),
            element("p")
                    .with("class", "facecheck-file")
                    .with("data-when", WITHOUT_PICTURE)
                    .text(texts.page("noUpload"))
        };
    }

    /** Without {@code capture}: with it, phones open their camera, and what is already on them can't be chosen. */
    private static HtmlElement selfie(String accept) {
        return element("input")
                .with("id", "facecheck-selfie")
                .with("type", "file")
                .with("name", "selfie")
                .with("accept", accept);
    }
}
