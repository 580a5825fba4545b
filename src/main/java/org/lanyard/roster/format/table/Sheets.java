package org.lanyard.roster.format.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanyard.scan.NotPossible;

/** Chooses one of a spreadsheet's sheets: the one that was asked for, else the first with a known header. */
final class Sheets {

    static final int HEAD = 20;

    private final List<String> names;
    private final Head head;

    interface Head {

        List<Row> rows(int sheet) throws IOException;
    }

    Sheets(List<String> names, Head head) {
        this.names = new ArrayList<>(names);
        this.head = head;
    }

    /** @throws NotPossible when there is no such sheet, or none has rows */
    int choose(Optional<String> wanted, Predicate<List<Row>> hasHeader) throws IOException {
        if (wanted.isPresent()) {
            int named = names.indexOf(wanted.get());
            if (named < 0) {
                throw new NotPossible("file.no-sheet", wanted.get(), String.join(", ", names));
            }
            return named;
        }
        int filled = -1;
        for (int i = 0; i < names.size(); i++) {
            List<Row> rows = head.rows(i);
            if (hasHeader.test(rows)) {
                return i;
            }
            filled = filled < 0 && !rows.isEmpty() ? i : filled;
        }
        if (filled < 0) {
            throw new NotPossible("csv.empty");
        }
        return filled;
    }
}
