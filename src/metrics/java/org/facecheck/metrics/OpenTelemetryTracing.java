package org.facecheck.metrics;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Retake;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.FaceMatcher;
import org.facecheck.Selfie;
import org.facecheck.internal.figures.MatcherTracing;
import org.jspecify.annotations.Nullable;

/**
 * A span for each call to the service: from the picture's going to the answer's coming, the request for a token and the repetition
 * after it included. Its attributes are the answer's kind and fixed words of ours, and nothing of a person. The service gets no
 * header of it: it is another company's. A bean, since Facecheck asks for one together with its matcher.
 */
public class OpenTelemetryTracing implements MatcherTracing {
    static final String NAME = "face check";

    @Inject
    private Instance<OpenTelemetry> telemetry;

    @Inject
    private Figures figures;

    /** For CDI. */
    public OpenTelemetryTracing() {}

    @Override
    public FaceMatcher traced(FaceMatcher matcher) {
        if (!telemetry.isResolvable()) { // the API is there, and the server has not switched it on
            return matcher;
        }
        Tracer tracer = telemetry.get().getTracer(OpenTelemetryPublisher.SCOPE);
        String application = figures.application();
        return selfie -> follow(
                tracer.spanBuilder(NAME)
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute("application", application)
                        .setAttribute("facecheck.picture.size", (long) selfie.bytes().length)
                        .startSpan(),
                matcher,
                selfie);
    }

    private static CompletionStage<FaceMatch> follow(Span span, FaceMatcher matcher, Selfie selfie) {
        CompletionStage<FaceMatch> answer;
        try {
            answer = matcher.match(selfie);
        } catch (RuntimeException | Error broken) {
            end(span, null);
            throw broken;
        }
        if (answer == null) { // an application's own matcher may do anything
            end(span, null);
            return answer;
        }
        return answer.whenComplete((match, failure) -> end(span, match));
    }

    /** @param match {@code null} where the matcher has failed */
    private static void end(Span span, @Nullable FaceMatch match) {
        if (match == null) {
            span.setAttribute("error.type", "MATCHER_FAILED").setStatus(StatusCode.ERROR);
        } else {
            span.setAttribute("facecheck.answer", match.getClass().getSimpleName());
            if (match instanceof Retake retake) {
                span.setAttribute("facecheck.hint", retake.hint().name());
            } else if (match instanceof Trouble trouble) {
                span.setAttribute("error.type", trouble.cause().name()).setStatus(StatusCode.ERROR, trouble.detail());
            }
        }
        span.end();
    }
}
