package org.facecheck.engine.weights;

import java.io.IOException;

/** The weights are missing, or are not those that the engine was made for. The message says what was wrong and what to do. */
public final class WeightsException extends IOException {
    private static final long serialVersionUID = 1;

    /** The one command that an operator needs; {@code engine.md} has it, too. */
    private static final String REMEDY =
            "; fetch them with \"npm pack @vladmandic/face-api@1.7.15\" (12.7 MB, MIT licence)"
                    + " and name the file that it writes, vladmandic-face-api-1.7.15.tgz";

    WeightsException(String problem) {
        super(problem + REMEDY);
    }

    WeightsException(String problem, Throwable cause) {
        super(problem + REMEDY, cause);
    }
}
