package org.lanyard.scan;

/**
 * The people that one code admits (R10).
 *
 * @param in how many of them are inside the venue (R33)
 */
public record Party(int size, int in) {}
