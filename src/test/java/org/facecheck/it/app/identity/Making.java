package org.facecheck.it.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.function.Function;
import org.facecheck.KycIdentity;

/** Wrong: what is made of one identity lives on. */
public class Making {
    @Produces
    @ApplicationScoped
    Function<String, String> greeting(KycIdentity identity) {
        return greeting -> greeting + Names.of(identity);
    }
}
