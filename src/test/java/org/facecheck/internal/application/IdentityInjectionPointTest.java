package org.facecheck.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import org.facecheck.KycIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class IdentityInjectionPointTest {
    private final InjectionPoint point = mock();

    @BeforeEach
    void isOurs() throws NoSuchFieldException {
        when(point.getQualifiers()).thenReturn(Set.of(Default.Literal.INSTANCE));
        when(point.getMember()).thenReturn(IdentityInjectionPointTest.class.getDeclaredField("point"));
    }

    private boolean isRightInBeanOf(Class<? extends Annotation> scope) {
        Bean<?> bean = mock();
        doReturn(scope).when(bean).getScope();
        doReturn(bean).when(point).getBean();
        return new IdentityInjectionPoint(point).isRight();
    }

    @Test
    void is_right_where_its_owner_ends_with_the_request() {
        assertThat(isRightInBeanOf(RequestScoped.class)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {ApplicationScoped.class, SessionScoped.class, Dependent.class, Deprecated.class})
    void is_wrong_where_its_owner_may_live_longer(Class<? extends Annotation> scope) {
        assertThat(isRightInBeanOf(scope)).isFalse();
    }

    @Test
    void is_wrong_in_what_is_no_bean() {
        assertThat(new IdentityInjectionPoint(point).isRight()).isFalse();
    }

    @Test
    void is_right_as_the_parameter_of_an_observer_whatever_its_bean() {
        assertThat(isRightAsParameter(true)).isTrue();
        assertThat(isRightAsParameter(false)).isFalse();
    }

    private boolean isRightAsParameter(boolean besideAnEvent) {
        AnnotatedParameter<?> identity = mock();
        AnnotatedParameter<?> other = mock();
        AnnotatedCallable<?> method = mock();
        when(other.isAnnotationPresent(Observes.class)).thenReturn(besideAnEvent);
        doReturn(List.of(other, identity)).when(method).getParameters();
        doReturn(method).when(identity).getDeclaringCallable();
        when(point.getAnnotated()).thenReturn(identity);
        return isRightInBeanOf(ApplicationScoped.class);
    }

    @Test
    void is_not_ours_with_a_qualifier_of_the_applications() {
        when(point.getQualifiers()).thenReturn(Set.of(Any.Literal.INSTANCE, NamedLiteral.of("mine")));

        assertThat(isRightInBeanOf(ApplicationScoped.class)).isTrue();
    }

    @Test
    void stops_the_deployment_where_it_is_wrong() {
        ProcessInjectionPoint<Object, KycIdentity> event = mock();
        when(event.getInjectionPoint()).thenReturn(point);

        new FaceCheckExtension().check(event);

        ArgumentCaptor<Throwable> error = ArgumentCaptor.captor();
        verify(event).addDefinitionError(error.capture());
        assertThat(error.getValue())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(IdentityInjectionPointTest.class.getName() + ".point has a KycIdentity injected")
                .hasMessageContaining("Inject jakarta.enterprise.inject.Instance<KycIdentity>");
    }

    @Test
    void stops_nothing_where_it_is_right() {
        isRightInBeanOf(RequestScoped.class);
        ProcessInjectionPoint<Object, KycIdentity> event = mock();
        when(event.getInjectionPoint()).thenReturn(point);

        new FaceCheckExtension().check(event);

        verify(event, never()).addDefinitionError(org.mockito.ArgumentMatchers.any());
    }
}
