package org.facecheck.it.app.identity;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.facecheck.KycIdentity;

/** Wrong: outlives a login. */
@SessionScoped
public class OneForSession implements Serializable {
    private static final long serialVersionUID = 1L;
    private KycIdentity identity;

    @Inject
    void set(KycIdentity injected) {
        identity = injected;
    }

    public String name() {
        return Names.of(identity);
    }
}
