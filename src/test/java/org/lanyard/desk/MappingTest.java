package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.journal.Entry;
import org.lanyard.roster.Person;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** A roster file from any system, on the screen. */
@ExtendWith(ApplicationExtension.class)
class MappingTest {

    static final String PRETIX = """
            Order code,Attendee name,Product,Variation,Price,E-mail,Secret,Paid
            PQ7ZK,Zoë Ångström,Conference pass,Regular,250.00,zoe@example.org,m8ccfkfwv6cqr66kr8kt2ynerca5nfew,Yes
            A8WLR,Jürgen Müller,Conference pass,Regular,250.00,juergen@example.org,jmnc4wax7pbx4wn7rwjbzm8fqyu2brhb,Yes
            KU9HE,花子 山田,Conference pass,Student,90.00,hanako@example.org,9eft7xedee7ydzumwwh5xyuwuy5svc99,No
            """;
    static final String STATUSES = """
            Vorname;Nachname;E-Mail;Ticketart;Bestellnummer;Zugangscode;Status;Abendessen
            Zoë;Ångström;zoe@example.org;Standard;B-1;ZA11QW22;Bezahlt;ja
            Jürgen;Müller;jm@example.org;Standard;B-2;JM33ER44;In Bearbeitung;nein
            Siobhán;O'Brien;so@example.org;Student;B-3;SO55TZ66;In Bearbeitung;ja
            """;
    static final String NO_CODES = """
            Full Name,Company,Email
            Zoë Ångström,Analytical Engines,zoe@example.org
            Jürgen Müller,,juergen@example.org
            """;

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private Path file(String name, String text, Charset encoding) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(encoding));
    }

    private DeskRig openSetup(Path file) throws TimeoutException {
        desk = DeskRig.open(folder.resolve("station"), Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        desk.click("Setup").says("Station and doors");
        SetupHands.page(desk, "Roster");
        return desk.says("Drop the attendee list here").openRoster(file).says("Close the file");
    }

    private DeskRig asNewConference(String name) throws TimeoutException {
        ComboBox<?> target = desk.at("target", ComboBox.class);
        desk.until("the conferences", () -> !target.getItems().isEmpty());
        desk.robot().interact(() -> target.getSelectionModel().selectLast());
        return desk.type("name", name);
    }

    private Person found(String name) {
        return desk.rig.station().roster().search(desk.rig.station().roster().conference("pycon-2027"), name, 1).getFirst();
    }

    private DeskRig importNow() throws TimeoutException {
        return desk.until("the count", () -> !desk.button("Import").isDisabled()).click("Import");
    }

    @Test
    void aPretixExportIsUnderstoodShownAndImported() throws IOException, TimeoutException {
        openSetup(file("orders.csv", PRETIX, StandardCharsets.UTF_8));
        desk.says("2 of 3 would be let in").says("1 refused: Order not paid").says("Conference pass – Regular");
        asNewConference("PyCon 2027");
        importNow().says("Done: 3 people new or changed in PyCon 2027.");
        assertThat(found("Zoë").attendee().ticketName()).isEqualTo("Conference pass – Regular");
        desk.wand("m8ccfkfwv6cqr66kr8kt2ynerca5nfew").sees("Checked in", "Zoë Ångström");
    }

    @Test
    void nothingIsImportedWhileAQuestionIsOpen() throws IOException, TimeoutException {
        openSetup(file("liste.csv", STATUSES, Charset.forName("windows-1252")));
        asNewConference("PyCon 2027");
        desk.says("Questions to answer first: 1");
        assertThat(desk.button("Import").isDisabled()).isTrue();
        desk.click("Waiting").says("1 of 3 would be let in").says("2 refused: Order not paid");
        desk.click("Undo").says("Questions to answer first: 1");
        desk.click("In").says("3 of 3 would be let in");
        importNow().says("Done: 3 people new or changed in PyCon 2027.");
        assertThat(found("Ångström").attendee().shownName()).isEqualTo("Zoë Ångström");
    }

    @Test
    void aListWithoutCodesAsksAndMakesSome() throws IOException, TimeoutException {
        openSetup(file("people.csv", NO_CODES, StandardCharsets.UTF_8));
        asNewConference("PyCon 2027");
        ButtonBase codes = desk.button("None: make codes to be printed on badges");
        ButtonBase ticket = desk.button("Everybody holds the same ticket");
        desk.robot().interact(() -> {
            codes.fire();
            ticket.fire();
        });
        desk.says("2 of 2 would be let in");
        desk.says("This file does not say who has paid. Everybody in it will be let in.");
        importNow().says("Done: 2 people new or changed in PyCon 2027.");
        assertThat(found("Jürgen").accessCode()).isNotBlank();
    }

    /** A column is chosen and its meaning changed by keys alone. */
    @Test
    void aColumnsMeaningIsChangedByKeyboard() throws IOException, TimeoutException {
        openSetup(file("liste.csv", STATUSES, StandardCharsets.UTF_8));
        ListView<?> columns = desk.at("columns", ListView.class);
        desk.robot().interact(() -> {
            columns.requestFocus();
            columns.getSelectionModel().select(7);
            columns.scrollTo(7);
        });
        desk.press(KeyCode.ENTER, "\r").press(KeyCode.END, "").press(KeyCode.UP, "").press(KeyCode.ENTER, "\r");
        desk.until("chosen", () -> columns.getItems().get(7).toString().contains("Item"));
        assertThat(columns.isFocused()).isTrue();
    }

    @Test
    void anAnswerLeadsToTheNextQuestionAndThenToTheConference() throws IOException, TimeoutException {
        openSetup(file("people.csv", NO_CODES, StandardCharsets.UTF_8));
        answer("None: make codes to be printed on badges");
        desk.until("the next question", () -> desk.button("Everybody holds the same ticket").isFocused());
        answer("Everybody holds the same ticket");
        desk.until("the conference", () -> desk.at("target", ComboBox.class).isFocused());
    }

    private void answer(String text) {
        ButtonBase answer = desk.button(text);
        desk.robot().interact(answer::requestFocus);
        desk.press(KeyCode.SPACE, " ");
    }

    @Test
    void unusableRowsAreNamedAndLeftOutOnlyIfSomebodySaysSo() throws IOException, TimeoutException {
        openSetup(file("list.csv", """
                access_code,name,ticket_type,order_reference,order_status,items
                AAAA1111,Ada King,Individual,O1,paid,lunch:many
                ZZZZ9999,Zoe,Individual,O9,paid,
                """, StandardCharsets.UTF_8));
        asNewConference("PyCon 2027").says("Nothing was changed: 1 rows cannot be used.");
        assertThat(desk.button("Import").isDisabled()).isTrue();
        desk.click("Skip rows that cannot be used");
        importNow().says("Done: 1 people new or changed in PyCon 2027.");
    }

    @Test
    void closingTheFileChangesNothing() throws IOException, TimeoutException {
        openSetup(file("orders.csv", PRETIX, StandardCharsets.UTF_8));
        desk.says("2 of 3 would be let in").click("Close the file").says("Drop the attendee list here");
        assertThat(desk.rig.station().roster().conferences()).hasSize(1);
    }

    @Test
    void aFileThatIsNoTableIsRefusedInWords() throws IOException, TimeoutException {
        desk = DeskRig.open(folder.resolve("station"), Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        desk.click("Setup");
        SetupHands.page(desk, "Roster");
        desk.openRoster(folder.resolve("nowhere.csv"));
        desk.until("the refusal", () -> desk.texts().stream().anyMatch(text -> text.contains("nowhere.csv")));
        desk.says("Drop the attendee list here");
    }

    @Test
    void theFirstRunLoadsAnEventbriteExport() throws IOException, TimeoutException {
        Path file = file("attendees.csv", """
                Order #,Order Date,First Name,Last Name,Email,Ticket Type,Barcode #,Attendee #,Attendee Status
                112,2027-01-04,Zoë,Ångström,zoe@example.org,General Admission,1121191224318441583423001,18441583423,Attending
                113,2027-01-05,Ahmed,Al-Sayed,ahmed@example.org,Student,1121200077718441583608001,18441583608,Not Attending
                """, StandardCharsets.UTF_8);
        desk = DeskRig.open(folder.resolve("station"), Opening.USUAL, rig -> rig.post(new Mode.CheckIn()));
        desk.says("Set up this station").openRoster(file).says("1 of 2 would be let in");
        asNewConference("PyCon 2027");
        importNow().says("Now: PyCon 2027").click("Start").says("Scan a badge");
        desk.wand("1121191224318441583423001").sees("Checked in", "Zoë Ångström");
        assertThat(desk.rig.station().journal().latest(desk.rig.station().roster().conference("pycon-2027"), 5))
                .extracting(Entry::name).containsExactly("Zoë Ångström");
    }
}
