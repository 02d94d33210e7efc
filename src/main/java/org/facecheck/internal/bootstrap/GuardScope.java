package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.Mappings;

/**
 * Where suspicious targets are refused: where the deployer says, and always wherever a rule reaches. That is more than its
 * patterns. A servlet below whose mapping one of them lies reads the rest of the path by itself, in a way of its own perhaps.
 * One that is mapped by a suffix, or to all that no other servlet takes, finds its file by the whole path, which a file system
 * reads in its way: on WildFly, {@code //docs/plan.txt} is the file, and not what {@code /docs/*} matches. The guard stands
 * before all of such a servlet.
 *
 * @param patterns URL patterns
 * @param servlets names of servlets
 */
record GuardScope(List<String> patterns, List<String> servlets) {
    /** The names that both servers give to the servlets that send files and JSP pages, registered or not. */
    private static final List<String> SERVERS = List.of("default", "jsp");

    /**
     * The scope for an application.
     *
     * @param known the servlets that are registered by now
     */
    static GuardScope of(FaceCheckConfig config, Collection<? extends ServletRegistration> known) {
        if (!config.narrowsGuard()) {
            return new GuardScope(List.of(FaceCheckConfig.EVERYWHERE), List.of());
        }
        CaptureConfig capture = config.capture();
        Set<String> patterns = new LinkedHashSet<>(config.guardPatterns());
        patterns.addAll(List.of(capture.path(), capture.path() + "/*"));
        Set<String> servlets = new LinkedHashSet<>(SERVERS);
        for (Rule rule : config.rules()) {
            patterns.addAll(rule.patterns());
            patterns.addAll(rule.exempt());
            servlets.addAll(rule.servlets());
        }
        known.stream()
                .filter(servlet ->
                        Mappings.of(servlet.getMappings()).stream().anyMatch(mapping -> reads(mapping, patterns)))
                .map(ServletRegistration::getName)
                .sorted()
                .forEach(servlets::add);
        return new GuardScope(List.copyOf(patterns), List.copyOf(servlets));
    }

    /** Whether a servlet at this mapping has to read a path, and one of these patterns may be what it reads. */
    private static boolean reads(String mapping, Collection<String> patterns) {
        return mapping.equals("/")
                || mapping.startsWith("*.")
                || (mapping.endsWith("/*")
                        && patterns.stream()
                                .anyMatch(pattern -> pattern.startsWith(mapping.substring(0, mapping.length() - 1))));
    }

    boolean isEverywhere() {
        return patterns.contains(FaceCheckConfig.EVERYWHERE);
    }

    /** As an operator reads it in the log at start-up. */
    @Override
    public String toString() {
        return String.join(", ", patterns)
                + (servlets.isEmpty() ? "" : ", and before the servlets " + String.join(", ", servlets));
    }
}
