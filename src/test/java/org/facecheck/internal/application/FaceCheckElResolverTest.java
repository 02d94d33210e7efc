package org.facecheck.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.jsp.JspApplicationContext;
import jakarta.servlet.jsp.JspContext;
import jakarta.servlet.jsp.JspFactory;
import jakarta.servlet.jsp.PageContext;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.session.FaceCheckSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FaceCheckElResolverTest {
    private final FaceCheckElResolver resolver = new FaceCheckElResolver();
    private final FakeRequest request = FakeRequest.get("/app/page.jsp");
    private final PageContext page = mock(PageContext.class);
    private final ELContext context = new ELContext() {
        @Override
        public ELResolver getELResolver() {
            return resolver;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    };

    FaceCheckElResolverTest() {
        when(page.getRequest()).thenReturn(request);
        context.putContext(JspContext.class, page);
        FaceCheckSession.of(request).grant(new KycIdentity("card", Map.of("fullName", "FIRST LAST")), 0);
    }

    @Nested
    class Its_own_name {
        @Test
        void stands_for_the_identity() {
            assertThat(resolver.getValue(context, null, "facecheck"))
                    .isEqualTo(Map.of("identity", Map.of("fullName", "FIRST LAST")));
            assertThat(context.isPropertyResolved()).isTrue();
        }

        @Test
        void is_a_map() {
            assertThat(resolver.getType(context, null, "facecheck")).isEqualTo(Map.class);
            assertThat(context.isPropertyResolved()).isTrue();
        }

        @Test
        void can_only_be_read() {
            assertThat(resolver.isReadOnly(context, null, "facecheck")).isTrue();
            assertThatThrownBy(() -> resolver.setValue(context, null, "facecheck", Map.of()))
                    .isInstanceOf(PropertyNotWritableException.class);
        }

        @Test
        void stands_for_nothing_outside_of_a_page() {
            context.putContext(JspContext.class, mock(JspContext.class));

            assertThat(resolver.getValue(context, null, "facecheck")).isNull();
            assertThat(context.isPropertyResolved()).isFalse();
        }

        @Test
        void stands_for_nothing_outside_of_http() {
            when(page.getRequest()).thenReturn(mock(ServletRequest.class));

            assertThat(resolver.getValue(context, null, "facecheck")).isNull();
            assertThat(context.isPropertyResolved()).isFalse();
        }
    }

    @Nested
    class Other_names {
        @Test
        void are_left_to_others() {
            for (Object property : new Object[] {"facechecks", "identity", 1}) {
                assertThat(resolver.getValue(context, null, property)).isNull();
                assertThat(resolver.getType(context, null, property)).isNull();
                assertThatCode(() -> resolver.setValue(context, null, property, "x"))
                        .doesNotThrowAnyException();
                assertThat(context.isPropertyResolved()).isFalse();
            }
        }

        @Test
        void of_other_things_are_too() {
            Object bean = new Object();

            assertThat(resolver.getValue(context, bean, "facecheck")).isNull();
            assertThat(resolver.getType(context, bean, "facecheck")).isNull();
            assertThatCode(() -> resolver.setValue(context, bean, "facecheck", "x"))
                    .doesNotThrowAnyException();
            assertThat(context.isPropertyResolved()).isFalse();
        }
    }

    @Nested
    class At_start_up {
        private final ServletContext application = mock(ServletContext.class);
        private final JspFactory before = JspFactory.getDefaultFactory();

        @AfterEach
        void putBack() {
            JspFactory.setDefaultFactory(before);
        }

        @Test
        void it_adds_itself_where_there_is_jsp() {
            JspFactory jsp = mock(JspFactory.class);
            JspApplicationContext pages = mock(JspApplicationContext.class);
            when(jsp.getJspApplicationContext(application)).thenReturn(pages);
            JspFactory.setDefaultFactory(jsp);

            FaceCheckElResolver.register(application);

            verify(pages).addELResolver(isA(FaceCheckElResolver.class));
        }

        @Test
        void it_does_nothing_where_there_is_none() {
            JspFactory.setDefaultFactory(null);

            FaceCheckElResolver.register(application);

            verifyNoInteractions(application);
        }
    }

    @Test
    void tools_are_told_that_its_names_are_text() {
        assertThat(resolver.getCommonPropertyType(context, null)).isEqualTo(String.class);
        assertThat(resolver.getCommonPropertyType(context, page)).isNull();
    }
}
