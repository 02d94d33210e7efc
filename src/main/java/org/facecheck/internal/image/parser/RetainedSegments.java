package org.facecheck.internal.image.parser;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The stretches of a picture that are needed to show it. Nothing is copied before all of it is. */
public final class RetainedSegments {
    /** What cameras write besides the picture comes in few pieces; a million of them is an attack on somebody's memory. */
    private static final int MAX_STRETCHES = 1000;

    private final byte[] picture;
    private final List<ByteBuffer> stretches = new ArrayList<>();

    RetainedSegments(byte[] picture) {
        this.picture = picture;
    }

    /** Keeps what is from here to before there, behind all that has been kept. */
    void keep(int from, int to) throws UnusableImageException {
        ByteBuffer last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (last != null && last.limit() == from) {
            last.limit(to);
            return;
        }
        if (stretches.size() == MAX_STRETCHES) {
            throw UnusableImageException.unreadable();
        }
        stretches.add(ByteBuffer.wrap(picture, from, to - from));
    }

    /** Replaces as many octets at the beginning of all that has been kept by others, which the picture did not have. */
    void beginWith(byte[] octets, int replaced) {
        stretches.get(0).position(replaced);
        stretches.add(0, ByteBuffer.wrap(octets));
    }

    /** Of exactly their length; the picture's own array if that is all of it. */
    public byte[] octets() {
        if (stretches.size() == 1 && stretches.get(0).remaining() == picture.length) {
            return picture;
        }
        byte[] excerpt =
                new byte[stretches.stream().mapToInt(ByteBuffer::remaining).sum()];
        ByteBuffer out = ByteBuffer.wrap(excerpt);
        stretches.forEach(stretch -> out.put(stretch.duplicate()));
        return excerpt;
    }
}
