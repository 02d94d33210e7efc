package org.facecheck.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts of each language, out of the jar's bundles and the application's own. */
final class Bundles {
    private static final String JAR = "org.facecheck.capture.messages";

    /** Below {@code WEB-INF/classes}: {@code facecheck-messages_fr.properties} and the like. */
    private static final String OWN = "facecheck-messages";

    /** A bundle of one language does not inherit the English one: an own text in English must not hide a French one. */
    private static final Control ONE_LANGUAGE = new Control() {
        @Override
        public List<String> getFormats(String base) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String base, Locale locale) {
            return super.getCandidateLocales(base, locale).stream()
                    .filter(one -> one.equals(Locale.ROOT) == locale.equals(Locale.ROOT))
                    .toList();
        }

        @Override
        public @Nullable Locale getFallbackLocale(String base, Locale locale) {
            return null;
        }
    };

    static final Map<String, String> ENGLISH = read(JAR, Locale.ROOT);

    private Bundles() {}

    /** Empty where neither has this language. */
    static Map<String, String> of(Locale language) {
        Map<String, String> texts = new HashMap<>(read(JAR, language));
        texts.putAll(own(language));
        return texts;
    }

    static Map<String, String> own(Locale language) {
        return read(OWN, language);
    }

    private static Map<String, String> read(String base, Locale language) {
        try {
            ResourceBundle bundle =
                    ResourceBundle.getBundle(base, language, Bundles.class.getClassLoader(), ONE_LANGUAGE);
            return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
        } catch (MissingResourceException none) {
            return Map.of();
        }
    }
}
