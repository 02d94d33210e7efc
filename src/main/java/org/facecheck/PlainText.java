package org.facecheck;

import org.jspecify.annotations.Nullable;

/**
 * Text from outside, as far as it is fit for an application's pages and logs. Names come from documents that strangers have
 * shown, by way of a recognition of letters.
 *
 * <ul>
 *   <li>Line breaks and tabs become a space: they would begin a new line in a log.
 *   <li>All other control characters, halves of surrogate pairs, and the characters that override, embed or isolate a direction
 *       of writing (Unicode's UAX #9, §2.1 to §2.5), with which a name may be shown as another one, become U+FFFD, the
 *       replacement character. Marks of direction that a name in Arabic or Hebrew needs (U+061C, U+200E, U+200F) stay, and so
 *       do joiners.
 *   <li>A text is cut after {@value #MAX_LENGTH} characters, and ends in U+FFFD then.
 * </ul>
 *
 * <p>So U+FFFD says that something is missing: where texts decide who somebody is, one that has it equals none.
 */
final class PlainText {
    /** Far more than a name or an address has, and little enough to be kept in each session. */
    static final int MAX_LENGTH = 1_000;

    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /** The text made fit, or {@code null} for none. */
    static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** The text made fit; the same object where it is fit already, as it is almost always. */
    static String of(String text) {
        if (isFit(text)) {
            return text;
        }
        StringBuilder fit = new StringBuilder();
        text.codePoints().limit(MAX_LENGTH).map(PlainText::replaced).forEach(fit::appendCodePoint);
        return text.codePointCount(0, text.length()) > MAX_LENGTH
                ? fit.append(REPLACEMENT).toString()
                : fit.toString();
    }

    /** Whether nothing has to be changed. */
    static boolean isFit(String text) {
        return text.length() <= MAX_LENGTH && text.codePoints().allMatch(one -> replaced(one) == one);
    }

    private static int replaced(int character) {
        return switch (Character.getType(character)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.CONTROL -> isLineBreakOrTab(character) ? ' ' : REPLACEMENT;
            case Character.SURROGATE -> REPLACEMENT;
            default -> changesDirection(character) ? REPLACEMENT : character;
        };
    }

    /** Tab, LF, VT, FF, CR, and NEL, which some terminals and log readers take for a line's end. */
    private static boolean isLineBreakOrTab(int character) {
        return (character >= '\t' && character <= '\r') || character == 0x85;
    }

    /** LRE, RLE, PDF, LRO, RLO; LRI, RLI, FSI, PDI. */
    private static boolean changesDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
