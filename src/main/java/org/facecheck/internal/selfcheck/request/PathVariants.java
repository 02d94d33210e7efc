package org.facecheck.internal.selfcheck.request;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * All other ways of writing one path, by their kinds. Each means the path to a server or filter that reads it carelessly.
 *
 * @param path below the context path
 * @param elsewhere a path below which nothing is
 */
record PathVariants(String path, String elsewhere) {

    /** None for the kinds that leave the path as it is. */
    Stream<String> of(VariantKind kind) {
        Spelling spelling = new Spelling(path);
        return switch (kind) {
            case ENCODING -> encoded(spelling);
            case DOUBLE_ENCODING -> encodedTwice(spelling);
            case OVERLONG -> overlong(spelling);
            case CONTROL -> withControls(spelling);
            case MATRIX -> withParameters(spelling);
            case DOTS -> withDots(spelling);
            case SLASHES -> withSlashes(spelling);
            case ENDINGS -> withEndings(spelling);
            case FACES -> asViews();
            default -> Stream.empty();
        };
    }

    /** Percent-encoding that is right, beyond ASCII, or broken. */
    private static Stream<String> encoded(Spelling spelling) {
        return Stream.of(
                        spelling.oneByOne(c -> c != '/' && c < 0x7f, CharacterEncoding::encoded),
                        spelling.altogether(c -> c != '/' && c < 0x7f, CharacterEncoding::encoded),
                        spelling.slashesAs("%2f"),
                        spelling.slashesAs("%2F"),
                        spelling.initials(CharacterEncoding::wide),
                        spelling.initials(CharacterEncoding::fullWidth),
                        spelling.endings(List.of("%", "%2", "%zz")))
                .flatMap(all -> all);
    }

    /** For a reader that decodes once more than the one before it. */
    private Stream<String> encodedTwice(Spelling spelling) {
        return Stream.of(
                        spelling.initials(CharacterEncoding::twice),
                        spelling.initials(CharacterEncoding::nested),
                        spelling.oneByOne(c -> c == '.', CharacterEncoding::twice),
                        spelling.slashesAs("%252f"),
                        Stream.of(elsewhere + "/%252e%252e" + path, elsewhere + "/%252e%252e%252f" + path.substring(1)))
                .flatMap(all -> all);
    }

    /** UTF-8 sequences that decoders must refuse (RFC 3629, section 3), and some read. */
    private Stream<String> overlong(Spelling spelling) {
        return Stream.of(
                        spelling.initials(CharacterEncoding::overlong),
                        spelling.initials(CharacterEncoding::longer),
                        spelling.initials(CharacterEncoding::longest),
                        spelling.initials(CharacterEncoding::raw),
                        spelling.slashesAs("%c0%af"),
                        spelling.slashesAs("%e0%80%af"),
                        spelling.slashesAs(CharacterEncoding.raw('/')),
                        Stream.of("%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae", "%f0%80%80%ae%f0%80%80%ae", "%ff%fe/..")
                                .map(up -> elsewhere + "/" + up + path))
                .flatMap(all -> all);
    }

    /** A string that ends at NUL elsewhere is another path there; a line break may begin a header. */
    private static Stream<String> withControls(Spelling spelling) {
        return Stream.concat(
                Stream.of("%00", "%0a", "%0d", "%0d%0a", "%09", "%7f", "\0", "\r", "\t", " ")
                        .flatMap(spelling::beforeSlashes),
                spelling.endings(List.of(
                        "%00",
                        "%00.css", "%00.html", "%0a", "%0d%0a", "%09", "%7f", "%0d%0aX-Y:%20z", "\0", "\r", "\t")));
    }

    /** Path parameters (RFC 3986, section 3.3), which servers remove at different times (Servlet 6.0, 3.5.2). */
    private Stream<String> withParameters(Spelling spelling) {
        return Stream.of(
                        Stream.of(";", ";v=1", ";jsessionid=x", "%3b", "%3bv=1").flatMap(spelling::beforeSlashes),
                        spelling.endings(
                                List.of(";", ";v=1", ";jsessionid=x", ";.css", ";/", ";a=b;c=d", "%3b", "%3b.css")),
                        Stream.of("/..;", "/..;v=1", ";/..", ";v=1/..", "/x;/..;/..;", "/.;/..", "/..%3b")
                                .map(up -> elsewhere + up + path))
                .flatMap(all -> all);
    }

    /** Dot segments are removed (RFC 3986, section 5.2.4), before or after filters look, and some servers keep them. */
    private Stream<String> withDots(Spelling spelling) {
        return Stream.of(
                        Stream.of("/.", "/%2e", "/x/..", "/x/%2e%2e", "/x/.%2e", "/x/%2E.")
                                .flatMap(spelling::beforeSlashes),
                        spelling.endings(List.of("/.", "/%2e", "/x/..")),
                        Stream.of("/..", "/%2e%2e", "/.%2e", "/%2e.", "%2f..", "%2f%2e%2e", "/x/../..")
                                .map(up -> elsewhere + up + path),
                        Stream.of("/.." + path, "/../.." + path, "/META-INF.." + path))
                .flatMap(all -> all);
    }

    /** Empty segments and backslashes, which file systems and some servers make one slash of. */
    private Stream<String> withSlashes(Spelling spelling) {
        return Stream.of(
                        Stream.of("/", "//").flatMap(spelling::beforeSlashes),
                        Stream.of("\\", "%5c", "\\/", "/\\").flatMap(spelling::slashesAs),
                        spelling.endings(List.of("/", "//", "\\", "%5c", "%2f")),
                        Stream.of(path.replaceFirst("(.)/$", "$1"), path.replace('/', '\\')),
                        Stream.of("%5c..%5c", "\\..\\", "//../", "/..\\").map(up -> elsewhere + up + path.substring(1)))
                .flatMap(all -> all);
    }

    /** File systems that ignore case, trailing dots and spaces; frameworks that ignore an ending. */
    private static Stream<String> withEndings(Spelling spelling) {
        String path = spelling.path();
        int dot = path.lastIndexOf('.');
        return Stream.of(
                        Stream.of(path.toUpperCase(Locale.ROOT), path.toLowerCase(Locale.ROOT)),
                        spelling.initials(c -> Character.toString(
                                Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))),
                        Stream.of(path.substring(0, dot + 1)
                                + path.substring(dot + 1).toUpperCase(Locale.ROOT)),
                        Stream.of("%20", "+").flatMap(spelling::beforeSlashes),
                        spelling.endings(List.of(
                                ".", "..", "%20", "+", "::$DATA", "~", ".css", ".js", ".html", ".json", ".jsp", ".do",
                                ".action")))
                .flatMap(all -> all);
    }

    /** The Faces servlet makes one view of several paths (Jakarta Faces 4.0, §7.6.2 and §11.1.2). */
    private Stream<String> asViews() {
        int dot = path.lastIndexOf('.');
        String stem = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
        // By prefix, by ending, and by the resource handler, which takes library, contract and locale from the query.
        return Stream.of(
                "/faces" + path,
                "/faces/faces" + path,
                "/faces/" + path,
                "/faces;" + path,
                "/faces" + stem,
                "/faces" + stem + ".jsf",
                stem,
                stem + ".jsf",
                stem + ".faces",
                stem + ".xhtml",
                path + ".jsf",
                path + ".xhtml",
                "/jakarta.faces.resource" + path + ".xhtml?ln=..",
                "/jakarta.faces.resource" + path + ".xhtml?con=..",
                "/faces/jakarta.faces.resource" + path + "?loc=..");
    }
}
