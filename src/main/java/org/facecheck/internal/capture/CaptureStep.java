package org.facecheck.internal.capture;

/** What the asynchronous dispatch of a request to the capture page goes on with; see {@link CaptureExchange}. */
sealed interface CaptureStep {
    /** The matcher has answered, or the upload is refused: what is left needs the request. */
    record Ready(CaptureResult result) implements CaptureStep {}

    /** There is nothing to go on with. */
    enum Idle implements CaptureStep {
        /** Something may still come. */
        WAITING,
        /** The request has ended, or has had its last step. */
        ENDED,
        /** The client has been answered without a dispatch, and the outcome is recorded: a dispatch comes too late. */
        ANSWERED
    }
}
