package org.lanyard.roster.format;

/** Counts different texts by a hash of 64 bits each, which for a million texts is wrong once in 30 million tables. */
final class DistinctTexts {

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long[] hashes = new long[64];
    private int count;

    boolean add(String text) {
        if (count * 2 > hashes.length) {
            grow();
        }
        boolean added = put(hashes, hash(text));
        count += added ? 1 : 0;
        return added;
    }

    int count() {
        return count;
    }

    private void grow() {
        long[] larger = new long[hashes.length * 2];
        for (long hash : hashes) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        hashes = larger;
    }

    private static boolean put(long[] table, long hash) {
        int place = (int) hash & table.length - 1;
        while (table[place] != 0) {
            if (table[place] == hash) {
                return false;
            }
            place = place + 1 & table.length - 1;
        }
        table[place] = hash;
        return true;
    }

    // FNV-1a of 64 bits, its halves mixed; zero stands for an empty place.
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
