package org.facecheck.load;

import java.io.IOException;
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
        Files.copy(war, target);
        await(name, "WFLYSRV0010");
        Files.delete(target);
        long millis = Duration.between(at(name, "WFLYSRV0027"), at(name, "WFLYSRV0010"))
                .toMillis();
        await(name, "WFLYSRV0009");
        return millis;
    }

    private void await(String name, String code) throws IOException {
        for (long end = System.nanoTime() + PATIENCE_NANOS; !line(name, code).find(); ) {
            if (System.nanoTime() > end) {
                throw new IOException("WildFly did not log " + code + " for " + name);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private LocalTime at(String name, String code) throws IOException {
        Matcher line = line(name, code);
        if (!line.find()) {
            throw new IOException("WildFly did not log " + code + " for " + name);
        }
        return LocalTime.parse(line.group(1), TIME);
    }

    private Matcher line(String name, String code) throws IOException {
        return Pattern.compile(
                        "(\\d\\d:\\d\\d:\\d\\d,\\d{3}) [^\\n]*" + code + ": [^\\n]*\"" + Pattern.quote(name) + "\"")
                .matcher(Files.readString(log));
    }
}
