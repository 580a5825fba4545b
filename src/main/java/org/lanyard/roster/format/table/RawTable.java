package org.lanyard.roster.format.table;

import java.util.List;

/**
 * All rows of a file or sheet, before anybody knows which of them is the header.
 *
 * @param notices warnings of cells that were shortened
 */
public record RawTable(TableFacts facts, List<Row> rows, List<org.lanyard.scan.Sentence> notices) {}
