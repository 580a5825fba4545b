package org.lanyard.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An upstream {@code preload/} answer as it came, and where each person stands in it: enough to tell what differs from
 * the answer before, and to read nothing else.
 *
 * @param conference its slug
 * @param people     by access code, in the answer's order
 * @param firsts     who is the first to have a product: it is called what they say
 */
record Preload(byte[] bytes, String conference, Map<String, Said> people, Set<String> firsts) {

    /**
     * What is said of one person, from one place in the bytes to another.
     *
     * @param lines upstream ids
     * @param items whether one of the lines is an add-on
     */
    record Said(int from, int to, long[] lines, boolean items) {}

    /** Orders, their lines and those with items that several people share. */
    record Count(int people, int orders, int lines, int shared) {}

    /**
     * Whom this answer says something new of, whom it says nothing of any more, and everybody who shares a line with one
     * of them, now or before.
     *
     * @param anyway who counts as new whatever is said
     */
    Set<String> differing(Preload before, Set<String> anyway) {
        Set<String> differing = new HashSet<>(anyway);
        differing.addAll(firsts);
        before.people.forEach((code, said) -> {
            if (!same(said, before, people.get(code))) {
                differing.add(code);
            }
        });
        people.keySet().stream().filter(code -> !before.people.containsKey(code)).forEach(differing::add);
        Set<Long> touched = linesOf(differing);
        touched.addAll(before.linesOf(differing));
        while (sharers(differing, touched)) {
            // those who share with them may share with others
        }
        return differing;
    }

    private boolean same(Said said, Preload before, Said now) {
        return now != null && Arrays.equals(before.bytes, said.from, said.to, bytes, now.from, now.to);
    }

    private static void touch(Set<Long> touched, Said said) {
        for (long line : said.lines) {
            touched.add(line);
        }
    }

    private boolean sharers(Set<String> differing, Set<Long> touched) {
        int before = differing.size();
        people.forEach((code, said) -> {
            if (!differing.contains(code) && Arrays.stream(said.lines).anyMatch(touched::contains)) {
                differing.add(code);
                touch(touched, said);
            }
        });
        return differing.size() > before;
    }

    /** The upstream ids of these people's lines. */
    Set<Long> linesOf(Set<String> codes) {
        Set<Long> lines = new HashSet<>();
        codes.stream().map(people::get).filter(said -> said != null).forEach(said -> touch(lines, said));
        return lines;
    }

    /** An answer that speaks of these people only. */
    InputStream only(Set<String> codes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("{\"generated_at\": null, \"conference\": \"" + conference + "\", \"attendees\": [")
                .getBytes(StandardCharsets.US_ASCII));
        String separator = "";
        for (var person : people.entrySet()) {
            if (codes.contains(person.getKey())) {
                out.writeBytes(separator.getBytes(StandardCharsets.US_ASCII));
                out.write(bytes, person.getValue().from, person.getValue().to - person.getValue().from);
                separator = ",";
            }
        }
        out.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
        return new ByteArrayInputStream(out.toByteArray());
    }

    /** Counts everybody but these. */
    Count without(Set<String> codes) {
        List<Said> rest = people.entrySet().stream().filter(person -> !codes.contains(person.getKey()))
                .map(Map.Entry::getValue).toList();
        Set<Long> lines = new HashSet<>();
        rest.forEach(said -> touch(lines, said));
        Map<Long, List<Said>> orders = byOrder(rest);
        long ofNothing = rest.stream().filter(said -> said.lines.length == 0).count();
        long shared = orders.values().stream()
                .filter(sharers -> sharers.size() > 1 && sharers.stream().anyMatch(Said::items)).count();
        return new Count(rest.size(), orders.size() + (int) ofNothing, lines.size(), (int) shared);
    }

    /** Those who have any line, by the lowest of their order. */
    private static Map<Long, List<Said>> byOrder(List<Said> people) {
        LineGroups groups = new LineGroups();
        for (Said said : people) {
            for (long line : said.lines) {
                groups.join(said.lines[0], line);
            }
        }
        Map<Long, List<Said>> orders = new HashMap<>();
        people.stream().filter(said -> said.lines.length > 0)
                .forEach(said -> orders.computeIfAbsent(groups.lowest(said.lines[0]), _ -> new ArrayList<>(1)).add(said));
        return orders;
    }
}
