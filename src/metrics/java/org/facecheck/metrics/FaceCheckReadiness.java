package org.facecheck.metrics;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.facecheck.internal.figures.FaceCheckMXBean;

/**
 * Whether Facecheck runs in this application, with the circuit as data. It stays up while the service is down: all servers ask
 * the same service, so that a load balancer would take all of them out at once, with the pages that need no check and the people who
 * have their pass. Operators watch the data, or the meter {@code facecheck.circuit.closed}.
 */
@Readiness
public class FaceCheckReadiness implements HealthCheck {
    @Inject
    private Figures figures;

    /** For CDI, which makes a proxy of this class, too, and therefore asks for a constructor without parameters. */
    public FaceCheckReadiness() {}

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("facecheck");
        return figures.now()
                .map(now -> described(now, response).up())
                .orElseGet(response::down)
                .build();
    }

    private static HealthCheckResponseBuilder described(FaceCheckMXBean now, HealthCheckResponseBuilder response) {
        response.withData("application", now.getApplication());
        if (now.getCircuit() != null && now.getCircuitSince() != null) {
            response.withData("circuit", now.getCircuit())
                    .withData("circuit-since", now.getCircuitSince().toInstant().toString());
        }
        if (now.getTokenGoodUntil() != null) {
            response.withData(
                    "token-good-until", now.getTokenGoodUntil().toInstant().toString());
        }
        return response.withData("checks-in-flight", now.getChecksInFlight());
    }
}
