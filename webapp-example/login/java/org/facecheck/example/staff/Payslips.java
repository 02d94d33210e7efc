package org.facecheck.example.staff;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** What people earn: their own for everybody of the staff, the sum for the board. */
@Stateless
@DeclareRoles({"staff", "board"})
public class Payslips {
    @Resource
    private SessionContext context;

    @RolesAllowed("staff")
    public String own() {
        return "The payslip of " + context.getCallerPrincipal().getName();
    }

    @RolesAllowed("board")
    public String sum() {
        return "The payslips of all";
    }
}
