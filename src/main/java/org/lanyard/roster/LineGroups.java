package org.lanyard.roster;

import java.util.HashMap;
import java.util.Map;

/** Lines that belong together because somebody has them both, each group known by its lowest (union-find). */
public final class LineGroups {

    private final Map<Long, Long> joined = new HashMap<>();

    public void join(long one, long other) {
        long first = lowest(one);
        long second = lowest(other);
        if (first != second) {
            joined.put(Math.max(first, second), Math.min(first, second));
        }
    }

    public long lowest(long id) {
        long at = id;
        while (joined.getOrDefault(at, at) != at) {
            long above = joined.getOrDefault(at, at);
            long over = joined.getOrDefault(above, above);
            joined.put(at, over);
            at = over;
        }
        return at;
    }
}
