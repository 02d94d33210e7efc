package org.facecheck.example.staff;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows a payslip; whose, and whether at all, the EJB decides. */
@WebServlet("/staff/payslip")
public class PayslipServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient Payslips payslips;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            request.setAttribute("payslip", "all".equals(request.getParameter("of")) ? payslips.sum() : payslips.own());
        } catch (EJBAccessException refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        request.getRequestDispatcher("/WEB-INF/payslip.jsp").forward(request, response);
    }
}
