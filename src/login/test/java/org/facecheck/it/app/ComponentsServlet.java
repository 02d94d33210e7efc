package org.facecheck.it.app;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import java.util.function.Supplier;

/** What components ask of their container, in place of the request. */
@DeclareRoles({"employee", "board"})
@WebServlet(urlPatterns = {"/secure/components", "/open/components", "/board/components", "/orders", "/approvals"})
public class ComponentsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityContext security;

    @Inject
    private transient Principal injected;

    @Inject
    private transient Ledger ledger;

    @EJB
    private transient Payroll payroll;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        if ("authenticate".equals(request.getQueryString()) && !request.authenticate(response)) {
            return;
        }
        response.setContentType("text/plain;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.println("COMPONENTS " + request.getMethod() + " " + request.getRemoteUser());
        out.println("context=" + name(security.getCallerPrincipal()) + " employee="
                + security.isCallerInRole("employee") + " board=" + security.isCallerInRole("board"));
        out.println("injected=" + or(() -> injected.getName()));
        out.println("ejb=" + or(payroll::salary) + " employee=" + or(() -> String.valueOf(payroll.isEmployee())));
        out.println("bonus=" + or(payroll::bonus));
        out.println("cdi=" + ledger.asked() + ", " + ledger.annotated());
        out.println("what=" + request.getParameter("what"));
    }

    private static String name(Principal principal) {
        return principal == null ? "nobody" : principal.getName();
    }

    private static String or(Supplier<String> answer) {
        try {
            return answer.get();
        } catch (EJBException denied) {
            return "denied";
        }
    }
}
