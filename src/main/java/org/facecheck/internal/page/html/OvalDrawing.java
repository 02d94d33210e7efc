package org.facecheck.internal.page.html;

import static org.facecheck.internal.page.html.HtmlElement.element;

/**
 * Draws the oval on the viewfinder: its outline, a face, which the style sheet shows until the camera does, and the ring that
 * closes before a picture is taken. In SVG inside of the page, so that nothing has to be fetched and it has the page's colours.
 */
public final class OvalDrawing {
    /** Where the page is sent as XHTML, a drawing is one by its namespace only. */
    static final String SVG = "http://www.w3.org/2000/svg";

    /** Three quarters as wide as high, from the top clockwise, as the ring closes. */
    private static final String OVAL = "M37.5 1a36.5 49 0 0 1 0 98a36.5 49 0 0 1 0-98";

    /** Brows, eyes, nose and mouth, in lines. */
    private static final String FACE =
            "M19 39q6-4 12 0M44 39q6-4 12 0M25 46v.1M50 46v.1M38 47l-3 13h5M27 73q10.5 7 21 0";

    private OvalDrawing() {}

    /** The drawing, for the eyes only: what it says is said in words besides. */
    public static HtmlElement oval() {
        return element("svg")
                .with("xmlns", SVG)
                .with("class", "facecheck-oval")
                .with("viewBox", "0 0 75 100")
                .with("aria-hidden", "true")
                .holding(
                        line("facecheck-outline", OVAL),
                        line("facecheck-face", FACE),
                        // As long as one, so that a part of it is a number between 0 and 1.
                        line("facecheck-ring", OVAL).with("pathLength", "1"));
    }

    private static HtmlElement line(String name, String path) {
        return element("path").with("class", name).with("d", path);
    }
}
