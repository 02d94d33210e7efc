package org.facecheck.it.app.reader;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.facecheck.KycIdentity;

/** A resource of Jakarta REST reads the identity from the request, and by CDI. */
@Path("/who")
public class WhoResource {
    @Inject
    private Instance<KycIdentity> identity;

    @GET
    public String who(@Context HttpServletRequest request) {
        KycIdentity injected = identity.get();
        return "rest=" + KycIdentity.of(request).flatMap(KycIdentity::fullName).orElse("nobody") + "/"
                + (injected == null ? "nobody" : injected.fullName().orElse("nameless"));
    }
}
