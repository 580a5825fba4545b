package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lanyard.roster.format.table.Row;

/** A header under merged cells that name groups of columns, as "Buyer" and "Attendee" over a "Name" each. */
final class GroupedHeader {

    private final Row groups;
    private final Row header;

    GroupedHeader(Row groups, Row header) {
        this.groups = groups;
        this.header = header;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        String group = "";
        for (int i = 0; i < Math.max(groups.size(), header.size()); i++) {
            String above = groups.cell(i).strip();
            group = above.isEmpty() ? group : above;
            names.add(name(above, group, header.cell(i).strip()));
        }
        return names;
    }

    private String name(String above, String group, String own) {
        if (own.isEmpty() || group.isEmpty()) {
            return own.isEmpty() ? above : own;
        }
        String both = group + " " + own;
        boolean needed = !isOnce(own) || Synonyms.KNOWN.isPaying(group) || Synonyms.KNOWN.knows(both);
        return needed ? both : own;
    }

    private boolean isOnce(String name) {
        return IntStream.range(0, header.size()).filter(i -> Words.key(header.cell(i)).equals(Words.key(name))).count() < 2;
    }
}
