package org.facecheck.internal.page.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person agrees to before a picture is taken, in one language. Its version names the very words, whoever wrote them, the
 * jar or the application: their language, and the beginning of their SHA-256. So nobody has to remember to count a number up, and
 * an auditor can tell from the words which version they are.
 *
 * @param text the sentence beside the check box
 * @param version such as {@code en-1f0c29ab77d04e13}
 */
public record Consent(String text, String version) {
    private static final Pattern VERSION = Pattern.compile("([A-Za-z0-9-]{2,40})-[0-9a-f]{16}");
    private static final int DIGITS = 16;

    public static Consent in(PageTexts texts, String processor) {
        String text = texts.page("consent", processor);
        return new Consent(text, texts.tag() + '-' + hash(text));
    }

    /**
     * The version, where it is that of a text which the page shows: of any language, since a page may be in another one than its
     * request asks for.
     *
     * @param sent what the client sent, whatever that is; {@code null} for nothing
     * @param processor who compares the pictures: a part of the text
     */
    public static Optional<String> given(@Nullable String sent, String processor) {
        Matcher version = VERSION.matcher(sent == null ? "" : sent);
        if (!version.matches()) {
            return Optional.empty();
        }
        PageTexts texts = PageTexts.inFirst(List.of(Locale.forLanguageTag(version.group(1))));
        return Optional.of(in(texts, processor).version).filter(shown -> shown.equals(sent));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) { // every JDK has it (java.security.MessageDigest)
            throw new IllegalStateException(impossible);
        }
    }
}
