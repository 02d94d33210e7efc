package org.facecheck.internal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page's texts in one language: the application's own before the jar's, and English for whatever is missing.
 *
 * @param language English where no other that was asked for has texts
 */
record PageTexts(Locale language, Map<String, String> byKey) {
    private static final String PAGE = "page.";
    private static final String CAMERA = "camera.";

    /** In the language of the configuration, or in the first of those that the browser asks for. */
    static PageTexts of(HttpServletRequest request, Optional<Locale> fixed) {
        return inFirst(fixed.map(List::of).orElseGet(() -> asked(request)));
    }

    /** In the first language that has texts. */
    static PageTexts inFirst(List<Locale> languages) {
        Map<String, String> texts = new HashMap<>(MessageBundles.ENGLISH);
        texts.putAll(MessageBundles.own(Locale.ROOT));
        Optional<Locale> language = languages.stream()
                .filter(one -> one.getLanguage().equals("en")
                        || !MessageBundles.of(one).isEmpty())
                .findFirst();
        language.map(MessageBundles::of).ifPresent(texts::putAll);
        return new PageTexts(language.orElse(Locale.ENGLISH), Map.copyOf(texts));
    }

    private static List<Locale> asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }

    /** Which way it is written, {@code ltr} or {@code rtl}. */
    String direction() {
        return text("direction");
    }

    /** The texts of the page itself, by their keys without prefix. */
    Map<String, String> page() {
        return under(PAGE, Function.identity());
    }

    /** What the script says, one text a line: it comes in one attribute. */
    String camera() {
        return under(CAMERA, text -> text.replace('\n', ' ')).entrySet().stream()
                .map(text -> text.getKey() + "=" + text.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    String title(String key) {
        return text("news." + key + ".title");
    }

    /** A wait is told in whole minutes, rounded up. */
    String text(String key, Duration wait) {
        return filled("news." + key + ".text", wait.plusMinutes(1).minusNanos(1).toMinutes());
    }

    String left(int attempts) {
        return filled("news.left", attempts);
    }

    /** With digits as the script and the reference have them. */
    private String filled(String key, long number) {
        return new MessageFormat(text(key), Locale.ENGLISH).format(new Object[] {number});
    }

    /** English has them all. */
    private String text(String key) {
        return byKey.getOrDefault(key, key);
    }

    private Map<String, String> under(String prefix, Function<String, String> form) {
        return byKey.entrySet().stream()
                .filter(text -> text.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        text -> text.getKey().substring(prefix.length()), text -> form.apply(text.getValue())));
    }
}
