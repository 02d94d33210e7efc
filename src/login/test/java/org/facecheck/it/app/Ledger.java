package org.facecheck.it.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;

/** A CDI bean that is no EJB; no specification of Jakarta EE 10 has a container decide about it by roles. */
@ApplicationScoped
public class Ledger {
    @Inject
    private SecurityContext security;

    @RolesAllowed("board")
    public String annotated() {
        return "annotated";
    }

    public String asked() {
        return security.isCallerInRole("employee") ? "asked by an employee" : "refused";
    }
}
