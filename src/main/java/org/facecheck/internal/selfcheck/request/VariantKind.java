package org.facecheck.internal.selfcheck.request;

/** The kinds of variants, named as in the corpus of the integration tests. An operator reads the title behind each finding. */
public enum VariantKind {
    /** The address as it is written; the only kind that is no variant. */
    PLAIN("plain"),
    ENCODING("encoding"),
    DOUBLE_ENCODING("double encoding"),
    OVERLONG("overlong and broken UTF-8"),
    CONTROL("control characters"),
    MATRIX("matrix parameters"),
    DOTS("dot segments"),
    SLASHES("slashes and backslashes"),
    ENDINGS("case and endings"),
    FACES("aliases of a Faces view"),
    ABSOLUTE("absolute-form and other targets"),
    METHODS("methods"),
    OVERRIDE("method override and headers that name another target"),
    MARKERS("markers that open doors elsewhere"),
    WEBSOCKET("WebSocket handshakes");

    private final String title;

    VariantKind(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
