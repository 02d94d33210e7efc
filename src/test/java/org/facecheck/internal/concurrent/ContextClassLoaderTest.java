package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContextClassLoaderTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final ClassLoader application = new URLClassLoader(new URL[0], before);

    @BeforeEach
    void runInTheApplication() {
        Thread.currentThread().setContextClassLoader(application);
    }

    @AfterEach
    void leaveTheApplication() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void a_thread_that_is_started_meanwhile_does_not_inherit_the_applications_class_loader() {
        Thread worker = ContextClassLoader.callWith(ClassLoader.getSystemClassLoader(), () -> new Thread(() -> {}));

        assertThat(worker.getContextClassLoader())
                .isSameAs(ClassLoader.getSystemClassLoader())
                .isNotSameAs(application);
    }

    @Test
    void the_loader_may_be_the_bootstrap_loader() {
        assertThat(ContextClassLoader.callWith(
                        null, () -> Thread.currentThread().getContextClassLoader() == null))
                .isTrue();
    }

    @Test
    void afterwards_the_thread_has_its_own_loader_again() {
        ContextClassLoader.runWith(null, () -> {});

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(application);
    }

    @Test
    void also_where_the_step_throws() {
        assertThatThrownBy(() -> ContextClassLoader.runWith(null, () -> {
                    throw new IllegalStateException("completed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(application);
    }
}
