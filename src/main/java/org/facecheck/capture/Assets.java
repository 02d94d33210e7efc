package org.facecheck.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page's script and style sheet, out of the jar; nothing else can be asked for. Immutable and thread-safe. */
final class Assets {
    static final String SCRIPT = "/capture.js";
    static final String STYLE = "/capture.css";

    private final Map<String, Asset> byPath =
            Map.of(SCRIPT, Asset.read("capture.js", "text/javascript"), STYLE, Asset.read("capture.css", "text/css"));

    @SuppressWarnings("ArrayRecordComponent") // nothing compares assets
    private record Asset(byte[] content, String type) {
        static Asset read(String name, String type) {
            try (InputStream resource = Assets.class.getResourceAsStream(name)) {
                if (resource == null) {
                    throw new IllegalStateException("the jar lacks " + name);
                }
                return new Asset(resource.readAllBytes(), type + ";charset=UTF-8");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    void send(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asset asset = byPath.get(path);
        if (asset == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setContentType(asset.type());
            response.setContentLength(asset.content().length);
            response.setHeader("Cache-Control", "max-age=300");
            response.setHeader("X-Content-Type-Options", "nosniff");
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(asset.content());
            }
        }
    }
}
