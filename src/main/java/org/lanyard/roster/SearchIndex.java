package org.lanyard.roster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.lanyard.scan.Folding;

/**
 * For every pair of neighbouring letters the people who have it, in the order of their names. A query takes its rarest
 * pair's people and looks at each; a misspelt one takes those with a word that begins alike. Immutable.
 */
final class SearchIndex {

    /** Shorter words are too alike for a typo in them to mean anything. */
    private static final int SHORTEST_MISSPELT = 4;

    private final long[] ids;
    private final String[] texts;
    private final Pairs pairs = new Pairs();
    private final Pairs pairsOfNames = new Pairs();
    private final WordStarts starts;

    /** @param text the folded fields, name first, each on a line of its own */
    record Entry(long id, String text) {}

    SearchIndex(List<Entry> entries) {
        List<Entry> byName = new ArrayList<>(entries);
        byName.sort(Comparator.comparing(Entry::text));
        ids = byName.stream().mapToLong(Entry::id).toArray();
        texts = byName.stream().map(Entry::text).toArray(String[]::new);
        for (int person = 0; person < texts.length; person++) {
            add(texts[person], person);
        }
        starts = new WordStarts(texts);
    }

    private void add(String text, int person) {
        int nameEnd = text.indexOf('\n');
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.charAt(i), text.charAt(i + 1), person);
            if (i + 1 < nameEnd) {
                pairsOfNames.add(text.charAt(i), text.charAt(i + 1), person);
            }
        }
    }

    /** @param fields name, company and whatever else is to be found; null counts as empty */
    static Entry entry(long id, List<String> fields) {
        return new Entry(id, fields.stream().map(field -> field == null ? "" : Folding.fold(field.replace('\n', ' ')))
                .collect(Collectors.joining("\n")));
    }

    /** Ids of at most {@code limit} people who have every word of the text, best first; none for a blank text. */
    List<Long> find(String text, int limit) {
        List<String> words = List.of(Folding.fold(text).strip().split("\\s+"));
        if (words.getFirst().isEmpty()) {
            return List.of();
        }
        Ranking ranking = new Ranking(limit);
        collectNames(words, ranking);
        if (!ranking.full()) {
            collectOthers(words, ranking);
        }
        if (!ranking.full()) {
            collectMisspelt(words, ranking);
        }
        return ranking.best().stream().map(person -> ids[person]).toList();
    }

    /** Those whose names have every word. */
    private void collectNames(List<String> words, Ranking ranking) {
        Pairs.Numbers rarest = rarest(pairsOfNames, words);
        int candidates = rarest == null ? texts.length : rarest.size;
        for (int i = 0; i < candidates && !ranking.topFull(); i++) {
            int person = rarest == null ? i : rarest.all[i];
            if (hasAll(texts[person], words)) {
                int rank = rank(texts[person], words);
                if (rank < Ranking.OTHERS) {
                    ranking.add(person, rank);
                }
            }
        }
    }

    /** Those who have every word, but not in their names. */
    private void collectOthers(List<String> words, Ranking ranking) {
        Pairs.Numbers rarest = rarest(pairs, words);
        int candidates = rarest == null ? texts.length : rarest.size;
        for (int i = 0; i < candidates && !ranking.full(); i++) {
            int person = rarest == null ? i : rarest.all[i];
            if (hasAll(texts[person], words) && rank(texts[person], words) == Ranking.OTHERS) {
                ranking.add(person, Ranking.OTHERS);
            }
        }
    }

    /** The shortest list of people that the words allow; null where no word has two letters. */
    private static Pairs.Numbers rarest(Pairs pairs, List<String> words) {
        Pairs.Numbers rarest = null;
        for (String word : words) {
            for (int i = 0; i + 1 < word.length(); i++) {
                Pairs.Numbers people = pairs.of(word.charAt(i), word.charAt(i + 1));
                rarest = rarest == null || people.size < rarest.size ? people : rarest;
            }
        }
        return rarest;
    }

    private static boolean hasAll(String text, List<String> words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** 0: every word begins a word of the name; 1: all are in the name; 2: elsewhere. */
    private static int rank(String text, List<String> words) {
        int nameEnd = text.indexOf('\n');
        int rank = 0;
        for (String word : words) {
            int at = text.indexOf(word);
            boolean begins = false;
            while (at >= 0 && at < nameEnd && !begins) {
                begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
                at = begins ? at : text.indexOf(word, at + 1);
            }
            rank = Math.max(rank, begins ? 0 : text.indexOf(word) < nameEnd ? 1 : 2);
        }
        return rank;
    }

    /** Those for whom each word is there, or is one slip of the finger from the beginning of a word of theirs. */
    private void collectMisspelt(List<String> words, Ranking ranking) {
        String longest = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        if (longest.length() < SHORTEST_MISSPELT) {
            return;
        }
        BitSet likely = starts.misspelt(longest);
        if (words.size() > 1) {
            Pairs.Numbers right = rarest(pairs, List.of(longest));
            for (int i = 0; i < right.size; i++) {
                likely.set(right.all[i]);
            }
        }
        for (int person = likely.nextSetBit(0); person >= 0 && !ranking.full(); person = likely.nextSetBit(person + 1)) {
            if (!hasAll(texts[person], words) && Misspelling.hasAll(texts[person], words)) {
                ranking.add(person, Ranking.LAST);
            }
        }
    }

    /** Keeps the best few, in order of rank, then of name. */
    private static final class Ranking {

        static final int OTHERS = 2;
        static final int LAST = 3;

        private final List<List<Integer>> byRank = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>());
        private final int limit;
        private int count;

        Ranking(int limit) {
            this.limit = limit;
        }

        void add(int person, int rank) {
            if (byRank.get(rank).size() < limit) {
                byRank.get(rank).add(person);
                count++;
            }
        }

        boolean topFull() {
            return byRank.getFirst().size() >= limit;
        }

        boolean full() {
            return count >= limit;
        }

        List<Integer> best() {
            return byRank.stream().flatMap(List::stream).limit(limit).toList();
        }
    }
}
