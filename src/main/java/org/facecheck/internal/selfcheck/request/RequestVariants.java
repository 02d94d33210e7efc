package org.facecheck.internal.selfcheck.request;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All requests that are sent for one protected address. None is meant to change anything, or has a body.
 *
 * @param path below the context path
 * @param capture the capture page, with the context path
 * @param elsewhere a path below the context path where nothing is
 */
public record RequestVariants(Site site, String path, String capture, String elsewhere) {
    /** Long addresses have a variant for each character; each variant is a connection. */
    private static final int MAX_VARIANTS = 1000;

    /** RFC 6455, section 4.1, with the key of its example. */
    private static final List<String> HANDSHAKE = List.of(
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

    /** Each variant once, {@value #MAX_VARIANTS} at most. */
    public List<RequestVariant> all() {
        String plain = site.context() + path;
        PathVariants paths = new PathVariants(path, elsewhere);
        Stream<RequestVariant> spelled = Arrays.stream(VariantKind.values())
                .flatMap(kind -> paths.of(kind)
                        .filter(spelling -> !spelling.equals(path))
                        .map(spelling -> RequestVariant.get(kind, site.context() + spelling)));
        return Stream.of(spelled, contexts(plain), absolute(plain), methods(plain), overrides(plain), markers(plain))
                .flatMap(all -> all)
                .distinct()
                .limit(MAX_VARIANTS)
                .toList();
    }

    /** Variants of the context path, which the server reads before it knows the application and its filters. */
    private Stream<RequestVariant> contexts(String plain) {
        Stream<String> contexts = site.context().isEmpty()
                ? Stream.empty()
                : new Spelling(site.context()).initials(CharacterEncoding::encoded);
        return Stream.of(
                        contexts.map(context -> RequestVariant.get(VariantKind.ENCODING, context + path)),
                        Stream.of(
                                        "/.",
                                        "/x/..",
                                        "/%2e",
                                        site.context() + elsewhere + "/../..",
                                        site.context() + "/../..")
                                .map(up -> RequestVariant.get(VariantKind.DOTS, up + plain)),
                        Stream.of("/;", "/x/..;", site.context() + "/..;", site.context() + elsewhere + "/..;/..;")
                                .map(up -> RequestVariant.get(VariantKind.MATRIX, up + plain)),
                        Stream.of(";", ";v=1", ";jsessionid=x")
                                .map(parameter ->
                                        RequestVariant.get(VariantKind.MATRIX, site.context() + parameter + path)),
                        Stream.of("/", "//").map(slashes -> RequestVariant.get(VariantKind.SLASHES, slashes + plain)),
                        Stream.of(plain, site.context() + "/" + path, plain + ";v=1")
                                .map(target -> new RequestVariant(VariantKind.WEBSOCKET, "GET", target, HANDSHAKE)))
                .flatMap(all -> all);
    }

    /** Forms of a target that servers have to take (RFC 9112, section 3.2) and that filters seldom expect. */
    private Stream<RequestVariant> absolute(String plain) {
        String there = "://" + site.authority() + plain;
        return Stream.of(
                        "http" + there,
                        "https" + there,
                        "HTTP" + there,
                        "ws" + there,
                        // another host or user: a virtual host without the rule must not take over
                        "http://elsewhere.invalid" + plain,
                        "http://user:password@" + site.authority() + plain,
                        "http://" + site.authority() + site.context() + elsewhere + "/.." + path,
                        "http://" + site.authority() + site.context() + "/" + path,
                        "//" + site.authority() + plain,
                        site.authority() + plain,
                        plain.substring(1),
                        plain + "#",
                        site.context() + elsewhere + "#/.." + path,
                        "?" + plain,
                        "file://" + plain)
                .map(target -> RequestVariant.get(VariantKind.ABSOLUTE, target));
    }

    /**
     * Methods that a filter may let pass, while the servlet treats them as GET: {@code HttpServlet} answers HEAD by its GET, a
     * servlet that overrides {@code service} answers any word, and some frameworks read the method without regard to case.
     */
    private static Stream<RequestVariant> methods(String plain) {
        return Stream.of("HEAD", "OPTIONS", "TRACE", "PROPFIND", "POST", "FACECHECK", "get", "GETX")
                .map(method -> new RequestVariant(VariantKind.METHODS, method, plain, List.of()));
    }

    /** Headers and parameters by which proxies and frameworks replace method, target or sender. */
    private Stream<RequestVariant> overrides(String plain) {
        // A proxy or framework may make a GET of a POST (Spring's HiddenHttpMethodFilter and many gateways do),
        Stream<RequestVariant> posts = Stream.of(
                        "X-HTTP-Method-Override: GET", "X-HTTP-Method: GET", "X-Method-Override: HEAD")
                .map(header -> new RequestVariant(VariantKind.OVERRIDE, "POST", plain, List.of(header)));
        // … take the target from a header, so that the filter looks at another one
        Stream<RequestVariant> names = Stream.of("X-Original-URL: ", "X-Rewrite-URL: ", "X-Forwarded-Path: ")
                .flatMap(header -> Stream.of(
                        RequestVariant.get(VariantKind.OVERRIDE, site.context() + elsewhere, header + plain),
                        RequestVariant.get(VariantKind.OVERRIDE, site.context() + elsewhere, header + path),
                        RequestVariant.get(VariantKind.OVERRIDE, plain, header + site.context() + elsewhere)));
        // … or believe a header about where the request comes from
        Stream<RequestVariant> claims = Stream.of(
                        "X-Forwarded-For: 127.0.0.1",
                        "X-Forwarded-Prefix: " + elsewhere,
                        "X-Middleware-Subrequest: middleware:middleware:middleware:middleware:middleware",
                        "X-Requested-With: XMLHttpRequest",
                        "Faces-Request: partial/ajax",
                        "Sec-Fetch-Mode: navigate",
                        "Referer: " + site + "/",
                        "Referer: " + capture,
                        "Upgrade: h2c")
                .map(header -> RequestVariant.get(VariantKind.OVERRIDE, plain, header));
        Stream<RequestVariant> query = Stream.of(RequestVariant.get(VariantKind.OVERRIDE, plain + "?_method=OPTIONS"));
        return Stream.of(posts, names, claims, query).flatMap(all -> all);
    }

    /** What means "already checked" to other products, and paths by way of the capture page, which is always open. */
    private Stream<RequestVariant> markers(String plain) {
        return Stream.of(
                        Stream.of("facecheck=passed", "ticket=ST-1-x", "token=x&selfie=x", "logout=true", "debug=true")
                                .map(query -> RequestVariant.get(VariantKind.MARKERS, plain + "?" + query)),
                        Stream.of("/..", "/..;", ";/..", "//..", "/%2e%2e", "%2f..")
                                .map(up -> RequestVariant.get(VariantKind.MARKERS, capture + up + path)),
                        Stream.of(
                                RequestVariant.get(VariantKind.MARKERS, plain + ";facecheck=passed"),
                                RequestVariant.get(
                                        VariantKind.MARKERS, plain, "Cookie: org.facecheck.pass=1; facecheck=passed"),
                                RequestVariant.get(VariantKind.MARKERS, plain, "Authorization: FaceCheck passed")))
                .flatMap(all -> all);
    }
}
