package org.facecheck.internal.config.source;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * An application's settings: MicroProfile Config first, which is environment, system properties, the server's own sources and
 * the application's file; then our own reading of the variables; then that file once more; then context parameters.
 *
 * <p>The files are read once more because Payara, while it deploys an application after another one's deployment has failed,
 * gives out the configuration of the server alone, and never that of an EAR's library.
 */
final class ApplicationSettings implements Settings {
    private static final String FILE = "META-INF/microprofile-config.properties";

    private final Config config;
    private final PropertyExpressions expressions;
    private final Map<String, String> application;
    private final EnvironmentVariables variables;
    private final SortedSet<String> names;

    /**
     * @param environment values of this process's variables, by their names
     * @param application what the application says itself, by keys
     */
    ApplicationSettings(Config config, Map<String, String> environment, Map<String, String> application) {
        this.config = config;
        this.expressions = new PropertyExpressions(config);
        this.application = Map.copyOf(application);
        WrittenNames written =
                new WrittenNames(config, ProfileVariables.of(config).in(environment), application);
        this.names = new TreeSet<>(written.keys());
        this.variables = new EnvironmentVariables(written.variables(), names);
        names.addAll(variables.keys());
    }

    static ApplicationSettings of(ServletContext context) {
        // A context parameter is the last, since it cannot be changed without a new build.
        Map<String, String> application = new HashMap<>();
        Collections.list(context.getInitParameterNames())
                .forEach(name -> application.put(name, context.getInitParameter(name)));
        return of(context.getClassLoader(), application);
    }

    /** @param application values that the application's file goes before */
    static ApplicationSettings of(ClassLoader loader, Map<String, String> application) {
        Properties file = read(loader);
        file.stringPropertyNames().forEach(name -> application.put(name, file.getProperty(name)));
        return new ApplicationSettings(ConfigProvider.getConfig(loader), System.getenv(), application);
    }

    /** The first that says something wins. */
    @Override
    public Optional<String> value(String key) {
        return said(config.getOptionalValue(key, String.class))
                .or(() -> said(variables.value(key)))
                .or(() -> said(Optional.ofNullable(application.get(key)).flatMap(expressions::expanded)));
    }

    /** Orchestrators set a variable to nothing where they have no value for it: then the next source is asked. */
    private static Optional<String> said(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public List<String> problems() {
        return Stream.concat(variables.problems().stream(), names.stream().flatMap(this::unknown))
                .toList();
    }

    /** A value that is taken for none would be silence, and a rule less. Its text may be a part of a secret. */
    private Stream<String> unknown(String key) {
        return value(key).isPresent()
                ? Stream.empty()
                : expressions.unknownIn(application.getOrDefault(key, "")).stream()
                        .map(expression ->
                                "%s stands for %s, which nothing on this server knows; set that, or write the value itself."
                                        .formatted(key, expression));
    }

    @Override
    public Set<String> foreign() {
        return variables.foreign();
    }

    /**
     * All files of this name, as MicroProfile Config reads them: of the application, its libraries and its EAR; what is found first
     * wins. One that cannot be read ends the deployment: taken for an empty one, it would lose rules.
     */
    private static Properties read(ClassLoader loader) {
        Properties all = new Properties();
        try {
            for (URL found : Collections.list(loader.getResources(FILE))) {
                Properties file = new Properties();
                try (Reader reader = new InputStreamReader(found.openStream(), StandardCharsets.UTF_8)) {
                    file.load(reader);
                }
                file.forEach(all::putIfAbsent);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " can't be read", broken);
        }
        return all;
    }
}
