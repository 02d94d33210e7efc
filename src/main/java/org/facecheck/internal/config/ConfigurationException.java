package org.facecheck.internal.config;

import java.util.List;

/** The configuration is wrong or incomplete. The message names every wrong key, what is wrong and what to write. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(List<String> problems) {
        super(("Facecheck cannot start, and the application stays closed: %d thing(s) to mend in its configuration."
                        + "%n  - %s%n"
                        + "Set keys in META-INF/microprofile-config.properties, as system properties, as environment"
                        + " variables (FACECHECK_SERVICE_CLIENT_ID) or as <context-param> in web.xml.")
                .formatted(problems.size(), String.join(System.lineSeparator() + "  - ", problems)));
    }
}
