package org.facecheck.it.app.reader;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.facecheck.KycIdentity;

/** A stateless session bean asks for the identity in each call. */
@Stateless
public class WhoBean {
    @Inject
    private Instance<KycIdentity> identity;

    public String name() {
        KycIdentity who = identity.get();
        return who == null ? "nobody" : who.fullName().orElse("nameless");
    }
}
