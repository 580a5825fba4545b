package org.lanyard.roster;

/**
 * Tells which blocks may have a word that begins like another but for one slip of the finger: what stands before the slip
 * and after it is in the text as it was typed.
 */
final class Slips {

    private static final int START_BITS = 12;
    // What so many letters leave is few enough to be looked at; a word may have thousands.
    private static final int LETTERS = 16;

    private final BlockBits pairs;
    // The first three letters of words, two by two: a slip leaves two of them.
    private final BlockBits first;
    private final BlockBits second;
    private final BlockBits apart;

    /** @param pairs of letters, anywhere in the texts */
    Slips(int people, BlockBits pairs) {
        this.pairs = pairs;
        first = new BlockBits(people, START_BITS);
        second = new BlockBits(people, START_BITS);
        apart = new BlockBits(people, START_BITS);
    }

    void addWord(char one, char two, char three, int person) {
        first.add(one, two, person);
        second.add(two, three, person);
        apart.add(one, three, person);
    }

    /** Blocks with such a word, or with a shorter form of it; the word has four letters or more. */
    long[] blocks(char[] word) {
        int letters = Math.min(LETTERS, word.length);
        long[] blocks = shorterForms(word);
        // the last of these stands for all slips further on
        for (int slip = 0; slip <= letters; slip++) {
            long[] its = beginsLike(word, slip);
            pairs.keep(its, word, 0, slip);
            pairs.keep(its, word, slip + 2, letters);
            BlockBits.merge(blocks, its);
        }
        return blocks;
    }

    // Of names: nobody shortens a code or an order's reference.
    private long[] shorterForms(char[] word) {
        for (char letter : word) {
            if (Character.isDigit(letter)) {
                return pairs.none();
            }
        }
        long[] blocks = beginsLike(word, FoldedTexts.SHORTEST_FORM);
        pairs.keep(blocks, word, 1, FoldedTexts.SHORTEST_FORM);
        return blocks;
    }

    private long[] beginsLike(char[] word, int slip) {
        long[] blocks = pairs.none();
        switch (slip) {
            case 0 -> {
                first.join(blocks, word[1], word[2]);     // the first letter is too many
                second.join(blocks, word[1], word[2]);    // it is wrong
                second.join(blocks, word[0], word[1]);    // it is missing
                first.join(blocks, word[1], word[0]);     // it is swapped with the second
            }
            case 1 -> {
                first.join(blocks, word[0], word[2]);     // the second letter is too many, or swapped with the third
                apart.join(blocks, word[0], word[2]);     // it is wrong
                apart.join(blocks, word[0], word[1]);     // it is missing
            }
            default -> first.join(blocks, word[0], word[1]);
        }
        return blocks;
    }
}
