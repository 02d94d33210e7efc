package org.facecheck.internal.image.parser;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The parts of a picture that are needed to show it. They are views of its array; nothing is copied before all are known. */
public final class RetainedSegments {
    /** Cameras interleave few segments that are not needed; a million of them is an attack on the server's memory. */
    private static final int MAX_PARTS = 1000;

    private final byte[] picture;
    private final List<ByteBuffer> parts = new ArrayList<>();

    RetainedSegments(byte[] picture) {
        this.picture = picture;
    }

    /** Keeps what is from here to before there, behind all that has been kept. Neighbours become one part. */
    void keep(int from, int to) throws UnusableImageException {
        ByteBuffer last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.limit() == from) {
            last.limit(to);
            return;
        }
        add(from, to);
    }

    /** Keeps what is from here to before there with other bytes before it, in place of what the picture has before it. */
    void keepBehind(byte[] inserted, int from, int to) throws UnusableImageException {
        parts.add(ByteBuffer.wrap(inserted));
        add(from, to);
    }

    private void add(int from, int to) throws UnusableImageException {
        RefusalReason.TOO_MANY_PIECES.throwUnless(parts.size() < MAX_PARTS, from);
        parts.add(ByteBuffer.wrap(picture, from, to - from));
    }

    /** Inserts bytes that the picture did not have, at an offset within the first part, which begins with the picture. */
    void insertAt(int offset, byte[] inserted) {
        ByteBuffer first = parts.get(0);
        parts.add(0, first.duplicate().limit(offset));
        parts.add(1, ByteBuffer.wrap(inserted));
        first.position(offset);
    }

    /** The parts in one array of exactly their length; the picture's own array if nothing is left out. */
    public byte[] bytes() {
        if (parts.size() == 1 && parts.get(0).remaining() == picture.length) {
            return picture;
        }
        byte[] retained =
                new byte[parts.stream().mapToInt(ByteBuffer::remaining).sum()];
        ByteBuffer out = ByteBuffer.wrap(retained);
        parts.forEach(part -> out.put(part.duplicate()));
        return retained;
    }
}
