package org.facecheck.config;

import jakarta.servlet.ServletContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Raw values by key, wherever the deployer wrote them. */
public interface Settings {

    /** The trimmed value; empty where there is none or a blank one. */
    Optional<String> value(String key);

    /** The names of all keys that begin with {@link Key#PREFIX}, right or wrong. */
    Set<String> names();

    /** MicroProfile Config of the application, and the servlet context's parameters for what it lacks. */
    static Settings of(ServletContext context) {
        Config config = ConfigProvider.getConfig(context.getClassLoader());
        return new Settings() {
            @Override
            public Optional<String> value(String key) {
                return config.getOptionalValue(key, String.class)
                        .or(() -> Optional.ofNullable(context.getInitParameter(key)))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty());
            }

            @Override
            public Set<String> names() {
                Set<String> names = new LinkedHashSet<>();
                config.getPropertyNames().forEach(names::add);
                context.getInitParameterNames().asIterator().forEachRemaining(names::add);
                names.removeIf(name -> !name.startsWith(Key.PREFIX));
                return names;
            }
        };
    }
}
