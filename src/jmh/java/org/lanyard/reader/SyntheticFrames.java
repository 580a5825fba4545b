package org.lanyard.reader;

import java.util.Random;
import org.lanyard.reader.frame.GreyFrame;

/** Frames as a 1280 × 720 camera sees a ticket on paper or a phone. The same seed makes the same frame. */
final class SyntheticFrames {

    private SyntheticFrames() {}

    record Made(String kind, String text, GreyFrame frame) {}

    /** Of its own for each frame; neighbouring seeds of {@code Random} begin alike, so they are spread first. */
    static Random randomness(long seed, int index) {
        return new Random((seed * 1_000_003 + index) * 0x9E3779B97F4A7C15L >>> 8);
    }

    /** The frame of an index; kinds take turns. */
    static Made make(long seed, int index) {
        Random random = randomness(seed, index);
        String kind = Conditions.KINDS[index % Conditions.KINDS.length];
        Ticket ticket = Ticket.random(random);
        Conditions seen = new Conditions(kind, ticket.size(), random);
        return new Made(kind, ticket.text(), new Scene(ticket, seen, random).frame());
    }
}
