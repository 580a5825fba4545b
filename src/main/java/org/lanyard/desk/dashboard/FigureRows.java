package org.lanyard.desk.dashboard;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import org.lanyard.scan.SpreadsheetText;

final class FigureRows {

    private final CsvWriter csv;

    FigureRows(Writer out) {
        csv = CsvWriter.builder().build(out);
    }

    void row(String what, String which, int count) {
        csv.writeRecord(SpreadsheetText.neutralize(what), SpreadsheetText.neutralize(which), String.valueOf(count));
    }

    void end() throws IOException {
        csv.flush();
    }
}
