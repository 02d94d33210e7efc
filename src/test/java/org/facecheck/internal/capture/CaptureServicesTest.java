package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import org.facecheck.fake.Configs;
import org.junit.jupiter.api.Test;

class CaptureServicesTest {
    private final CaptureServices desk = new CaptureFixture().desk(Configs.HALF_HOUR, Configs.STRICT);
    private final ServletContext context = mock(ServletContext.class);

    @Test
    void it_is_found_where_it_was_laid() {
        desk.open(context);

        verify(context).setAttribute(CaptureServices.class.getName(), desk);
        when(context.getAttribute(CaptureServices.class.getName())).thenReturn(desk);
        assertThat(CaptureServices.in(context)).containsSame(desk);
    }

    @Test
    void it_is_not_found_where_there_is_none_or_something_else() {
        assertThat(CaptureServices.in(context)).isEmpty();

        when(context.getAttribute(CaptureServices.class.getName())).thenReturn("desk");
        assertThat(CaptureServices.in(context)).isEmpty();
    }

    @Test
    void rules_are_known_by_their_names() {
        assertThat(desk.rule("strict")).contains(Configs.STRICT);
        assertThat(desk.rule("protect")).contains(Configs.HALF_HOUR);
        assertThat(desk.rule("none")).isEmpty();
    }
}
