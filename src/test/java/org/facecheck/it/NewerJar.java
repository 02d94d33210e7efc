package org.facecheck.it;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.pool.TypePool;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/**
 * The jar that is tested, as its next version might be: each class that a session holds has a field more, which every object of
 * that version fills in. The code is ours, unlike that of {@code OtherVersion} in the room {@code session}, so that it runs.
 */
final class NewerJar {
    /** What the field is called, and what is in it. */
    static final String FIELD = "device";

    static final String VALUE = "phone";

    /** As the room {@code session} lists them in its {@code package-info}. */
    private static final List<String> STORED = List.of(
            "org.facecheck.KycIdentity",
            "org.facecheck.FaceCaller",
            "org.facecheck.internal.attempts.AttemptCount",
            "org.facecheck.internal.session.IssuedToken",
            "org.facecheck.internal.session.Pass",
            "org.facecheck.internal.session.PendingRequest",
            "org.facecheck.internal.session.RememberedRequest",
            "org.facecheck.internal.session.RememberedRequest$Form",
            "org.facecheck.internal.session.VerificationState");

    private NewerJar() {}

    /** @return the jar, below {@code target} */
    static Path build() {
        File tested = new File(System.getProperty("facecheck.jar"));
        JavaArchive jar = ShrinkWrap.createFromZipFile(JavaArchive.class, tested);
        Path newer = Path.of("target", "newer", tested.getName()).toAbsolutePath();
        try (ClassFileLocator classes = new ClassFileLocator.Compound(
                ClassFileLocator.ForJarFile.of(tested),
                ClassFileLocator.ForClassLoader.of(NewerJar.class.getClassLoader()))) {
            Files.createDirectories(newer.getParent());
            STORED.stream()
                    .map(name -> withFieldMore(name, classes))
                    .flatMap(files -> files.entrySet().stream())
                    .forEach(file -> {
                        jar.delete(file.getKey());
                        jar.add(new ByteArrayAsset(file.getValue()), file.getKey());
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        jar.as(ZipExporter.class).exportTo(newer.toFile(), true);
        return newer;
    }

    /** The class file by its path in the jar. */
    private static Map<String, byte[]> withFieldMore(String name, ClassFileLocator classes) {
        try (DynamicType.Unloaded<?> made = new ByteBuddy()
                .redefine(TypePool.Default.of(classes).describe(name).resolve(), classes)
                .defineField(FIELD, String.class, Modifier.PRIVATE)
                .visit(Advice.to(Filled.class).on(isConstructor()))
                .make()) {
            return made.getAllTypes().entrySet().stream()
                    .collect(Collectors.toMap(one -> one.getKey().getInternalName() + ".class", Map.Entry::getValue));
        }
    }

    /** Becomes a part of each constructor; what is read from a stream of ours comes without it. */
    static final class Filled {
        private Filled() {}

        @Advice.OnMethodExit
        static void fill(@Advice.FieldValue(value = FIELD, readOnly = false) String device) {
            device = VALUE;
        }
    }
}
