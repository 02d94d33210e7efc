package org.facecheck.engine.weights;

import java.io.IOException;

/** The weights are missing, or are not those that the engine was made for. The message says what was wrong and what to do. */
public final class WeightsException extends IOException {
    private static final long serialVersionUID = 1;

    WeightsException(String problem, PublishedPackage needed) {
        super(problem + needed.remedy());
    }

    WeightsException(String problem, PublishedPackage needed, Throwable cause) {
        super(problem + needed.remedy(), cause);
    }
}
