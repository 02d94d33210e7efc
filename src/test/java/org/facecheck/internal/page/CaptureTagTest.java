package org.facecheck.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.JspWriter;
import jakarta.servlet.jsp.PageContext;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Locale;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.config.FaceCheckConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTagTest {
    private final FakeRequest request = FakeRequest.navigation("/app/open/dashboard.jsp");
    private final FakeResponse response = new FakeResponse();
    private final StringWriter out = new StringWriter();
    private final CaptureTag tag = new CaptureTag();

    private void run() throws Exception {
        FaceCheckConfig config = TestConfig.with().read();
        EmbeddedCapture capture = new EmbeddedCapture(
                config.capture(), config.rules(), new AttemptLimiter(config.attempts(), Clock.systemUTC()));
        when(request.getServletContext().getAttribute(EmbeddedCapture.class.getName()))
                .thenReturn(capture);
        runIn(request);
    }

    private void runIn(FakeRequest asked) throws Exception {
        JspWriter writer = mock(JspWriter.class, call -> {
            out.write(call.getArgument(0, String.class));
            return null;
        });
        PageContext context = mock(PageContext.class);
        when(context.getRequest()).thenReturn(asked);
        when(context.getResponse()).thenReturn(response);
        when(context.getOut()).thenReturn(writer);
        tag.setJspContext(context);
        tag.doTag();
    }

    @Test
    void it_writes_the_capture_that_expressions_see() throws Exception {
        run();

        assertThat(out.toString())
                .isEqualTo(((PageMap) request.getAttribute("facecheckPage")).html())
                .startsWith("<div class=\"facecheck\" lang=\"en\"")
                .contains("action=\"../facecheck\"");
    }

    @Test
    void nothing_may_keep_the_page_with_its_token() throws Exception {
        run();

        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_page_of_which_the_client_has_some_already_is_shown_all_the_same() throws Exception {
        response.committed();

        run();

        assertThat(response.getHeader("Cache-Control")).isNull();
        assertThat(out.toString()).contains("name=\"token\"");
    }

    @Test
    void the_language_may_be_a_locale() throws Exception {
        tag.setLocale(Locale.FRENCH);

        run();

        assertThat(out.toString()).contains("lang=\"fr\"");
    }

    @Test
    void the_language_may_be_a_tag() throws Exception {
        tag.setLocale("ar");

        run();

        assertThat(out.toString()).contains("lang=\"ar\" dir=\"rtl\"");
    }

    @ParameterizedTest
    @ValueSource(strings = "")
    void without_a_language_it_is_the_browsers(String none) throws Exception {
        request.in(Locale.GERMAN);
        tag.setLocale(none);

        run();

        assertThat(out.toString()).contains("lang=\"de\"");
    }

    @Test
    void where_facecheck_does_not_run_the_page_says_so() {
        assertThatThrownBy(() -> runIn(request))
                .isInstanceOf(JspException.class)
                .hasMessageContaining("does not run");
        assertThat(request.hasSession()).isFalse();
    }
}
