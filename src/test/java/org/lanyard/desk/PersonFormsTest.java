package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanyard.Rig;
import org.lanyard.roster.Person;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.venue.Settings;
import org.lanyard.venue.TextSize;
import org.lanyard.venue.Theme;
import org.testfx.framework.junit5.ApplicationExtension;

/** The forms of a person's page, with which a lead puts something right (R31, R37). */
@ExtendWith(ApplicationExtension.class)
class PersonFormsTest {

    private static final int[][] SMALLEST = {{1024, 640}};
    private static final int[][] SIZES = {{1024, 640}, {1366, 768}};
    private static final KeyCode[] FORMS = {KeyCode.D, KeyCode.L, KeyCode.R, KeyCode.X, KeyCode.U, KeyCode.C,
            KeyCode.F, KeyCode.N, KeyCode.P, KeyCode.T, KeyCode.M, KeyCode.A, KeyCode.J};

    @TempDir Path folder;
    private final List<String> wrong = new ArrayList<>();
    private Words words = new Words(Locale.ENGLISH);
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private Rig rig(String name, String company) {
        Rig rig = Rig.in(folder);
        rig.json("""
                {"conference":{"slug":"conf","name":"Fair","timezone":"UTC"},
                 "ticket_types":[{"slug":"day","name":"Day"},{"slug":"week","name":"Individual mit Tutorium am Wochenende",
                    "valid":[{"from":"2027-05-14","to":"2027-05-20"}]}],
                 "addons":[{"slug":"lunch","name":"Mittagessen am Samstag mit Getränk"},{"slug":"shirt","name":"Shirt"}],
                 "orders":[{"reference":"FAM","status":"paid","items":[
                   {"id":1,"ticket_type":"week","description":"Week","quantity":1},
                   {"id":2,"addon":"lunch","description":"Mittagessen am Samstag mit Getränk","quantity":2}]},
                   {"reference":"OPEN","status":"pending","items":[
                   {"id":3,"ticket_type":"day","description":"Day","quantity":1}]}],
                 "attendees":[{"access_code":"ANN1","name":"%s","email":"ann@example.org","company":"%s","orders":["FAM"],
                     "note":"Sitzt am Rand und braucht eine Rampe","party":3},
                   {"access_code":"BOB1","name":"Bob Moss","orders":["OPEN"]},
                   {"access_code":"CAT1","name":"Cat Hill","orders":[]}]}
                """.formatted(name, company));
        rig.station().venue().setRole("Lea", Role.LEAD);
        return rig;
    }

    private void open(Rig rig, Locale language) {
        words = new Words(language);
        desk = DeskRig.open(rig, Opening.STRAIGHT, language, made -> made.post(new Mode.CheckIn(), "Desk", "Lea"));
    }

    private void begin() {
        open(rig("Ann Reed", "Reed Ltd"), Locale.ENGLISH);
    }

    private DeskRig card(String code, String sees) throws TimeoutException {
        return desk.wand(code).says(sees).press(KeyCode.F8, "").says(words.say("person.history"));
    }

    private DeskRig key(KeyCode key) {
        return desk.press(key, key.getName().toLowerCase(Locale.ROOT));
    }

    private void save(String reason) throws TimeoutException {
        desk.type("reason", reason).click("Save").says("Saved.");
    }

    private Person person(String code) {
        return desk.rig.station().roster().find(desk.rig.conference(), Reading.of(code)).orElseThrow();
    }

    private void choose(String id, String shown) {
        ComboBox<?> box = desk.at(id, ComboBox.class);
        desk.robot().interact(() -> box.getSelectionModel().select(box.getItems().stream()
                .map(item -> said(box, item)).toList().indexOf(shown)));
    }

    @SuppressWarnings("unchecked")
    private static String said(ComboBox<?> box, Object item) {
        return ((ComboBox<Object>) box).getConverter().toString(item);
    }

    private void other(String typed, String found) throws TimeoutException {
        desk.type("other", typed).until(found, () -> ((ListView<?>) desk.at("others", ListView.class)).getItems()
                .stream().anyMatch(person -> ((Person) person).name().equals(found)));
    }

    @Test
    void R37_aNameIsCorrectedWithAReasonAndTheReasonIsOfferedAgain() throws TimeoutException {
        begin();
        card("ANN1", "Checked in");
        key(KeyCode.C).type("name", "Anna Reed").type("reason", "").click("Save").says("A correction needs a reason.");
        save("Misspelt");
        desk.says("Anna Reed").says("Correction: details changed · name: Anna Reed · Desk · Lea · Misspelt");
        key(KeyCode.C).says("Misspelt").click("Save").says("Nothing was changed.");
        desk.click("Misspelt").type("company", "").click("Save").says("Saved.");
        assertThat(person("ANN1").company()).isEmpty();
        key(KeyCode.N).type("note", "ID check");
        save("Misspelt");
        assertThat(person("ANN1").attention()).isEqualTo("ID check");
    }

    @Test
    void R37_ticketsAndItemsAreChanged() throws TimeoutException {
        begin();
        card("ANN1", "Checked in");
        key(KeyCode.T);
        choose("ticket", "Day");
        save("Upgrade");
        assertThat(person("ANN1").tickets()).extracting(product -> product.slug()).containsExactly("day");
        key(KeyCode.A);
        choose("item", "Shirt");
        desk.type("units", "two").type("reason", "Upgrade").click("Save").says("\"two\" is not a number of units.");
        desk.type("units", "2");
        save("Upgrade");
        desk.says("Shirt").says("0 of 2");
        key(KeyCode.A);
        choose("item", "Shirt");
        desk.robot().interact(() -> desk.at("takes", CheckBox.class).setSelected(true));
        save("Upgrade");
        assertThat(person("ANN1").bought()).doesNotContain("Shirt");
    }

    @Test
    void R37_moneyIsTakenInAndTheOrderIsPaid() throws TimeoutException {
        begin();
        card("BOB1", "Order not paid");
        key(KeyCode.P).type("amount", "much").type("reason", "At the desk").click("Save").says("\"much\" is not an amount.");
        desk.type("amount", "12,50");
        save("At the desk");
        assertThat(person("BOB1").active()).isTrue();
        assertThat(desk.rig.station().till().takings(desk.rig.conference(), Optional.empty(), Optional.empty()).total())
                .isEqualTo(1250);
        desk.says("Correction: paid at the desk · €12.50 · Cash · Desk · Lea · At the desk");
        key(KeyCode.I).says("Checked in");
    }

    @Test
    void R37_aTicketMovesToSomebodyWhoIsFoundByTyping() throws TimeoutException {
        begin();
        card("ANN1", "Checked in");
        key(KeyCode.M).type("reason", "Ill").click("Save").says("Choose one person.");
        other("cat", "Cat Hill");
        save("Ill");
        assertThat(person("CAT1").ticket()).isPresent();
        desk.says("No ticket");
    }

    @Test
    void R37_anotherEntryOfThePersonIsMergedIntoTheOneShown() throws TimeoutException {
        begin();
        card("ANN1", "Checked in");
        key(KeyCode.J);
        other("bob", "Bob Moss");
        save("Registered twice");
        assertThat(person("BOB1").accessCode()).isEqualTo("ANN1");
        desk.says("ANN1\nBOB1");
    }

    private void take(Theme theme, TextSize size, int[][] sizes, String state) {
        for (int[] each : sizes) {
            wrong.addAll(Picture.take(desk.scene(), each[0], each[1], "person-" + state + "-"
                    + theme.name().toLowerCase(Locale.ROOT) + "-" + size.percent() + "-" + each[0] + "x" + each[1]));
        }
    }

    private void pictures(Theme theme, TextSize size, int[][] sizes) throws TimeoutException {
        Rig rig = rig("Maximiliane-Charlotte Wilhelmine von Hohenstein-Schwarzenberg zu Sayn-Wittgenstein",
                "Gesellschaft für Datenverarbeitung Nord mbH");
        rig.station().settings().set(Settings.THEME, theme);
        rig.station().settings().set(Settings.TEXT_SIZE, size);
        rig.station().access().link(rig.post(new Mode.CheckIn()), rig.station().roster()
                .find(rig.conference(), Reading.of("ANN1")).orElseThrow().id(), "OLD7");
        rig.station().access().blockCode(rig.post(new Mode.CheckIn()), "OLD7", "Der Ausweis ging am Freitag verloren");
        rig.redeem("lunch", "ANN1");
        open(rig, Locale.GERMAN);
        desk.wand("ANN1").until("somebody", () -> desk.shows("look-go"));
        desk.press(KeyCode.F8, "").says(words.say("person.history"));
        take(theme, size, sizes, "page");
        for (KeyCode form : FORMS) {
            key(form);
            take(theme, size, sizes, "form-" + form.getName());
            desk.press(KeyCode.ESCAPE, "");
        }
        key(KeyCode.I);
        desk.until("the verdict", () -> desk.shows("person-verdict"));
        take(theme, size, sizes, "verdict");
        assertThat(wrong).isEmpty();
    }

    @Test
    void everythingFitsIntoTheSmallestWindowInGermanWithLargeText() throws TimeoutException {
        pictures(Theme.LIGHT, TextSize.LARGER, SMALLEST);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    @Tag("screens")
    void everythingFits(Theme theme) throws TimeoutException {
        pictures(theme, TextSize.PLAIN, SIZES);
    }
}
