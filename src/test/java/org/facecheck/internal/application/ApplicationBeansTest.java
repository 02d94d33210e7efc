package org.facecheck.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
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
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.io.Closeable;
import java.time.Instant;
import java.util.Set;
import javax.naming.NamingException;
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

    private final ApplicationBeans beans = new ApplicationBeans(ApplicationBeans.class.getClassLoader());
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

    /** Several applications of an EAR may have one jar, for which the container knows no beans of theirs. */
    @Nested
    class With_a_manager_of_its_own {
        private final BeanManager manager = mock(BeanManager.class);
        private boolean inApplication = true;
        private final ApplicationBeans beans = new ApplicationBeans(ApplicationBeans.class.getClassLoader(), () -> {
            if (inApplication) {
                return manager;
            }
            throw new NamingException("not in this thread");
        });

        @SuppressWarnings("unchecked")
        private void has(FaceMatcher matcher) {
            Instance<Object> all = mock(Instance.class);
            Instance<FaceMatcher> found = mock(Instance.class);
            when(manager.createInstance()).thenReturn(all);
            when(all.select(FaceMatcher.class)).thenReturn(found);
            when(found.get()).thenReturn(matcher);
        }

        @Test
        void that_one_is_asked_and_no_other() {
            FaceMatcher matcher = selfie -> null;
            has(matcher);

            assertThat(beans.find(FaceMatcher.class)).containsSame(matcher);
            current.verifyNoInteractions();
        }

        @Test
        void it_is_asked_in_threads_without_the_applications_names_too() {
            FaceMatcher matcher = selfie -> null;
            has(matcher);
            beans.has(FaceMatcher.class);
            inApplication = false;

            assertThat(beans.find(FaceMatcher.class)).containsSame(matcher);
        }

        @Test
        @SuppressWarnings("unchecked")
        void its_observers_are_told() {
            Event<Object> event = mock(Event.class);
            when(manager.getEvent()).thenReturn(event);

            beans.fire(EVENT);

            verify(event).fire(EVENT);
        }
    }

    /** What a container may answer with where the jar is shared. */
    @Nested
    class With_the_beans_of_another_application {
        private final BeanManager manager = mock(BeanManager.class);
        private final ApplicationBeans ofOther = new ApplicationBeans(new ClassLoader(null) {}, () -> manager);
        private final ApplicationBeans ofOwn =
                new ApplicationBeans(new ClassLoader(ApplicationBeansTest.class.getClassLoader()) {}, () -> manager);

        @BeforeEach
        @SuppressWarnings({"unchecked", "rawtypes"})
        void haveThem() {
            Instance<Object> all = mock(Instance.class);
            Instance<FaceMatcher> found = mock(Instance.class);
            when(manager.createInstance()).thenReturn(all);
            when(all.select(FaceMatcher.class)).thenReturn(found);
            Bean bean = mock(Bean.class);
            when(bean.getBeanClass()).thenReturn(ApplicationBeansTest.class);
            when(manager.resolve(any())).thenReturn(bean);
        }

        @Test
        void none_of_them_is_taken_for_the_applications_own() {
            assertThat(ofOther.has(FaceMatcher.class)).isFalse();
            assertThat(ofOther.find(FaceMatcher.class)).isEmpty();
            assertThat(ofOwn.has(FaceMatcher.class)).isTrue();
        }

        @Test
        @SuppressWarnings("unchecked")
        void their_observers_are_told_nothing() {
            Event<Object> event = mock(Event.class);
            when(manager.getEvent()).thenReturn(event);
            ObserverMethod<FaceCheckEvent> observer = mock(ObserverMethod.class);
            doReturn(ApplicationBeansTest.class).when(observer).getBeanClass();
            doReturn(Set.of(observer)).when(manager).resolveObserverMethods(EVENT);

            ofOther.fire(EVENT);
            verify(event, never()).fire(EVENT);
            verify(observer, never()).notify(EVENT);
            ofOwn.fire(EVENT);
            verify(event).fire(EVENT);
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
