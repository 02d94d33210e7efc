package org.facecheck.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/** The page's texts in a language that the client accepts, English where there is none. */
record Texts(ResourceBundle bundle) {
    private static final String PAGE = "page.";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    static Texts of(HttpServletRequest request) {
        return new Texts(ResourceBundle.getBundle(
                "org.facecheck.capture.messages", request.getLocale(), Texts.class.getClassLoader(), NO_FALLBACK));
    }

    /** The texts of the page itself, by their keys without prefix. */
    Map<String, String> page() {
        return bundle.keySet().stream()
                .filter(key -> key.startsWith(PAGE))
                .collect(Collectors.toMap(key -> key.substring(PAGE.length()), bundle::getString));
    }

    String title(String key) {
        return bundle.getString("news." + key + ".title");
    }

    /** A wait is told in whole minutes, rounded up. */
    String text(String key, Duration wait) {
        return new MessageFormat(bundle.getString("news." + key + ".text"), bundle.getLocale())
                .format(new Object[] {wait.plusMinutes(1).minusNanos(1).toMinutes()});
    }
}
