package org.lanyard.upstream;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One check-in or redemption on its way to the server.
 *
 * @param seq     the record's place in the journal
 * @param id      the record's
 * @param item    to be redeemed; empty for a check-in
 * @param voided  whether the record has been voided here since
 * @param again   whether another check-in of this person is known to be at the server
 * @param held    whether an earlier record of the same person and item is still unsettled
 * @param sentAt  when a request left whose result is not known
 * @param askedAt when the server was last asked about that request
 * @param reopened whether it had ended, and may be sent again
 */
record Delivery(long seq, String id, State state, long attendee, String accessCode, String station, Optional<Item> item,
        boolean voided, boolean again, boolean held, Optional<Instant> sentAt, Optional<Instant> askedAt, boolean reopened) {

    enum State {
        PENDING, SENT, IN_DOUBT,
        /** in doubt, and asking the server has not settled it: a person has to decide */
        UNDECIDED,
        CONFIRMED, REFUSED,
        /** nothing at the server corresponds to it */
        UNDELIVERABLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * @param line        the database id of the line here
     * @param idThere     the server's id of the line; empty where the roster did not bring it along
     * @param place       among the person's lines of this add-on, in the order bought, from 0
     * @param alike       how many lines of this add-on the person has
     * @param countedThen units that the server counted before the request left; 0 where none has left
     * @param confirmed   units of this person and line that the server is known to have from here
     */
    record Item(long line, Optional<Long> idThere, String addon, int place, int alike, int countedThen, int confirmed) {}
}
