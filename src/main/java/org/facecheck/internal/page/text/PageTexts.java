package org.facecheck.internal.page.text;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.facecheck.internal.config.RoundedUp;
import org.jspecify.annotations.Nullable;

/**
 * The page's texts in one language: the application's own before the jar's, and English for those that are missing.
 *
 * @param language English where no other that was asked for has texts
 * @param byKey as in {@code messages.properties}
 */
public record PageTexts(Locale language, Map<String, String> byKey) {
    private static final String PAGE = "page.";
    private static final String CAMERA = "camera.";
    private static final String MESSAGE = "news.";

    /**
     * In the first language that the browser asks for and that has texts.
     *
     * @param fixed the only language that the configuration wants, {@code null} for the browser's
     */
    public static PageTexts of(HttpServletRequest request, @Nullable Locale fixed) {
        return inFirst(fixed == null ? acceptedLanguages(request) : List.of(fixed));
    }

    /** In the first language that has texts. */
    public static PageTexts inFirst(List<Locale> languages) {
        Map<String, String> texts = new HashMap<>(MessageBundles.ENGLISH);
        texts.putAll(MessageBundles.own(Locale.ROOT));
        Optional<Locale> language = languages.stream()
                .flatMap(one -> wellFormed(one).stream())
                .filter(one -> one.getLanguage().equals("en")
                        || !MessageBundles.of(one).isEmpty())
                .findFirst();
        language.map(MessageBundles::of).ifPresent(texts::putAll);
        return new PageTexts(language.orElse(Locale.ENGLISH), Map.copyOf(texts));
    }

    /** Without the header, {@code getLocales()} gives the server's language, which says nothing of the person. */
    private static List<Locale> acceptedLanguages(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }

    /**
     * The locale as far as it is in form (RFC 5646 §2.1): its language alone where the rest is not, and empty where not even that
     * is. Servers make locales of whatever a client writes into the header, and the tag of such a one is {@code und}.
     */
    private static Optional<Locale> wellFormed(Locale locale) {
        Locale language = Locale.forLanguageTag(locale.getLanguage());
        if (language.getLanguage().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locale.Builder()
                    .setLanguage(locale.getLanguage())
                    .setScript(locale.getScript())
                    .setRegion(locale.getCountry())
                    .setVariant(locale.getVariant())
                    .build());
        } catch (IllformedLocaleException nonsense) {
            return Optional.of(language);
        }
    }

    /** The language as an attribute {@code lang} has it (BCP 47). */
    public String tag() {
        return language.toLanguageTag();
    }

    /** The direction of writing, {@code ltr} or {@code rtl}. */
    public String direction() {
        return text("direction");
    }

    /** A text of the page itself, by its key without prefix. */
    public String page(String key) {
        return text(PAGE + key);
    }

    /** A text of the page itself with a name in it, which can be anything. */
    public String page(String key, String name) {
        return page(key).replace("{0}", name);
    }

    /** All texts of the page itself, by their keys without prefix. */
    public Map<String, String> page() {
        return below(PAGE, UnaryOperator.identity());
    }

    /** What the script says, one text a line: it comes in one attribute. */
    public String camera() {
        return below(CAMERA, text -> text.replace('\n', ' ')).entrySet().stream()
                .map(text -> text.getKey() + "=" + text.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    public String title(PageMessage message) {
        return text(MESSAGE + message.key() + ".title");
    }

    /**
     * What to do about it. A wait is told in whole minutes, rounded up. What helps at a camera is no use to people who have chosen a
     * file, so where those are told something else, they get it.
     */
    public String text(PageMessage message) {
        Duration wait = Objects.requireNonNullElse(message.retryAfter(), Duration.ZERO);
        String ofFile = MESSAGE + message.key() + ".file";
        boolean told = byKey.containsKey(ofFile) && !message.isOfCamera();
        return filled(told ? ofFile : MESSAGE + message.key() + ".text", RoundedUp.minutes(wait));
    }

    /** A sentence on the attempts that are left, empty where the message is not about them. */
    public Optional<String> attemptsLeft(PageMessage message) {
        return message.tellsAttemptsLeft()
                ? Optional.ofNullable(message.attemptsLeft()).map(left -> filled(MESSAGE + "left", left))
                : Optional.empty();
    }

    /** With digits as the script and the reference have them, whatever the language writes elsewhere. */
    private String filled(String key, long number) {
        return new MessageFormat(text(key), Locale.ENGLISH).format(new Object[] {number});
    }

    /** English has all texts; the key itself is for a text that was never written. */
    private String text(String key) {
        return byKey.getOrDefault(key, key);
    }

    private Map<String, String> below(String prefix, UnaryOperator<String> form) {
        return byKey.entrySet().stream()
                .filter(text -> text.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        text -> text.getKey().substring(prefix.length()), text -> form.apply(text.getValue())));
    }
}
