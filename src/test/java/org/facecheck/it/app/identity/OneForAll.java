package org.facecheck.it.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.facecheck.KycIdentity;

/** Wrong: one for everybody. */
@ApplicationScoped
public class OneForAll {
    @Inject
    private KycIdentity identity;

    public String name() {
        return Names.of(identity);
    }
}
