package org.facecheck.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Asks its request for what the header {@code X-Steps} names, in that order, and says what it got or what was thrown. */
public final class StepServlet {
    private StepServlet() {}

    /** As most servlets are. */
    @WebServlet(urlPatterns = "/secure/steps", asyncSupported = true)
    public static class Plain extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer(request, response);
        }
    }

    /** Takes uploads. */
    @WebServlet(urlPatterns = "/secure/upload", asyncSupported = true)
    @MultipartConfig
    public static class Uploads extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer(request, response);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        String steps = request.getHeader("X-Steps");
        if (steps.equals("listen")) {
            listen(request, response);
        } else if (steps.equals("dispatch")) {
            dispatch(request, response);
        } else {
            response.getWriter().print(run(request, steps));
        }
    }

    private static String run(HttpServletRequest request, String steps) {
        StringBuilder said = new StringBuilder();
        for (String step : steps.split(";")) {
            String[] words = step.trim().split(" ", 2);
            said.append(step.trim()).append(" -> ");
            try {
                said.append(ask(request, words[0], words.length > 1 ? words[1] : ""));
            } catch (IOException | ServletException | RuntimeException thrown) {
                said.append(kind(thrown));
            }
            said.append('\n');
        }
        return said.toString();
    }

    /** The exception that the Servlet API names, whatever class of the server's it is. */
    private static String kind(Exception thrown) {
        for (Class<?> type : List.of(
                IllegalStateException.class, java.io.UnsupportedEncodingException.class, ServletException.class)) {
            if (type.isInstance(thrown)) {
                return type.getSimpleName();
            }
        }
        return thrown instanceof IOException ? "IOException" : "RuntimeException";
    }

    private static String ask(HttpServletRequest request, String what, String name)
            throws IOException, ServletException {
        switch (what) {
            case "method":
                return request.getMethod();
            case "encoding":
                return request.getCharacterEncoding();
            case "set":
                request.setCharacterEncoding(name);
                return "done";
            case "type":
                return request.getContentType() + '|' + request.getHeader("content-type");
            case "length":
                return request.getContentLength() + "|" + request.getContentLengthLong() + '|'
                        + request.getHeader("Content-Length") + '|' + request.getIntHeader("content-length");
            case "names":
                return Collections.list(request.getParameterNames()).toString();
            case "map":
                return map(request.getParameterMap());
            case "change":
                return change(request.getParameterMap());
            case "parameter":
                return request.getParameter(name);
            case "values":
                return Arrays.toString(request.getParameterValues(name));
            case "stream":
                return new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            case "byte":
                return String.valueOf(request.getInputStream().read());
            case "same":
                return String.valueOf(request.getInputStream() == request.getInputStream());
            case "reader":
                StringBuilder text = new StringBuilder();
                for (int c = request.getReader().read();
                        c >= 0;
                        c = request.getReader().read()) {
                    text.append((char) c);
                }
                return text.toString();
            case "parts":
                List<String> parts = new ArrayList<>();
                for (Part part : request.getParts()) {
                    parts.add(part(part));
                }
                return parts.toString();
            case "part":
                return part(request.getPart(name));
            case "write":
                return write(request.getPart(name));
            case "trailer":
                return request.isTrailerFieldsReady() + "|" + request.getTrailerFields();
            case "mapping":
                return request.getHttpServletMapping().getMappingMatch() + "|" + request.getRequestURI() + '|'
                        + request.getServletPath() + '|' + request.getQueryString() + '|' + request.getDispatcherType();
            case "listener":
                request.getInputStream().setReadListener(new Collector(null, null, 0));
                return "done";
            default:
                throw new IllegalArgumentException(what);
        }
    }

    /** It should not be possible (the Javadoc of Jakarta Servlet 6.0); how that is said is left to the server. */
    private static String change(Map<String, String[]> parameters) {
        try {
            parameters.put("changed", new String[] {"x"});
            return "changed";
        } catch (IllegalStateException | UnsupportedOperationException refused) {
            return "refused";
        }
    }

    private static String map(Map<String, String[]> parameters) {
        StringBuilder all = new StringBuilder();
        parameters.forEach(
                (name, values) -> all.append('<').append(name).append('>').append(Arrays.toString(values)));
        return all.toString();
    }

    private static String part(Part part) throws IOException {
        if (part == null) {
            return "null";
        }
        StringBuilder headers = new StringBuilder();
        for (String name : part.getHeaderNames()) {
            headers.append(name).append('=').append(part.getHeaders(name)).append(' ');
        }
        return "{" + part.getName() + '|' + part.getSubmittedFileName() + '|' + part.getContentType() + '|'
                + part.getSize() + '|' + headers + '|' + part.getHeader("CONTENT-TYPE") + '|' + part.getHeader("none")
                + '|' + new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1) + '}';
    }

    private static String write(Part part) throws IOException {
        java.nio.file.Path file =
                java.nio.file.Files.createTempDirectory("replay").resolve("written");
        part.write(file.toString());
        byte[] written = java.nio.file.Files.readAllBytes(file);
        java.nio.file.Files.delete(file);
        java.nio.file.Files.delete(file.getParent());
        part.delete();
        return new String(written, StandardCharsets.ISO_8859_1);
    }

    private static void listen(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext async = request.startAsync();
        request.getInputStream()
                .setReadListener(new Collector(async, request.getInputStream(), request.getContentLength()));
    }

    /** Goes away once and comes back, as programs do that wait for something. */
    private static void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute("back") == null) {
            request.setAttribute("back", true);
            request.startAsync().dispatch();
        } else {
            response.getWriter().print(run(request, "method; encoding; type; map"));
        }
    }

    /** Ends where all that is announced has come: Grizzly does not always tell of the end, nor wait until all has been read. */
    private static final class Collector implements ReadListener {
        private final AsyncContext async;
        private final ServletInputStream stream;
        private final int length;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private boolean ended;

        Collector(AsyncContext async, ServletInputStream stream, int length) {
            this.async = async;
            this.stream = stream;
            this.length = length;
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (body.size() < length && stream.isReady()) {
                int read = stream.read();
                if (read >= 0) {
                    body.write(read);
                }
            }
            if (body.size() == length && !ended) {
                ended = true;
                async.getResponse().getWriter().print("listened: " + body);
                async.complete();
            }
        }

        @Override
        public void onAllDataRead() throws IOException {
            onDataAvailable();
        }

        @Override
        public void onError(Throwable thrown) {
            async.complete();
        }
    }
}
