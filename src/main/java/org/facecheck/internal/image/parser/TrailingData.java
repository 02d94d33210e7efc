package org.facecheck.internal.image.parser;

/**
 * What phone cameras write behind a picture's end: further pictures, such as a map of depth or brightness (CIPA DC-007), the
 * film of a motion photo, Samsung's own directory, zeros up to the next block. Most photos of today's phones have some of it,
 * and their owners do not know; so it is no reason to refuse them. It is never sent on: known or not, it is not needed.
 */
final class TrailingData {
    /** Type of the first box of an MP4 film (ISO/IEC 14496-12, 4.3), behind the 4 bytes of the box's length. */
    private static final String FILM = "ftyp";

    /** The last bytes of the directory that Samsung's cameras append. No standard tells of it; seen in their photos. */
    private static final String SAMSUNG = "SEFT";

    private TrailingData() {}

    /**
     * Whether a camera may have written what begins here.
     *
     * @param announced whether the picture says that others follow
     */
    static boolean isFromCamera(ByteReader picture, int from, boolean announced) throws UnusableImageException {
        int begin = from;
        while (begin < picture.length() && picture.number8(begin) == 0) {
            begin++;
        }
        return begin == picture.length()
                || (announced && picture.matches(JpegParser.SIGNATURE, begin))
                || picture.matches(FILM, from + 4)
                || picture.matches(SAMSUNG, picture.length() - SAMSUNG.length());
    }
}
