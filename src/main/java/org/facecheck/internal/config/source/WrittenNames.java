package org.facecheck.internal.config.source;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The names that somebody has written for Facecheck in any source, right or wrong. Without those that a server adds to its list
 * by making keys of variables, in which dots and dashes are mixed up.
 *
 * @param config lists names of all of MicroProfile Config's sources, each server in its own way
 * @param environment values of the process's variables, by their names
 * @param application what the application itself says, by the names that it uses
 */
record WrittenNames(Config config, Map<String, String> environment, Map<String, String> application) {

    /** A key for one profile (MicroProfile Config 3.1, "Config Profile"). Not each server lists the key itself. */
    private static final Pattern OF_PROFILE = Pattern.compile("%[^.]+\\.(" + Pattern.quote(Key.PREFIX) + ".+)");

    /** Names that begin with {@link Key#PREFIX}. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>(application.keySet());
        keys.addAll(environment.keySet());
        Set<String> variables = variables().keySet();
        for (String name : listed()) {
            Matcher ofProfile = OF_PROFILE.matcher(name);
            if (ofProfile.matches()) {
                // Of a profile that is not active, Config gives no value.
                config.getOptionalValue(ofProfile.group(1), String.class)
                        .ifPresent(value -> keys.add(ofProfile.group(1)));
            } else if (!isMadeOfVariable(new VariableName(name), variables)) {
                keys.add(name);
            }
        }
        keys.removeIf(name -> !name.startsWith(Key.PREFIX));
        return keys;
    }

    /**
     * Values by the names of Facecheck's variables: of the environment, and of what is spelled so elsewhere, such as the files
     * of a directory of secrets, or by mistake.
     */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(application);
        for (String name : listed()) {
            if (new VariableName(name).isOfFacecheck()) {
                config.getOptionalValue(name, String.class).ifPresent(value -> variables.put(name, value));
            }
        }
        variables.keySet().removeIf(name -> name.startsWith(Key.PREFIX));
        variables.putAll(environment);
        variables.keySet().removeIf(name -> !new VariableName(name).isForFacecheck());
        return variables;
    }

    private Set<String> listed() {
        Set<String> listed = new LinkedHashSet<>();
        config.getPropertyNames().forEach(listed::add);
        return listed;
    }

    /** Whether a name is listed only because a variable is there, whose name some sources list beside it. */
    private boolean isMadeOfVariable(VariableName name, Set<String> variables) {
        boolean mayBe = name.isKey()
                && !environment.containsKey(name.text())
                && variables.stream().anyMatch(name::resembles);
        return mayBe
                && StreamSupport.stream(config.getConfigSources().spliterator(), false)
                        .map(source -> source.getPropertyNames())
                        .filter(names -> names.contains(name.text()))
                        .allMatch(names -> variables.stream()
                                .anyMatch(variable -> name.resembles(variable) && names.contains(variable)));
    }
}
