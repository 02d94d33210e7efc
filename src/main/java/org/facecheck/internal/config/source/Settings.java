package org.facecheck.internal.config.source;

import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Raw values by key, wherever the deployer wrote them. */
public interface Settings {

    /** The trimmed value; empty where there is none or a blank one. */
    Optional<String> value(String key);

    /** The names of all keys that begin with {@link Key#PREFIX}, right or wrong; of variables, the keys that they stand for. */
    Set<String> names();

    /** Why some environment variables of Facecheck's cannot be understood, and what to write instead. */
    List<String> problems();

    /** Names of environment variables that begin as Facecheck's do, and that an orchestrator has set. */
    Set<String> foreign();

    /** MicroProfile Config of the application, and the servlet context's parameters for what it lacks. */
    static Settings of(ServletContext context) {
        return ApplicationSettings.of(context);
    }

    /** As far as they can be read before there is a servlet context: all but its parameters. */
    static Settings of(ClassLoader application) {
        return ApplicationSettings.of(application, new HashMap<>());
    }
}
