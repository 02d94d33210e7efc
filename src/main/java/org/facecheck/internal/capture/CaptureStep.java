package org.facecheck.internal.capture;

import org.facecheck.FaceMatch;
import org.facecheck.internal.upload.AsyncUpload;

/** What an asynchronous dispatch of a request to the capture page goes on with; see {@link CaptureExchange}. */
sealed interface CaptureStep {
    /** The picture is here; it has to be admitted. */
    record Received(AsyncUpload upload) implements CaptureStep {}

    /** The matcher has answered; the verdict has to be given. */
    record Matched(FaceMatch match) implements CaptureStep {}

    /** There is nothing to go on with. */
    enum Idle implements CaptureStep {
        /** Something may still come. */
        WAITING,
        /** The request has ended, or has had its last step. */
        ENDED
    }
}
