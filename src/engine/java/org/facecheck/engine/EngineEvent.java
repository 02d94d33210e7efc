package org.facecheck.engine;

import java.util.Locale;

/**
 * What an operator should know of, without anybody's name, key or template. Immutable and thread-safe; no component is {@code null}.
 * The matcher, the enroller and the gallery hand one over whenever it happens, and keep none.
 *
 * <pre>{@code
 * Consumer<EngineEvent> events = event -> alerts.send(event.text());
 * new EngineFaceMatcher(engine, gallery, QualityLimits.forSelfies(), events);
 * }</pre>
 *
 * <p>A consumer that throws makes trouble of the check, or an exception of the enrolment, that told it. Distances are those of the
 * network's: 0 for the same picture, and nothing to compare with another network's.
 */
public sealed interface EngineEvent {

    /**
     * A face was near enough to two people on file, so that it matched neither. One person may be enrolled under two keys; or two
     * are too similar for this network, and only a claimed person can be verified.
     *
     * @param nearest distance to the one
     * @param second distance to the other
     */
    record AmbiguousMatch(double nearest, double second) implements EngineEvent {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "a face is near two people on file (%.2f and %.2f); it matched neither. Look for somebody who is enrolled"
                            + " twice, or verify claimed persons instead of searching",
                    nearest,
                    second);
        }
    }

    /**
     * A face matched, and the {@link LivenessCheck} took the selfie for a picture of a picture.
     *
     * @param score as the check says
     * @param reason as the check says
     */
    record NotLive(double score, String reason) implements EngineEvent {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "a face matched, and was refused as not alive (%.2f, %s)", score, reason);
        }
    }

    /**
     * An enrolment made the gallery too large to be searched, or it is so at start-up.
     *
     * @param templates how many there are
     * @param capacity how many there may be
     */
    record GalleryOutgrown(int templates, int capacity) implements EngineEvent {
        @Override
        public String text() {
            return "the gallery has " + templates + " templates and may be searched with " + capacity
                    + " at most, at the stated rate of false accepts; from now on only claimed persons are verified";
        }
    }

    /**
     * A check needed a search, and none was made.
     *
     * @param templates how many there are
     * @param capacity how many there may be
     */
    record SearchRefused(int templates, int capacity) implements EngineEvent {
        @Override
        public String text() {
            return "no search among " + templates
                    + " templates, since a stranger would match somebody too often; at most " + capacity
                    + " may be searched. Say who the person claims to be, or choose a lower threshold";
        }
    }

    /**
     * A store has people whose templates another network made. They are not compared.
     *
     * @param people how many
     */
    record EnrolledByOtherModel(int people) implements EngineEvent {
        @Override
        public String text() {
            return people
                    + " of the people on file were enrolled with another model, whose templates can't be compared with this"
                    + " one's; they are not recognised until they are enrolled again, with portraits";
        }
    }

    /**
     * A store has rows that say nothing. They are not compared.
     *
     * @param withoutKey how many have no data key
     * @param damaged how many are not what was once encrypted
     */
    record UnreadableRows(int withoutKey, int damaged) implements EngineEvent {
        @Override
        public String text() {
            return "of the people on file, " + withoutKey
                    + " have no data key (they were deleted and came back with a backup; or"
                    + " this is not the database of their keys), and " + damaged
                    + " rows were changed or are damaged; nobody is"
                    + " recognised by them. Enrol or delete these people again";
        }
    }

    /**
     * Of the portraits that a store keeps of one person, some say nothing. They are not shown.
     *
     * @param portraits how many
     */
    record UnreadablePortraits(int portraits) implements EngineEvent {
        @Override
        public String text() {
            return portraits
                    + " portraits of a person on file were changed or are damaged, and are not shown. Enrol the person again, or"
                    + " delete the portraits";
        }
    }

    /**
     * All portraits of a store were deleted, and some people's rows could not get a new key, since they can't be read.
     *
     * @param people how many
     */
    record PortraitsInBackups(int people) implements EngineEvent {
        @Override
        public String text() {
            return "the portraits of " + people
                    + " people were deleted whose rows can't be read (is this the key file of these databases?): their keys are as they"
                    + " were, and so backups of the portraits may be readable. Enrol or delete these people again";
        }
    }

    /**
     * All rows of a store are now encrypted under the current master key.
     *
     * @param people how many were not
     * @param masterKey the current key's id
     */
    record MasterKeyRotated(int people, String masterKey) implements EngineEvent {
        @Override
        public String text() {
            return people + " people's rows were encrypted anew, and all that can be read are now under the master key "
                    + masterKey
                    + "; once each node has said so, destroy the older ones: backups from before are then of no use to anybody";
        }
    }

    /** The event for the log: what happened, and what to do. */
    String text();

    /** Writes the event into the log, as a warning. */
    default void log() {
        System.getLogger("org.facecheck.engine").log(System.Logger.Level.WARNING, text());
    }
}
