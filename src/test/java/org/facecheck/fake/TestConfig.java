package org.facecheck.fake;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.config.ServiceConfig.TokenRequest;
import org.facecheck.internal.config.reader.ConfigReader;

/**
 * Puts a configuration together from what differs in a test, and has it read as a deployer's is: so it is a valid one, and a
 * new key needs no change here. Immutable.
 */
public final class TestConfig {
    private final MapSettings settings;

    private TestConfig(MapSettings settings) {
        this.settings = settings;
    }

    /** An application that protects {@code /secure/*}, with small limits and a service that cannot be reached. */
    public static TestConfig with() {
        return new TestConfig(MapSettings.complete())
                .set("facecheck.protect", "/secure/*")
                .service(URI.create("https://invalid"))
                .maxConcurrent(1)
                .set("facecheck.service.max-blocking", 1)
                .set("facecheck.capture.max-bytes", Configs.MAX_BYTES)
                .set("facecheck.capture.max-bytes-in-flight", Configs.MAX_BYTES_IN_FLIGHT)
                .set("facecheck.remember.max-bytes", 1000)
                .set("facecheck.remember.max-bytes-in-all", 1_000_000)
                .attempts(2, 3, 4)
                .set("facecheck.identity.fields", "fullName");
    }

    /** As a deployer writes it. */
    public TestConfig set(String key, Object value) {
        return new TestConfig(settings.with(key, value.toString()));
    }

    /** With these rules and no other. */
    public TestConfig rules(Rule... rules) {
        TestConfig config = new TestConfig(settings.without("facecheck.protect"));
        for (Rule rule : rules) {
            config = config.rule(rule);
        }
        return config;
    }

    private TestConfig rule(Rule rule) {
        boolean isShort = Rule.SHORT_FORM.equals(rule.name());
        String key = isShort ? "facecheck." : "facecheck.rule." + rule.name() + ".";
        return list(isShort ? "facecheck.protect" : key + "patterns", rule.patterns())
                .list(key + "servlets", rule.servlets())
                .list(key + "exempt", rule.exempt())
                .set(key + "max-age", rule.maxAge())
                .setUnless(isShort, key + "one-time", rule.oneTime());
    }

    private TestConfig list(String key, List<String> values) {
        return setUnless(values.isEmpty(), key, String.join(",", values));
    }

    private TestConfig setUnless(boolean is, String key, Object value) {
        return is ? this : set(key, value);
    }

    /** With a guard against suspicious targets at these patterns. */
    public TestConfig guard(String patterns) {
        return set("facecheck.guard.patterns", patterns);
    }

    /** With so many attempts in one session, as one principal, and from one address. */
    public TestConfig attempts(int max, int perPrincipal, int perAddress) {
        return set("facecheck.attempts.max", max)
                .set("facecheck.attempts.max-per-principal", perPrincipal)
                .set("facecheck.attempts.max-per-address", perAddress);
    }

    /** Asking the service at this URL. */
    public TestConfig service(URI base) {
        return set("facecheck.service.base-url", base);
    }

    public TestConfig credentials(String id, String secret) {
        return set("facecheck.service.client-id", id).set("facecheck.service.client-secret", secret);
    }

    /** With the secret in a file. */
    public TestConfig secretFile(String id, Path file) {
        return new TestConfig(settings.without("facecheck.service.client-secret"))
                .set("facecheck.service.client-id", id)
                .set("facecheck.service.client-secret-file", file);
    }

    public TestConfig dialect(Dialect dialect) {
        return set("facecheck.service.dialect", dialect.name().toLowerCase(Locale.ROOT));
    }

    public TestConfig tokenRequest(TokenRequest form) {
        return set("facecheck.service.token-request", form.name().toLowerCase(Locale.ROOT));
    }

    public TestConfig proxy(InetSocketAddress proxy) {
        return set("facecheck.service.proxy", proxy.getHostString() + ":" + proxy.getPort());
    }

    public TestConfig connectTimeout(Duration timeout) {
        return set("facecheck.service.connect-timeout", timeout);
    }

    public TestConfig timeout(Duration timeout) {
        return set("facecheck.service.timeout", timeout);
    }

    public TestConfig maxConcurrent(int checks) {
        return set("facecheck.service.max-concurrent", checks);
    }

    /** With a circuit that opens after so many failures for so long. */
    public TestConfig circuit(int failures, Duration delay) {
        return set("facecheck.service.circuit-failures", failures).set("facecheck.service.circuit-delay", delay);
    }

    /** The configuration, or a failed test where it is wrong. */
    public FaceCheckConfig read() {
        try {
            return ConfigReader.read(settings);
        } catch (ConfigurationException wrong) {
            throw new AssertionError(wrong.getMessage(), wrong);
        }
    }

    /** A rule with this name and these aspects. */
    public static Rule rule(String name, Map<String, ?> aspects) {
        TestConfig config = new TestConfig(MapSettings.complete().without("facecheck.protect"));
        for (Map.Entry<String, ?> aspect : aspects.entrySet()) {
            config = config.set("facecheck.rule." + name + "." + aspect.getKey(), aspect.getValue());
        }
        return config.read().rules().get(0);
    }

    /** The service of {@link #read}. */
    public ServiceConfig service() {
        return read().service();
    }
}
