package org.lanyard.roster.packed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

public final class Unpacker {

    private static final int SEVEN_BITS = 0x7F;
    private static final int SHIFT = 7;

    private final Texts shared;
    private final byte[] bytes;
    private int at;

    Unpacker(Texts shared, byte[] bytes, int at) {
        this.shared = shared;
        this.bytes = bytes;
        this.at = at;
    }

    public long number() {
        long number = 0;
        for (int shift = 0;; shift += SHIFT) {
            byte next = bytes[at++];
            number |= (long) (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return number >>> 1 ^ -(number & 1);
            }
        }
    }

    public int small() {
        return (int) number();
    }

    public boolean flag() {
        return bytes[at++] != 0;
    }

    public String text() {
        int length = small();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    public String shared() {
        int number = small();
        return number == 0 ? text() : shared.text(number);
    }

    public <T> Optional<T> optional(Supplier<T> read) {
        return flag() ? Optional.of(read.get()) : Optional.empty();
    }

    public <T> List<T> all(Function<Unpacker, T> read) {
        int size = small();
        List<T> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(read.apply(this));
        }
        return all;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    boolean textIs(byte[] utf8) {
        int length = small();
        return length == utf8.length && java.util.Arrays.equals(bytes, at, at + length, utf8, 0, length);
    }
}
