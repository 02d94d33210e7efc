package org.facecheck.internal.page.html;

import static org.facecheck.internal.page.html.HtmlElement.element;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws a selfie as it should be, or with one fault, for those who take in a picture sooner than a sentence. There is one for
 * each fault that a message tells; light and sharpness are the style sheet's part.
 */
public enum ExampleDrawing {
    GOOD(""),
    NO_FACE(""),
    TWO_FACES("translate(-7 9)scale(.75);translate(17 9)scale(.75)"),
    TOO_DARK(""),
    BLURRED(""),
    CROPPED("translate(-19 -4)scale(1.2)"),
    AT_BORDER("translate(15 8)scale(.8)"),
    TOO_CLOSE("translate(-26 -22)scale(2.3)"),
    TOO_SMALL("translate(13 24)scale(.4)");

    // In a square of 40 by 40, in the words of SVG's paths (SVG 2, chapter 9).
    private static final String WALL = "M0 0h40v40H0z";
    private static final String SHOULDERS = "M5 41q0-11 15-11t15 11z";
    private static final String HEAD = "M20 7a7.5 10 0 0 1 0 20a7.5 10 0 0 1 0-20";
    private static final String FEATURES = "M16.5 15v.1M23.5 15v.1M17 21.5q3 2 6 0";
    private static final String SHEET = "M10 16h20v16H10z";
    private static final String TICK = "M29 35l3 3 6-7";
    private static final String CROSS = "M30 31l7 7m0-7l-7 7";

    private final String places;

    /** @param places where each person is, in SVG's own words and between semicolons */
    ExampleDrawing(String places) {
        this.places = places;
    }

    /** What a message of this key is about; empty where a drawing would say nothing. */
    public static Optional<ExampleDrawing> of(String message) {
        return Arrays.stream(values())
                .filter(drawing -> message.equals("retake-" + drawing.style()))
                .findFirst();
    }

    /** The drawing with its mark, for the eyes only: what it says is said in words besides. */
    public HtmlElement picture() {
        HtmlElement scene = element("g").with("class", "facecheck-" + style()).holding(line("facecheck-wall", WALL));
        for (String place : places.split(";", -1)) {
            scene.holding(person(place));
        }
        if (this == NO_FACE) {
            scene.holding(line("facecheck-sheet", SHEET));
        }
        return element("svg")
                .with("xmlns", OvalDrawing.SVG)
                .with("class", this == GOOD ? "facecheck-example facecheck-right" : "facecheck-example facecheck-wrong")
                .with("viewBox", "0 0 40 40")
                .with("aria-hidden", "true")
                .holding(
                        scene,
                        element("circle").with("cx", "33.5").with("cy", "34.5").with("r", "6"),
                        line("facecheck-mark", this == GOOD ? TICK : CROSS));
    }

    /** As the style sheet names it: what light and sharpness are like, it says there. */
    private String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Somebody of no particular age, sex or colour. */
    private static HtmlElement person(String place) {
        return element("g")
                .with("transform", place)
                .holding(
                        line("facecheck-body", SHOULDERS),
                        line("facecheck-head", HEAD),
                        line("facecheck-features", FEATURES));
    }

    private static HtmlElement line(String name, String path) {
        return element("path").with("class", name).with("d", path);
    }
}
