package org.facecheck.engine.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the entries of a tar archive, as far as npm writes them: the header block of POSIX.1-1988 (ustar), 512 bytes with the
 * name at 0 and the size in octal digits at 124, then the content, filled up to whole blocks. Longer names, links and sparse
 * files are skipped like all that nobody asks for. Not thread-safe.
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_OFFSET = 124;
    private static final int SIZE_LENGTH = 12;

    private final InputStream archive;
    private final int maxEntry;
    private int size;

    /**
     * @param maxEntry the most bytes that {@link #content} takes into memory
     */
    TarReader(InputStream archive, int maxEntry) {
        this.archive = archive;
        this.maxEntry = maxEntry;
    }

    /**
     * Goes on to the next entry, whose content has to be taken or skipped before the one behind it.
     *
     * @return its name, empty behind the last one
     * @throws IOException if this is no tar archive, or ends early
     */
    Optional<String> next() throws IOException {
        byte[] header = archive.readNBytes(BLOCK);
        // Two blocks of zeros end an archive; one is enough to know, and some writers leave out both.
        if (header.length == 0 || header[0] == 0) {
            return Optional.empty();
        }
        if (header.length < BLOCK) {
            throw new EOFException("half a header");
        }
        size = octal(text(header, SIZE_OFFSET, SIZE_LENGTH));
        return Optional.of(text(header, 0, NAME_LENGTH));
    }

    /** The whole content of the entry that {@link #next} named. */
    byte[] content() throws IOException {
        if (size > maxEntry) {
            throw new IOException("an entry of " + size + " bytes");
        }
        byte[] content = archive.readNBytes(size);
        if (content.length < size) {
            throw new EOFException("half an entry");
        }
        archive.skipNBytes(padding());
        return content;
    }

    /** Leaves the content of the entry out. */
    void skip() throws IOException {
        archive.skipNBytes(size);
        archive.skipNBytes(padding());
    }

    private int padding() {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private static int octal(String digits) throws IOException {
        try {
            return Integer.parseUnsignedInt(digits.trim(), 8);
        } catch (NumberFormatException malformed) {
            throw new IOException("an entry without a size", malformed);
        }
    }

    /** Up to the first zero byte. */
    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.US_ASCII);
    }
}
