package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import jakarta.servlet.AsyncContext;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncRedispatchTest {
    private final AsyncContext async = mock(AsyncContext.class);
    private final AsyncRedispatch redispatch = new AsyncRedispatch(async, "/facecheck");
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
    void a_thread_that_the_container_starts_meanwhile_does_not_inherit_the_applications_class_loader() {
        AtomicReference<ClassLoader> inherited = new AtomicReference<>();
        doAnswer(call -> {
                    Thread worker = new Thread(() -> {});
                    inherited.set(worker.getContextClassLoader());
                    return null;
                })
                .when(async)
                .dispatch("/facecheck");

        redispatch.run();

        assertThat(inherited.get()).isSameAs(async.getClass().getClassLoader()).isNotSameAs(application);
    }

    @Test
    void afterwards_the_thread_is_the_applications_again() {
        redispatch.run();

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(application);
    }

    @Test
    void also_where_the_request_has_ended_meanwhile() {
        doThrow(new IllegalStateException("completed")).when(async).dispatch("/facecheck");

        assertThatThrownBy(redispatch::run).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(application);
    }
}
