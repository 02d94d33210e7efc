package org.facecheck.internal.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacesServletsTest {
    private static ServletContext application(String servletClass, String... mappings) {
        ServletRegistration registration = mock(ServletRegistration.class);
        when(registration.getClassName()).thenReturn(servletClass);
        when(registration.getMappings()).thenReturn(List.of(mappings));
        ServletContext context = mock(ServletContext.class);
        doReturn(Map.of("servlet", registration)).when(context).getServletRegistrations();
        return context;
    }

    @Test
    void faces_is_there_where_its_servlet_is() {
        ServletContext faces = application("jakarta.faces.webapp.FacesServlet", "/faces/*", "*.xhtml");

        assertThat(FacesServlets.isThere(faces)).isTrue();
        assertThat(FacesServlets.mappings(faces)).containsExactly("/faces/*", "*.xhtml");
    }

    @Test
    void it_is_not_where_another_servlet_takes_such_paths_or_one_has_no_class() {
        assertThat(FacesServlets.isThere(application("com.example.Xhtml", "*.xhtml")))
                .isFalse();
        assertThat(FacesServlets.isThere(application(null, "*.xhtml"))).isFalse();
        assertThat(FacesServlets.isThere(mock(ServletContext.class))).isFalse();
        assertThat(FacesServlets.mappings(application(null, "*.xhtml"))).isEmpty();
    }
}
