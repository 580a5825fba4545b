package org.lanyard.roster.format;

import java.util.List;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Sentence;

/**
 * A table as it was understood.
 *
 * @param questions must be answered before the roster may be imported
 * @param warnings  the most important first
 * @param roster    as far as it is understood
 */
record Understanding(List<ColumnMeaning> columns, List<Question> questions, List<Sentence> warnings, StatedRoster roster,
        Outcome outcome) {}
