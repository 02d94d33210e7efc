package org.facecheck.internal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.facecheck.KycIdentity;

/**
 * Makes {@code @Inject Instance<KycIdentity>} and {@code #{facecheck.…}} work. An extension rather than annotated beans, since a
 * jar with beans is a bean archive, which would switch CDI on in applications that never had it. Whoever asks gets what belongs
 * to the request that is being answered, and leaves nothing behind: not even in a bean that lives as long as the application.
 */
public final class FaceCheckExtension implements Extension {
    /** An expression finds the bean by its name; the type is for the container. */
    private static final TypeLiteral<Map<String, Object>> VIEW = new TypeLiteral<>() {
        private static final long serialVersionUID = 1L;
    };

    /** The name is for the container, which may know more types of this class. */
    void addIdentity(@Observes BeforeBeanDiscovery discovery) {
        discovery.addAnnotatedType(IdentityProducer.class, IdentityProducer.class.getName());
    }

    /** Stops the deployment where one person's identity would be shown to others. */
    void check(@Observes ProcessInjectionPoint<?, KycIdentity> event) {
        IdentityInjectionPoint point = new IdentityInjectionPoint(event.getInjectionPoint());
        if (!point.isRight()) {
            event.addDefinitionError(new DefinitionException(point.problem()));
        }
    }

    /**
     * One for all requests, which asks the container's proxy for the current one. A dependent one, made by code, would be kept
     * for each time that it is asked for by {@code Instance}, for as long as who asked lives (CDI 4.0, §2.4.4.1).
     */
    void addElVariable(@Observes AfterBeanDiscovery discovery) {
        discovery
                .<Map<String, Object>>addBean()
                .beanClass(FaceCheckExtension.class)
                .types(VIEW.getType())
                .name(FaceCheckElVariable.NAME)
                .qualifiers(NamedLiteral.of(FaceCheckElVariable.NAME), Any.Literal.INSTANCE)
                .scope(ApplicationScoped.class)
                .produceWith(beans -> new FaceCheckElVariable(
                        beans.select(HttpServletRequest.class).get()));
    }
}
