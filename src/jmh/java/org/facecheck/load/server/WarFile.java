package org.facecheck.load.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.facecheck.internal.rule.FaceCheckFilter;

/** Packs the measured application as a WAR, with Facecheck in it or without. */
public final class WarFile {
    private static final List<String> CLASSES =
            List.of("AsyncCheck", "AsyncCheck$1", "BlockingCheck", "OtherPage", "ReceiveOnly", "Upstream");

    private WarFile() {}

    /** The application with Facecheck's jar and these settings. */
    public static void withFacecheck(Path file, Map<String, String> settings) throws IOException {
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(file))) {
            addApplication(war);
            add(war, "WEB-INF/lib/facecheck.jar", Files.readAllBytes(location(FaceCheckFilter.class)));
            String properties = settings.entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining("\n"));
            add(
                    war,
                    "WEB-INF/classes/META-INF/microprofile-config.properties",
                    properties.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The application alone. */
    public static void withoutFacecheck(Path file) throws IOException {
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(file))) {
            addApplication(war);
        }
    }

    private static void addApplication(JarOutputStream war) throws IOException {
        for (String name : CLASSES) {
            String path = "org/facecheck/load/app/" + name + ".class";
            try (var content = WarFile.class.getResourceAsStream("/" + path)) {
                add(war, "WEB-INF/classes/" + path, content.readAllBytes());
            }
        }
    }

    private static Path location(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void add(JarOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new JarEntry(name));
        archive.write(content);
        archive.closeEntry();
    }
}
