package org.facecheck.internal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.session.FaceCheckSession;
import org.jspecify.annotations.Nullable;

/**
 * What a view finds in the request attribute {@value CapturePage#MODEL}, a map:
 *
 * <ul>
 *   <li>{@code action}, {@code script}, {@code style}, {@code ownStyle}, {@code detector}: paths, the last two empty where there is none
 *   <li>{@code token}: to be sent along in a field of that name
 *   <li>{@code wanted}: the path that was wanted, for a page that outlives its session; empty where it was a form
 *   <li>{@code allowUpload}: whether a picture may come from a file
 *   <li>{@code auto}: whether a good picture is taken by itself
 *   <li>{@code lang} and {@code dir}: the texts' language and direction
 *   <li>{@code text}: a map of the page's texts; {@code camera}: those that the script says, one a line
 *   <li>{@code news}: a map with {@code key}, {@code title}, {@code text}, {@code reference}, {@code left} (a sentence, empty
 *       where attempts are of no matter) and {@code wait} (seconds until the next attempt); absent on a first visit
 *   <li>{@code inLanguage}: the last five in another language, by locale or language tag
 * </ul>
 */
public record PageModel(CaptureConfig config, Assets assets, HttpServletRequest request) {

    Map<String, Object> with(@Nullable PageMessage news, PageTexts texts) {
        String context = request.getContextPath();
        String action = context + config.path();
        Map<String, Object> model = new HashMap<>(words(news, texts));
        model.put("action", action);
        model.put("script", action + assets.script());
        model.put("style", action + assets.style());
        model.put("detector", config.page().detector().map(context::concat).orElse(""));
        model.put("ownStyle", config.page().style().map(context::concat).orElse(""));
        FaceCheckSession session = FaceCheckSession.of(request);
        model.put("token", session.issueToken().text());
        model.put(
                "wanted",
                session.requests()
                        .getRequest()
                        .filter(wanted -> wanted.form().isEmpty())
                        .map(wanted -> wanted.target().text())
                        .orElse(""));
        model.put("allowUpload", config.allowUpload());
        model.put("auto", config.page().auto());
        model.put("inLanguage", new InLanguage(news));
        return model;
    }

    private static Map<String, Object> words(@Nullable PageMessage news, PageTexts texts) {
        Map<String, Object> words = new HashMap<>();
        words.put("lang", texts.language().toLanguageTag());
        words.put("dir", texts.direction());
        words.put("text", texts.page());
        words.put("camera", texts.camera());
        if (news != null) {
            words.put("news", told(news, texts));
        }
        return words;
    }

    private static Map<String, Object> told(PageMessage news, PageTexts texts) {
        return Map.of(
                "key", news.key(),
                "title", texts.title(news.key()),
                "text", texts.text(news.key(), news.retryAfter()),
                "reference", news.reference(),
                "left",
                        news.left() == PageMessage.ANY_NUMBER || news.key().equals("locked")
                                ? ""
                                : texts.left(news.left()),
                "wait", news.left() == 0 ? CapturePage.seconds(news.retryAfter()) : 0L);
    }

    /** Made when a view asks. */
    private static final class InLanguage extends AbstractMap<Object, Object> {
        private final @Nullable PageMessage news;

        InLanguage(@Nullable PageMessage news) {
            this.news = news;
        }

        @Override
        public Object get(@Nullable Object language) {
            Locale locale = language instanceof Locale one ? one : Locale.forLanguageTag(String.valueOf(language));
            return words(news, PageTexts.inFirst(List.of(locale)));
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return Set.of();
        }
    }
}
