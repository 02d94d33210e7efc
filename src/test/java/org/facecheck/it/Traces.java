package org.facecheck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must be nowhere, and a search for it in the bytes of a file, whatever they are: of a picture every run of {@value
 * #RUN} bytes, of a text the whole, in each encoding that a JVM or a file may have it in.
 */
final class Traces {
    private static final int WORD = Long.BYTES;
    private static final int RUN = 24;

    /** What headers, tables and ends of pictures of one kind have in common. */
    private static final int COMMON_HEAD = 1000;

    private static final int COMMON_TAIL = 64;

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Map<Long, List<Place>> places = new HashMap<>();
    private final BitSet likely = new BitSet(1 << 24);

    /** Eight bytes of something sought. */
    private record Place(String what, byte[] sought, int at, int least) {
        /** Whether enough of it is around where its eight bytes were found. */
        boolean isIn(ByteBuffer bytes, int found) {
            int begin = 0;
            while (begin < at && begin < found && bytes.get(found - begin - 1) == sought[at - begin - 1]) {
                begin++;
            }
            int end = 0;
            while (at + end < sought.length
                    && found + end < bytes.limit()
                    && bytes.get(found + end) == sought[at + end]) {
                end++;
            }
            return begin + end >= least;
        }
    }

    void text(String what, String text) {
        for (Charset encoding : ENCODINGS) {
            byte[] sought = text.getBytes(encoding);
            add(new Place(what, sought, 0, sought.length));
        }
    }

    void picture(String what, byte[] picture) {
        byte[] sought = Arrays.copyOfRange(picture, COMMON_HEAD, picture.length - COMMON_TAIL);
        for (int at = 0; at + WORD <= sought.length; at += WORD) {
            add(new Place(what, sought, at, RUN));
        }
    }

    private void add(Place place) {
        long word = ByteBuffer.wrap(place.sought()).getLong(place.at());
        places.computeIfAbsent(word, any -> new ArrayList<>(1)).add(place);
        likely.set(mixed(word));
    }

    /** What of it is in the file: nothing, if that has gone meanwhile. */
    SortedSet<String> in(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return in(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (NoSuchFileException gone) {
            return new TreeSet<>();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private SortedSet<String> in(ByteBuffer bytes) {
        SortedSet<String> found = new TreeSet<>();
        long word = 0;
        for (int next = 0; next < bytes.limit(); next++) {
            word = word << Byte.SIZE | (bytes.get(next) & 0xff);
            if (next >= WORD - 1 && likely.get(mixed(word))) {
                int at = next - WORD + 1;
                places.getOrDefault(word, List.of()).stream()
                        .filter(place -> place.isIn(bytes, at))
                        .forEach(place -> found.add(place.what()));
            }
        }
        return found;
    }

    private static int mixed(long word) {
        return (int) ((word * 0x9E3779B97F4A7C15L) >>> 40);
    }
}
