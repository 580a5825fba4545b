package org.lanyard.upstream;

import java.util.EnumMap;
import java.util.Map;

/** Counts the requests, and how many were under way at once. */
final class ServedTraffic {

    private final Map<ServedCall, Integer> requests = new EnumMap<>(ServedCall.class);
    private int inFlight;
    private int mostInFlight;

    /** One request under way. */
    final class Visit {

        private boolean left;

        /** To be said before the last byte goes out: the client may come back while the server still tidies up. */
        void leave() {
            synchronized (ServedTraffic.this) {
                inFlight -= left ? 0 : 1;
                left = true;
            }
        }
    }

    synchronized Visit enter(ServedCall call) {
        requests.merge(call, 1, Integer::sum);
        mostInFlight = Math.max(mostInFlight, ++inFlight);
        return new Visit();
    }

    synchronized int requests(ServedCall call) {
        return requests.getOrDefault(call, 0);
    }

    synchronized int mostInFlight() {
        return mostInFlight;
    }
}
