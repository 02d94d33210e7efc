package org.facecheck.internal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's script and style sheet, out of the jar; nothing else can be asked for. They come from the class path: as resources
 * of the web application (META-INF/resources) they would be missing where the jar is in the library directory of an EAR.
 *
 * <p>The page names them below a hash of their content, and there a browser may keep them for good (RFC 8246). Below another hash,
 * or none, it has to ask each time whether they are the latest, so that a page that an older or newer server sent works too.
 * Immutable and thread-safe.
 */
public final class Assets {
    /** Nothing in it depends on an application, so that one is enough. */
    public static final Assets OF_THE_JAR = new Assets();

    private static final Pattern PATH = Pattern.compile("(?:/([0-9a-f]{16}))?/(capture\\.(?:js|css))");

    private final Map<String, Asset> byName = Map.of(
            "capture.js", Asset.read("capture.js", "text/javascript"),
            "capture.css", Asset.read("capture.css", "text/css"));

    @SuppressWarnings("ArrayRecordComponent") // nothing compares assets
    private record Asset(byte[] content, String type, String hash) {
        static Asset read(String name, String type) {
            try (InputStream resource = Assets.class.getResourceAsStream(name)) {
                if (resource == null) {
                    throw new IllegalStateException("the jar lacks " + name);
                }
                byte[] content = resource.readAllBytes();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return new Asset(
                        content, type + ";charset=UTF-8", HexFormat.of().formatHex(digest, 0, 8));
            } catch (IOException | NoSuchAlgorithmException broken) {
                throw new IllegalStateException("the jar's " + name + " can't be read", broken);
            }
        }
    }

    /** The path of the script, below the capture path. */
    String script() {
        return path("capture.js");
    }

    /** The path of the style sheet, below the capture path. */
    String style() {
        return path("capture.css");
    }

    /**
     * Answers with the script or the style sheet, or with 404.
     *
     * @param path what the request asks for below the capture path, with its leading slash
     */
    public void send(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher asked = PATH.matcher(path);
        Asset asset = asked.matches() ? byName.get(asked.group(2)) : null;
        if (asset == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            boolean latest = asset.hash().equals(asked.group(1));
            response.setContentType(asset.type());
            response.setContentLength(asset.content().length);
            response.setHeader("Cache-Control", latest ? "public, max-age=31536000, immutable" : "no-cache");
            response.setHeader("X-Content-Type-Options", "nosniff");
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(asset.content());
            }
        }
    }

    private String path(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException(name);
        }
        return "/" + asset.hash() + "/" + name;
    }
}
