package org.facecheck.internal.config.reader;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * An application's settings: MicroProfile Config first, which is environment, system properties, the server's own sources and
 * the application's file; then that file once more; then context parameters.
 *
 * <p>The file is read once more because Payara, while it deploys an application after another one's deployment has failed,
 * gives out the configuration of the server alone.
 */
record ApplicationSettings(Config config, Properties file, ServletContext context) implements Settings {
    private static final String FILE = "META-INF/microprofile-config.properties";

    static ApplicationSettings of(ServletContext context) {
        ClassLoader loader = context.getClassLoader();
        return new ApplicationSettings(ConfigProvider.getConfig(loader), read(loader), context);
    }

    /** The first that says something wins; a context parameter is the last, since it cannot be changed without a new build. */
    @Override
    public Optional<String> value(String key) {
        return config.getOptionalValue(key, String.class)
                .or(() -> Optional.ofNullable(file.getProperty(key)))
                .or(() -> Optional.ofNullable(context.getInitParameter(key)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** From all three, so that a mistyped key is found in each of them. */
    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        config.getPropertyNames().forEach(names::add);
        names.addAll(file.stringPropertyNames());
        names.addAll(Collections.list(context.getInitParameterNames()));
        names.removeIf(name -> !name.startsWith(Key.PREFIX));
        return names;
    }

    /** A file that cannot be read ends the deployment: taken for an empty one, it would lose rules. */
    private static Properties read(ClassLoader loader) {
        Properties file = new Properties();
        URL found = loader.getResource(FILE);
        if (found != null) {
            try (Reader reader = new InputStreamReader(found.openStream(), StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException broken) {
                throw new UncheckedIOException(FILE + " can't be read", broken);
            }
        }
        return file;
    }
}
