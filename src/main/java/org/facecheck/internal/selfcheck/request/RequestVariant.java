package org.facecheck.internal.selfcheck.request;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request for something protected, written so that a filter may not recognise it.
 *
 * @param target as it stands in the request line; each character is one byte
 * @param headers besides Host and Accept
 */
public record RequestVariant(VariantKind kind, String method, String target, List<String> headers) {

    public RequestVariant {
        headers = List.copyOf(headers);
    }

    /** A GET request, the most frequent kind. */
    public static RequestVariant get(VariantKind kind, String target, String... headers) {
        return new RequestVariant(kind, "GET", target, List.of(headers));
    }

    /** Whether the connection stays open after the response (RFC 6455, section 4). */
    boolean isHandshake() {
        return kind == VariantKind.WEBSOCKET;
    }

    /** As an operator reads it: bytes that can't be shown are escaped. */
    @Override
    public String toString() {
        String shown = target.chars()
                .mapToObj(c -> c > ' ' && c < 0x7f ? String.valueOf((char) c) : "\\x%02x".formatted(c))
                .collect(Collectors.joining());
        return method + ' ' + shown + (headers.isEmpty() || isHandshake() ? "" : " with " + String.join(", ", headers));
    }
}
