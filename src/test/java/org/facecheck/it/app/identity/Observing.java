package org.facecheck.it.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.facecheck.KycIdentity;

/** Lives long, and is told anew each time. */
@ApplicationScoped
public class Observing {
    private volatile String last = "";

    void on(@Observes String question, KycIdentity identity) {
        last = question + Names.of(identity);
    }

    public String last() {
        return last;
    }
}
