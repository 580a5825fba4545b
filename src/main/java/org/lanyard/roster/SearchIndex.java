package org.lanyard.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanyard.scan.Folding;

/**
 * For every pair of neighbouring letters the people who have it, in the order of their names. A query takes its rarest
 * pair's people and looks at each; a misspelt one takes those who share most of its pairs. Immutable.
 */
final class SearchIndex {

    /** Shorter words are too alike for a typo in them to mean anything. */
    private static final int SHORTEST_MISSPELT = 4;

    private final long[] ids;
    private final String[] texts;
    private final Map<Integer, Postings> pairs = new HashMap<>();

    /** @param text the folded fields, name first, each on a line of its own */
    record Entry(long id, String text) {}

    SearchIndex(List<Entry> entries) {
        List<Entry> byName = new ArrayList<>(entries);
        byName.sort(Comparator.comparing(Entry::text));
        ids = byName.stream().mapToLong(Entry::id).toArray();
        texts = byName.stream().map(Entry::text).toArray(String[]::new);
        for (int person = 0; person < texts.length; person++) {
            for (int i = 0; i + 1 < texts[person].length(); i++) {
                pairs.computeIfAbsent(pair(texts[person], i), _ -> new Postings()).add(person);
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
        collect(words, ranking);
        if (!ranking.full()) {
            collectMisspelt(words, ranking);
        }
        return ranking.best().stream().map(person -> ids[person]).toList();
    }

    private void collect(List<String> words, Ranking ranking) {
        Postings rarest = rarest(words);
        int candidates = rarest == null ? texts.length : rarest.size;
        for (int i = 0; i < candidates && !ranking.topFull(); i++) {
            int person = rarest == null ? i : rarest.people[i];
            if (hasAll(texts[person], words)) {
                ranking.add(person, rank(texts[person], words));
            }
        }
    }

    /** The shortest list of people that the words allow; null where no word has two letters. */
    private Postings rarest(List<String> words) {
        Postings rarest = null;
        for (String word : words) {
            for (int i = 0; i + 1 < word.length(); i++) {
                Postings people = pairs.getOrDefault(pair(word, i), Postings.NONE);
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
        byte[] shared = new byte[texts.length];
        for (int i = 0; i + 1 < longest.length(); i++) {
            Postings people = pairs.getOrDefault(pair(longest, i), Postings.NONE);
            for (int j = 0; j < people.size; j++) {
                shared[people.people[j]]++;
            }
        }
        int enough = Math.max(1, longest.length() - 4);
        for (int person = 0; person < texts.length && !ranking.full(); person++) {
            if (shared[person] >= enough && !hasAll(texts[person], words) && Misspelling.hasAll(texts[person], words)) {
                ranking.add(person, Ranking.LAST);
            }
        }
    }

    private static int pair(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }

    /** People in ascending order. */
    private static final class Postings {

        static final Postings NONE = new Postings();

        int[] people = new int[4];
        int size;

        void add(int person) {
            if (size > 0 && people[size - 1] == person) {
                return;
            }
            if (size == people.length) {
                people = java.util.Arrays.copyOf(people, size * 2);
            }
            people[size++] = person;
        }
    }

    /** Keeps the best few, in order of rank, then of name. */
    private static final class Ranking {

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
