package org.facecheck.it.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.util.Map;
import org.facecheck.KycIdentity;

/** Asks each time. */
@ApplicationScoped
public class Asking {
    @Inject
    private Instance<KycIdentity> instance;

    @Inject
    private Provider<KycIdentity> provider;

    /** What expressions read. */
    @Inject
    @Named("facecheck")
    private Instance<Map<String, Object>> variable;

    @Inject
    @Named("facecheck")
    private Map<String, Object> sameVariable;

    public String names() {
        return Names.of(instance.get()) + "/" + Names.of(provider.get()) + "/" + name(variable.get()) + "/"
                + name(sameVariable);
    }

    private static String name(Map<String, Object> facecheck) {
        return ((Map<?, ?>) facecheck.get("identity")).containsKey("fullName")
                ? ((Map<?, ?>) facecheck.get("identity")).get("fullName").toString()
                : "nobody";
    }
}
