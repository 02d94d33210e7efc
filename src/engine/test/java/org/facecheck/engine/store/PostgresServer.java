package org.facecheck.engine.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A PostgreSQL server of the tests' own, on 127.0.0.1 and a free port, from Debian's package; it ends with the virtual machine.
 * PostgreSQL refuses to run as root (its manual, section "The PostgreSQL User Account"): then it runs as the account {@code
 * postgres}, which the package made. Where it is missing, the tests that need it are skipped, and say so.
 */
final class PostgresServer {
    private static final String PASSWORD = "facecheck-test";
    private static @Nullable PostgresServer running;

    private final int port;
    private int databases;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** The server; the running test is skipped where there is none. */
    static synchronized PostgresServer running() throws Exception {
        if (running == null) {
            Optional<Path> programs = programs();
            boolean root = "root".equals(System.getProperty("user.name"));
            assumeTrue(
                    programs.isPresent() && (!root || Files.isExecutable(Path.of("/usr/sbin/runuser"))),
                    "SKIPPED: PostgreSQL is missing; on Debian, apt-get install postgresql");
            running = start(
                    programs.orElseThrow(), root ? List.of("/usr/sbin/runuser", "-u", "postgres", "--") : List.of());
        }
        return running;
    }

    /** Debian's place for each version's programs, which are not on the path. */
    private static Optional<Path> programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst();
        }
    }

    private static PostgresServer start(Path programs, List<String> account) throws Exception {
        Path directory = Files.createTempDirectory(
                "facecheck-postgres",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        Path data = directory.resolve("data");
        if (!account.isEmpty()) {
            run(List.of(), "chown", "-R", "postgres", directory.toString());
        }
        run(
                account,
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=facecheck",
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
        String control = programs.resolve("pg_ctl").toString();
        // Also where the start fails half-way.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                run(account, control, "stop", "--pgdata=" + data, "--mode=immediate", "--silent");
                run(account, "rm", "-rf", directory.toString());
            } catch (IOException | InterruptedException left) {
                System.err.println("PostgreSQL in " + directory + " could not be ended: " + left);
            }
        }));
        run(
                account,
                control,
                "start",
                "--wait",
                "--silent",
                "--pgdata=" + data,
                "--log=" + directory.resolve("log"),
                "--options=" + options);
        return new PostgresServer(port);
    }

    private static void run(List<String> account, String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(account);
        whole.addAll(List.of(command));
        Path output = Files.createTempFile("facecheck-postgres", ".txt");
        try {
            // Into a file: the server inherits the output, and would keep a pipe open.
            Process process = new ProcessBuilder(whole)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command[0] + " failed: " + Files.readString(output));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** An empty database. */
    synchronized DataSource newDatabase() throws SQLException {
        String name = "test" + ++databases;
        try (Connection connection = DriverManager.getConnection(url("postgres"), "facecheck", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE DATABASE " + name);
        }
        return Databases.at(url(name), "facecheck", PASSWORD);
    }

    /**
     * An empty schema, behind a pool. A connection takes PostgreSQL some 30 ms, whatever it is asked, and a new database 100: with one for
     * each statement, and two for each test, tests waited for little else.
     */
    synchronized JdbcConnectionPool newSchema() throws SQLException {
        String name = "test" + ++databases;
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(url("postgres"));
        source.setUser("facecheck");
        source.setPassword(PASSWORD);
        source.setCurrentSchema(name);
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE SCHEMA " + name);
        }
        return pool;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
