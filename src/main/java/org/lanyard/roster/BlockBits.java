package org.lanyard.roster;

import java.util.Arrays;

/**
 * For every pair of letters, and for letters alone, the blocks of people among whom somebody has it. Pairs share some places
 * by their hash, so that a block may be named where nobody has the pair, but never the other way round.
 */
final class BlockBits {

    /** People in a block: small enough to look at each, large enough for few bits. */
    static final int BLOCK = 16;

    private static final char ALONE = 0;
    private static final int SPREAD = 0x9E3779B9;
    private static final int WORD_BITS = 6;

    private final long[] bits;
    private final int hashBits;
    private final int words;
    final int blocks;

    /** @param hashBits how many places there are, as a power of two */
    BlockBits(int people, int hashBits) {
        this.hashBits = hashBits;
        blocks = (people + BLOCK - 1) / BLOCK;
        words = (blocks >> WORD_BITS) + 1;
        bits = new long[words << hashBits];
    }

    void add(char letter, int person) {
        add(ALONE, letter, person);
    }

    void add(char one, char two, int person) {
        int block = person / BLOCK;
        bits[place(one, two) + (block >> WORD_BITS)] |= 1L << block;
    }

    private int place(char one, char two) {
        return ((one * 31 + two) * SPREAD >>> Integer.SIZE - hashBits) * words;
    }

    long[] all() {
        long[] all = new long[words];
        Arrays.fill(all, -1);
        return all;
    }

    long[] none() {
        return new long[words];
    }

    /** Leaves those blocks that have every pair of neighbours among these letters of the word, or the only letter. */
    void keep(long[] candidates, char[] word, int from, int to) {
        if (to - from == 1) {
            keep(candidates, place(ALONE, word[from]));
        }
        for (int letter = from; letter + 1 < to; letter++) {
            keep(candidates, place(word[letter], word[letter + 1]));
        }
    }

    private void keep(long[] candidates, int place) {
        for (int i = 0; i < words; i++) {
            candidates[i] &= bits[place + i];
        }
    }

    /** Leaves those blocks that are among the others. */
    static void keep(long[] candidates, long[] others) {
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] &= others[i];
        }
    }

    static void merge(long[] candidates, long[] others) {
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] |= others[i];
        }
    }

    /** Adds the blocks that have the pair. */
    void join(long[] candidates, char one, char two) {
        int from = place(one, two);
        for (int i = 0; i < words; i++) {
            candidates[i] |= bits[from + i];
        }
    }

    static boolean has(long[] candidates, int block) {
        return (candidates[block >> WORD_BITS] & 1L << block) != 0;
    }

    /** The next candidate from this block on; {@link #blocks} where there is none. */
    int next(long[] candidates, int from) {
        int block = from;
        while (block < blocks) {
            long left = candidates[block >> WORD_BITS] >>> block;
            if (left != 0) {
                return Math.min(blocks, block + Long.numberOfTrailingZeros(left));
            }
            block = (block >> WORD_BITS) + 1 << WORD_BITS;
        }
        return blocks;
    }
}
