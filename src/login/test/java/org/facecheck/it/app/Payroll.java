package org.facecheck.it.app;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An EJB whose container decides by roles. */
@Stateless
@DeclareRoles({"employee", "board"})
public class Payroll {
    @Resource
    private SessionContext context;

    @RolesAllowed("employee")
    public String salary() {
        return "salary of " + context.getCallerPrincipal().getName();
    }

    @RolesAllowed("board")
    public String bonus() {
        return "bonus";
    }

    @PermitAll
    public boolean isEmployee() {
        return context.isCallerInRole("employee");
    }
}
