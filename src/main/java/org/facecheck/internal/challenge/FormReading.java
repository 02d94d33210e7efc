package org.facecheck.internal.challenge;

import jakarta.servlet.ServletContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a server reads what neither Jakarta Servlet 6.0 (§3.1, §3.12) nor the WHATWG URL Standard leaves to it in one way only.
 * {@code ReplayIT} holds each of these answers against the server's own, for the same bytes.
 */
enum FormReading {
    /** WildFly, JBoss EAP, and Undertow by itself. */
    UNDERTOW,

    /** Payara and GlassFish. */
    GRIZZLY,

    /** Any other: read as Grizzly does, whose parser is that of Tomcat, but for what is Grizzly's alone. */
    OTHER;

    /** By the server's name for itself, the one thing that the Servlet API tells about it. */
    static FormReading of(ServletContext context) {
        @Nullable String server = context.getServerInfo();
        if (server == null) {
            return OTHER;
        } else if (server.contains("Undertow") || server.contains("WildFly") || server.contains("JBoss")) {
            return UNDERTOW;
        }
        return server.contains("Payara") || server.contains("GlassFish") ? GRIZZLY : OTHER;
    }

    /** Whether {@code =value}, and nothing at all before an ampersand, is a parameter whose name is empty. */
    boolean keepsEmptyNames() {
        return this == UNDERTOW;
    }

    /** Whether what stands before a value's first percent sign is taken as it is, whatever the charset. */
    boolean startsToDecodeAtTheFirstEscape() {
        return this == UNDERTOW;
    }

    /** Whether a single parameter that the query has is answered without a look at the body, which then can still be read. */
    boolean asksTheQueryAlone() {
        return this == UNDERTOW;
    }

    /** Whether an encoding comes too late behind any parameter, but not behind the stream. */
    boolean fixesEncodingWithParameters() {
        return this != UNDERTOW;
    }

    /** Whether what somebody has left in the stream, or in the reader, is looked through for parameters. */
    boolean findsParametersInTheRest() {
        return this == GRIZZLY;
    }

    /** Whether an encoding that the application names is shown in the content type. */
    boolean showsEncodingInContentType() {
        return this == GRIZZLY;
    }

    /** Whether the application may put something into the map of parameters, which changes nothing else. */
    boolean givesParametersToChange() {
        return this == UNDERTOW;
    }

    /**
     * The charset of what percent signs stand for.
     *
     * @param name {@code null} where nobody has named one, so that it is the specification's (Jakarta Servlet 6.0, §3.12)
     * @return empty where nothing can be decoded, and what would have to be is dropped
     */
    Optional<Charset> charset(@Nullable String name) {
        if (name == null) {
            return Optional.of(StandardCharsets.ISO_8859_1);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return this == UNDERTOW ? Optional.empty() : Optional.of(StandardCharsets.ISO_8859_1);
        }
    }

    /** A map of parameters in the server's order: Undertow's has none that means anything, the others' is that in which they were sent. */
    Map<String, String[]> newParameters() {
        return this == UNDERTOW ? new HashMap<>() : new LinkedHashMap<>();
    }
}
