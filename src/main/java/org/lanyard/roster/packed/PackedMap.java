package org.lanyard.roster.packed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Values by a key of theirs, in the order they first came, kept as bytes. A value is made anew each time it is asked for.
 * May be read by several threads once it is filled.
 */
public final class PackedMap<T> implements Iterable<T> {

    private static final int CHUNK = 1 << 18;
    private static final int CHUNK_BITS = 18;
    private static final int GONE = -1;

    private final Codec<T> codec;
    private final Function<T, String> key;
    private final Texts texts = new Texts();
    private final Packer packer = new Packer(texts);
    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;
    private int[] places = new int[16];
    private int[] table = new int[64];
    private int count;
    private int live;

    public PackedMap(Function<T, String> key, Codec<T> codec) {
        this.key = key;
        this.codec = codec;
    }

    public int size() {
        return live;
    }

    public Optional<T> get(String wanted) {
        int entry = table[slot(wanted)] - 1;
        return entry < 0 ? Optional.empty() : Optional.of(value(entry));
    }

    public boolean has(String wanted) {
        return table[slot(wanted)] != 0;
    }

    /** Keeps the place of a value that it replaces. */
    public void put(T value) {
        String itsKey = key.apply(value);
        int slot = slot(itsKey);
        int entry = table[slot] - 1;
        int place = store(itsKey, value);
        if (entry >= 0) {
            places[entry] = place;
            return;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        live++;
        places[count++] = place;
        table[slot] = count;
        if (count * 2 > table.length) {
            grow();
        }
    }

    public void remove(String unwanted) {
        int entry = table[slot(unwanted)] - 1;
        if (entry >= 0) {
            places[entry] = GONE;
            live--;
        }
    }

    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private int next = after(0);

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public T next() {
                T value = value(next);
                next = after(next + 1);
                return value;
            }

            private int after(int from) {
                int entry = from;
                while (entry < count && places[entry] == GONE) {
                    entry++;
                }
                return entry;
            }
        };
    }

    private int store(String itsKey, T value) {
        packer.clear();
        packer.text(itsKey);
        codec.write(value, packer);
        if (used + packer.size() > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, packer.size())]);
            used = 0;
        }
        packer.copyTo(chunks.getLast(), used);
        int place = chunks.size() - 1 << CHUNK_BITS | used;
        used = Math.min(CHUNK, used + packer.size());
        return place;
    }

    private Unpacker at(int entry) {
        int place = places[entry];
        return new Unpacker(texts, chunks.get(place >>> CHUNK_BITS), place & CHUNK - 1);
    }

    private T value(int entry) {
        Unpacker in = at(entry);
        in.text();
        return codec.read(in);
    }

    private int slot(String wanted) {
        byte[] utf8 = wanted.getBytes(StandardCharsets.UTF_8);
        int slot = Arrays.hashCode(utf8) * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(table.length) + 1;
        while (table[slot] != 0 && !holds(table[slot] - 1, utf8)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean holds(int entry, byte[] utf8) {
        return places[entry] != GONE && at(entry).textIs(utf8);
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int entry = 0; entry < count; entry++) {
            if (places[entry] != GONE) {
                table[slot(at(entry).text())] = entry + 1;
            }
        }
    }
}
