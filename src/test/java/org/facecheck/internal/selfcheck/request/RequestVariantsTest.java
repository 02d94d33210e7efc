package org.facecheck.internal.selfcheck.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestVariantsTest {
    private static List<RequestVariant> of(String path) {
        return new RequestVariants(Site.of(URI.create("http://127.0.0.1:8080/app")), path, "/app/facecheck", "/nowhere")
                .all();
    }

    private static List<String> targets(String path) {
        return of(path).stream().map(RequestVariant::target).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/%73ecure/page.jsp",
                "/app/secure%2fpage.jsp",
                "/app/%2573ecure/page.jsp",
                "/app/%%37%33ecure/page.jsp",
                "/app/%u0073ecure/page.jsp",
                "/app/%ef%bd%93ecure/page.jsp",
                "/app/%c1%b3ecure/page.jsp",
                "/app/secure%c0%afpage.jsp",
                "/app/secure/page.jsp%00.css",
                "/app/secure\0/page.jsp",
                "/app/secure;v=1/page.jsp",
                "/app/nowhere/..;/secure/page.jsp",
                "/app/;/secure/page.jsp",
                "/app/./secure/page.jsp",
                "/app/x/../secure/page.jsp",
                "/app/secure/%2e/page.jsp",
                "/app//secure/page.jsp",
                "/app/secure\\page.jsp",
                "/app/secure%5cpage.jsp",
                "/app/secure/page.jsp/",
                "/app/SECURE/PAGE.JSP",
                "/app/secure/page.JSP",
                "/app/Secure/page.jsp",
                "/app/secure/page.jsp%20",
                "/app/secure/page.jsp.css",
                "/app/faces/faces/secure/page.jsp",
                "/app/secure/page",
                "http://127.0.0.1:8080/app/secure/page.jsp",
                "app/secure/page.jsp",
                "/app/secure/page.jsp?facecheck=passed",
                "/app/facecheck/..;/secure/page.jsp",
                "/%61pp/secure/page.jsp",
                "/app;v=1/secure/page.jsp",
                "/app/..;/app/secure/page.jsp",
                "/app/nowhere/../../app/secure/page.jsp",
                "//app/secure/page.jsp"
            })
    void a_path_is_written_in_all_ways_by_which_filters_have_been_bypassed(String target) {
        assertThat(targets("/secure/page.jsp")).contains(target);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD /app/secure/x",
        "FACECHECK /app/secure/x",
        "POST /app/secure/x with X-HTTP-Method-Override: GET",
        "GET /app/nowhere with X-Original-URL: /app/secure/x",
        "GET /app/secure/x with X-Forwarded-For: 127.0.0.1"
    })
    void methods_and_headers_vary_too(String variant) {
        assertThat(of("/secure/x")).extracting(RequestVariant::toString).contains(variant);
    }

    @Test
    void there_are_several_hundred_of_every_class_and_none_twice() {
        List<RequestVariant> all = of("/secure/page.jsp");

        assertThat(all).hasSizeBetween(250, 1000).doesNotHaveDuplicates();
        assertThat(all.stream().map(RequestVariant::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(VariantKind.PLAIN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/a/", "/a/b/c/d/e/f.xhtml"})
    void every_path_has_some_and_the_path_itself_is_none(String path) {
        assertThat(of(path))
                .hasSizeGreaterThan(100)
                .doesNotContain(RequestVariant.get(VariantKind.ENDINGS, "/app" + path))
                .allSatisfy(variant -> assertThat(variant.target()).isNotEmpty().doesNotContain("\n"));
    }

    @Test
    void nothing_that_is_sent_would_delete_or_write() {
        assertThat(of("/secure/x"))
                .extracting(RequestVariant::method)
                .doesNotContain("PUT", "DELETE", "PATCH")
                .contains("GET", "POST");
    }

    @Test
    void its_classes_are_those_of_the_tests_corpus() throws IOException {
        Set<String> headings = Files.readString(Path.of("src/test/resources/org/facecheck/it/targets.txt"))
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).replaceFirst(":.*", ""))
                .collect(Collectors.toSet());

        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(VariantKind.values())
                        .map(VariantKind::toString)
                        .toList());
    }

    @Test
    void bytes_that_cannot_be_shown_are_escaped() {
        assertThat(RequestVariant.get(VariantKind.CONTROL, "/a\0\u00c0\t b"))
                .hasToString("GET /a\\x00\\xc0\\x09\\x20b");
    }
}
