package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

final class Synonyms {

    // As in "First name[ATT_fname]".
    private static final Pattern TECHNICAL = Pattern.compile("\\[[^]]*]");

    private static final String PAYING = "paying";

    static final Synonyms KNOWN = new Synonyms(Words.read("columns.txt"));

    /**
     * A field that a column name stands for.
     *
     * @param rank   0 for the name that is taken first
     * @param weaker of the second list of the field
     */
    record Match(Field field, int rank, boolean weaker) {}

    private final Map<String, List<Match>> matches = new HashMap<>();

    private final List<String> paying;

    private Synonyms(Map<String, List<String>> sections) {
        Map<Field, Integer> ranks = new HashMap<>();
        this.paying = List.copyOf(sections.getOrDefault(PAYING, List.of()));
        sections.forEach((section, keys) -> {
            if (section.equals(PAYING)) {
                return;
            }
            int dot = section.indexOf('.');
            Field field = Field.valueOf((dot < 0 ? section : section.substring(0, dot)).toUpperCase(Locale.ROOT));
            for (String key : keys) {
                int rank = ranks.merge(field, 1, Integer::sum) - 1;
                matches.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(new Match(field, rank, dot >= 0));
            }
        });
    }

    List<Match> of(String header) {
        List<Match> whole = matches.getOrDefault(Words.key(header), List.of());
        return whole.isEmpty() && header.indexOf('[') > 0
                ? matches.getOrDefault(Words.key(TECHNICAL.matcher(header).replaceAll("")), List.of()) : whole;
    }

    /** True where the name speaks of those who ordered or paid, who need not be those who come. */
    boolean isPaying(String header) {
        String key = Words.key(header);
        return paying.stream().anyMatch(key::contains);
    }

    boolean knows(String header) {
        return !of(header).isEmpty() || header.startsWith("show:");
    }
}
