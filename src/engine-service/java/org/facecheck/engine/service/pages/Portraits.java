package org.facecheck.engine.service.pages;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.engine.EnrolmentReport;
import org.facecheck.engine.EnrolmentReport.PortraitProblem;
import org.facecheck.engine.service.enrolment.PortraitWords;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageForm;

/** The fields of a form that take portraits, of files or of the camera, and what they sent. */
final class Portraits {
    /** With three, a quarter as many genuine selfies are refused as with one; more were not measured. */
    private static final int COUNT = 3;

    /** Both pages that take portraits have the same fields, so that one script gives them the camera. */
    private Portraits() {}

    /** The script shows the camera where there is one; without it, the fields take files. */
    static Html fields(Html html) {
        // The browser asks for the first one: a form that comes back for want of it would have lost the others.
        html.required("portrait1", "Portrait 1", "file", "JPEG or PNG, at least 200 pixels a side.", "");
        for (int i = 2; i <= COUNT; i++) {
            html.field("portrait" + i, "Portrait " + i, "file", "Of another day or light; may be left out.");
        }
        return html.raw("<div class=\"camera\" hidden><video playsinline muted hidden></video>"
                + "<p class=\"status\" role=\"status\"></p>"
                + "<p><button type=\"button\" data-step=\"start\">Turn the camera on</button> "
                + "<button type=\"button\" data-step=\"take\" hidden>Take a portrait</button></p></div>");
    }

    /** By the names of the fields, and no others: a form of more than these is read as far as these. Those that were chosen, in their order: reasons and pictures are told by their places in this list. */
    static List<byte[]> of(PageForm form) {
        List<byte[]> portraits = new ArrayList<>();
        for (int i = 1; i <= COUNT; i++) {
            byte[] portrait = form.file("portrait" + i);
            if (portrait != null) {
                portraits.add(portrait);
            }
        }
        return portraits;
    }

    /** Why some were of no use. Beside a success, too: of three portraits, one may have been enough. */
    static void problems(Html html, EnrolmentReport report) {
        for (PortraitProblem problem : report.problems()) {
            html.element(
                    "p", "Portrait " + (problem.portrait() + 1) + " was not used: " + PortraitWords.of(problem) + ".");
        }
    }

    /** Read out by screen readers when the page opens: at once if it is bad, after the rest if it is good (WAI-ARIA 1.2, live regions). */
    static Html news(boolean isGood, String text) {
        return new Html()
                .raw(isGood ? "<p class=\"news\" role=\"status\">" : "<p class=\"news wrong\" role=\"alert\">")
                .text(text)
                .raw("</p>");
    }
}
