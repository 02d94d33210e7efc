package org.facecheck.internal.page;

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

class JarViewTest {
    private static final String FACES = "jakarta.faces.webapp.FacesServlet";

    private static JarView view(String servlet, String... mappings) {
        ServletRegistration registration = mock(ServletRegistration.class);
        when(registration.getClassName()).thenReturn(servlet);
        when(registration.getMappings()).thenReturn(List.of(mappings));
        ServletContext context = mock(ServletContext.class);
        doReturn(Map.of("servlet", registration)).when(context).getServletRegistrations();
        return JarView.of(context);
    }

    @Test
    void it_is_a_facelet_where_faces_takes_facelets() {
        assertThat(view(FACES, "/faces/*", "*.xhtml")).isEqualTo(JarView.FACELETS);
    }

    @Test
    void it_is_a_jsp_where_faces_takes_something_else() {
        assertThat(view(FACES, "*.jsf")).isEqualTo(JarView.JSP);
    }

    @Test
    void it_is_a_jsp_where_there_is_no_faces() {
        assertThat(view("com.example.Xhtml", "*.xhtml")).isEqualTo(JarView.JSP);
        assertThat(view(null, "*.xhtml")).isEqualTo(JarView.JSP);
        assertThat(JarView.of(mock(ServletContext.class))).isEqualTo(JarView.JSP);
    }

    @ParameterizedTest
    @EnumSource
    void each_is_in_the_jar_and_out_of_reach_for_browsers(JarView view) {
        assertThat(view.path()).startsWith("/WEB-INF/");
        assertThat(JarView.class.getResource("/META-INF/resources" + view.path()))
                .isNotNull();
    }
}
