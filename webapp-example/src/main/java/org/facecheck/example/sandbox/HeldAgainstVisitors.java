package org.facecheck.example.sandbox;

import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What Facecheck itself holds against visitors of this application: its circuit to the service, and the attempts that it counts.
 * Read and forgotten as an operator does it, by JMX.
 */
final class HeldAgainstVisitors {
    private static final String FORGET_ATTEMPTS = "forgetAttempts";
    private static final String CLOSE_CIRCUIT = "closeCircuit";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final String application;

    HeldAgainstVisitors(ServletContext context) {
        application = context.getContextPath().isEmpty() ? "/" : context.getContextPath();
    }

    /** When the open circuit lets a check through again; empty while it is closed. */
    Optional<Instant> circuitOpenUntil() {
        try {
            for (ObjectName figures : figures()) {
                if (server.getAttribute(figures, "CircuitTriesAt") instanceof Date until) {
                    return Optional.of(until.toInstant());
                }
            }
            return Optional.empty();
        } catch (JMException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Lets everybody try again, and asks the service again. */
    void forget() {
        try {
            for (ObjectName figures : figures()) {
                server.invoke(figures, FORGET_ATTEMPTS, new Object[0], new String[0]);
                server.invoke(figures, CLOSE_CIRCUIT, new Object[0], new String[0]);
            }
        } catch (JMException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private Iterable<ObjectName> figures() throws JMException {
        String pattern = "org.facecheck:type=FaceCheck,application=" + ObjectName.quote(application) + ",*";
        return server.queryNames(new ObjectName(pattern), null);
    }
}
