package org.lanyard.upstream;

import java.time.Instant;

/**
 * One check-in or redemption on its way to the server.
 *
 * @param seq        the record's place in the journal
 * @param line       what is to be redeemed; null for a check-in
 * @param voided     whether the record has been voided here since
 * @param again      whether another check-in of this attendee is known to be there
 * @param sentAt     when the request left; null where none has
 */
record Delivery(long seq, State state, String accessCode, String station, Line line, boolean voided, boolean again,
        Instant sentAt) {

    enum State {
        PENDING, SENT, IN_DOUBT,
        /** in doubt, and asking the server has not settled it: somebody has to decide */
        UNDECIDED,
        CONFIRMED, REFUSED,
        /** nothing at the server corresponds to it: stays here */
        UNDELIVERABLE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * @param idThere     the server's id of the line; null where the roster did not bring it along
     * @param place       which of the attendee's lines of this add-on it is, in the order bought, from 0
     * @param lines       how many lines of this add-on the attendee has
     * @param countedThen units that the server counted before the request left; null where none has left
     */
    record Line(long id, Long idThere, String addon, int place, int lines, Integer countedThen) {}
}
