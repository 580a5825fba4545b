package org.lanyard.roster.carry;

/** A line, and one of those who may use it. */
public record Place(long line, long attendee) {}
