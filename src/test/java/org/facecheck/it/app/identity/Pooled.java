package org.facecheck.it.app.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.facecheck.KycIdentity;

/** Wrong: lives in a pool. */
@Stateless
public class Pooled {
    @Inject
    private KycIdentity identity;

    public String name() {
        return Names.of(identity);
    }
}
