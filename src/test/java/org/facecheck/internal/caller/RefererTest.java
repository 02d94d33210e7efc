package org.facecheck.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefererTest {

    private static FakeRequest from(String page) {
        return FakeRequest.of("POST", "/app/x").header("Referer", page).header("Host", "app.example");
    }

    private static boolean isOfSameOrigin(FakeRequest request) {
        return Referer.of(request).orElseThrow().isOfSameOrigin(request);
    }

    @ParameterizedTest
    @CsvSource({
        "http://app.example/app/page?id=7&b=%C3%BC, /app/page?id=7&b=%C3%BC",
        "http://app.example/app/, /app/",
        "//evil.example/app/page, /app/page",
        "/app/page, /app/page"
    })
    void is_path_and_query_of_the_page_whatever_its_host(String page, String address) {
        assertThat(Referer.of(from(page)).map(Referer::address)).hasValue(address);
    }

    @ParameterizedTest
    @CsvSource({"not a page", "mailto:somebody@app.example"})
    void what_has_no_path_is_none(String page) {
        assertThat(Referer.of(from(page))).isEmpty();
    }

    @Test
    void a_browser_need_not_name_any() {
        assertThat(Referer.of(FakeRequest.get("/app/x"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://app.example/app/page, true",
        "https://APP.example/app/page, true",
        "http://app.example:8080/app/page, false",
        "http://evil.example/app/page, false",
        "http://app.example@evil.example/app/page, false",
        "/app/page, false"
    })
    void its_host_has_to_be_the_requests_where_the_browser_says_nothing(String page, boolean isSame) {
        assertThat(isOfSameOrigin(from(page))).isEqualTo(isSame);
    }

    @Test
    void a_form_of_another_site_is_of_no_page_of_ours() {
        assertThat(isOfSameOrigin(from("http://app.example/app/page").header("Origin", "http://evil.example")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"same-origin, true", "same-site, false", "cross-site, false", "none, false"})
    void else_the_browser_says_it_behind_a_proxy_too(String site, boolean isSame) {
        assertThat(isOfSameOrigin(from("https://public.example/app/page").header("Sec-Fetch-Site", site)))
                .isEqualTo(isSame);
    }

    @Test
    void its_text_tells_nothing_of_the_page() {
        assertThat(Referer.of(from("http://app.example/app/page?name=Zoe")).orElseThrow())
                .hasToString("Referer");
    }
}
