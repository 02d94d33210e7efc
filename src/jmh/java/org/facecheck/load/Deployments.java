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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.bench.Results;
import org.facecheck.load.server.WarFile;

/**
 * Measures how long a running WildFly takes to deploy a WAR, by the times in its own log.
 *
 * @param folder that the server's deployment scanner looks at
 * @param log of the server
 * @param server as it is called in the report
 * @param settings of Facecheck in the WAR
 */
record Deployments(Path folder, Path log, String server, Map<String, String> settings) {
    private static final int WARM_UPS = 5;
    private static final int TIMES = 15;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss,SSS");

    Deployments(String server, Map<String, String> settings) throws IOException {
        this(
                Results.file("wildfly").resolve("deployments"),
                Results.file("wildfly").resolve("log/server.log"),
                server,
                settings);
    }

    /** The medians of both WARs; they are deployed by turns, so that other work on the machine meets both. */
    DeploymentFigure measure() throws IOException {
        Path plain = Results.file("plain.war");
        Path guarded = Results.file("guarded.war");
        WarFile.withoutFacecheck(plain);
        WarFile.withFacecheck(guarded, settings);
        List<Long> plainMillis = new ArrayList<>();
        List<Long> guardedMillis = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + TIMES; i++) {
            long withoutFacecheck = deploy(plain, "deployed-" + i + "-plain.war");
            long withFacecheck = deploy(guarded, "deployed-" + i + "-guarded.war");
            if (i >= WARM_UPS) {
                plainMillis.add(withoutFacecheck);
                guardedMillis.add(withFacecheck);
            }
        }
        return new DeploymentFigure(server, median(plainMillis), median(guardedMillis));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Deploys the WAR, undeploys it, and returns the milliseconds between the log's "starting" and "deployed". */
    private long deploy(Path war, String name) throws IOException {
        Path target = folder.resolve(name);
        long before = Files.size(log);
        Files.copy(war, target);
        // Starting deployment; deployed; undeployed.
        LocalTime starting = await(before, name, "WFLYSRV0027");
        LocalTime deployed = await(before, name, "WFLYSRV0010");
        Files.delete(target);
        await(before, name, "WFLYSRV0009");
        return Duration.between(starting, deployed).toMillis();
    }

    /** Waits for the line with this code and this WAR's name, and returns its time; what is before this position is old. */
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

    /** What the server has logged since the file was this long. */
    private String logged(long before) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(before);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
