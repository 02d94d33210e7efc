package org.facecheck.internal.config.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The environment as the active profile sees it. MicroProfile Config looks for {@code %prod.facecheck.protect}, and so for the
 * variable {@code _PROD_FACECHECK_PROTECT}, before it looks for {@code FACECHECK_PROTECT} (3.1, "Config Profile" and "Environment
 * Variables Mapping Rules"). No list of names tells that such a variable speaks of a rule, which would be open then.
 *
 * @param profiles the beginnings of their variables' names
 */
record ProfileVariables(Set<String> profiles) {
    private static final String PROFILE = "mp.config.profile";

    /** Of the active profiles; some implementations take several between commas. */
    static ProfileVariables of(Config config) {
        List<String> active = config.getOptionalValue(PROFILE, String.class).stream()
                .flatMap(profiles -> Stream.of(profiles.split(",")))
                .map(profile -> '_' + VariableName.sameCase(profile.strip()) + '_')
                .toList();
        return new ProfileVariables(active.stream()
                .flatMap(beginning -> Stream.of(beginning, beginning.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()));
    }

    /** The same variables, with those of the profiles in place of what they replace. */
    Map<String, String> in(Map<String, String> environment) {
        Map<String, String> effective = new HashMap<>(environment);
        environment.forEach((name, value) -> profiles.stream()
                .filter(name::startsWith)
                .map(beginning -> name.substring(beginning.length()))
                .filter(rest -> new VariableName(rest).isForFacecheck())
                .forEach(rest -> effective.put(rest, value)));
        return effective;
    }
}
