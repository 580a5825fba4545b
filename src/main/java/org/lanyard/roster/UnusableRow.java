package org.lanyard.roster;

/**
 * A row of a file that says nothing usable.
 *
 * @param line   where it begins in the file, from 1
 * @param column the column's name as the file has it, or the field's path
 */
public record UnusableRow(long line, String column, String reason) {}
