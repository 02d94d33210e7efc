package org.facecheck.engine.service.enrolment;

import java.util.Map;
import org.facecheck.engine.EnrolmentReport.PortraitProblem;

/**
 * Why a portrait was of no use, for whoever took it: a page is read by people, who do not know the API's names. The JSON answers keep
 * those names, which a script compares.
 */
public final class PortraitWords {
    private static final Map<String, String> BY_HINT = Map.of(
            "NO_FACE", "no face was found on it",
            "TWO_FACES", "it shows more than one face",
            "TOO_SMALL", "the face is too small",
            "AT_BORDER", "the face is too near to the border",
            "CROPPED", "a part of the face is outside of the picture",
            "TOO_DARK", "the face is too dark",
            "BLURRED", "it is blurred",
            "TRY_AGAIN", "it can't be read");

    private PortraitWords() {}

    /** The second half of a sentence. What is wrong with a file that is no picture is said as its parser says it. */
    public static String of(PortraitProblem problem) {
        String reason = problem.reason();
        return BY_HINT.getOrDefault(reason, "it is no JPEG or PNG that can be read (" + reason + ")");
    }
}
