package org.facecheck.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.facecheck.fake.Pictures;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, since the registry of codecs starts but once. */
class JpegCodecTest {

    @Test
    void an_application_that_turned_the_first_picture_can_go() throws Exception {
        Path application = place(SelfieReader.class);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        place(JpegCodecTest.class).toString(),
                        JpegCodecTest.class.getName(),
                        application.toUri().toString())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = server.getOutputStream()) {
            in.write(Pictures.with(Pictures.drawn(640, 480, "jpeg"), Pictures.exif(6)));
        }

        String said = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.strip()).isEqualTo("turned, gone");
    }

    private static Path place(Class<?> one) throws Exception {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The server's part: deploys the application, sends it a picture, and undeploys it. */
    public static void main(String[] args) throws Exception {
        WeakReference<ClassLoader> application = use(new URL(args[0]), System.in.readAllBytes());
        for (int round = 0; round < 100 && application.get() != null; round++) {
            System.gc();
            Thread.sleep(50);
        }
        System.out.println(application.get() == null ? "gone" : "still there");
    }

    private static WeakReference<ClassLoader> use(URL classes, byte[] picture) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader server = thread.getContextClassLoader();
        URLClassLoader application = new URLClassLoader(new URL[] {classes}, server);
        thread.setContextClassLoader(application);
        Class<?> reader = application.loadClass("org.facecheck.internal.image.SelfieReader");
        Object selfie = reader.getMethod("read", byte[].class)
                .invoke(reader.getConstructor().newInstance(), (Object) picture);
        System.out.print(selfie.toString().contains("480×640") ? "turned, " : selfie);
        thread.setContextClassLoader(server);
        application.close();
        return new WeakReference<>(application);
    }
}
