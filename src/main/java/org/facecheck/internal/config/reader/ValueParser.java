package org.facecheck.internal.config.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.facecheck.internal.config.ConfigKey;
import org.facecheck.internal.config.Credentials;

/**
 * How a type of value is written.
 *
 * @param words the form in words, to end the sentence "write …"
 * @param parser throws any {@link RuntimeException} where the text is wrong
 * @param mask makes of a wrong text what may stand in a log
 */
record ValueParser<T>(String words, Function<String, T> parser, UnaryOperator<String> mask) {

    private static final ValueParser<Boolean> FLAG = new ValueParser<>("true or false", text -> switch (text) {
        case "true" -> true;
        case "false" -> false; // and no other word: what is mistyped must not switch a check off
        default -> throw new IllegalArgumentException();
    });

    /** Within what a timer can count and a person can mean. */
    private static final ValueParser<Duration> DURATION = new ValueParser<>(
            "an ISO 8601 duration between a millisecond and a year, such as PT30M for 30 minutes",
            text -> require(Duration.parse(text), d -> !d.minusMillis(1).isNegative() && d.toDays() <= 366));

    /** {@code Locale.forLanguageTag} makes an empty language of what is no tag of BCP 47 (RFC 5646 §2.1). */
    private static final ValueParser<Locale> LANGUAGE = new ValueParser<>(
            "a language tag, such as fr or pt-BR",
            text -> require(
                    Locale.forLanguageTag(text),
                    language -> language.getLanguage().matches("[a-z]{2,3}")));

    /**
     * Read here, so that one that is missing stops the deployment; a relative path would depend on where a server was started.
     * What leads to no directory may be a secret that was written here by mistake.
     */
    private static final ValueParser<Path> SECRET_FILE = new ValueParser<>(
            "the absolute path of a file that this server can read and that is not empty",
            ValueParser::secretFile,
            text -> leadsToADirectory(text) ? text : "…");

    ValueParser(String words, Function<String, T> parser) {
        this(words, parser, UnaryOperator.identity());
    }

    /** The parser for a component's type. */
    static ValueParser<?> of(RecordComponent component, ConfigKey key) {
        Class<?> type = component.getType();
        if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        }
        if (type == int.class) {
            return number(key.min(), key.max());
        }
        if (type == Duration.class) {
            return DURATION;
        }
        if (type == Locale.class) {
            return LANGUAGE;
        }
        if (type == Path.class) {
            return SECRET_FILE;
        }
        if (type == URI.class) {
            return AddressParser.BASE_URL;
        }
        if (type == InetSocketAddress.class) {
            return AddressParser.PROXY;
        }
        return type.isEnum() ? oneOf(type) : TextParser.of(type, key.form());
    }

    private static ValueParser<Integer> number(int min, int max) {
        return new ValueParser<>(
                "a whole number from %d to %d".formatted(min, max),
                text -> require(Integer.valueOf(text), n -> n >= min && n <= max));
    }

    /** The constants in lower case, as all of Facecheck's keys and values are written. */
    private static ValueParser<Object> oneOf(Class<?> type) {
        List<?> constants = List.of(type.getEnumConstants());
        return new ValueParser<>(
                constants.stream().map(ValueParser::written).collect(Collectors.joining(" or ")),
                text -> constants.stream()
                        .filter(constant -> written(constant).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow());
    }

    /** As keys are written, too: {@code FIRST} is {@code first}. */
    private static String written(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }

    /** The path, once the file could be read as it will be read at each check. */
    private static Path secretFile(String text) {
        Path file = require(Path.of(text), Path::isAbsolute);
        try {
            Credentials.read(file);
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether it looks like a path that somebody meant: its folder is there, and is not the root that every "/…" has. */
    private static boolean leadsToADirectory(String text) {
        try {
            Path parent = Path.of(text).getParent();
            return parent != null && parent.getNameCount() > 0 && Files.isDirectory(parent);
        } catch (InvalidPathException none) {
            return false;
        }
    }

    /** The value that a text stands for. */
    T parse(String text) {
        return parser.apply(text);
    }

    /** A wrong text without what must not be repeated. */
    String masked(String text) {
        return mask.apply(text);
    }

    /** The value itself, or an exception if it does not hold what is asked of it. */
    static <T> T require(T value, Predicate<T> condition) {
        if (!condition.test(value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
