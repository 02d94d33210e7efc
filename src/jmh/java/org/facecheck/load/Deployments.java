package org.facecheck.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a running WildFly takes to deploy a WAR, by its own log.
 *
 * @param folder that the server's deployment scanner looks at
 * @param log of the server
 */
record Deployments(Path folder, Path log) {
    private static final int WARM_UPS = 5;
    private static final int TIMES = 15;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss,SSS");

    /** The medians in milliseconds, in the order of the WARs; they are deployed by turns. */
    List<Long> medians(List<Path> wars) throws IOException {
        List<List<Long>> taken =
                wars.stream().<List<Long>>map(war -> new ArrayList<>()).toList();
        for (int i = 0; i < WARM_UPS + TIMES; i++) {
            for (int war = 0; war < wars.size(); war++) {
                long millis = deploy(wars.get(war), "deployed-" + i + "-" + war + ".war");
                if (i >= WARM_UPS) {
                    taken.get(war).add(millis);
                }
            }
        }
        return taken.stream()
                .map(some -> some.stream().sorted().toList().get(TIMES / 2))
                .toList();
    }

    /** And takes it away again. */
    private long deploy(Path war, String name) throws IOException {
        Path target = folder.resolve(name);
        long before = Files.size(log);
        Files.copy(war, target);
        LocalTime begun = await(before, name, "WFLYSRV0027");
        LocalTime done = await(before, name, "WFLYSRV0010");
        Files.delete(target);
        await(before, name, "WFLYSRV0009");
        return Duration.between(begun, done).toMillis();
    }

    /** When the server logged this. */
    private LocalTime await(long before, String name, String code) throws IOException {
        Pattern line = Pattern.compile(
                "(\\d\\d:\\d\\d:\\d\\d,\\d{3}) [^\\n]*" + code + ": [^\\n]*\"" + Pattern.quote(name) + "\"");
        for (long end = System.nanoTime() + PATIENCE_NANOS; System.nanoTime() < end; ) {
            Matcher logged = line.matcher(logged(before));
            if (logged.find()) {
                return LocalTime.parse(logged.group(1), TIME);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new IOException("WildFly did not log " + code + " for " + name);
    }

    /** What has come since the log was this long. */
    private String logged(long before) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(before);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
