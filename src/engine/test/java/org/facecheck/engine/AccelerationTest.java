package org.facecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.facecheck.FaceMatch;
import org.facecheck.engine.network.Computation;
import org.facecheck.engine.onnx.OnnxRuntime;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.quality.FaceReading.Usable;
import org.facecheck.engine.quality.QualityLimits;
import org.facecheck.engine.weights.FetchedPackage;
import org.junit.jupiter.api.Test;

class AccelerationTest {

    private static void assumeRuntime() {
        OnnxRuntime found = OnnxRuntime.find();
        assumeTrue(found.isUsable(), () -> "SKIPPED: " + found.description());
    }

    @Test
    void onnx_runtime_computes_where_it_is_there_unless_it_must_not() {
        assumeRuntime();

        assertThat(Acceleration.IF_PRESENT.computation()).isEqualTo(Computation.ONNX_RUNTIME);
        assertThat(Acceleration.REQUIRED.computation()).isEqualTo(Computation.ONNX_RUNTIME);
        assertThat(Acceleration.NONE.computation()).isEqualTo(Computation.PLAIN_JAVA);
    }

    /** What {@code Acceleration} says in a process of the engine and the library alone. */
    private static Object withoutRuntime(String acceleration) throws Exception {
        URL[] jars = {location(Acceleration.class), location(FaceMatch.class)};
        try (URLClassLoader alone = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = alone.loadClass(Acceleration.class.getName());
            Method computation = type.getDeclaredMethod("computation");
            computation.setAccessible(true);
            return computation.invoke(type.getField(acceleration).get(null));
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void without_it_plain_java_computes_and_who_requires_it_hears_what_is_missing() throws Exception {
        assertThat(withoutRuntime("IF_PRESENT")).hasToString("PLAIN_JAVA");
        assertThat(withoutRuntime("NONE")).hasToString("PLAIN_JAVA");
        assertThatThrownBy(() -> withoutRuntime("REQUIRED"))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessageContaining("com.microsoft.onnxruntime:onnxruntime is not on the engine's class path");
    }

    /** From the picture to the template: a gallery that one of them has made serves the other one. */
    @Test
    void a_face_has_one_template_by_whatever_it_was_computed() throws Exception {
        assumeRuntime();
        FaceEngine plain = FaceEngine.open(FetchedPackage.archive(), Acceleration.NONE);
        FaceEngine accelerated = FaceEngine.open(FetchedPackage.archive(), Acceleration.REQUIRED);

        assertThat(plain.isAccelerated()).isFalse();
        assertThat(accelerated.isAccelerated()).isTrue();
        assertThat(accelerated.modelId()).isEqualTo(plain.modelId());
        for (Photographs.Cut cut : new Photographs.Cut[] {Photographs.LAUGHING, Photographs.BLOND, Photographs.GREEN}) {
            byte[] picture = Photographs.png(Photographs.image(cut));
            Usable one = (Usable) plain.read(picture, QualityLimits.forPortraits());
            Usable other = (Usable) accelerated.read(picture, QualityLimits.forPortraits());
            assertThat(plain.template(one.face()).distance(accelerated.template(other.face())))
                    .isLessThan(1e-3);
        }
    }
}
