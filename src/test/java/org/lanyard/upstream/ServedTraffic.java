package org.lanyard.upstream;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts the requests, and how many were under way at once. */
final class ServedTraffic {

    private final Map<ServedCall, Integer> requests = new EnumMap<>(ServedCall.class);
    private int inFlight;
    private int mostInFlight;
    private final Map<String, Integer> inFlightOf = new HashMap<>();
    private int mostOfOnePerson;

    /** One request under way. */
    final class Visit {

        private final String code;
        private boolean left;

        private Visit(String code) {
            this.code = code;
        }

        /** To be said before the last byte goes out: the client may come back while the server still tidies up. */
        void leave() {
            synchronized (ServedTraffic.this) {
                inFlight -= left ? 0 : 1;
                if (!left) {
                    inFlightOf.computeIfPresent(code, (_, count) -> count - 1);
                }
                left = true;
            }
        }
    }

    /** @param code of the person whom the request is about; empty for none */
    synchronized Visit enter(ServedCall call, String code) {
        if (!code.isEmpty()) {
            mostOfOnePerson = Math.max(mostOfOnePerson, inFlightOf.merge(code, 1, Integer::sum));
        }
        requests.merge(call, 1, Integer::sum);
        mostInFlight = Math.max(mostInFlight, ++inFlight);
        return new Visit(code);
    }

    synchronized int requests(ServedCall call) {
        return requests.getOrDefault(call, 0);
    }

    synchronized int mostOfOnePerson() {
        return mostOfOnePerson;
    }

    synchronized int mostInFlight() {
        return mostInFlight;
    }
}
