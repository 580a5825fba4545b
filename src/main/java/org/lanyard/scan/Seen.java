package org.lanyard.scan;

import java.time.Instant;

/** When, where and by whom something was last recorded; {@code station} and {@code staff} are null where not known. */
public record Seen(Instant at, String station, String staff) {}
