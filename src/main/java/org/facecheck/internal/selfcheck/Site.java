package org.facecheck.internal.selfcheck;

import java.net.URI;

/**
 * Where the application is.
 *
 * @param tls whether it is spoken to by TLS
 * @param context its context path; empty for the root
 */
public record Site(boolean tls, String host, int port, String context) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * By its URL.
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

    private static boolean isPlain(String path) {
        return path.matches("(/[^/;%\\\\]+)*/*");
    }

    /** As a Host header and an absolute target have it. */
    public String authority() {
        return host + ':' + port;
    }

    /** Without the brackets of an IPv6 address. */
    public String socketHost() {
        return host.replaceAll("[\\[\\]]", "");
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority() + context;
    }
}
