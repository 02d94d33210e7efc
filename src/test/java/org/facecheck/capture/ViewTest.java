package org.facecheck.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewTest {
    private static final String FACES = "jakarta.faces.webapp.FacesServlet";

    private static View view(String servlet, String... mappings) {
        ServletRegistration registration = mock(ServletRegistration.class);
        when(registration.getClassName()).thenReturn(servlet);
        when(registration.getMappings()).thenReturn(List.of(mappings));
        ServletContext context = mock(ServletContext.class);
        doReturn(Map.of("servlet", registration)).when(context).getServletRegistrations();
        return View.of(context);
    }

    @Test
    void it_is_a_facelet_where_faces_takes_facelets() {
        assertThat(view(FACES, "/faces/*", "*.xhtml")).isEqualTo(View.FACELETS);
    }

    @Test
    void it_is_a_jsp_where_faces_takes_something_else() {
        assertThat(view(FACES, "*.jsf")).isEqualTo(View.JSP);
    }

    @Test
    void it_is_a_jsp_where_there_is_no_faces() {
        assertThat(view("com.example.Xhtml", "*.xhtml")).isEqualTo(View.JSP);
        assertThat(view(null, "*.xhtml")).isEqualTo(View.JSP);
        assertThat(View.of(mock(ServletContext.class))).isEqualTo(View.JSP);
    }

    @ParameterizedTest
    @EnumSource
    void each_is_in_the_jar_and_out_of_reach_for_browsers(View view) {
        assertThat(view.path()).startsWith("/WEB-INF/");
        assertThat(View.class.getResource("/META-INF/resources" + view.path())).isNotNull();
    }
}
