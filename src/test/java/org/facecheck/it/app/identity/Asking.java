package org.facecheck.it.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.facecheck.KycIdentity;

/** Asks each time. */
@ApplicationScoped
public class Asking {
    @Inject
    private Instance<KycIdentity> instance;

    @Inject
    private Provider<KycIdentity> provider;

    public String names() {
        return Names.of(instance.get()) + "/" + Names.of(provider.get());
    }
}
