package org.facecheck.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.io.Closeable;
import java.time.Instant;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;

class ApplicationBeansTest {
    private static final FaceCheckEvent EVENT =
            FaceCheckEvent.builder(Outcome.PASSED, "ABCD2345", Instant.EPOCH).build();

    private final ApplicationBeans beans = new ApplicationBeans();
    private MockedStatic<CDI<?>> current;

    @BeforeEach
    @SuppressWarnings({"unchecked", "rawtypes"})
    void watchCdi() {
        current = (MockedStatic) mockStatic(CDI.class);
    }

    @AfterEach
    void stopWatching() {
        current.close();
    }

    @SuppressWarnings("unchecked")
    private <T> Instance<T> instance(CDI<Object> cdi, Class<T> type) {
        Instance<T> instance = mock(Instance.class);
        when(cdi.select(type)).thenReturn(instance);
        return instance;
    }

    @Nested
    class Without_cdi {
        @BeforeEach
        void haveNone() {
            current.when(CDI::current).thenThrow(new IllegalStateException("no CDI here"));
        }

        @Test
        void there_are_no_beans() {
            assertThat(beans.find(FaceMatcher.class)).isEmpty();
            assertThat(beans.has(FaceMatcher.class)).isFalse();
        }

        @Test
        void none_is_looked_for_a_second_time() {
            beans.find(FaceMatcher.class);
            beans.fire(EVENT);
            beans.callerPrincipals();

            current.verify(CDI::current, times(1));
        }

        @Test
        void nobody_is_told() {
            assertThatCode(() -> beans.fire(EVENT)).doesNotThrowAnyException();
        }

        @Test
        void there_is_no_scope_to_begin() {
            assertThatCode(() -> beans.requestScope().close()).doesNotThrowAnyException();
        }
    }

    @Nested
    class With_cdi {
        @SuppressWarnings("unchecked")
        private final CDI<Object> cdi = mock(CDI.class);

        @BeforeEach
        void haveIt() {
            current.when(CDI::current).thenReturn(cdi);
        }

        @Test
        void the_applications_bean_is_found() {
            FaceMatcher matcher = selfie -> null;
            when(instance(cdi, FaceMatcher.class).get()).thenReturn(matcher);

            assertThat(beans.find(FaceMatcher.class)).containsSame(matcher);
        }

        @Test
        void to_ask_whether_there_is_one_makes_none() {
            Instance<FaceMatcher> matcher = instance(cdi, FaceMatcher.class);

            assertThat(beans.has(FaceMatcher.class)).isTrue();
            verify(matcher, never()).get();
        }

        @Test
        void none_is_found_where_the_application_has_none() {
            when(instance(cdi, FaceMatcher.class).isUnsatisfied()).thenReturn(true);

            assertThat(beans.find(FaceMatcher.class)).isEmpty();
            assertThat(beans.has(FaceMatcher.class)).isFalse();
        }

        @Test
        void two_are_an_error() {
            when(instance(cdi, FaceMatcher.class).isAmbiguous()).thenReturn(true);

            assertThatThrownBy(() -> beans.find(FaceMatcher.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.facecheck.FaceMatcher");
            assertThatThrownBy(() -> beans.has(FaceMatcher.class)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        @SuppressWarnings("unchecked")
        void observers_are_told() {
            BeanManager manager = mock(BeanManager.class);
            Event<Object> event = mock(Event.class);
            doReturn(manager).when(cdi).getBeanManager();
            when(manager.getEvent()).thenReturn(event);

            beans.fire(EVENT);

            verify(event).fire(EVENT);
        }

        @Test
        void a_scope_that_was_begun_is_ended() throws Exception {
            RequestContextController scope = mock(RequestContextController.class);
            when(scope.activate()).thenReturn(true);
            when(instance(cdi, RequestContextController.class).get()).thenReturn(scope);

            Closeable begun = beans.requestScope();

            verify(scope, never()).deactivate();
            begun.close();
            verify(scope).deactivate();
        }

        @Test
        void a_scope_that_was_active_before_goes_on() throws Exception {
            RequestContextController scope = mock(RequestContextController.class);
            when(instance(cdi, RequestContextController.class).get()).thenReturn(scope);

            beans.requestScope().close();

            verify(scope).activate();
            verify(scope, never()).deactivate();
        }
    }
}
