package org.lanyard.badge;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.lanyard.roster.ListedPerson;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;

/**
 * Writes a list of people on sheets of A4: a box to tick, name, code, ticket, state of the order. Pages are kept in a temporary
 * file, so that any number fits into little memory.
 */
public final class PeopleListPdf {

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final double TOP = 30;
    private static final double LEFT = 14;
    private static final double RIGHT = 196;
    private static final double ROW = 7.5;
    private static final int ROWS = 34;
    private static final double BOX = 4.2;
    private static final double NAME = 24;
    private static final double CODE = 92;
    private static final double TICKET = 128;
    private static final double ORDER = 170;
    private static final double TEXT = 3.9;
    private static final double SMALL = 3.2;
    private static final double TITLE = 5.5;
    private static final double GAP = 2;

    private final Conference conference;
    private final Sentence title;
    private final Instant printed;
    private final Locale locale;

    /** @param printed in the venue's time on each page */
    public PeopleListPdf(Conference conference, Sentence title, Instant printed, Locale locale) {
        this.conference = conference;
        this.title = title;
        this.printed = printed;
        this.locale = locale;
    }

    public void write(List<ListedPerson> people, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            Letters plain = new Letters(document, false);
            Letters bold = new Letters(document, true);
            int pages = Math.max(1, (people.size() + ROWS - 1) / ROWS);
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
                try (PDPageContentStream on = new PDPageContentStream(document, document.getPage(page),
                        PDPageContentStream.AppendMode.OVERWRITE, true)) {
                    on.transform(new Matrix(POINTS_PER_MM, 0, 0, -POINTS_PER_MM, 0, PDRectangle.A4.getHeight()));
                    new Page(on, plain, bold).write(
                            people.subList(page * ROWS, Math.min(people.size(), (page + 1) * ROWS)), page + 1, pages);
                }
            }
            document.getDocumentInformation().setTitle(conference.name());
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
        }
    }

    private String say(String key, Object... arguments) {
        return Sentence.of(key, arguments).in(locale);
    }

    private String at(Instant time) {
        ZoneId zone = conference.zone();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
                .format(time.atZone(zone));
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

        void write(List<ListedPerson> people, int page, int pages) throws IOException {
            bold.write(on, conference.name(), LEFT, 15, TITLE, 120);
            plain.write(on, title.in(locale), LEFT, 21, TEXT, 120);
            right(say("paper.page", page, pages), 15);
            right(say("paper.printed", at(printed)), 21);
            heading(say("paper.name"), NAME, CODE);
            heading(say("paper.code"), CODE, TICKET);
            heading(say("paper.ticket"), TICKET, ORDER);
            boolean inside = people.stream().anyMatch(person -> person.station().isPresent());
            heading(say(inside ? "paper.station" : "paper.order"), ORDER, RIGHT);
            double y = TOP;
            for (ListedPerson person : people) {
                row(person, y);
                y += ROW;
            }
        }

        private void right(String text, double y) throws IOException {
            double width = plain.width(text) * SMALL;
            plain.write(on, text, RIGHT - width, y, SMALL, width);
        }

        private void heading(String text, double from, double to) throws IOException {
            bold.write(on, text, from, TOP - 2.2, SMALL, to - from - GAP);
        }

        private void row(ListedPerson person, double y) throws IOException {
            on.setStrokingColor(Color.LIGHT_GRAY);
            on.setLineWidth(0.1f);
            line(LEFT, y, RIGHT, y);
            on.setStrokingColor(Color.BLACK);
            on.setLineWidth(0.3f);
            double top = y + (ROW - BOX) / 2;
            on.addRect((float) LEFT, (float) top, (float) BOX, (float) BOX);
            on.stroke();
            if (person.in().isPresent()) {
                line(LEFT + 0.8, top + 2.2, LEFT + 1.8, top + 3.4);
                line(LEFT + 1.8, top + 3.4, LEFT + 3.5, top + 0.8);
            }
            double base = y + ROW - 2.5;
            bold.write(on, person.people() > 1 ? person.name() + " (" + person.people() + ")" : person.name(), NAME, base,
                    TEXT, CODE - NAME - GAP);
            plain.write(on, person.accessCode(), CODE, base, TEXT, TICKET - CODE - GAP);
            plain.write(on, person.ticket(), TICKET, base, TEXT, ORDER - TICKET - GAP);
            plain.write(on, last(person), ORDER, base, TEXT, RIGHT - ORDER);
        }

        /** State of the order; of somebody inside, the station of the last entry. */
        private String last(ListedPerson person) {
            return person.station().orElseGet(
                    () -> Sentence.ofOrderStatus(person.status()).in(locale));
        }

        private void line(double fromX, double fromY, double toX, double toY) throws IOException {
            on.moveTo((float) fromX, (float) fromY);
            on.lineTo((float) toX, (float) toY);
            on.stroke();
        }
    }
}
