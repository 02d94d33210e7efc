package org.facecheck.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of each language, out of the jar's bundles and the application's own. Named as resource bundles are, but read
 * without their cache, which would hold on to an application that has been undeployed.
 */
final class MessageBundles {
    private static final String JAR = "org.facecheck.internal.page.messages";

    /** Below {@code WEB-INF/classes}: {@code facecheck-messages_fr.properties} and the like. */
    private static final String OWN = "facecheck-messages";

    private static final Control NAMES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** What has been found; what is not there is looked for again, since anybody can ask for any language. */
    private static final Map<String, Map<String, String>> FOUND = new ConcurrentHashMap<>();

    static final Map<String, String> ENGLISH = read(JAR, Locale.ROOT);

    private MessageBundles() {}

    /** Empty where neither has this language. */
    static Map<String, String> of(Locale language) {
        Map<String, String> texts = new HashMap<>(read(JAR, language));
        texts.putAll(own(language));
        return texts;
    }

    static Map<String, String> own(Locale language) {
        return read(OWN, language);
    }

    /** A language does not inherit the English texts: an own text in English must not hide a French one. */
    private static Map<String, String> read(String base, Locale language) {
        Map<String, String> texts = new HashMap<>();
        List<Locale> candidates = NAMES.getCandidateLocales(base, language);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Locale one = candidates.get(i);
            if (one.equals(Locale.ROOT) == language.equals(Locale.ROOT)
                    && one.toString().matches("[\\w#]*")) {
                texts.putAll(read(NAMES.toResourceName(NAMES.toBundleName(base, one), "properties")));
            }
        }
        return texts;
    }

    private static Map<String, String> read(String resource) {
        Map<String, String> known = FOUND.get(resource);
        if (known != null) {
            return known;
        }
        try (InputStream stream = MessageBundles.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                return Map.of();
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            Map<String, String> found = new HashMap<>();
            texts.stringPropertyNames().forEach(key -> found.put(key, texts.getProperty(key)));
            FOUND.put(resource, found);
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
