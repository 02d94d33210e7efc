package org.facecheck.it.app.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.facecheck.KycIdentity;

/** Lives as long as the request. */
@RequestScoped
public class OfRequest {
    private KycIdentity identity;

    @Inject
    void set(KycIdentity injected) {
        identity = injected;
    }

    public String name() {
        return Names.of(identity);
    }
}
