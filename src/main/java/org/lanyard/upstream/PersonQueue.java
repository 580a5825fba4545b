package org.lanyard.upstream;

import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanyard.upstream.DeliveryTable.Waiting;

/**
 * Hands out waiting records to several threads, in their order, and never two of one person at once. One at a time until
 * the server has answered well, and again after each trouble.
 */
final class PersonQueue {

    private final int mostAtOnce;
    private final List<Waiting> waiting;
    private final Set<Long> busy = new HashSet<>();
    private int atOnce = 1;

    PersonQueue(List<Waiting> records, int mostAtOnce) {
        this.waiting = new LinkedList<>(records);
        this.mostAtOnce = mostAtOnce;
    }

    /** Waits for the next; empty when there is none left, or the thread was interrupted. Each is to be given back. */
    synchronized Optional<Waiting> take() {
        try {
            while (!waiting.isEmpty() && !Thread.currentThread().isInterrupted()) {
                Optional<Waiting> next = busy.size() >= atOnce ? Optional.empty()
                        : waiting.stream().filter(record -> !busy.contains(record.attendee())).findFirst();
                if (next.isPresent()) {
                    waiting.remove(next.get());
                    busy.add(next.get().attendee());
                    return next;
                }
                wait();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    synchronized void giveBack(Waiting record, boolean well) {
        busy.remove(record.attendee());
        atOnce = well ? mostAtOnce : 1;
        notifyAll();
    }

    synchronized void end() {
        waiting.clear();
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
