package org.facecheck.internal.config.reader;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.Set;

/** Raw values by key, wherever the deployer wrote them. */
public interface Settings {

    /** The trimmed value; empty where there is none or a blank one. */
    Optional<String> value(String key);

    /** The names of all keys that begin with {@link Key#PREFIX}, right or wrong. */
    Set<String> names();

    /** MicroProfile Config of the application, and the servlet context's parameters for what it lacks. */
    static Settings of(ServletContext context) {
        return ApplicationSettings.of(context);
    }
}
