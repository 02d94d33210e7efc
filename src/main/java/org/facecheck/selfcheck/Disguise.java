package org.facecheck.selfcheck;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request for something under another look.
 *
 * @param target as it stands in the request line; each character is one octet
 * @param headers besides Host and Accept
 */
record Disguise(Kind kind, String method, String target, List<String> headers) {

    Disguise {
        headers = List.copyOf(headers);
    }

    static Disguise get(Kind kind, String target, String... headers) {
        return new Disguise(kind, "GET", target, List.of(headers));
    }

    boolean isHandshake() {
        return kind == Kind.WEBSOCKET;
    }

    /** As an operator reads it: octets that can't be shown are escaped. */
    @Override
    public String toString() {
        String shown = target.chars()
                .mapToObj(c -> c > ' ' && c < 0x7f ? String.valueOf((char) c) : "\\x%02x".formatted(c))
                .collect(Collectors.joining());
        return method + ' ' + shown + (headers.isEmpty() || isHandshake() ? "" : " with " + String.join(", ", headers));
    }
}
