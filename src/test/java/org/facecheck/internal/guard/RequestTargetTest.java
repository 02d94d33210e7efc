package org.facecheck.internal.guard;

import static jakarta.servlet.AsyncContext.ASYNC_QUERY_STRING;
import static jakarta.servlet.AsyncContext.ASYNC_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.FORWARD_QUERY_STRING;
import static jakarta.servlet.RequestDispatcher.FORWARD_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.INCLUDE_REQUEST_URI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/",
                "/app/secure/page",
                "/app/secure/page?x=1&y=%C3%BC+z",
                "/app/secure/page?",
                "/app/secure/page?next=//evil.example/..",
                "/app/%C3%BCberstunden",
                "/app/überstunden?x=ü",
                "/app/page;jsessionid=1A.node1"
            })
    void it_is_path_and_query_as_the_client_sent_them(String target) {
        assertThat(RequestTarget.of(FakeRequest.get(target)).map(RequestTarget::text))
                .contains(target);
    }

    @Test
    void an_application_at_the_root_has_targets_too() {
        assertThat(RequestTarget.of(FakeRequest.get("/secure/page").below("")).map(RequestTarget::text))
                .contains("/secure/page");
    }

    @Nested
    class After_a_dispatch {
        private final FakeRequest request = FakeRequest.get("/app/inner?inner=1");

        @Test
        void by_forward_it_is_where_the_client_wanted_to_go() {
            request.attribute(FORWARD_REQUEST_URI, "/app/outer").attribute(FORWARD_QUERY_STRING, "outer=1");

            assertThat(RequestTarget.of(request).map(RequestTarget::text)).contains("/app/outer?outer=1");
        }

        @Test
        void by_forward_the_query_of_the_inner_page_is_left_out() {
            request.attribute(FORWARD_REQUEST_URI, "/app/outer");

            assertThat(RequestTarget.of(request).map(RequestTarget::text)).contains("/app/outer");
        }

        @Test
        void by_error_it_is_the_page_that_failed() {
            request.attribute(ERROR_REQUEST_URI, "/app/broken");

            assertThat(RequestTarget.of(request).map(RequestTarget::text)).contains("/app/broken");

            request.attribute("jakarta.servlet.error.query_string", "broken=1");

            assertThat(RequestTarget.of(request).map(RequestTarget::text)).contains("/app/broken?broken=1");
        }

        @Test
        void by_async_dispatch_it_is_where_that_began() {
            request.attribute(ASYNC_REQUEST_URI, "/app/slow").attribute(ASYNC_QUERY_STRING, "slow=1");

            assertThat(RequestTarget.of(request).map(RequestTarget::text)).contains("/app/slow?slow=1");
        }

        @Test
        void by_several_the_query_is_that_of_the_path() {
            request.attribute(FORWARD_REQUEST_URI, "/app/outer")
                    .attribute(ASYNC_REQUEST_URI, "/app/inner")
                    .attribute(ASYNC_QUERY_STRING, "inner=1");

            assertThat(RequestTarget.of(request).map(RequestTarget::text)).contains("/app/outer");
        }

        @Test
        void by_include_it_is_the_page_around_it() {
            request.attribute(INCLUDE_REQUEST_URI, "/app/fragment");

            assertThat(RequestTarget.of(request).map(RequestTarget::text)).contains("/app/inner?inner=1");
        }

        @Test
        void an_attribute_that_is_no_text_is_none() {
            request.attribute(FORWARD_REQUEST_URI, 1);

            assertThat(RequestTarget.of(request).map(RequestTarget::text)).contains("/app/inner?inner=1");
        }

        @Test
        void what_is_suspicious_stays_so() {
            request.attribute(FORWARD_REQUEST_URI, "/app/../outer");

            assertThat(RequestTarget.of(request)).isEmpty();
        }
    }

    @Nested
    class There_is_none {
        @ParameterizedTest
        @ValueSource(
                strings = {"/", "/other/page", "/app", "/application/page", "http://evil.example/app/", "app/page", "*"
                })
        void outside_of_the_application(String target) {
            assertThat(RequestTarget.of(FakeRequest.get(target))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"//evil.example", "//evil.example/page", "/\\evil.example", "'/\t/evil.example'"})
        void that_a_browser_would_take_for_another_host(String target) {
            assertThat(RequestTarget.of(FakeRequest.get(target).below(""))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/app/../other", "/app/a%2fb", "/app//a", "/app/a;x/b", "/app/%zz"})
        void that_is_suspicious(String target) {
            assertThat(RequestTarget.of(FakeRequest.get(target))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\r\nSet-Cookie:a=b",
                    "\u0000",
                    "\u007f",
                    " ",
                    "\t",
                    "\u0085",
                    "\u009f",
                    "\u010d\u010a",
                    "\u560a"
                })
        void with_something_that_no_header_may_hold(String characters) {
            assertThat(RequestTarget.of(FakeRequest.get("/app/page?x=" + characters)))
                    .isEmpty();
            assertThat(RequestTarget.of(FakeRequest.get("/app/page" + characters)))
                    .isEmpty();
        }

        @Test
        void where_the_application_names_one_that_leads_out_of_it() {
            FakeRequest request = FakeRequest.get("/app/page");

            assertThat(RequestTarget.at("/app/view.xhtml?x=1", request).map(RequestTarget::text))
                    .contains("/app/view.xhtml?x=1");
            assertThat(RequestTarget.at("//evil.example/app/", request)).isEmpty();
            assertThat(RequestTarget.at("/other/view.xhtml", request)).isEmpty();
            assertThat(RequestTarget.at("/app/view.xhtml?x=\r\nSet-Cookie:a=b", request))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "app/page", "//evil.example", "/app/../x", "/app/a b", "/app/page?x=\r\n"})
        void in_a_text_that_is_none(String text) {
            assertThat(RequestTarget.parse(text)).isEmpty();
            assertThatThrownBy(() -> new RequestTarget(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a request target to come back to");
            assertThat(RequestTarget.parse("/app/page?pin=4711").orElseThrow()).hasToString("RequestTarget");
        }

        @Test
        void that_is_too_long_to_keep() {
            String longest = "/app/page?" + "x".repeat(8192 - 10);

            assertThat(RequestTarget.of(FakeRequest.get(longest)).map(RequestTarget::text))
                    .contains(longest);
            assertThat(RequestTarget.of(FakeRequest.get(longest + "x"))).isEmpty();
        }
    }
}
