package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.roster.format.Workbook.error;
import static org.lanyard.roster.format.Workbook.formula;
import static org.lanyard.roster.format.Workbook.isoDate;
import static org.lanyard.roster.format.Workbook.number;
import static org.lanyard.roster.format.Workbook.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.UnusableRow;

/** Cells of Excel workbooks as spreadsheets and other programs write them. */
class WorkbookTest {

    @TempDir Path folder;

    private final Workbook book = new Workbook(true).row(text("Access Code"), text("Name"), text("Ticket"),
            text("Status"), text("Check-in Time"));

    private RosterDraft draft() throws IOException {
        return Drafts.open(Files.write(folder.resolve("people.xlsx"), book.bytes()), Answers.NONE);
    }

    private void person(String code, String checkedIn) {
        book.row(code, text("Zoë Ångström"), text("Regular"), text("paid"), checkedIn);
    }

    @Test
    void codesArriveExactly() throws IOException {
        person(text("000123456789012345678901"), text(""));
        person(number("1121191224318441583423001", 0), text(""));
        person(number("12345678", 0), text(""));
        person(number("789", 2), text(""));
        person(formula("00456"), text(""));
        assertThat(draft().questions()).isEmpty();
        assertThat(draft().roster().people()).extracting(StatedPerson::accessCode).containsExactly(
                "000123456789012345678901", "1121191224318441583423001", "12345678", "0000000789", "00456");
    }

    @Test
    void numbersThatHaveLostDigitsAndErrorsAreNamed() throws IOException {
        person(text("AB12"), text(""));
        person(number("1.1211912243184415E+24", 0), text(""));
        person(error("#NAME?"), text(""));
        assertThat(draft().unusable()).extracting(UnusableRow::line, UnusableRow::value).containsExactly(
                org.assertj.core.groups.Tuple.tuple(3L, "1.1211912243184415E+24"),
                org.assertj.core.groups.Tuple.tuple(4L, "#NAME?"));
    }

    @Test
    void datesAreReadAndEmptyTextsAreEmpty() throws IOException {
        person(text("AB12"), number("46520.333333333", 1));
        person(text("AB13"), text(""));
        RosterDraft draft = draft();
        assertThat(draft.warnings()).isEmpty();
        assertThat(draft.roster().person("AB12").map(StatedPerson::checkIn))
                .contains(new StatedPerson.CheckIn.At(Instant.parse("2027-05-13T08:00:00Z")));
        assertThat(draft.roster().person("AB13").map(StatedPerson::checkIn))
                .contains(new StatedPerson.CheckIn.None());
    }

    @Test
    void datesOfTheirOwnTypeAreReadToo() throws IOException {
        person(text("AB12"), isoDate("2027-05-13T08:00:00"));
        person(isoDate("2027-05-14T00:00:00"), text(""));
        person(text("AB13"), isoDate("2027-05-13T09:30:00.000Z"));
        RosterDraft draft = draft();
        assertThat(draft.roster().person("AB12").map(StatedPerson::checkIn))
                .contains(new StatedPerson.CheckIn.At(Instant.parse("2027-05-13T08:00:00Z")));
        assertThat(draft.roster().person("AB13").map(StatedPerson::checkIn))
                .contains(new StatedPerson.CheckIn.At(Instant.parse("2027-05-13T09:30:00Z")));
        assertThat(draft.roster().person("2027-05-14")).as("a day is a day").isPresent();
    }

    @Test
    void mergedTitlesAndGroupsStandAboveTheHeader() throws IOException {
        Workbook merged = new Workbook(true).row(text("Attendees of the conference")).row()
                .row(text("Order"), text("Buyer"), "", text("Attendee"), "", text("Ticket"), "", text("Status"))
                .row(text("Number"), text("Name"), text("Email"), text("Name"), text("Email"), text("Type"), text("Code"),
                        "")
                .row(text("G1"), text("Luc Buyer"), text("luc@example.org"), text("Zoë Ångström"), text("zoe@example.org"),
                        text("Regular"), text("A1001"), text("Paid"))
                .row(text("G1"), text("Luc Buyer"), text("luc@example.org"), text("Wei Li"), text("wei@example.org"),
                        text("Regular"), text("A1002"), text("Cancelled"));
        RosterDraft draft = Drafts.open(Files.write(folder.resolve("merged.xlsx"), merged.bytes()), Answers.NONE);
        assertThat(draft.questions()).isEmpty();
        assertThat(draft.table().headerRow()).isEqualTo(4);
        assertThat(draft.roster().people()).extracting(person -> person.accessCode() + " " + person.details().name() + " "
                + person.details().email() + " " + person.orders())
                .containsExactly("A1001 Zoë Ångström zoe@example.org [G1]", "A1002 Wei Li wei@example.org [G1]");
        assertThat(draft.outcome().admitted()).isEqualTo(1);
    }
}
