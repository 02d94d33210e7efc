package org.facecheck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The vault of the server under test, by the commands that the documents name: WildFly's credential store, or Payara's password
 * aliases. What is kept in it is a property of MicroProfile Config, until the vault is closed.
 */
final class ServerVault implements AutoCloseable {
    private static final boolean WILDFLY = "wildfly".equals(System.getProperty("server"));
    private static final Path HOME = Path.of(System.getProperty(WILDFLY ? "wildfly.home" : "payara.home"));
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{ENC::[^}]+}");
    private static final String ALIAS = "payroll";
    private static final long PATIENCE_SECONDS = 180;
    private static final int LARGEST_READ = 64 << 20;

    private final String property;

    private ServerVault(String property) {
        this.property = property;
    }

    /** Keeps a secret; the server shows it to applications as this property. */
    static ServerVault keeping(String secret, String property) {
        if (WILDFLY) {
            Matcher expression = EXPRESSION.matcher(cli(
                    "/subsystem=elytron/secret-key-credential-store=facecheck:add(relative-to=jboss.server.config.dir,path=facecheck.cs)",
                    "/subsystem=elytron/expression=encryption:add(default-resolver=facecheck,"
                            + "resolvers=[{name=facecheck,credential-store=facecheck,secret-key=key}])",
                    "/subsystem=elytron/expression=encryption:create-expression(resolver=facecheck,clear-text=" + secret
                            + ")"));
            if (!expression.find()) {
                throw new AssertionError("the credential store made no expression");
            }
            cli("/system-property=" + property + ":add(value=\"" + expression.group() + "\")");
        } else {
            asadmin(secret, "create-password-alias", ALIAS);
            asadmin("", "create-system-properties", property + "=${ALIAS=" + ALIAS + "}");
        }
        return new ServerVault(property);
    }

    private static String cli(String... commands) {
        List<String> all = new ArrayList<>(List.of("history --disable", "connect 127.0.0.1:29990"));
        all.addAll(List.of(commands));
        return run(
                HOME.resolve("bin/jboss-cli.sh"),
                "--file=" + written("vault.cli", String.join("\n", all)),
                "--timeout=120000");
    }

    private static void asadmin(String secret, String... command) {
        List<String> arguments = new ArrayList<>(List.of(
                "--port",
                "24848",
                "--user",
                "admin",
                "--passwordfile",
                written("alias.txt", "AS_ADMIN_PASSWORD=\nAS_ADMIN_ALIASPASSWORD=" + secret + "\n")));
        arguments.addAll(List.of(command));
        run(HOME.resolve("bin/asadmin"), arguments.toArray(String[]::new));
    }

    private static String written(String name, String text) {
        try {
            return Files.writeString(Path.of("target", name).toAbsolutePath(), text)
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String run(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("bash", program.toString())); // unpacked without its permission
        command.addAll(List.of(arguments));
        try {
            Path output = Path.of("target", "vault.log").toAbsolutePath();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(program + " failed: " + said);
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The files of the server under test in which this stands in clear text: configuration, its history, data and logs. */
    List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(HOME.resolve(WILDFLY ? "standalone" : "glassfish/domains/domain1"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.size(file) < LARGEST_READ
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    /** Forgets the secret. */
    @Override
    public void close() {
        if (WILDFLY) {
            cli(
                    "/system-property=" + property + ":remove",
                    "/subsystem=elytron/expression=encryption:remove{allow-resource-service-restart=true}",
                    "/subsystem=elytron/secret-key-credential-store=facecheck:remove{allow-resource-service-restart=true}");
            try {
                Files.deleteIfExists(HOME.resolve("standalone/configuration/facecheck.cs"));
            } catch (IOException kept) {
                throw new UncheckedIOException(kept);
            }
        } else {
            asadmin("", "delete-system-property", property);
            asadmin("", "delete-password-alias", ALIAS);
        }
    }
}
