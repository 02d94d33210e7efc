package org.facecheck.internal.image.parser;

/**
 * What phones' cameras write behind a picture's end: further pictures, such as a map of depth or brightness (CIPA DC-007), the
 * film of a motion photo, Samsung's own directory, zeros up to the next block. Most photos of today's phones have some of it,
 * and their owners don't know; so it is no reason to refuse them. It never leaves the house: known or not, it is not needed.
 */
public final class TrailingData {
    private static final String PICTURE = "\u00FF\u00D8\u00FF";
    private static final String FILM = "ftyp";
    private static final String SAMSUNG = "SEFT";

    private TrailingData() {}

    /**
     * Whether a camera may have written what begins here.
     *
     * @param announced whether the picture says that others follow
     */
    static boolean isKnown(ByteReader picture, int from, boolean announced) throws UnusableImageException {
        int begin = from;
        while (begin < picture.length() && picture.number8(begin) == 0) {
            begin++;
        }
        return begin == picture.length()
                || (announced && picture.say(PICTURE, begin))
                || picture.say(FILM, from + 4)
                || picture.say(SAMSUNG, picture.length() - SAMSUNG.length());
    }
}
