package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.FilterChain;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.internal.page.CapturePage;
import org.junit.jupiter.api.Test;

class CaptureFilterTest {
    private final CaptureFilter filter = new CaptureFilter(new CaptureFixture().handler(Configs.HALF_HOUR));
    private final FilterChain chain = mock(FilterChain.class);
    private final FakeResponse response = new FakeResponse();

    private void send(FakeRequest request) throws Exception {
        filter.doFilter(request, response, chain);
        verify(chain, never()).doFilter(any(), any());
    }

    @Test
    void the_page_is_shown_and_the_application_is_not_asked() throws Exception {
        FakeRequest request = FakeRequest.get("/app/facecheck");

        send(request);

        assertThat(request.getAttribute(CapturePage.MODEL)).isNotNull();
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_target_that_can_be_read_in_two_ways_is_refused_and_gets_no_token() throws Exception {
        FakeRequest request = FakeRequest.get("/app/secure/..;/facecheck");

        send(request);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(request.hasSession()).isFalse();
    }
}
