package org.facecheck.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What filters get walked around for: an application in as many shapes as there are. */
public final class Shapes {
    private Shapes() {}

    private static void say(String what, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content", what);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(what);
    }

    /** Protected by prefix, by an exact path, and by its name where it is mapped elsewhere. */
    @WebServlet(
            name = "vault",
            urlPatterns = {"/secure/*", "/exact", "/vault", "/deep/vault/*"},
            asyncSupported = true)
    public static class Vault extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            say("PROTECTED", response);
        }
    }

    /** Open to everybody. */
    @WebServlet(urlPatterns = "/open/*", asyncSupported = true)
    public static class Open extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            say("OPEN", response);
        }
    }

    /** Routes by the raw request URI, and reads it as generously as any. */
    @WebServlet(urlPatterns = "/x/*", asyncSupported = true)
    public static class FrontController extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String raw = request.getRequestURI()
                    .substring(request.getContextPath().length())
                    .replaceAll(";[^/]*", "");
            String path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace('\\', '/')
                    .replaceAll("/+", "/");
            String route = URI.create(
                            "x:" + path.replace(" ", "").replace("%", "").replaceAll("\\p{Cntrl}", ""))
                    .normalize()
                    .getPath();
            say(route.startsWith("/x/admin") ? "PROTECTED" : "OPEN", response);
        }
    }

    /** A JAX-RS application, protected at a sub-path. */
    @ApplicationPath("/api")
    public static class Api extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(PrivateResource.class, PublicResource.class);
        }
    }

    /** Below the protected sub-path. */
    @Path("private")
    public static class PrivateResource {
        @GET
        @Path("{id}")
        public String get() {
            return "PROTECTED";
        }
    }

    /** Beside it. */
    @Path("public")
    public static class PublicResource {
        @GET
        @Path("{id}")
        public String get() {
            return "OPEN";
        }
    }

    /** Below a protected prefix. */
    @ServerEndpoint("/secure/socket")
    public static class SecureSocket {
        @OnMessage
        public String echo(String text) {
            return text;
        }
    }

    /** At a protected path of its own. */
    @ServerEndpoint("/socket")
    public static class Socket {
        @OnMessage
        public String echo(String text) {
            return text;
        }
    }

    /** Open to everybody. */
    @ServerEndpoint("/echo")
    public static class OpenSocket {
        @OnMessage
        public String echo(String text) {
            return text;
        }
    }
}
