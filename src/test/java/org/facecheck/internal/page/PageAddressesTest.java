package org.facecheck.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressesTest {
    private static PageAddresses on(String uri) {
        return PageAddresses.on(FakeRequest.get(uri));
    }

    @ParameterizedTest
    @CsvSource({
        "/app/facecheck, facecheck",
        "/app/, facecheck",
        "/app/page.jsp;jsessionid=1, facecheck",
        "/app/secure/page, ../facecheck",
        "/app/a/b/c/, ../../../facecheck",
        "/app//page, ../facecheck",
        "/app;v=1/secure/page, ../facecheck",
        "/app, app/facecheck"
    })
    void are_relative_to_the_page(String uri, String address) {
        assertThat(on(uri).of("/facecheck")).isEqualTo(address);
        assertThat(URI.create("https://host" + uri).resolve(address).getPath()).endsWith("/facecheck");
    }

    @Test
    void lead_to_the_same_where_a_proxy_publishes_the_application_below_another_path() {
        String address = on("/app/secure/page").of("/facecheck/0123/capture.js");

        assertThat(URI.create("https://host/").resolve("/shop/eu/secure/page").resolve(address))
                .hasPath("/shop/eu/facecheck/0123/capture.js");
    }

    @ParameterizedTest
    @CsvSource({"/facecheck, facecheck", "/secure/page, ../facecheck", "/, facecheck"})
    void are_relative_in_the_root_context_too(String uri, String address) {
        assertThat(PageAddresses.on(FakeRequest.get(uri).below("")).of("/facecheck"))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.servlet.forward.request_uri",
                "jakarta.servlet.async.request_uri",
                "jakarta.servlet.error.request_uri"
            })
    void are_relative_to_what_the_browser_asked_for_wherever_it_was_dispatched_to(String attribute) {
        FakeRequest request =
                FakeRequest.get("/app/WEB-INF/views/deep/page.jsp").attribute(attribute, "/app/secure/page");

        assertThat(PageAddresses.on(request).of("/facecheck")).isEqualTo("../facecheck");
    }

    @Test
    void are_relative_to_the_first_of_several_dispatches() {
        FakeRequest request = FakeRequest.get("/app/a/b/c")
                .attribute("jakarta.servlet.async.request_uri", "/app/a/b")
                .attribute("jakarta.servlet.forward.request_uri", "/app/a");

        assertThat(PageAddresses.on(request).of("/facecheck")).isEqualTo("facecheck");
    }

    @ParameterizedTest
    @CsvSource({
        "/app/secure?x=1, secure?x=1",
        "/app/, ./",
        "/app/?x=1, ./?x=1",
        "/app/a:b, ./a:b",
        "/app/a/b:c, a/b:c",
        "/app//evil.example/, ./" + "/evil.example/",
        "/app///evil.example/, ./" + "//evil.example/",
        "/other/page, /other/page"
    })
    void of_targets_lead_nowhere_else(String target, String address) {
        assertThat(on("/app/facecheck").ofTarget(target)).isEqualTo(address);
        assertThat(URI.create("https://host/app/facecheck").resolve(address).getHost())
                .isEqualTo("host");
    }
}
