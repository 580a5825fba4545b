package org.lanyard.upstream;

/** A record as it is told to a registration server. */
public sealed interface OutgoingRecord {

    String accessCode();

    record CheckIn(String accessCode, String station) implements OutgoingRecord {}

    /** @param line the server's id of the line; one unit of it is used up */
    record Redemption(String accessCode, long line) implements OutgoingRecord {}
}
