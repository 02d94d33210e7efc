package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class RecordLinkageTest {
    private static final int COLLECTIONS = 20;

    /** Loaded once more, as a class of an application's. */
    public record Compared(String text) {}

    /** An application that compares two of its records and goes. */
    private static WeakReference<ClassLoader> application() throws Exception {
        URL classes =
                RecordLinkageTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = Class.forName(Compared.class.getName(), true, loader);
            Object one = type.getConstructor(String.class).newInstance("x");
            assertThat(one.equals(type.getConstructor(String.class).newInstance("x")))
                    .isTrue();
            assertThat(one.hashCode()).isNotNegative();
            return new WeakReference<>(loader);
        }
    }

    @Test
    void lets_the_class_loader_of_an_application_go_that_has_compared_records() throws Exception {
        WeakReference<ClassLoader> loader = application();

        assertThat(RecordLinkage.forgetApplication()).isTrue();

        for (int i = 0; i < COLLECTIONS && loader.get() != null; i++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
    }
}
