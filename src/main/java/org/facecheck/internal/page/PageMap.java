package org.facecheck.internal.page;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.facecheck.internal.page.text.Consent;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.page.text.PageTexts;
import org.jspecify.annotations.Nullable;

/**
 * The page's model as expression language reads it, in the request attribute {@value CapturePage#MODEL} and as
 * {@code facecheck.page}. A map, since a bean resolver can't read records before EL 6.0. Its entries are what applications' own
 * views are written for:
 *
 * <ul>
 *   <li>{@code action}, {@code script}, {@code style}, {@code ownStyle}, {@code detector}: addresses relative to the page, the last
 *       two empty where there is none
 *   <li>{@code token}: to be sent along in a field of that name
 *   <li>{@code wanted}: the address that was wanted, for a page that outlives its session; empty where it was a form
 *   <li>{@code allowUpload}: whether a picture may come from a file
 *   <li>{@code auto}: whether a good picture is taken by itself
 *   <li>{@code asksUsername}: whether the page has to ask for the user name first, by an ordinary form with {@code token} and
 *       {@code username}; {@code username}: whom the check logs in, empty where nobody is asked
 *   <li>{@code application} and {@code logo}: the application's name and its mark's address, empty where the operator gave none
 *   <li>{@code consent}: what a check box of that name sends, the version of the text {@code text.consent}; empty where nobody
 *       is asked
 *   <li>{@code lang} and {@code dir}: the texts' language and direction
 *   <li>{@code text}: a map of the page's texts; {@code camera}: those that the script says, one a line
 *   <li>{@code news}: a map with {@code key}, {@code title}, {@code text}, {@code reference} (may be empty), {@code left} (a
 *       sentence, empty where attempts are of no matter) and {@code wait} (seconds until the next attempt); absent on a first visit
 *   <li>{@code html}: the capture, and {@code head}: what belongs into the page's head, both as markup that must not be escaped again
 *   <li>{@code inLanguage}: all of this in another language, by locale or language tag
 * </ul>
 *
 * <p>The last three are made when they are asked for by name, and are not listed. Not thread-safe, as a request is not.
 */
final class PageMap extends AbstractMap<String, Object> {
    private final PageModel model;
    private final PageTexts texts;
    private @Nullable Map<String, Object> listed;

    PageMap(PageModel model, PageTexts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** The same page in the first of the texts that there are for this language, a locale or a language tag. */
    PageMap in(Object language) {
        Locale locale = language instanceof Locale one ? one : Locale.forLanguageTag(language.toString());
        return new PageMap(model, PageTexts.inFirst(List.of(locale)));
    }

    /** The capture's markup: message, camera and form. */
    String html() {
        return markup().capture().toString();
    }

    /** What writes this page. */
    PageMarkup markup() {
        return new PageMarkup(model, texts);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return switch (String.valueOf(key)) {
            case "html" -> html();
            case "head" -> markup().head();
            case "inLanguage" -> new InLanguage();
            default -> listed().get(key);
        };
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return listed().containsKey(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(listed()).entrySet();
    }

    /** Without the values, since one of them is the token: servers and tools print what is in a request. */
    @Override
    public String toString() {
        return "PageMap" + listed().keySet();
    }

    /** Made once, and only for views: the jar's own page is written from the model itself. */
    private Map<String, Object> listed() {
        Map<String, Object> made = listed;
        if (made == null) {
            made = entries();
            listed = made;
        }
        return made;
    }

    /** Views test with {@code empty}: for them, what is not there is an empty string. */
    private Map<String, Object> entries() {
        Map<String, Object> entries = new HashMap<>();
        entries.put("action", model.action());
        entries.put("script", model.script());
        entries.put("style", model.style());
        entries.put("ownStyle", Objects.requireNonNullElse(model.ownStyle(), ""));
        entries.put("detector", Objects.requireNonNullElse(model.detector(), ""));
        entries.put("token", model.token().text());
        entries.put("wanted", Objects.requireNonNullElse(model.wanted(), ""));
        entries.put("allowUpload", model.allowUpload());
        entries.put("auto", model.auto());
        entries.put("asksUsername", model.asksUsername());
        entries.put("username", Objects.requireNonNullElse(model.username(), ""));
        entries.put("application", Objects.requireNonNullElse(model.notice().application(), ""));
        entries.put("logo", Objects.requireNonNullElse(model.notice().logo(), ""));
        entries.put("consent", model.notice().consent() ? consent().version() : "");
        entries.put("lang", texts.tag());
        entries.put("dir", texts.direction());
        entries.put("text", named());
        entries.put("camera", texts.camera());
        PageMessage message = model.message();
        if (message != null) {
            entries.put("news", entries(message));
        }
        return entries;
    }

    private Consent consent() {
        return Consent.in(texts, model.notice().processor());
    }

    /** The page's texts, with the names in them that the page's own markup puts there. */
    private Map<String, String> named() {
        Map<String, String> named = new HashMap<>(texts.page());
        String processor = model.notice().processor();
        named.put("intro", texts.page("intro", processor));
        named.put("privacy", texts.page("privacy", processor));
        named.put("consent", consent().text());
        named.put(
                "reason",
                texts.page("reason", Objects.requireNonNullElse(model.notice().wanted(), "")));
        return named;
    }

    private Map<String, Object> entries(PageMessage message) {
        return Map.of(
                "key", message.key(),
                "title", texts.title(message),
                "text", texts.text(message),
                "reference", Objects.requireNonNullElse(message.reference(), ""),
                "left", texts.attemptsLeft(message).orElse(""),
                "wait", message.lockedSeconds());
    }

    /** Expression language has no method calls in its older versions; an index it has. */
    private final class InLanguage extends AbstractMap<Object, Object> {
        @Override
        public Object get(@Nullable Object language) {
            return language == null ? PageMap.this : in(language);
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return Set.of();
        }
    }
}
