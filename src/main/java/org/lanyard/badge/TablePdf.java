package org.lanyard.badge;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;

/** Writes a small table on sheets of A4. */
public final class TablePdf {

    private static final double ROW = 7.5;
    private static final int ROWS = 33;
    private static final double GAP = 2;

    private final Sheets sheets;

    public TablePdf(Conference conference, Sentence title, Instant printed, Locale locale) {
        this.sheets = new Sheets(conference, title, printed, locale);
    }

    /** @param last in bold under the others, as a total is */
    public void write(List<String> headings, List<List<String>> rows, List<String> last, OutputStream out)
            throws IOException {
        int pages = rows.size() / ROWS + 1;
        sheets.write(pages, (ink, page) -> {
            row(ink, ink.bold(), headings, Sheets.TOP - 2.2);
            double y = Sheets.TOP + ROW;
            for (List<String> each : rows.subList(page * ROWS, Math.min(rows.size(), (page + 1) * ROWS))) {
                row(ink, ink.plain(), each, y - 2.5);
                y += ROW;
            }
            if (page == pages - 1) {
                line(ink, y - ROW);
                row(ink, ink.bold(), last, y - 2.5);
            }
        }, out);
    }

    private static void row(Sheets.Ink ink, Letters letters, List<String> texts, double y) throws IOException {
        double width = (Sheets.RIGHT - Sheets.LEFT) / texts.size();
        for (int column = 0; column < texts.size(); column++) {
            letters.write(ink.on(), texts.get(column), Sheets.LEFT + column * width, y, Sheets.TEXT, width - GAP);
        }
    }

    private static void line(Sheets.Ink ink, double y) throws IOException {
        ink.on().setStrokingColor(Color.BLACK);
        ink.on().setLineWidth(0.3f);
        ink.on().moveTo((float) Sheets.LEFT, (float) y);
        ink.on().lineTo((float) Sheets.RIGHT, (float) y);
        ink.on().stroke();
    }
}
