package org.facecheck.internal.config.reader;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.facecheck.internal.config.AcceptanceConfig;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.config.BindingConfig;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.config.PageConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.config.ServiceConfig.TokenRequest;
import org.facecheck.internal.config.SessionConfig;
import org.facecheck.internal.config.reader.RuleKey.Aspect;
import org.jspecify.annotations.Nullable;

/** Reads every key, goes on after a problem, and says all problems at the end. Used once, by one thread. */
public final class ConfigReader {
    private static final String CLIENT_ID = "the client id of your Faceki account";
    private static final String CLIENT_SECRET = "the client secret of your Faceki account";

    private final Settings settings;
    private final Problems problems = new Problems();

    public ConfigReader(Settings settings) {
        this.settings = settings;
    }

    public FaceCheckConfig read() throws ConfigurationException {
        settings.names().stream().filter(name -> !Key.isKnown(name)).forEach(problems::unknownKey);
        List<Rule> rules = rules();
        ServiceConfig service = service();
        CaptureConfig capture = capture();
        SessionConfig sessions = sessions(capture.rememberMaxBytes());
        AttemptsConfig attempts = new AttemptsConfig(
                of(Key.ATTEMPTS_MAX, ValueParser.number(1, 1000), 1),
                of(Key.ATTEMPTS_MAX_PER_PRINCIPAL, ValueParser.number(1, 100_000), 1),
                of(Key.ATTEMPTS_MAX_PER_ADDRESS, ValueParser.number(1, 1_000_000), 1),
                of(Key.ATTEMPTS_WINDOW, ValueParser.DURATION, ValueParser.NONE),
                optional(Key.ATTEMPTS_SHARED, ValueParser.JNDI_NAME, ""));
        AcceptanceConfig acceptance = new AcceptanceConfig(
                flag(Key.ACCEPT_STATUS),
                flag(Key.ACCEPT_NOT_DELETED),
                flag(Key.ACCEPT_VERIFICATION),
                flag(Key.ACCEPT_NOT_EXPIRED),
                flag(Key.ACCEPT_LIVENESS));
        List<String> fields = of(Key.IDENTITY_FIELDS, ValueParser.NAMES, List.of());
        BindingConfig binding = binding();
        Position position = of(Key.POSITION, ValueParser.oneOf(Position.class), Position.FIRST);
        List<String> guarded = of(Key.GUARD_PATTERNS, ValueParser.PATTERNS, List.of());
        if (service.credentials() == null && problems.hasAny()) {
            // The deployment stops anyhow: whoever mends it should not learn of these two only at the next attempt.
            credentialProblems().forEach(problems::add);
        }
        problems.throwIfAny();
        return new FaceCheckConfig(
                rules,
                service,
                capture,
                sessions,
                attempts,
                acceptance,
                binding,
                position,
                guarded,
                Set.copyOf(fields));
    }

    private List<Rule> rules() {
        var maxAge = of(Key.MAX_AGE, ValueParser.DURATION, ValueParser.NONE);
        List<Rule> rules = new ArrayList<>();
        List<String> shortForm = of(Key.PROTECT, ValueParser.PATTERNS, List.of());
        if (!shortForm.isEmpty()) {
            rules.add(new Rule(
                    Rule.SHORT_FORM,
                    shortForm,
                    List.of(),
                    of(Key.EXEMPT, ValueParser.PATTERNS, List.of()),
                    maxAge,
                    false));
        }
        for (String name : ruleNames()) {
            RuleKey patterns = new RuleKey(name, Aspect.PATTERNS);
            if (name.equals(Rule.SHORT_FORM.text())) {
                problems.add(patterns.text() + " names a rule as the short form does; choose another name.");
            } else if (settings.value(patterns.text()).isEmpty()
                    && settings.value(new RuleKey(name, Aspect.SERVLETS).text()).isEmpty()) {
                problems.add(patterns.text() + " is missing; write what the rule protects, such as /payroll/*.");
            } else {
                rules.add(new Rule(
                        new RuleName(name),
                        of(name, Aspect.PATTERNS, ValueParser.PATTERNS, List.of()),
                        of(name, Aspect.SERVLETS, ValueParser.SERVLETS, List.of()),
                        of(name, Aspect.EXEMPT, ValueParser.PATTERNS, List.of()),
                        of(name, Aspect.MAX_AGE, ValueParser.DURATION, maxAge),
                        of(name, Aspect.ONE_TIME, ValueParser.FLAG, false)));
            }
        }
        if (rules.isEmpty() && problems.isEmptyFor(Key.PROTECT.text())) {
            problems.add(Key.PROTECT.text() + " is missing, so nothing would be protected;"
                    + " write URL patterns as in web.xml, such as /payroll/*,/admin/*.");
        }
        return rules;
    }

    private BindingConfig binding() {
        BindingConfig binding = new BindingConfig(
                optional(Key.BINDING, ValueParser.BINDING, BindingConfig.FIRST_USE),
                optional(Key.BINDING_ATTRIBUTE, ValueParser.ATTRIBUTE, ""));
        if (binding.attribute().isPresent() && binding.field().isEmpty()) {
            problems.add(Key.BINDING_ATTRIBUTE.text() + " has nothing to be compared with; write into "
                    + Key.BINDING.text() + " which field of the KYC document it has to equal, such as documentNumber.");
        }
        return binding;
    }

    private Set<String> ruleNames() {
        Set<String> names = new TreeSet<>();
        settings.names().forEach(name -> RuleKey.parse(name).ifPresent(key -> names.add(key.rule())));
        return names;
    }

    private ServiceConfig service() {
        return new ServiceConfig(
                of(Key.SERVICE_BASE_URL, ValueParser.BASE_URL, ValueParser.NOWHERE),
                credentials(),
                of(Key.SERVICE_DIALECT, ValueParser.oneOf(Dialect.class), Dialect.V2),
                of(Key.SERVICE_TOKEN_REQUEST, ValueParser.oneOf(TokenRequest.class), TokenRequest.QUERY),
                proxy(),
                of(Key.SERVICE_CONNECT_TIMEOUT, ValueParser.DURATION, ValueParser.NONE),
                of(Key.SERVICE_TIMEOUT, ValueParser.DURATION, ValueParser.NONE),
                of(Key.SERVICE_MAX_CONCURRENT, ValueParser.number(1, 100_000), 1),
                of(Key.SERVICE_CIRCUIT_FAILURES, ValueParser.number(1, 1000), 1),
                of(Key.SERVICE_CIRCUIT_DELAY, ValueParser.DURATION, ValueParser.NONE));
    }

    /**
     * One of the two without the other is a mistake in any application. Both may be missing, since only the default matcher
     * needs them, and whether the application brings another one is known when its beans are (see {@link
     * #missingCredentials}). Attempts that are counted in a cluster need them in any case: all servers have to hash names
     * alike, and there is no other secret that they share.
     */
    private @Nullable Credentials credentials() {
        boolean shared = isSet(Key.ATTEMPTS_SHARED);
        if (!shared && !isSet(Key.SERVICE_CLIENT_ID) && !isSet(Key.SERVICE_CLIENT_SECRET)) {
            return null;
        }
        String use = shared
                ? " (" + Key.ATTEMPTS_SHARED.text() + " hashes names with the secret, whichever FaceMatcher is asked)"
                : "";
        return new Credentials(
                required(Key.SERVICE_CLIENT_ID, CLIENT_ID + use),
                required(Key.SERVICE_CLIENT_SECRET, CLIENT_SECRET + use));
    }

    /** The error of an application that has neither credentials nor a {@code FaceMatcher} bean: to be thrown at start-up. */
    public static ConfigurationException missingCredentials() {
        return new ConfigurationException(credentialProblems());
    }

    private static List<String> credentialProblems() {
        String otherwise = ", unless the application has a FaceMatcher bean of its own";
        return List.of(
                missing(Key.SERVICE_CLIENT_ID, CLIENT_ID + otherwise),
                missing(Key.SERVICE_CLIENT_SECRET, CLIENT_SECRET + otherwise));
    }

    private boolean isSet(Key key) {
        return settings.value(key.text()).isPresent();
    }

    private static String missing(Key key, String what) {
        return key.text() + " is missing; write " + what + ".";
    }

    private @Nullable InetSocketAddress proxy() {
        String key = Key.SERVICE_PROXY.text();
        return settings.value(key)
                .map(text -> parse(key, text, ValueParser.PROXY, ValueParser.NO_PROXY))
                .orElse(null);
    }

    private CaptureConfig capture() {
        int maxBytes = of(Key.CAPTURE_MAX_BYTES, ValueParser.number(10_000, 100_000_000), 1);
        int inFlight = of(Key.CAPTURE_MAX_BYTES_IN_FLIGHT, ValueParser.number(1, Integer.MAX_VALUE), Integer.MAX_VALUE);
        if (inFlight < 2L * (maxBytes + CaptureConfig.FORM_BYTES)) {
            problems.add("%s is \"%d\", so that not even one picture of %s would fit; write at least %d."
                    .formatted(
                            Key.CAPTURE_MAX_BYTES_IN_FLIGHT.text(),
                            inFlight,
                            Key.CAPTURE_MAX_BYTES.text(),
                            2L * (maxBytes + CaptureConfig.FORM_BYTES)));
        }
        return new CaptureConfig(
                of(Key.CAPTURE_PATH, ValueParser.PATH, "/"),
                optional(Key.CAPTURE_VIEW, ValueParser.PATH, "/"),
                maxBytes,
                flag(Key.CAPTURE_ALLOW_UPLOAD),
                of(Key.REMEMBER_MAX_BYTES, ValueParser.number(0, 10_000_000), 1),
                of(Key.SERVICE_MAX_BLOCKING, ValueParser.number(1, 1000), 1),
                inFlight,
                of(Key.CAPTURE_UPLOAD_TIMEOUT, ValueParser.DURATION, ValueParser.NONE),
                new PageConfig(
                        flag(Key.CAPTURE_AUTO),
                        optional(Key.CAPTURE_DETECTOR, ValueParser.PATH, "/"),
                        optional(Key.CAPTURE_STYLE, ValueParser.PATH, "/"),
                        optional(Key.CAPTURE_LANGUAGE, ValueParser.LANGUAGE, Locale.ROOT),
                        optional(Key.CAPTURE_POLICY, ValueParser.POLICY, "")));
    }

    private SessionConfig sessions(int rememberMaxBytes) {
        int inAll = of(Key.REMEMBER_MAX_BYTES_IN_ALL, ValueParser.number(1, Integer.MAX_VALUE), Integer.MAX_VALUE);
        int least = rememberMaxBytes + SessionConfig.REMEMBERED_BYTES;
        if (inAll < least) {
            problems.add("%s is \"%d\", so that not even one form of %s would fit; write at least %d."
                    .formatted(Key.REMEMBER_MAX_BYTES_IN_ALL.text(), inAll, Key.REMEMBER_MAX_BYTES.text(), least));
        }
        return new SessionConfig(of(Key.SESSION_IDLE, ValueParser.DURATION, ValueParser.NONE), inAll);
    }

    private <T> @Nullable T optional(Key key, ValueParser<T> values, T standIn) {
        return settings.value(key.text()).isEmpty() ? null : of(key, values, standIn);
    }

    private String required(Key key, String what) {
        return settings.value(key.text()).orElseGet(() -> {
            problems.add(missing(key, what));
            return "";
        });
    }

    private boolean flag(Key key) {
        return of(key, ValueParser.FLAG, true);
    }

    private <T> T of(String rule, Aspect aspect, ValueParser<T> values, T fallback) {
        String key = new RuleKey(rule, aspect).text();
        return settings.value(key)
                .map(text -> parse(key, text, values, fallback))
                .orElse(fallback);
    }

    /** The value of a key; where it is wrong, a stand-in that nobody will see, since the problem is thrown later. */
    private <T> T of(Key key, ValueParser<T> values, T standIn) {
        String text = settings.value(key.text()).or(key::fallback).orElse("");
        return text.isEmpty() ? standIn : parse(key.text(), text, values, standIn);
    }

    private <T> T parse(String key, String text, ValueParser<T> values, T standIn) {
        try {
            return values.parse(text);
        } catch (RuntimeException wrong) {
            problems.add("%s is \"%s\"; write %s.".formatted(key, values.shown().apply(text), values.form()));
            return standIn;
        }
    }
}
