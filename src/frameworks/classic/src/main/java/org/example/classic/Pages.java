package org.example.classic;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletDiskFileUpload;

/** All pages, as a servlet that only the descriptor names: the oldest ones know no annotations. */
public class Pages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().print("<!DOCTYPE html><title>Page</title><p>" + text(request));
    }

    private static String text(HttpServletRequest request) throws IOException {
        return switch (String.valueOf(request.getPathInfo())) {
            case "/page", "/save" -> {
                request.setCharacterEncoding("UTF-8");
                yield "PROTECTED name=[" + Objects.toString(request.getParameter("name"), "") + "]";
            }
            case "/upload" -> {
                List<DiskFileItem> sent = new JakartaServletDiskFileUpload(
                                DiskFileItemFactory.builder().get())
                        .parseRequest(request);
                yield "PROTECTED name=[" + sent.get(0).getString(StandardCharsets.UTF_8) + "] file=["
                        + sent.get(1).getName() + "] length=[" + sent.get(1).getSize() + "]";
            }
            case "/logout" -> {
                request.getSession().invalidate();
                yield "START PAGE OF THE APPLICATION";
            }
            default -> "START PAGE OF THE APPLICATION";
        };
    }
}
