package org.lanyard.roster.packed;

/** Writes a value as bytes, and reads it again. */
public interface Codec<T> {

    void write(T value, Packer out);

    T read(Unpacker in);
}
