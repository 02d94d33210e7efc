package org.facecheck.internal.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the way to the service is. No record, whose generated methods nobody would call, and which would weigh as much again. */
public final class ServiceStatus {
    /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}. */
    final String circuit;

    /** Since when it is closed, or not closed any more. */
    final Instant circuitSince;

    /** From when on a check may try whether the service is back; {@code null} while the circuit is closed. */
    final @Nullable Instant circuitTriesAt;

    /** When the service gave the token; {@code null} where there is none. */
    final @Nullable Instant tokenGivenAt;

    /** From when on a new one is asked for; {@code null} where there is none. */
    final @Nullable Instant tokenGoodUntil;

    /** As it is now. */
    public ServiceStatus(
            String circuit,
            Instant circuitSince,
            @Nullable Instant circuitTriesAt,
            @Nullable Instant tokenGivenAt,
            @Nullable Instant tokenGoodUntil) {
        this.circuit = circuit;
        this.circuitSince = circuitSince;
        this.circuitTriesAt = circuitTriesAt;
        this.tokenGivenAt = tokenGivenAt;
        this.tokenGoodUntil = tokenGoodUntil;
    }
}
