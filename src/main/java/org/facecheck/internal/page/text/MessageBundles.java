package org.facecheck.internal.page.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of each language, out of the jar's bundles and the application's own. Named as resource bundles are
 * ({@link java.util.ResourceBundle.Control#getCandidateLocales}), but read without the JDK's cache of them, which would hold on
 * to the class loader of an application that has been undeployed. Thread-safe.
 */
final class MessageBundles {
    private static final String JAR = "org.facecheck.internal.page.text.messages";

    private static final ClassLoader OF_JAR = MessageBundles.class.getClassLoader();

    /**
     * Below {@code WEB-INF/classes}: {@code facecheck-messages_fr.properties} and the like. The class loader of the thread finds
     * them, which is the application's in every request (Jakarta EE Platform 10, §EE.8.2.5).
     */
    private static final String OWN = "facecheck-messages";

    private static final Control NAMES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /**
     * What has been found, by the class loader that has it, and by resource: several applications may share the jar. What is not
     * there is looked for each time: any client can ask for any language, and a cache of those would grow without bound. The
     * cache ends with the class loader.
     */
    private static final Map<ClassLoader, Map<String, Map<String, String>>> FOUND =
            Collections.synchronizedMap(new WeakHashMap<>());

    static final Map<String, String> ENGLISH = read(OF_JAR, JAR, Locale.ROOT);

    private MessageBundles() {}

    /** The texts in this language, the application's before the jar's; empty where neither has it. */
    static Map<String, String> of(Locale language) {
        Map<String, String> texts = new HashMap<>(read(OF_JAR, JAR, language));
        texts.putAll(own(language));
        return texts;
    }

    /** The application's own texts in this language, empty where it has none. */
    static Map<String, String> own(Locale language) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return read(application == null ? OF_JAR : application, OWN, language);
    }

    /**
     * A language does not inherit the texts of the file without a language, which are the English ones: an application's own
     * text in English must not hide the jar's in French. Only plain names become the name of a file.
     */
    private static Map<String, String> read(ClassLoader loader, String base, Locale language) {
        Map<String, String> texts = new HashMap<>();
        List<Locale> candidates = NAMES.getCandidateLocales(base, language);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Locale one = candidates.get(i);
            if (one.equals(Locale.ROOT) == language.equals(Locale.ROOT)
                    && one.toString().matches("[\\w#]*")) {
                texts.putAll(read(loader, NAMES.toResourceName(NAMES.toBundleName(base, one), "properties")));
            }
        }
        return texts;
    }

    private static Map<String, String> read(ClassLoader loader, String resource) {
        Map<String, Map<String, String>> ofLoader = FOUND.computeIfAbsent(loader, first -> new ConcurrentHashMap<>());
        Map<String, String> known = ofLoader.get(resource);
        if (known != null) {
            return known;
        }
        try (InputStream stream = loader.getResourceAsStream(resource)) {
            if (stream == null) {
                return Map.of();
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            Map<String, String> found = new HashMap<>();
            texts.stringPropertyNames().forEach(key -> found.put(key, texts.getProperty(key)));
            ofLoader.put(resource, found);
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
