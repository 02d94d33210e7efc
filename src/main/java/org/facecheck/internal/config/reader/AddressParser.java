package org.facecheck.internal.config.reader;

import java.net.InetSocketAddress;
import java.net.URI;

/** How the service's URL and a proxy are written. Deployers tend to put credentials into both, which are never repeated. */
final class AddressParser {

    /** HTTPS, since token, secret and picture travel there; plain HTTP where nothing leaves the machine (RFC 8252 §8.3). */
    static final ValueParser<URI> BASE_URL = new ValueParser<>(
            "a URL that begins with https:// (http:// for this very machine only), without query or user",
            text -> ValueParser.require(URI.create(text.replaceFirst("/+$", "")), AddressParser::isSafe),
            AddressParser::withoutCredentials);

    /** Unresolved, so that the name is looked up at each connect and not once at start-up. */
    static final ValueParser<InetSocketAddress> PROXY = new ValueParser<>(
            "host:port, such as proxy.intranet:3128; a user and a password can't be given",
            AddressParser::proxy,
            AddressParser::withoutCredentials);

    private AddressParser() {}

    /** Parsed as the authority of a URL, so that an IPv6 address in brackets is understood (RFC 3986 §3.2.2). */
    private static InetSocketAddress proxy(String text) {
        URI proxy = ValueParser.require(
                URI.create("http://" + text),
                uri -> uri.getHost() != null
                        && uri.getPort() > 0
                        && uri.getRawUserInfo() == null
                        && uri.getPath().isEmpty());
        return InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort());
    }

    /**
     * Paths and a query of the API's own are put behind it: it must end with its path. One without a scheme throws, as any wrong
     * text may ({@link ValueParser#parser()}).
     */
    private static boolean isSafe(URI uri) {
        return uri.getHost() != null
                && (uri.getScheme().equals("https") || (uri.getScheme().equals("http") && isThisMachine(uri.getHost())))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }

    /** By its spelling alone: a name that resolves to a loopback address today may resolve to another one tomorrow. */
    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d+){3}");
    }

    /** Masks what stands before a host (RFC 3986 §3.2.1), and a query, which may be a token call's with the secret in it. */
    private static String withoutCredentials(String text) {
        return text.replaceAll("[^/\\s]*@", "…@").replaceAll("\\?.*", "?…");
    }
}
