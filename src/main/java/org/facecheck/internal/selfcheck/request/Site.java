package org.facecheck.internal.selfcheck.request;

import java.net.URI;

/**
 * Where the application under test is.
 *
 * @param tls whether connections are encrypted
 * @param host as it stands in the URL, an IPv6 address in brackets
 * @param port the scheme's own where the URL has none (RFC 9110, section 4.2)
 * @param context its context path, empty for the root as in {@code ServletContext.getContextPath()}
 */
public record Site(boolean tls, String host, int port, String context) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Reads the URL of the application.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    public static Site of(URI url) {
        String scheme = String.valueOf(url.getScheme());
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        if (!scheme.matches("https?") || url.getHost() == null || url.getRawQuery() != null || !isPlain(path)) {
            throw new IllegalArgumentException("\"" + url
                    + "\" does not say where an application is; write http://host:port/context or https://….");
        }
        boolean tls = scheme.equals("https");
        int port = url.getPort() > 0 ? url.getPort() : tls ? HTTPS : HTTP;
        return new Site(tls, url.getHost(), port, path.replaceFirst("/+$", ""));
    }

    /** Without anything that a server may take in two ways: the variants are made from here. */
    private static boolean isPlain(String path) {
        return path.matches("(/[^/;%\\\\]+)*/*");
    }

    /** As a Host header and an absolute target have it (RFC 9110, section 7.2). */
    public String authority() {
        return host + ':' + port;
    }

    /** Without the brackets of an IPv6 address, which belong to the URL (RFC 3986, section 3.2.2). */
    public String socketHost() {
        return host.replaceAll("[\\[\\]]", "");
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority() + context;
    }
}
