package org.facecheck.internal.guard;

import org.jspecify.annotations.Nullable;

/**
 * Tells request targets that two readers may read in two ways, as the Servlet specification calls suspicious (Jakarta
 * Servlet 6.0, §3.5.2): encoded slash, backslash, percent, semicolon or control character; raw backslash or control
 * character; dot segments and empty segments; anything after a path parameter but the query; what is no valid encoding at
 * all. A mapping protects one reading; the application behind may follow the other.
 *
 * <p>One scan, without allocation, of the path as the client sent it, and a second one only where it is not plain. A path
 * parameter at the very end ({@code ;jsessionid=…}) is ordinary.
 */
final class TargetGuard {
    /**
     * Whether a character means itself wherever it stands; a slash and a dot do not. There is a place for each byte, which
     * spares the compiler a comparison where a string is kept in bytes (JEP 254): a third of the time.
     */
    private static final boolean[] PLAIN = new boolean[0x100];

    static {
        for (char c = ' '; c < 0x7f; c++) {
            PLAIN[c] = "/.%;\\".indexOf(c) < 0;
        }
    }

    private TargetGuard() {}

    /** Whether the raw path, without query, is suspicious; a missing one is. */
    static boolean isSuspicious(@Nullable String target) {
        return target == null || (!isPlain(target) && isSuspiciousByEveryRule(target));
    }

    /** What almost every target is: ASCII that means itself, with no segment that is empty or begins with a dot. */
    static boolean isPlain(String target) {
        int length = target.length();
        boolean afterSlash = false;
        for (int i = 0; i < length; i++) {
            char c = target.charAt(i);
            if (c < PLAIN.length && PLAIN[c]) {
                afterSlash = false;
            } else if (!afterSlash && (c == '/' || (c == '.' && i > 0))) {
                afterSlash = c == '/';
            } else {
                return false;
            }
        }
        return true;
    }

    /**
     * The second scan, for a target that is not plain; of a plain one it says the same, which a fuzzer compares. It counts the
     * dots and the other characters of each segment, encoded ones as what they stand for, so that {@code %2e%2e} is the
     * segment {@code ..}; from a semicolon on, a segment's parameters are not counted, so that {@code ..;x} is one, too.
     */
    static boolean isSuspiciousByEveryRule(String target) {
        int length = target.length();
        boolean parameters = false;
        int dots = 0;
        int others = 0;
        for (int i = 0; i < length; i++) {
            int c = target.charAt(i);
            if (c == '%') {
                c = decoded(target, i);
                if (c < 0 || isForbiddenEncoded(c)) {
                    return true;
                }
                i += 2;
            } else if (c == ';') {
                parameters = true;
                continue;
            }
            if (c == '/') {
                if (parameters || isDotSegment(dots, others) || (others + dots == 0 && i > 0)) {
                    return true;
                }
                dots = 0;
                others = 0;
            } else if (c == '\\' || c < ' ' || c == 0x7f) {
                return true;
            } else if (c == '.' && !parameters) {
                dots++;
            } else if (!parameters) {
                others++;
            }
        }
        return isDotSegment(dots, others);
    }

    /** "." and ".." as a whole segment (RFC 3986, §3.3); three dots are a name. */
    private static boolean isDotSegment(int dots, int others) {
        return others == 0 && (dots == 1 || dots == 2);
    }

    /**
     * Whether a percent-encoded octet (RFC 3986, §2.1) must not stand in a path. Bytes that UTF-8 never holds (RFC 3629, §1:
     * C0, C1, F5 to FF) are the start of an overlong form, another way of writing a forbidden character.
     */
    private static boolean isForbiddenEncoded(int octet) {
        return octet < ' '
                || octet == 0x7f
                || octet == '/'
                || octet == '\\'
                || octet == '%'
                || octet == ';'
                || octet == 0xc0
                || octet == 0xc1
                || octet > 0xf4;
    }

    /** The octet that the triplet at this place stands for; below zero where it is no triplet. */
    private static int decoded(String target, int percent) {
        if (percent + 2 >= target.length()) {
            return -1;
        }
        int high = Character.digit(target.charAt(percent + 1), 16);
        int low = Character.digit(target.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
