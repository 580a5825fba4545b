package org.lanyard.roster.packed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes texts and numbers as bytes: numbers in as few as they need (zigzag, base 128), texts in UTF-8 after their length. */
public final class Packer {

    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7F;
    private static final int SHIFT = 7;

    private final Texts shared;
    private byte[] bytes = new byte[256];
    private int size;

    public Packer(Texts shared) {
        this.shared = shared;
    }

    public void number(long number) {
        long left = number << 1 ^ number >> Long.SIZE - 1;
        while ((left & ~SEVEN_BITS) != 0) {
            put((byte) (left & SEVEN_BITS | MORE));
            left >>>= SHIFT;
        }
        put((byte) left);
    }

    public void flag(boolean flag) {
        put((byte) (flag ? 1 : 0));
    }

    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    public void shared(String text) {
        int number = shared.number(text);
        number(number);
        if (number == 0) {
            text(text);
        }
    }

    public <T> void optional(Optional<T> value, Consumer<T> write) {
        flag(value.isPresent());
        value.ifPresent(write);
    }

    public <T> void all(Collection<T> values, BiConsumer<Packer, T> write) {
        number(values.size());
        values.forEach(value -> write.accept(this, value));
    }

    private void put(byte next) {
        ensure(1);
        bytes[size++] = next;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    int size() {
        return size;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, size);
    }

    void clear() {
        size = 0;
    }
}
