package org.lanyard.roster;

import java.util.Iterator;

/** Walks through something long that somebody may cancel. */
final class Steps {

    private Steps() {}

    /** @param step run before each element; what it throws ends the walk */
    static <T> Iterable<T> of(Iterable<T> all, Runnable step) {
        return () -> {
            Iterator<T> each = all.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public T next() {
                    step.run();
                    return each.next();
                }
            };
        };
    }
}
