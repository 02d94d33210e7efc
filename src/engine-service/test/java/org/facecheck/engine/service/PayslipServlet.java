package org.facecheck.engine.service;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.KycIdentity;

/** An application's page that is protected by the face, which says who has come. */
@WebServlet(urlPatterns = "/payslip", asyncSupported = true)
public class PayslipServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = KycIdentity.of(request).flatMap(KycIdentity::fullName).orElse("nobody");
        response.getWriter().print("payslip of " + name + " for " + request.getRemoteUser());
    }
}
