package org.lanyard.roster.packed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a statement's arguments, in the order they were added, kept as bytes. */
public final class PackedRows implements Iterable<@Nullable Object[]> {

    private static final int CHUNK = 1 << 16;

    private enum Type { NOTHING, NUMBER, TEXT, INSTANT }

    private static final Type[] TYPES = Type.values();

    private final Texts texts = new Texts();
    private final Packer packer = new Packer(texts);
    private final List<byte[]> chunks = new ArrayList<>(0);
    private int rows;
    private int packed;

    public boolean isEmpty() {
        return rows == 0;
    }

    public void add(@Nullable Object... arguments) {
        rows++;
        packer.number(arguments.length);
        for (Object argument : arguments) {
            argument(argument);
        }
        packed++;
        if (packer.size() >= CHUNK) {
            endChunk();
        }
    }

    private void endChunk() {
        byte[] chunk = new byte[packer.size()];
        packer.copyTo(chunk, 0);
        chunks.add(chunk);
        packer.clear();
        packed = 0;
    }

    private void argument(@Nullable Object argument) {
        switch (argument) {
            case null -> packer.number(Type.NOTHING.ordinal());
            case String text -> {
                packer.number(Type.TEXT.ordinal());
                packer.text(text);
            }
            case Instant at -> {
                packer.number(Type.INSTANT.ordinal());
                packer.number(at.toEpochMilli());
            }
            case Boolean truth -> number(truth ? 1 : 0);
            case Number number -> number(number.longValue());
            default -> throw new IllegalArgumentException("no column holds a " + argument.getClass());
        }
    }

    private void number(long number) {
        packer.number(Type.NUMBER.ordinal());
        packer.number(number);
    }

    /** Nothing may be added meanwhile, nor afterwards. */
    @Override
    public Iterator<@Nullable Object[]> iterator() {
        if (packed > 0) {
            endChunk();
        }
        return new Iterator<>() {
            private int left = rows;
            private int chunk;
            private Unpacker in = new Unpacker(texts, rows == 0 ? new byte[0] : chunks.getFirst(), 0);

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public @Nullable Object[] next() {
                if (in.atEnd()) {
                    chunk++;
                    in = new Unpacker(texts, chunks.get(chunk), 0);
                }
                left--;
                @Nullable Object[] arguments = new @Nullable Object[in.small()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = argument(in);
                }
                return arguments;
            }
        };
    }

    private static @Nullable Object argument(Unpacker in) {
        return switch (TYPES[in.small()]) {
            case NOTHING -> null;
            case NUMBER -> in.number();
            case TEXT -> in.text();
            case INSTANT -> Instant.ofEpochMilli(in.number());
        };
    }
}
