package org.facecheck.fake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A fuzzer's bytes, read as decisions one after another; when they have run out, each is the first choice. */
public final class Choices {
    private static final int SEEDS = 8;
    private static final int SEED_BYTES = 300;

    private final byte[] bytes;
    private int next;

    public Choices(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Bytes to begin with, always the same ones. */
    public static Stream<byte[]> seeds() {
        return new Random(0).longs(SEEDS).mapToObj(seed -> {
            byte[] bytes = new byte[SEED_BYTES];
            new Random(seed).nextBytes(bytes);
            return bytes;
        });
    }

    public boolean remain() {
        return next < bytes.length;
    }

    public boolean yes() {
        return number(2) == 1;
    }

    /** From nought to below the bound. */
    public int number(int bound) {
        int number = octet();
        for (int rest = bound - 1; rest > 0xff; rest >>= Byte.SIZE) {
            number = number << Byte.SIZE | octet();
        }
        return Math.floorMod(number, bound);
    }

    public <T> T of(List<T> values) {
        return values.get(number(values.size()));
    }

    public String text(int maxLength) {
        return new String(bytes(maxLength), StandardCharsets.UTF_8);
    }

    public byte[] bytes(int maxLength) {
        int length = Math.min(number(maxLength + 1), bytes.length - next);
        next += length;
        return Arrays.copyOfRange(bytes, next - length, next);
    }

    public byte[] rest() {
        return bytes(bytes.length - next);
    }

    private int octet() {
        return remain() ? bytes[next++] & 0xff : 0;
    }
}
