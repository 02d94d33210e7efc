package org.facecheck.metrics;

import java.util.List;

/** Gives meters to one API of the server's. Named by its class only, so that one whose API is missing is missing alone. */
interface Publisher {
    /**
     * Publishes the meters.
     *
     * @param application a tag of each of them: the context path
     * @return takes them out again, before the application goes
     * @throws LinkageError where the server gives applications no such API
     * @throws RuntimeException where it gives the API and no registry
     */
    Runnable publish(List<Meter> meters, Figures figures, String application);
}
