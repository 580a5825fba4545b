package org.lanyard.desk.wand;

import java.time.Duration;

/**
 * One scan as it arrived.
 *
 * @param perKey the average time from key to key
 */
public record Scanned(String text, End end, Duration perKey) {}
