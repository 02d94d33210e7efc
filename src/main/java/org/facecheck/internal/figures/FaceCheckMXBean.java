package org.facecheck.internal.figures;

import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator reads of one application. The attributes' names, their meanings and units are in the documents, section
 * "Figures"; monitoring relies on them, so attributes may be added and none is renamed. Nothing here is of one person.
 *
 * <p>An MXBean, and therefore of simple types and of maps from words to numbers, which every JMX client can read without a class
 * of ours. Counts are since the application's start; {@code null} is what is not known or not there.
 */
public interface FaceCheckMXBean {
    /** The context path, {@code /} for the root. */
    String getApplication();

    /** When counting began. */
    Date getStartedAt();

    /** Outcomes of uploads by their names in the audit lines. */
    Map<String, Long> getChecks();

    /** Checks that the service, or the application's own matcher, works on now. */
    int getChecksInFlight();

    /** How many there may be: {@code facecheck.service.max-concurrent}. */
    int getChecksInFlightLimit();

    /** Uploads that were told to come back in a moment, by the limit that was reached. */
    Map<String, Long> getRefusedByLimit();

    /** Uploads after more attempts than the deployer allows. */
    long getAttemptsLocked();

    /** Pictures that were refused before the service was asked, by reason. */
    Map<String, Long> getPicturesRefused();

    /** Why there was no verdict, in the words of the audit lines. */
    Map<String, Long> getTroubles();

    /** Outcomes that the log or an observer of the application's failed to record; none of them gave a pass. */
    long getNotAudited();

    /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}; {@code null} where the service has not been asked. */
    @Nullable
    String getCircuit();

    /** Since when it is closed, or not closed any more. */
    @Nullable
    Date getCircuitSince();

    /** From when on a check may try whether the service is back; {@code null} while the circuit is closed. */
    @Nullable
    Date getCircuitTriesAt();

    /** How long ago the service gave the token, in seconds. */
    @Nullable
    Long getTokenAgeSeconds();

    /** Until when the token is used; the first check after that asks for a new one. */
    @Nullable
    Date getTokenGoodUntil();

    /** How many checks got an answer within the last five minutes. */
    int getServiceAnswers();

    /** Half of these answers took no longer, in milliseconds. */
    @Nullable
    Long getServiceMillisP50();

    /** Of a hundred of these answers, 99 took no longer, in milliseconds. */
    @Nullable
    Long getServiceMillisP99();

    /** The slowest of these answers, in milliseconds. */
    @Nullable
    Long getServiceMillisMax();

    /** Sessions that got a pass in this server and still hold it. */
    int getSessionsWithPass();

    /** Forgets all attempts so far, so that nobody is locked out any more; in a cluster, in this server. */
    void forgetAttempts();

    /** Has checks sent to the service again, without waiting for one that tries whether it is back. */
    void closeCircuit();
}
