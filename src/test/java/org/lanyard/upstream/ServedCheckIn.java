package org.lanyard.upstream;

import java.time.Instant;

/** A check-in as the server recorded it: the time is the server's own. */
public record ServedCheckIn(String station, Instant at) {}
