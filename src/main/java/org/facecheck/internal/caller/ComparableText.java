package org.facecheck.internal.caller;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name, number or date as documents, directories and people write it, in the one form in which they are compared. Two
 * are equal where they differ in nothing but
 *
 * <ul>
 *   <li>compatible letters, such as full-width ones (Unicode's normalization form KC, UAX #15);
 *   <li>case: {@code ß} is {@code SS}, as machine-readable zones of passports write it, and all of {@code I İ ı i} are one,
 *       since an upper-case form made without regard to Turkish can't be told from another;
 *   <li>white space: none at either end, one space for any number within.
 * </ul>
 *
 * Accents make a difference: names that differ in them may be two persons'.
 *
 * @param value personal, as a rule: never shown
 */
public record ComparableText(String value) {
    /** All that Unicode calls white space, not only ASCII's. */
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** What is left of {@code İ} in lower case (Unicode, SpecialCasing.txt), beside a plain {@code i}. */
    private static final String I_WITH_DOT = "i\u0307";

    /** This text in that form. */
    public static ComparableText of(String text) {
        String oneSpaced = WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        String folded = foldCase(oneSpaced).replace(I_WITH_DOT, "i");
        // Again, since folding takes letters apart that normalization had composed.
        return new ComparableText(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    /**
     * The JDK has no case folding (Unicode, 3.13), but three mappings come to it: the first makes {@code ẞ} small, the second
     * makes {@code SS} of it and one letter of those that have two small forms, the third makes all small.
     */
    private static String foldCase(String text) {
        return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it can be compared: there is something, and nothing is missing in it. U+FFFD stands for what was cut off, or was
     * no letter, or could not be read; two texts that have it may have differed there.
     */
    public boolean isComparable() {
        return !value.isEmpty() && value.indexOf('\uFFFD') < 0;
    }

    @Override
    public String toString() {
        return "ComparableText";
    }
}
