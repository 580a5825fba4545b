package org.lanyard.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanyard.reader.Pictures.PageCode;
import org.lanyard.reader.frame.Code;

/** Codes read from a file so far; a file that takes too long keeps those of its first pages. Thread-safe. */
final class Collected {

    private static final int MOST_CODES = 200;

    private final List<PageCode> codes = new ArrayList<>();
    private int pages = 1;
    private int lookedAt;

    synchronized boolean addAll(List<Code> read, Optional<Integer> page) {
        for (Code code : read) {
            boolean known = codes.stream().anyMatch(other -> other.code().equals(code));
            if (!known && codes.size() < MOST_CODES) {
                codes.add(new PageCode(code, page));
            }
        }
        return !read.isEmpty();
    }

    synchronized void setPages(int count) {
        pages = count;
    }

    synchronized void pageLookedAt() {
        lookedAt++;
    }

    synchronized List<PageCode> codes() {
        return List.copyOf(codes);
    }

    synchronized Pictures.Pages pages() {
        return new Pictures.Pages(pages, Math.max(lookedAt, pages == 1 ? 1 : 0));
    }
}
