package org.facecheck.metrics;

import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.internal.figures.FaceCheckMXBean;
import org.facecheck.internal.figures.Limit;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a server publishes.
 *
 * @param name with dots, as all three APIs have it; servers write it in their own way
 * @param description for people
 * @param unit as Micrometer and MicroProfile Metrics name it; {@code none} for plain numbers
 * @param tag what tells this line from others of the same name; {@code null} where there is one only
 * @param value gives {@code null} where it is not known, which is published as NaN
 */
record Meter(
        String name,
        String description,
        String unit,
        Map.@Nullable Entry<String, String> tag,
        Function<FaceCheckMXBean, @Nullable Number> value) {

    private static final String NONE = "none";

    /** All that are published. Reasons by word are not: their number is not known when lines are made; they are in JMX. */
    static List<Meter> all() {
        List<Meter> meters = new ArrayList<>();
        for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.LOGGED_OUT))) {
            meters.add(new Meter(
                    "facecheck.checks",
                    "Outcomes of uploads since the application's start",
                    NONE,
                    Map.entry("outcome", outcome.name()),
                    figures -> figures.getChecks().get(outcome.name())));
        }
        for (Limit limit : Limit.values()) {
            meters.add(new Meter(
                    "facecheck.refused",
                    "Uploads that were told to come back, since the application's start",
                    NONE,
                    Map.entry("limit", limit.name()),
                    figures -> figures.getRefusedByLimit().get(limit.name())));
        }
        meters.add(
                plain("facecheck.not.audited", "Outcomes that could not be recorded", FaceCheckMXBean::getNotAudited));
        meters.add(plain("facecheck.checks.in.flight", "Checks under way", FaceCheckMXBean::getChecksInFlight));
        meters.add(plain(
                "facecheck.checks.in.flight.limit",
                "How many checks may be under way",
                FaceCheckMXBean::getChecksInFlightLimit));
        meters.add(plain("facecheck.sessions", "Sessions with a pass", FaceCheckMXBean::getSessionsWithPass));
        meters.add(plain("facecheck.circuit.closed", "1 while the service is asked, 0 while it is not", Meter::closed));
        meters.add(new Meter(
                "facecheck.token.age", "How old the token is", "seconds", null, FaceCheckMXBean::getTokenAgeSeconds));
        meters.add(new Meter("facecheck.token.left", "How long the token is used", "seconds", null, Meter::tokenLeft));
        meters.add(answer("0.5", FaceCheckMXBean::getServiceMillisP50));
        meters.add(answer("0.99", FaceCheckMXBean::getServiceMillisP99));
        meters.add(answer("1", FaceCheckMXBean::getServiceMillisMax));
        return meters;
    }

    private static Meter plain(String name, String description, Function<FaceCheckMXBean, @Nullable Number> value) {
        return new Meter(name, description, NONE, null, value);
    }

    private static Meter answer(String quantile, Function<FaceCheckMXBean, @Nullable Long> millis) {
        return new Meter(
                "facecheck.service.answer",
                "How long the service took to answer within the last five minutes",
                "seconds", // which all servers write alike, unlike milliseconds
                Map.entry("quantile", quantile),
                figures -> Optional.ofNullable(millis.apply(figures))
                        .map(known -> known / 1000.0)
                        .orElse(null));
    }

    private static @Nullable Number closed(FaceCheckMXBean figures) {
        return Optional.ofNullable(figures.getCircuit())
                .map(circuit -> circuit.equals("CLOSED") ? 1 : 0)
                .orElse(null);
    }

    private static @Nullable Number tokenLeft(FaceCheckMXBean figures) {
        return Optional.ofNullable(figures.getTokenGoodUntil())
                .map(Date::getTime)
                .map(end -> Math.max(0, (end - System.currentTimeMillis()) / 1000))
                .orElse(null);
    }

    /** The value now. */
    double read(Figures figures) {
        return figures.now().map(value).map(Number::doubleValue).orElse(Double.NaN);
    }
}
