package org.facecheck.example.intranet;

import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How much leave is left, as JSON for a script. Protected by {@code /api/*}. */
@WebServlet("/api/leave-balance")
public class BalanceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        try (JsonWriter out = Json.createWriter(response.getWriter())) {
            out.writeObject(Json.createObjectBuilder()
                    .add("daysLeft", 17)
                    .add("daysTaken", 8)
                    .add("carriedOver", 3)
                    .build());
        }
    }
}
