package org.lanyard.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.lanyard.scan.Folding;

/**
 * Finds people by parts of what is known of them. They stand in the order of their names, in blocks; for every pair of
 * letters bits tell which blocks may have it, and each person of such a block is looked at. Immutable.
 */
final class SearchIndex {

    private static final int PAIR_BITS = 12;
    // Shorter words are too alike for a typo in them to mean anything.
    private static final int SHORTEST_MISSPELT = 4;

    // Every word begins a word of the name; all are in the name; elsewhere; nearly; most of them.
    private static final int BEGINS = 0;
    private static final int IN_NAME = 1;
    private static final int ELSEWHERE = 2;
    private static final int NEARLY = 3;
    private static final int MOST = 4;

    static final Comparator<Hit> BEST = Comparator.comparingInt(Hit::rank).thenComparing(Hit::text);

    private final long[] ids;
    private final FoldedTexts texts;
    private final BlockBits pairs;
    private final BlockBits pairsOfNames;
    private final Slips slips;

    /** @param text the folded details, the name first, each on a line of its own */
    record Entry(long id, String text) {}

    /** @param rank the smaller the better */
    record Hit(long id, int rank, String text) {}

    SearchIndex(List<Entry> entries) {
        List<Entry> byName = new ArrayList<>(entries);
        byName.sort(Comparator.comparing(Entry::text));
        ids = byName.stream().mapToLong(Entry::id).toArray();
        texts = new FoldedTexts(byName.stream().map(Entry::text).toList());
        pairs = new BlockBits(ids.length, PAIR_BITS);
        pairsOfNames = new BlockBits(ids.length, PAIR_BITS);
        slips = new Slips(ids.length, pairs);
        for (int person = 0; person < ids.length; person++) {
            add(person);
        }
    }

    private void add(int person) {
        int nameEnd = texts.nameEnd(person);
        int end = texts.end(person);
        for (int at = texts.begin(person); at < end; at++) {
            char one = texts.letter(at);
            char two = texts.letter(at + 1);
            pairs.add(one, person);
            pairs.add(one, two, person);
            if (at < nameEnd) {
                pairsOfNames.add(one, person);
                pairsOfNames.add(one, two, person);
            }
            if (texts.wordBegins(at)) {
                slips.addWord(one, two, texts.letter(at + 2), person);
            }
        }
    }

    static Entry entry(long id, List<String> fields) {
        return new Entry(id, fields.stream().map(field -> Folding.fold(field.replace('\n', ' ')))
                .collect(Collectors.joining("\n")));
    }

    /** At most {@code limit} people, best first. */
    List<Hit> find(Query query, int limit, Set<Long> without) {
        Search search = new Search(query, limit, without);
        search.names();
        search.elsewhere();
        search.nearly();
        search.most();
        return search.best();
    }

    // One search; it ends as soon as nothing better can come.
    private final class Search {

        private final Query query;
        private final int limit;
        private final Set<Long> without;
        private final List<Hit> hits = new ArrayList<>();
        private final int[] counts = new int[MOST + 1];

        Search(Query query, int limit, Set<Long> without) {
            this.query = query;
            this.limit = limit;
            this.without = without;
        }

        private void add(int person, int rank) {
            if (counts[rank] < limit && !without.contains(ids[person])) {
                counts[rank]++;
                hits.add(new Hit(ids[person], rank, texts.get(person)));
            }
        }

        private boolean full() {
            return hits.size() >= limit;
        }

        List<Hit> best() {
            return hits.stream().sorted(BEST).limit(limit).toList();
        }

        void names() {
            each(pairsOfNames, candidates(pairsOfNames), person -> {
                if (hasAll(person) && rank(person) < ELSEWHERE) {
                    add(person, rank(person));
                }
                return counts[BEGINS] < limit;
            });
        }

        void elsewhere() {
            if (!full()) {
                each(pairs, candidates(pairs), person -> {
                    if (hasAll(person) && rank(person) == ELSEWHERE) {
                        add(person, ELSEWHERE);
                    }
                    return !full();
                });
            }
        }

        private long[] candidates(BlockBits of) {
            long[] candidates = of.all();
            query.letters().forEach(word -> of.keep(candidates, word, 0, word.length));
            return candidates;
        }

        private boolean hasAll(int person) {
            for (char[] word : query.letters()) {
                if (!texts.has(person, word)) {
                    return false;
                }
            }
            return true;
        }

        private int rank(int person) {
            int nameEnd = texts.nameEnd(person);
            int rank = BEGINS;
            for (char[] word : query.letters()) {
                rank = Math.max(rank, rank(person, word, nameEnd));
            }
            return rank;
        }

        private int rank(int person, char[] word, int nameEnd) {
            int at = texts.find(word, texts.begin(person), nameEnd);
            if (at < 0) {
                return ELSEWHERE;
            }
            while (at >= 0) {
                if (at == texts.begin(person) || !Character.isLetterOrDigit(texts.letter(at - 1))) {
                    return BEGINS;
                }
                at = texts.find(word, at + 1, nameEnd);
            }
            return IN_NAME;
        }

        // Those for whom each word is there, or nearly so.
        void nearly() {
            if (full() || query.longest().length < SHORTEST_MISSPELT) {
                return;
            }
            long[] candidates = pairs.all();
            query.letters().forEach(word -> BlockBits.keep(candidates, likely(word)));
            each(pairs, candidates, person -> {
                if (hasNearlyAll(person) && !hasAll(person)) {
                    add(person, NEARLY);
                }
                return !full();
            });
        }

        private boolean hasNearlyAll(int person) {
            for (char[] word : query.letters()) {
                if (!hasNearly(person, word)) {
                    return false;
                }
            }
            return true;
        }

        void most() {
            int words = query.letters().size();
            if (!hits.isEmpty() || words < 3) {
                return;
            }
            int[] least = {words / 2 + 1};
            List<long[]> likely = query.letters().stream().map(this::likely).toList();
            each(pairs, pairs.all(), person -> {
                int count = possible(likely, person / BlockBits.BLOCK) < least[0] ? 0 : count(person);
                if (count > least[0]) {
                    least[0] = count;
                    hits.clear();
                    counts[MOST] = 0;
                }
                if (count == least[0]) {
                    add(person, MOST);
                }
                return true;
            });
        }

        private int possible(List<long[]> likely, int block) {
            int possible = 0;
            for (long[] blocks : likely) {
                possible += BlockBits.has(blocks, block) ? 1 : 0;
            }
            return possible;
        }

        private int count(int person) {
            int count = 0;
            for (char[] word : query.letters()) {
                count += hasNearly(person, word) ? 1 : 0;
            }
            return count;
        }

        private boolean hasNearly(int person, char[] word) {
            return texts.has(person, word) || word.length >= SHORTEST_MISSPELT && texts.hasNearly(person, word);
        }

        // Blocks that may have the word, as it stands or with one slip.
        private long[] likely(char[] word) {
            long[] likely = pairs.all();
            pairs.keep(likely, word, 0, word.length);
            if (word.length >= SHORTEST_MISSPELT) {
                BlockBits.merge(likely, slips.blocks(word));
            }
            return likely;
        }

        // Looks at everybody of the candidates' blocks until told to stop.
        private void each(BlockBits blocks, long[] candidates, IntPredicate look) {
            for (int block = blocks.next(candidates, 0); block < blocks.blocks; block = blocks.next(candidates, block + 1)) {
                int end = Math.min(ids.length, (block + 1) * BlockBits.BLOCK);
                for (int person = block * BlockBits.BLOCK; person < end; person++) {
                    if (!look.test(person)) {
                        return;
                    }
                }
            }
        }
    }
}
