package org.facecheck;

import java.time.Instant;

/**
 * What came of one attempt, for audit: logged as one line, and fired as a CDI event where the application has CDI. Says who
 * it was no more than a log may; an observer that must know reads the request it runs in. An observer that throws
 * before a pass is given keeps it from being given.
 *
 * @param outcome what came of it
 * @param reference eight letters and digits that the person was shown, too, where something went wrong
 * @param at when
 * @param detail more for the operator, empty where there is nothing to add; no personal data
 */
public record FaceCheckEvent(Outcome outcome, String reference, Instant at, String detail) {

    /** The outcomes that an attempt can have. */
    public enum Outcome {
        /** Verified; the session holds a pass. */
        PASSED,
        /** The picture could not be used; the person is asked for another one. */
        RETAKE,
        /** The face is on nobody's file. */
        NOT_MATCHED,
        /** The face is on file, but no record is good enough. */
        NOT_ACCEPTED,
        /** The good records name more than one person. */
        AMBIGUOUS,
        /** The face is somebody's, but not the person's who should be there: a security event. */
        OTHER_PERSON,
        /** No verdict was to be had. */
        TROUBLE,
        /** More attempts than the deployer allows. */
        LOCKED
    }
}
