package org.facecheck.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@link PlayedService} for the tests of a class, in JUnit 5. It starts when it is first asked for, which may be in the static
 * method of a deployment, forgets before each test what it was told, and ends after the last.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PlayedServiceExtension FACES = new PlayedServiceExtension();
 *
 * @Test
 * void two_faces_are_no_selfie() {
 *     FACES.service().answerOnce("two-faces");
 *     …
 * }
 * }</pre>
 *
 * <p>For a static field: one service for the class, which lives until its last test has ended. Thread-safe; but tests that run at the same
 * time would tell one service different things. Where no port is free, the first call throws an {@code UncheckedIOException}. It
 * takes no {@code null} and gives none.
 */
public final class PlayedServiceExtension implements BeforeEachCallback, AfterAllCallback {
    private @Nullable PlayedService service;

    /** An extension whose service has not been started yet. */
    public PlayedServiceExtension() {}

    /**
     * The service, started if it has not been.
     *
     * @return the one service of this extension
     */
    public synchronized PlayedService service() {
        if (service == null) {
            service = PlayedService.start();
        }
        return service;
    }

    /**
     * What Facecheck has to be told to ask the service.
     *
     * @return the three keys of the service with their values
     */
    public Map<String, String> settings() {
        return service().settings();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        service().reset();
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        if (service != null) {
            service.close();
            service = null;
        }
    }
}
