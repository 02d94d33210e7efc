package org.facecheck.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumedRequestTest {
    private static final String TARGET = "/app/secure/form?x=query";
    private static final String TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

    private final HttpSession session = FakeRequest.get("/app/").getSession();

    private FakeRequest get(String target) {
        return FakeRequest.get(target).with(session);
    }

    /** As the server says it of the form when it is interrupted. */
    private static String encoding(String type) {
        return type.contains("charset=") ? type.replaceFirst(".*charset=", "") : null;
    }

    private void interrupt(String type, String body) {
        Form form = type == null ? null : new Form(type, body.getBytes(StandardCharsets.ISO_8859_1), encoding(type));
        FaceCheckSession mine = FaceCheckSession.of(get("/app/facecheck"));
        mine.requests().saveRequest(Interrupted.form(TARGET, "protect", form));
        mine.grant(new KycIdentity("card", Map.of()), 0);
    }

    private static HttpServletRequest servers(FakeRequest request) {
        return (HttpServletRequest) request.getRequest();
    }

    private HttpServletRequest resumed(String type, String body) {
        interrupt(type, body);
        return ResumedRequest.of(get(TARGET).header("Accept", "text/html").parameter("x", "query"), new FakeResponse());
    }

    private HttpServletRequest resumed(String body) {
        return resumed(TYPE, body);
    }

    @Nested
    class It_is {
        @Test
        void the_form_at_its_own_target_once() {
            interrupt(TYPE, "a=1");

            assertThat(ResumedRequest.of(get(TARGET), new FakeResponse())).isInstanceOf(ResumedRequest.class);
            assertThat(ResumedRequest.of(get(TARGET), new FakeResponse())).isNotInstanceOf(ResumedRequest.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/app/secure/form", "/app/secure/form?x=other", "/app/secure/other?x=query"})
        void the_request_itself_anywhere_else(String target) {
            interrupt(TYPE, "a=1");
            FakeRequest other = get(target);

            assertThat(ResumedRequest.of(other, new FakeResponse())).isSameAs(other);
            assertThat(ResumedRequest.of(get(TARGET), new FakeResponse())).isInstanceOf(ResumedRequest.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "HEAD", "PUT", "OPTIONS"})
        void the_request_itself_by_another_method(String method) {
            interrupt(TYPE, "a=1");
            FakeRequest other = FakeRequest.of(method, TARGET).with(session);

            assertThat(ResumedRequest.of(other, new FakeResponse())).isSameAs(other);
            assertThat(ResumedRequest.of(get(TARGET), new FakeResponse())).isInstanceOf(ResumedRequest.class);
        }

        @Test
        void the_request_itself_where_a_plain_page_was_interrupted() {
            interrupt(null, "");
            FakeRequest plain = get(TARGET);

            assertThat(ResumedRequest.of(plain, new FakeResponse())).isSameAs(plain);
        }

        @Test
        void the_request_itself_where_a_login_came_between() {
            interrupt(TYPE, "a=1");
            FakeRequest other = get(TARGET).as("alice");

            assertThat(ResumedRequest.of(other, new FakeResponse())).isSameAs(other);
        }

        @Test
        void for_a_one_time_rule_the_form_of_its_check_once() {
            interrupt(TYPE, "a=1");

            assertThat(ResumedRequest.ofCheck(get(TARGET), new FakeResponse()))
                    .hasValueSatisfying(
                            form -> assertThat(form.getParameter("a")).isEqualTo("1"));
            assertThat(ResumedRequest.ofCheck(get(TARGET), new FakeResponse())).isEmpty();
        }

        /** So that a one-time rule that is asked later takes it for the form, and not for the GET. */
        @Test
        void known_as_the_form_from_then_on() {
            HttpServletRequest request = resumed("a=1");

            assertThat(RequestFingerprint.of(request))
                    .contains(RequestFingerprint.ofForm(
                            new RequestTarget(TARGET), TYPE, "a=1".getBytes(StandardCharsets.US_ASCII)));
        }

        @Test
        void the_request_itself_without_a_session() {
            FakeRequest stranger = FakeRequest.get(TARGET);

            assertThat(ResumedRequest.of(stranger, new FakeResponse())).isSameAs(stranger);
            assertThat(stranger.hasSession()).isFalse();
        }
    }

    @Nested
    class Its_head {
        private final HttpServletRequest request = resumed("a=1&b=%C3%BC");

        @Test
        void is_a_posts() {
            assertThat(request.getMethod()).isEqualTo("POST");
            assertThat(request.getRequestURI()).isEqualTo("/app/secure/form");
            assertThat(request.getQueryString()).isEqualTo("x=query");
        }

        @Test
        void has_the_type_and_length_of_the_form() {
            assertThat(request.getContentType()).isEqualTo(TYPE);
            assertThat(request.getContentLength()).isEqualTo(12);
            assertThat(request.getContentLengthLong()).isEqualTo(12);
            assertThat(request.getCharacterEncoding()).isEqualTo("UTF-8");
        }

        @Test
        void says_so_in_its_headers_too() {
            assertThat(request.getHeader("content-type")).isEqualTo(TYPE);
            assertThat(request.getHeader("Content-Length")).isEqualTo("12");
            assertThat(request.getIntHeader("CONTENT-LENGTH")).isEqualTo(12);
            assertThat(Collections.list(request.getHeaders("Content-Type"))).containsExactly(TYPE);
            assertThat(Collections.list(request.getHeaderNames()))
                    .containsExactlyInAnyOrder("Accept", "Content-Type", "Content-Length");
        }

        @Test
        void has_its_other_headers_from_the_request() {
            assertThat(request.getHeader("Accept")).isEqualTo("text/html");
            assertThat(request.getHeader("X-Missing")).isNull();
            assertThat(request.getIntHeader("X-Missing")).isEqualTo(-1);
        }

        @Test
        void names_each_header_once_whatever_the_request_had() {
            interrupt(TYPE, "a=1");
            HttpServletRequest odd = ResumedRequest.of(
                    get(TARGET).header("content-length", "0").header("content-type", "text/plain"), new FakeResponse());

            assertThat(Collections.list(odd.getHeaderNames()))
                    .containsExactlyInAnyOrder("Content-Type", "Content-Length");
            assertThat(odd.getHeader("Content-Length")).isEqualTo("3");
        }
    }

    @Nested
    class Its_parameters {
        @Test
        void are_the_querys_first_and_then_the_forms() {
            HttpServletRequest request = resumed("a=1&x=form&a=2");

            assertThat(request.getParameterValues("x")).containsExactly("query", "form");
            assertThat(request.getParameter("x")).isEqualTo("query");
            assertThat(request.getParameterValues("a")).containsExactly("1", "2");
            assertThat(Collections.list(request.getParameterNames())).containsExactly("x", "a");
            assertThat(request.getParameterMap()).containsOnlyKeys("x", "a");
        }

        @Test
        void that_are_missing_are_missing() {
            HttpServletRequest request = resumed("a=1");

            assertThat(request.getParameter("b")).isNull();
            assertThat(request.getParameterValues("b")).isNull();
        }

        @Test
        void cannot_be_changed_by_their_reader() {
            HttpServletRequest request = resumed("a=1");

            request.getParameterValues("a")[0] = "changed";
            assertThat(request.getParameter("a")).isEqualTo("1");
            assertThatThrownBy(() -> request.getParameterMap().remove("a"))
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void are_read_in_the_forms_charset() {
            assertThat(resumed("a=%C3%BC").getParameter("a")).isEqualTo("ü");
            assertThat(resumed("application/x-www-form-urlencoded", "a=%FC").getParameter("a"))
                    .isEqualTo("ü");
        }

        @Test
        void are_read_in_the_applications_charset_where_the_form_names_none() {
            interrupt("application/x-www-form-urlencoded", "a=%C3%BC");
            FakeRequest back = get(TARGET);
            when(servers(back).getCharacterEncoding()).thenReturn("UTF-8");

            assertThat(ResumedRequest.of(back, new FakeResponse()).getParameter("a"))
                    .isEqualTo("ü");
        }

        @Test
        void are_read_in_the_charset_that_a_filter_sets_before() throws Exception {
            interrupt("application/x-www-form-urlencoded", "a=%C3%BC");
            FakeRequest back = get(TARGET);
            HttpServletRequest request = ResumedRequest.of(back, new FakeResponse());

            assertThat(request.getCharacterEncoding()).isNull();
            request.setCharacterEncoding("UTF-8");
            when(servers(back).getCharacterEncoding()).thenReturn("UTF-8");

            verify(servers(back)).setCharacterEncoding("UTF-8");

            assertThat(request.getCharacterEncoding()).isEqualTo("UTF-8");
            assertThat(request.getParameter("a")).isEqualTo("ü");
        }

        @Test
        void do_not_change_when_a_filter_sets_it_after() throws Exception {
            HttpServletRequest request = resumed("application/x-www-form-urlencoded", "a=%FC");
            request.getParameter("a");

            request.setCharacterEncoding("UTF-8");

            assertThat(request.getParameter("a")).isEqualTo("ü");
        }
    }

    /** What {@link FormReading} tells apart, seen from outside. */
    @Nested
    class Its_server {
        private static final String PLAIN_TYPE = "application/x-www-form-urlencoded";

        private final FakeRequest back = get(TARGET).parameter("x", "query");

        private HttpServletRequest resumedOn(String server, String type, String body) {
            interrupt(type, body);
            when(back.getServletContext().getServerInfo()).thenReturn(server);
            return ResumedRequest.of(back, new FakeResponse());
        }

        private HttpServletRequest resumedOn(String server, String body) {
            return resumedOn(server, PLAIN_TYPE, body);
        }

        @Test
        void is_told_the_forms_encoding_by_which_it_may_read_the_query() throws Exception {
            resumedOn("Payara", TYPE, "a=1");

            verify(servers(back)).setCharacterEncoding("UTF-8");
        }

        @Test
        void is_told_no_encoding_where_the_form_has_none() throws Exception {
            resumedOn("Payara", "a=1");

            verify(servers(back), never()).setCharacterEncoding(any());
        }

        @Test
        void may_not_know_the_forms_encoding() throws Exception {
            doThrow(UnsupportedEncodingException.class).when(servers(back)).setCharacterEncoding("no-such");

            HttpServletRequest request = resumedOn("Payara", PLAIN_TYPE + "; charset=no-such", "a=%FC");

            assertThat(request.getParameter("a")).isEqualTo("ü");
            assertThatThrownBy(request::getReader).isInstanceOf(UnsupportedEncodingException.class);
        }

        @Test
        void leaves_the_body_alone_on_Undertow_where_the_query_has_the_answer() throws Exception {
            HttpServletRequest request = resumedOn("WildFly", "x=form");

            assertThat(request.getParameter("x")).isEqualTo("query");
            assertThat(request.getInputStream().readAllBytes()).asString().isEqualTo("x=form");
        }

        @Test
        void reads_the_body_for_any_parameter_elsewhere() throws Exception {
            HttpServletRequest request = resumedOn("Apache Tomcat", "x=form");

            assertThat(request.getParameter("x")).isEqualTo("query");
            assertThat(request.getInputStream().readAllBytes()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"WildFly", "Apache Tomcat"})
        void looks_for_no_parameters_where_the_stream_is_in_use(String server) throws Exception {
            HttpServletRequest request = resumedOn(server, "a=1");

            request.getInputStream();

            assertThat(request.getParameter("a")).isNull();
            assertThat(request.getParameterMap()).containsOnlyKeys("x");
        }

        @Test
        void looks_for_parameters_in_what_is_left_on_Grizzly() throws Exception {
            HttpServletRequest request = resumedOn("Payara", "a=1&b=2");

            request.getInputStream().readNBytes(4);

            assertThat(request.getParameter("b")).isEqualTo("2");
            assertThat(request.getParameter("a")).isNull();
        }

        @Test
        void takes_an_encoding_on_Undertow_until_the_body_is_asked_for() throws Exception {
            HttpServletRequest request = resumedOn("WildFly", TYPE, "x=form");
            request.getParameter("x");

            request.setCharacterEncoding("windows-1252");
            request.getParameter("a");
            request.setCharacterEncoding("windows-1256");

            verify(servers(back)).setCharacterEncoding("windows-1252");
            verify(servers(back), never()).setCharacterEncoding("windows-1256");
        }

        @Test
        void takes_no_encoding_on_Undertow_behind_the_stream() throws Exception {
            HttpServletRequest request = resumedOn("WildFly", "a=1");
            request.getInputStream();

            request.setCharacterEncoding("windows-1252");

            verify(servers(back), never()).setCharacterEncoding(any());
        }

        @Test
        void takes_an_encoding_elsewhere_behind_the_stream_but_behind_no_parameter() throws Exception {
            HttpServletRequest request = resumedOn("Apache Tomcat", "a=1");
            request.getInputStream();

            request.setCharacterEncoding("windows-1252");
            request.getParameter("x");
            request.setCharacterEncoding("windows-1256");

            verify(servers(back)).setCharacterEncoding("windows-1252");
            verify(servers(back), never()).setCharacterEncoding("windows-1256");
        }

        @ParameterizedTest
        @ValueSource(strings = {"WildFly", "Payara", "Apache Tomcat"})
        void takes_no_encoding_behind_the_reader(String server) throws Exception {
            HttpServletRequest request = resumedOn(server, "a=1");
            request.getReader();

            request.setCharacterEncoding("windows-1252");

            verify(servers(back), never()).setCharacterEncoding(any());
        }

        @Test
        void shows_an_encoding_that_is_set_in_the_content_type_on_Grizzly() throws Exception {
            HttpServletRequest request = resumedOn("Payara", "a=1");

            request.setCharacterEncoding("UTF-8");

            assertThat(request.getContentType()).isEqualTo(PLAIN_TYPE + ";charset=UTF-8");
        }

        @ParameterizedTest
        @ValueSource(strings = {"WildFly", "Apache Tomcat"})
        void leaves_the_content_type_as_it_was_sent_elsewhere(String server) throws Exception {
            HttpServletRequest request = resumedOn(server, "a=1");

            request.setCharacterEncoding("UTF-8");

            assertThat(request.getContentType()).isEqualTo(PLAIN_TYPE);
        }

        @Test
        void gives_a_map_to_change_on_Undertow_which_changes_nothing_else() {
            HttpServletRequest request = resumedOn("WildFly", "a=1");

            request.getParameterMap().put("a", new String[] {"2"});

            assertThat(request.getParameter("a")).isEqualTo("1");
        }
    }

    @Test
    void it_comes_back_as_itself_from_an_asynchronous_dispatch() {
        HttpServletRequest request = resumed("a=1");

        assertThat(request.startAsync().getRequest()).isSameAs(request);
    }

    @Nested
    class Its_body {
        @Test
        void is_the_forms_to_the_byte() throws Exception {
            assertThat(resumed("a=1&b=\u00fc").getInputStream().readAllBytes())
                    .isEqualTo("a=1&b=\u00fc".getBytes(StandardCharsets.ISO_8859_1));
        }

        @Test
        void is_text_in_its_charset() throws Exception {
            assertThat(resumed("application/x-www-form-urlencoded; charset=ISO-8859-1", "a=\u00fc")
                            .getReader()
                            .readLine())
                    .isEqualTo("a=\u00fc");
        }

        /** ISO 8859-1 (Jakarta Servlet 6.0, §3.12). */
        @Test
        void is_text_in_the_specifications_charset_where_nobody_names_one() throws Exception {
            assertThat(resumed("application/x-www-form-urlencoded", "a=\u00fc")
                            .getReader()
                            .readLine())
                    .isEqualTo("a=\u00fc");
        }

        @Test
        void goes_on_where_it_was_when_it_is_asked_for_again() throws Exception {
            HttpServletRequest bytes = resumed("ab");
            assertThat(bytes.getInputStream().read()).isEqualTo('a');
            assertThat(bytes.getInputStream().read()).isEqualTo('b');
            assertThat(bytes.getInputStream().read()).isEqualTo(-1);

            HttpServletRequest lines = resumed("a\nb");
            assertThat(lines.getReader().readLine()).isEqualTo("a");
            assertThat(lines.getReader().readLine()).isEqualTo("b");
            assertThat(lines.getReader().readLine()).isNull();
        }
    }
}
