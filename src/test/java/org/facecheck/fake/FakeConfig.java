package org.facecheck.fake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** MicroProfile Config out of a few sources, the first of which counts most. It knows texts only. */
public record FakeConfig(List<ConfigSource> sources) implements Config {

    /**
     * A source.
     *
     * @param names what it lists
     * @param values gives {@code null} for what it has not
     */
    public record Source(Set<String> names, UnaryOperator<String> values) implements ConfigSource {
        /** A source that lists what it has. */
        public static Source of(Map<String, String> values) {
            return new Source(values.keySet(), values::get);
        }

        @Override
        public Set<String> getPropertyNames() {
            return names;
        }

        @Override
        public String getValue(String key) {
            return values.apply(key);
        }

        @Override
        public String getName() {
            return "fake";
        }
    }

    @Override
    public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
        return sources.stream()
                .map(source -> source.getValue(key))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(value -> !value.isEmpty())
                .map(type::cast);
    }

    @Override
    public Iterable<String> getPropertyNames() {
        Set<String> names = new LinkedHashSet<>();
        sources.forEach(source -> names.addAll(source.getPropertyNames()));
        return names;
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return sources;
    }

    @Override
    public <T> T getValue(String key, Class<T> type) {
        return getOptionalValue(key, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
