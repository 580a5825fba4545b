package org.lanyard.roster;

import org.lanyard.scan.Sentence;

/**
 * A row of a file that says nothing usable.
 *
 * @param line   where it begins in the file, from 1
 * @param column the column's name as the file has it, or the field's path
 * @param reason without a full stop
 */
public record UnusableRow(long line, String column, Sentence reason) {}
