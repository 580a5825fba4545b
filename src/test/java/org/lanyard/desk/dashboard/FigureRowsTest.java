package org.lanyard.desk.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.lanyard.scan.SpreadsheetPayloads;

/** The dashboard's figures as a file that a spreadsheet opens (case 59). */
class FigureRowsTest {

    @Test
    void noFigureIsAFormula() throws IOException {
        StringWriter out = new StringWriter();
        FigureRows rows = new FigureRows(out);
        SpreadsheetPayloads.ALL.forEach(text -> rows.row(text, text, 1));
        rows.end();
        assertThat(SpreadsheetPayloads.formulas(out.toString())).isEmpty();
    }
}
