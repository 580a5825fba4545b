package org.lanyard.badge.job;

import org.lanyard.scan.Sentence;

/** A printer and why it does not print. */
public record PrintTrouble(String printer, Sentence why) {}
