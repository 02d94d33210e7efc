package org.facecheck.engine.journey;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.KycIdentity;

/** A protected page, which says who has come. */
public class PayslipServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = KycIdentity.of(request).flatMap(KycIdentity::fullName).orElse("nobody");
        response.getWriter().print("payslip of " + name);
    }
}
