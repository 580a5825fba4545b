package org.lanyard.badge.job;

import java.time.Instant;
import org.lanyard.scan.Sentence;

/** A printer, why it does not print, and since when. */
public record PrintTrouble(String printer, Sentence why, Instant since) {}
