package org.facecheck.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKindTest {
    private static final String PAGE =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static ClientKind kind(String method, String... headers) {
        FakeRequest request = FakeRequest.of(method, "/app/secure/page");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return ClientKind.of(request);
    }

    private static Arguments asks(String who, ClientKind kind, String method, String... headers) {
        return arguments(who, kind, method, headers);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                asks(
                        "a link in Chrome",
                        ClientKind.NAVIGATION,
                        "GET",
                        "Accept",
                        PAGE,
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Sec-Fetch-User",
                        "?1",
                        "Sec-Fetch-Dest",
                        "document",
                        "Upgrade-Insecure-Requests",
                        "1"),
                asks(
                        "a frame in Firefox",
                        ClientKind.NAVIGATION,
                        "GET",
                        "Accept",
                        PAGE,
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Sec-Fetch-Dest",
                        "iframe"),
                asks("an address typed in, over plain HTTP", ClientKind.NAVIGATION, "GET", "Accept", PAGE),
                asks("an old browser", ClientKind.NAVIGATION, "GET", "Accept", "image/gif, TEXT/HTML, */*"),
                asks("a look at a page's headers", ClientKind.NAVIGATION, "HEAD", "Accept", PAGE),
                asks(
                        "a link in an app's web view",
                        ClientKind.NAVIGATION,
                        "GET",
                        "Accept",
                        PAGE,
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Sec-Fetch-Dest",
                        "document",
                        "X-Requested-With",
                        "com.example.intranet"),
                asks(
                        "a form in Chrome",
                        ClientKind.FORM,
                        "POST",
                        "Accept",
                        PAGE,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Sec-Fetch-Dest",
                        "document"),
                asks(
                        "a form over plain HTTP",
                        ClientKind.FORM,
                        "POST",
                        "Accept",
                        PAGE,
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                asks(
                        "fetch",
                        ClientKind.SCRIPT,
                        "GET",
                        "Accept",
                        "*/*",
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Sec-Fetch-Mode",
                        "cors",
                        "Sec-Fetch-Dest",
                        "empty"),
                asks(
                        "fetch that asks for a page",
                        ClientKind.SCRIPT,
                        "GET",
                        "Accept",
                        "text/html",
                        "Sec-Fetch-Mode",
                        "same-origin"),
                asks("fetch over plain HTTP", ClientKind.SCRIPT, "GET", "Accept", "*/*"),
                asks(
                        "fetch of JSON over plain HTTP",
                        ClientKind.SCRIPT,
                        "POST",
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "application/json"),
                asks(
                        "jQuery over plain HTTP",
                        ClientKind.SCRIPT,
                        "GET",
                        "Accept",
                        "text/html, */*; q=0.01",
                        "X-Requested-With",
                        "XMLHttpRequest"),
                asks(
                        "jQuery",
                        ClientKind.SCRIPT,
                        "POST",
                        "Accept",
                        "text/html, */*; q=0.01",
                        "X-Requested-With",
                        "XMLHttpRequest",
                        "Sec-Fetch-Mode",
                        "cors"),
                asks(
                        "a picture in a page",
                        ClientKind.SCRIPT,
                        "GET",
                        "Accept",
                        "image/avif,image/webp,*/*",
                        "Sec-Fetch-Mode",
                        "no-cors",
                        "Sec-Fetch-Dest",
                        "image"),
                asks(
                        "a page fetched ahead in Chrome",
                        ClientKind.SCRIPT,
                        "GET",
                        "Accept",
                        PAGE,
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Sec-Purpose",
                        "prefetch"),
                asks(
                        "a page rendered ahead in Chrome",
                        ClientKind.SCRIPT,
                        "GET",
                        "Accept",
                        PAGE,
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Sec-Purpose",
                        "prefetch;prerender"),
                asks("curl", ClientKind.SCRIPT, "GET", "Accept", "*/*", "User-Agent", "curl/8.5.0"),
                asks("a client that says nothing", ClientKind.SCRIPT, "GET"),
                asks(
                        "a Faces page over HTTPS",
                        ClientKind.FACES_PARTIAL,
                        "POST",
                        "Accept",
                        "*/*",
                        "Faces-Request",
                        "partial/ajax",
                        "Sec-Fetch-Mode",
                        "cors",
                        "Content-Type",
                        "application/x-www-form-urlencoded;charset=UTF-8"),
                asks(
                        "PrimeFaces over plain HTTP",
                        ClientKind.FACES_PARTIAL,
                        "POST",
                        "Accept",
                        "application/xml, text/xml, */*; q=0.01",
                        "Faces-Request",
                        "partial/ajax",
                        "X-Requested-With",
                        "XMLHttpRequest"),
                asks(
                        "a WebSocket in Chrome",
                        ClientKind.WEBSOCKET,
                        "GET",
                        "Connection",
                        "Upgrade",
                        "Upgrade",
                        "websocket"),
                asks(
                        "a WebSocket in Firefox",
                        ClientKind.WEBSOCKET,
                        "GET",
                        "Accept",
                        "*/*",
                        "Connection",
                        "keep-alive, Upgrade",
                        "Upgrade",
                        "WebSocket",
                        "Sec-Fetch-Mode",
                        "websocket"),
                asks("a WebSocket over HTTP/2", ClientKind.WEBSOCKET, "GET", "Sec-Fetch-Mode", "websocket"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("requests")
    void a_client_is_known_by_what_it_sends(String who, ClientKind kind, String method, String... headers) {
        assertThat(kind(method, headers)).as(who).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void no_navigation_uses_other_methods(String method) {
        assertThat(kind(method, "Accept", PAGE, "Sec-Fetch-Mode", "navigate")).isEqualTo(ClientKind.SCRIPT);
    }

    @ParameterizedTest
    @CsvSource({"h2c, NAVIGATION", "TLS/1.0, NAVIGATION"})
    void an_upgrade_to_something_else_changes_nothing(String protocol, ClientKind kind) {
        assertThat(kind("GET", "Accept", PAGE, "Upgrade", protocol)).isEqualTo(kind);
    }

    @Test
    void what_fetch_metadata_says_counts_more_than_what_is_accepted() {
        assertThat(kind("GET", "Sec-Fetch-Mode", "navigate", "Accept", "*/*")).isEqualTo(ClientKind.NAVIGATION);
        assertThat(kind("GET", "Sec-Fetch-Mode", "cors", "Accept", PAGE)).isEqualTo(ClientKind.SCRIPT);
    }
}
