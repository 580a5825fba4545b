package org.lanyard.desk.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.collections.ObservableListBase;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Journal;

/**
 * A journal of any length as a list: it knows where every entry stands, and reads a page when one of it is looked at.
 * Until a page has come its entries are null. On the FX thread.
 */
final class LazyEntries extends ObservableListBase<Entry> {

    private static final int MOST_PAGES = 60;

    private final BiConsumer<long[], Consumer<List<Entry>>> reader;
    private final Map<Integer, List<Entry>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<org.lanyard.journal.Entry>> eldest) {
            return size() > MOST_PAGES;
        }
    };
    private long[] places = {};
    private long generation;

    /** @param reader reads the entries at some places in the background, and hands them back on the FX thread */
    LazyEntries(BiConsumer<long[], Consumer<List<Entry>>> reader) {
        this.reader = reader;
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    @SuppressWarnings("NullAway")   // an entry is null until its page has been read
    public Entry get(int index) {
        if (index < 0 || index >= places.length) {
            throw new IndexOutOfBoundsException(index);
        }
        int number = index / Journal.PAGE;
        List<Entry> page = pages.get(number);
        if (page == null) {
            page = new ArrayList<>();
            pages.put(number, page);
            read(number);
        }
        int at = index % Journal.PAGE;
        return at < page.size() ? page.get(at) : null;
    }

    private void read(int number) {
        long asked = generation;
        int from = number * Journal.PAGE;
        int to = Math.min(places.length, from + Journal.PAGE);
        reader.accept(Arrays.copyOfRange(places, from, to), entries -> {
            if (asked == generation) {
                pages.put(number, entries);
                beginChange();
                for (int i = from; i < Math.min(to, from + entries.size()); i++) {
                    nextUpdate(i);
                }
                endChange();
            }
        });
    }

    void show(long[] now) {
        generation++;
        pages.clear();
        beginChange();
        int before = places.length;
        places = now;
        nextReplace(0, now.length, nulls(before));
        endChange();
    }

    void prepend(long[] newer) {
        generation++;
        pages.clear();
        beginChange();
        places = LongStream.concat(Arrays.stream(newer), Arrays.stream(places)).toArray();
        nextAdd(0, newer.length);
        endChange();
    }

    void refresh() {
        generation++;
        pages.clear();
        beginChange();
        for (int i = 0; i < Math.min(places.length, Journal.PAGE); i++) {
            nextUpdate(i);
        }
        endChange();
    }

    long newest() {
        return places.length == 0 ? 0 : places[0];
    }

    private static List<Entry> nulls(int count) {
        return new ArrayList<>(java.util.Collections.nCopies(count, null));
    }
}
