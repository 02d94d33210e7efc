package org.facecheck.internal.selfcheck.request;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request for something under another look.
 *
 * @param target as it stands in the request line; each character is one octet
 * @param headers besides Host and Accept
 */
public record RequestVariant(VariantKind kind, String method, String target, List<String> headers) {

    public RequestVariant {
        headers = List.copyOf(headers);
    }

    public static RequestVariant get(VariantKind kind, String target, String... headers) {
        return new RequestVariant(kind, "GET", target, List.of(headers));
    }

    boolean isHandshake() {
        return kind == VariantKind.WEBSOCKET;
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
