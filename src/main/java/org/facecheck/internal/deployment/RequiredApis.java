package org.facecheck.internal.deployment;

import jakarta.json.bind.spi.JsonbProvider;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * The APIs that Facecheck uses and a server may lack: a servlet container has none of them, and on WildFly a {@code
 * jboss-deployment-structure.xml} can take each away. Without this, the deployer would read of a class that is not found, one
 * after the other.
 */
public final class RequiredApis {
    /**
     * One of them.
     *
     * @param name as its specification is called
     * @param library an implementation, by its Maven coordinates
     * @param provider finds the implementation that is there; throws where there is none, or no API
     */
    private record Api(String name, String library, Supplier<Object> provider) {

        private boolean isMissing() {
            try {
                return provider.get() == null;
            } catch (LinkageError | ServiceConfigurationError | RuntimeException notThere) {
                return true;
            }
        }
    }

    // Lambdas and no method references, which would need the classes here, and not where they are caught.
    private static final Api CONFIG = new Api(
            "MicroProfile Config",
            "io.smallrye.config:smallrye-config:3.13.4",
            () -> ConfigProviderResolver.instance());

    private static final List<Api> OF_SERVICE = List.of(
            new Api("JSON Processing", "org.eclipse.parsson:parsson:1.1.7", () -> JsonProvider.provider()),
            new Api("JSON Binding", "org.eclipse:yasson:3.0.4", () -> JsonbProvider.provider()));

    private RequiredApis() {}

    /** What to do about all that is missing, where it is known at once that Facecheck can't start; else empty. */
    public static Optional<String> missingAtStart() {
        return CONFIG.isMissing()
                ? remedy(Stream.concat(Stream.of(CONFIG), OF_SERVICE.stream()).toList())
                : Optional.empty();
    }

    /** What to do about what is missing for the default {@code FaceMatcher}; an application's own may do without. */
    public static Optional<String> missingForService() {
        return remedy(OF_SERVICE);
    }

    private static Optional<String> remedy(List<Api> apis) {
        List<Api> missing = apis.stream().filter(Api::isMissing).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Facecheck can't start, since it needs APIs that this application does not get: "
                        + missing.stream().map(Api::name).collect(Collectors.joining(", "))
                        + ". Where the server has them, a jboss-deployment-structure.xml excludes them: remove what it says of"
                        + " them in <exclude-subsystems> and <exclusions>. Where the server has none, put these into WEB-INF/lib"
                        + " together with what they depend on: "
                        + missing.stream().map(Api::library).collect(Collectors.joining(", ")) + ".");
    }
}
