package org.facecheck.startup;

import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.facecheck.config.CaptureConfig;
import org.facecheck.config.FaceCheckConfig;
import org.facecheck.config.Rule;

/**
 * Where suspicious targets are refused: where the deployer says, and always wherever a rule reaches. A servlet whose mapping a
 * rule's pattern lies below reads the rest of the path by itself, in a way of its own perhaps, so that all of its mapping
 * counts, too.
 *
 * @param patterns URL patterns
 * @param servlets names of servlets
 */
record GuardScope(List<String> patterns, List<String> servlets) {
    /** The name that both servers give to the servlet that sends files, which reads no path in a way of its own. */
    private static final String FILES = "default";

    /**
     * The scope for an application.
     *
     * @param known the servlets that are registered by now
     */
    static GuardScope of(FaceCheckConfig config, Collection<? extends ServletRegistration> known) {
        if (!config.narrowsGuard()) {
            return new GuardScope(List.of(FaceCheckConfig.EVERYWHERE), List.of());
        }
        Set<String> patterns = new LinkedHashSet<>(config.guardPatterns());
        Set<String> servlets = new LinkedHashSet<>();
        CaptureConfig capture = config.capture();
        patterns.addAll(List.of(capture.path(), capture.path() + "/*"));
        for (Rule rule : config.rules()) {
            patterns.addAll(rule.patterns());
            patterns.addAll(rule.exempt());
            servlets.addAll(rule.servlets());
            known.stream()
                    .filter(servlet -> !servlet.getName().equals(FILES))
                    .flatMap(servlet -> servlet.getMappings().stream())
                    .map(mapping -> mapping.equals("/") ? FaceCheckConfig.EVERYWHERE : mapping)
                    .filter(mapping -> rule.patterns().stream().anyMatch(pattern -> isBelow(mapping, pattern)))
                    .forEach(patterns::add);
        }
        return new GuardScope(List.copyOf(patterns), List.copyOf(servlets));
    }

    boolean isEverywhere() {
        return patterns.contains(FaceCheckConfig.EVERYWHERE);
    }

    private static boolean isBelow(String mapping, String pattern) {
        return mapping.endsWith("/*") && pattern.startsWith(mapping.substring(0, mapping.length() - 1));
    }

    /** As an operator reads it in the log at start-up. */
    @Override
    public String toString() {
        return String.join(", ", patterns)
                + (servlets.isEmpty() ? "" : ", and by the servlets " + String.join(", ", servlets));
    }
}
