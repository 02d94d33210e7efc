package org.facecheck.internal.application;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.facecheck.KycIdentity;

/**
 * Makes {@code @Inject KycIdentity} and {@code #{facecheck.…}} work. An extension rather than annotated beans, since a jar with
 * beans is a bean archive, which would switch CDI on in applications that never had it. Both beans are
 * dependent: they are made anew for each use, of the request that is being answered.
 */
public final class FaceCheckExtension implements Extension {
    /** An expression finds the bean by its name; the type is for the container. */
    private static final TypeLiteral<Map<String, Object>> VIEW = new TypeLiteral<>() {
        private static final long serialVersionUID = 1L;
    };

    /** {@code KycIdentity} may be {@code null}, which CDI allows to dependent beans only: no person is verified. */
    void addBeans(@Observes AfterBeanDiscovery discovery) {
        discovery
                .<KycIdentity>addBean()
                .beanClass(FaceCheckExtension.class)
                .types(KycIdentity.class)
                .qualifiers(Default.Literal.INSTANCE, Any.Literal.INSTANCE)
                .scope(Dependent.class)
                .produceWith(beans -> KycIdentity.of(request(beans)).orElse(null));
        discovery
                .<Map<String, Object>>addBean()
                .beanClass(FaceCheckExtension.class)
                .types(VIEW.getType())
                .name(FaceCheckElVariable.NAME)
                .qualifiers(NamedLiteral.of(FaceCheckElVariable.NAME), Any.Literal.INSTANCE)
                .scope(Dependent.class)
                .produceWith(beans -> new FaceCheckElVariable(request(beans)));
    }

    private static HttpServletRequest request(Instance<Object> beans) {
        return beans.select(HttpServletRequest.class).get();
    }
}
