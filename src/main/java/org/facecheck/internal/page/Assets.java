package org.facecheck.internal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's script and style sheet, out of the jar, the script for pages whose data alone is protected, and the detector out of its own jar where that is beside this one; nothing
 * else can be asked for. They come from the class path: as resources of the web application (META-INF/resources) they would be
 * missing where the jar is in the library directory of an EAR.
 *
 * <p>The page names them below a hash of their content, and there a browser may keep them for good (RFC 8246). Below another hash,
 * or none, it has to ask each time whether they are the latest, so that a page that an older or newer server sent works too.
 * The detector's weights are asked for by its script, relative to itself, so that the two have one hash. Immutable and thread-safe.
 */
public final class Assets {
    /** Nothing in it depends on an application, so that one is enough. */
    public static final Assets OF_THE_JAR = new Assets(Assets.class.getClassLoader());

    private static final Pattern PATH = Pattern.compile("(?:/([0-9a-f]{16}))?/([a-z]+\\.(?:js|css|bin))");
    private static final String PAGE = "org/facecheck/internal/page/";

    /** What the detector's jar has; the names are all that the two jars know of each other. */
    private static final String DETECTOR = "org/facecheck/detector/";

    private final Map<String, Asset> byName = new HashMap<>();

    /** The assets that this class loader has: the page's, which must be there, and the detector's, which may be. */
    Assets(ClassLoader loader) {
        byte[] script = read(loader, PAGE + "capture.js");
        byte[] style = read(loader, PAGE + "capture.css");
        byName.put("capture.js", new Asset(script, "text/javascript;charset=UTF-8", hash(script)));
        byName.put("capture.css", new Asset(style, "text/css;charset=UTF-8", hash(style)));
        byte[] stepUp = read(loader, PAGE + "stepup.js");
        byName.put("stepup.js", new Asset(stepUp, "text/javascript;charset=UTF-8", hash(stepUp)));
        if (loader.getResource(DETECTOR + "detector.js") != null) {
            byte[] detector = read(loader, DETECTOR + "detector.js");
            byte[] weights = read(loader, DETECTOR + "detector.bin");
            String hash = hash(detector, weights);
            byName.put("detector.js", new Asset(detector, "text/javascript;charset=UTF-8", hash));
            byName.put("detector.bin", new Asset(weights, "application/octet-stream", hash));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // nothing compares assets
    private record Asset(byte[] content, String type, String hash) {}

    private static byte[] read(ClassLoader loader, String name) {
        try (InputStream resource = loader.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return resource.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("the jar's " + name + " can't be read", broken);
        }
    }

    private static String hash(byte[]... contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] content : contents) {
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has SHA-256 (MessageDigest's Javadoc).
            throw new IllegalStateException(impossible);
        }
    }

    /** The path of the script, below the capture path. */
    String script() {
        return path("capture.js").orElseThrow();
    }

    /** The path of the style sheet, below the capture path. */
    String style() {
        return path("capture.css").orElseThrow();
    }

    /** The path of the detector's module, below the capture path; empty where its jar is not there. */
    public Optional<String> detector() {
        return path("detector.js");
    }

    /**
     * Answers with what is asked for, or with 404.
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

    private Optional<String> path(String name) {
        return Optional.ofNullable(byName.get(name)).map(asset -> "/" + asset.hash() + "/" + name);
    }
}
