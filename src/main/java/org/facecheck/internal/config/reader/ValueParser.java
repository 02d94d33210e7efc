package org.facecheck.internal.config.reader;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facecheck.internal.config.BindingConfig;

/**
 * How a kind of value is written.
 *
 * @param form the form in words, to end the sentence "write …"
 * @param parser throws whatever it likes where the text is wrong
 * @param shown the text as it may stand in a log, where it is wrong
 */
record ValueParser<T>(String form, Function<String, T> parser, UnaryOperator<String> shown) {
    static final Duration NONE = Duration.ZERO;
    static final InetSocketAddress NO_PROXY = InetSocketAddress.createUnresolved("invalid", 1);
    static final URI NOWHERE = URI.create("https://invalid");

    static final ValueParser<Boolean> FLAG = new ValueParser<>("true or false", text -> switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(text);
    });

    static final ValueParser<Duration> DURATION = new ValueParser<>(
            "an ISO 8601 duration between a millisecond and a year, such as PT30M for 30 minutes",
            text -> require(Duration.parse(text), d -> !d.minusMillis(1).isNegative() && d.toDays() <= 366));

    static final ValueParser<List<String>> NAMES = new ValueParser<>(
            "names separated by commas, such as fullName,dob",
            text -> require(list(text), names -> names.stream().allMatch(name -> name.matches("\\w+"))));

    static final ValueParser<String> BINDING = new ValueParser<>(
            "first-use, or the field of the KYC document that has to be the logged-in principal's name, such as documentNumber",
            text -> require(text, name -> name.equals(BindingConfig.FIRST_USE) || name.matches("\\w+")));

    static final ValueParser<String> ATTRIBUTE = new ValueParser<>(
            "the name of an attribute of the logged-in principal, such as employeeNumber",
            text -> require(text, name -> name.matches("\\S+")));

    static final ValueParser<List<String>> SERVLETS = new ValueParser<>(
            "names of servlets as web.xml or annotations give them, separated by commas",
            text -> require(list(text), names -> names.stream().noneMatch(String::isEmpty)));

    static final ValueParser<String> PATH = new ValueParser<>(
            "a path below the context path, such as /facecheck: letters, digits, - _ . and / only",
            text -> require(text, path -> path.matches("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+")));

    /** Of this very server: a URL would make it ask another one. */
    static final ValueParser<String> JNDI_NAME = new ValueParser<>(
            "the JNDI name of a cache, such as java:comp/env/facecheck/attempts, or payara/Hazelcast on Payara",
            text -> require(text, name -> name.matches("(java:/?)?[\\w.-]+(/[\\w.-]+)*")));

    static final ValueParser<Locale> LANGUAGE = new ValueParser<>(
            "a language tag, such as fr or pt-BR",
            text -> require(
                    Locale.forLanguageTag(text),
                    language -> language.getLanguage().matches("[a-z]{2,3}")));

    static final ValueParser<String> POLICY = new ValueParser<>(
            "a Content-Security-Policy, such as default-src 'self'",
            text -> require(text, policy -> policy.matches("[ -~]+")));

    private static final Pattern URL_PATTERN =
            Pattern.compile("/\\*|(/(?!\\.{1,2}(/|$))[^/*?#;%\\\\\\s]+)+(/|/\\*)?|\\*\\.[^./*?#;%\\\\\\s]+");

    static final ValueParser<List<String>> PATTERNS = new ValueParser<>(
            "URL patterns as in web.xml, separated by commas: /payroll/* for all below, *.jsp for all of a kind,"
                    + " /report.html for one page, /* for the whole application",
            text -> require(
                    list(text),
                    all -> all.stream()
                            .allMatch(pattern -> URL_PATTERN.matcher(pattern).matches())));

    static final ValueParser<URI> BASE_URL = new ValueParser<>(
            "a URL that begins with https:// (http:// for this very machine only), without query or user",
            text -> require(URI.create(text.replaceFirst("/+$", "")), ValueParser::isSafe),
            ValueParser::withoutCredentials);

    static final ValueParser<InetSocketAddress> PROXY = new ValueParser<>(
            "host:port, such as proxy.intranet:3128; a user and a password can't be given",
            ValueParser::proxy,
            ValueParser::withoutCredentials);

    ValueParser(String form, Function<String, T> parser) {
        this(form, parser, UnaryOperator.identity());
    }

    static ValueParser<Integer> number(int min, int max) {
        return new ValueParser<>(
                "a whole number from %d to %d".formatted(min, max),
                text -> require(Integer.valueOf(text), n -> n >= min && n <= max));
    }

    static <E extends Enum<E>> ValueParser<E> oneOf(Class<E> type) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return new ValueParser<>(names, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    T parse(String text) {
        return parser.apply(text);
    }

    private static InetSocketAddress proxy(String text) {
        URI proxy = require(
                URI.create("http://" + text),
                uri -> uri.getHost() != null
                        && uri.getPort() > 0
                        && uri.getRawUserInfo() == null
                        && uri.getPath().isEmpty());
        return InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort());
    }

    /** A password before the host, and what somebody may have copied with a token call's query. */
    private static String withoutCredentials(String text) {
        return text.replaceAll("[^/\\s]*@", "…@").replaceAll("\\?.*", "?…");
    }

    private static boolean isSafe(URI uri) {
        String host = uri.getHost();
        boolean here =
                host != null && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d+){3}"));
        return host != null
                && (uri.getScheme().equals("https") || (here && uri.getScheme().equals("http")))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static <T> T require(T value, Predicate<T> condition) {
        if (!condition.test(value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
