package org.lanyard.badge;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.lanyard.roster.ListedPerson;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;

/**
 * Writes a list of people on sheets of A4: a box to tick, name, code, ticket, state of the order.
 */
public final class PeopleListPdf {

    private static final double ROW = 7.5;
    private static final int ROWS = 34;
    private static final double BOX = 4.2;
    private static final double NAME = 24;
    private static final double CODE = 92;
    private static final double TICKET = 128;
    private static final double ORDER = 170;
    private static final double GAP = 2;

    private final Sheets sheets;

    public PeopleListPdf(Conference conference, Sentence title, Instant printed, Locale locale) {
        this.sheets = new Sheets(conference, title, printed, locale);
    }

    public void write(List<ListedPerson> people, OutputStream out) throws IOException {
        int pages = Math.max(1, (people.size() + ROWS - 1) / ROWS);
        sheets.write(pages, (ink, page) -> new Page(ink.on(), ink.plain(), ink.bold())
                .write(people.subList(page * ROWS, Math.min(people.size(), (page + 1) * ROWS))), out);
    }

    private final class Page {

        private final PDPageContentStream on;
        private final Letters plain;
        private final Letters bold;

        Page(PDPageContentStream on, Letters plain, Letters bold) {
            this.on = on;
            this.plain = plain;
            this.bold = bold;
        }

        void write(List<ListedPerson> people) throws IOException {
            heading(sheets.say("paper.name"), NAME, CODE);
            heading(sheets.say("paper.code"), CODE, TICKET);
            heading(sheets.say("paper.ticket"), TICKET, ORDER);
            boolean inside = people.stream().anyMatch(person -> person.station().isPresent());
            heading(sheets.say(inside ? "paper.station" : "paper.order"), ORDER, Sheets.RIGHT);
            double y = Sheets.TOP;
            for (ListedPerson person : people) {
                row(person, y);
                y += ROW;
            }
        }

        private void heading(String text, double from, double to) throws IOException {
            bold.write(on, text, from, Sheets.TOP - 2.2, Sheets.SMALL, to - from - GAP);
        }

        private void row(ListedPerson person, double y) throws IOException {
            on.setStrokingColor(Color.LIGHT_GRAY);
            on.setLineWidth(0.1f);
            line(Sheets.LEFT, y, Sheets.RIGHT, y);
            on.setStrokingColor(Color.BLACK);
            on.setLineWidth(0.3f);
            double top = y + (ROW - BOX) / 2;
            on.addRect((float) Sheets.LEFT, (float) top, (float) BOX, (float) BOX);
            on.stroke();
            if (person.in().isPresent()) {
                line(Sheets.LEFT + 0.8, top + 2.2, Sheets.LEFT + 1.8, top + 3.4);
                line(Sheets.LEFT + 1.8, top + 3.4, Sheets.LEFT + 3.5, top + 0.8);
            }
            double base = y + ROW - 2.5;
            bold.write(on, person.people() > 1 ? person.name() + " (" + person.people() + ")" : person.name(), NAME, base,
                    Sheets.TEXT, CODE - NAME - GAP);
            plain.write(on, person.accessCode(), CODE, base, Sheets.TEXT, TICKET - CODE - GAP);
            plain.write(on, person.ticket(), TICKET, base, Sheets.TEXT, ORDER - TICKET - GAP);
            plain.write(on, last(person), ORDER, base, Sheets.TEXT, Sheets.RIGHT - ORDER);
        }

        private String last(ListedPerson person) {
            return person.station().orElseGet(
                    () -> Sentence.ofOrderStatus(person.status()).in(sheets.locale()));
        }

        private void line(double fromX, double fromY, double toX, double toY) throws IOException {
            on.moveTo((float) fromX, (float) fromY);
            on.lineTo((float) toX, (float) toY);
            on.stroke();
        }
    }
}
