package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Contact;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.server.TestServer;
import org.lanyard.ledger.OtherProgram;
import org.lanyard.scan.HostileNames;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Venue;
import org.testfx.framework.junit5.ApplicationExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hostile names through every screen that shows one: nothing is thrown, nothing leaves the window, a line stays a line, nothing is
 * formatted, and no character is shown that turns, hides or joins what stands beside it. They are written into the file itself,
 * past the bounds that an import has, as an earlier version's file may hold them. Frames are timed, and printed.
 */
@ExtendWith(ApplicationExtension.class)
class HostileNamesTest {

    /** One of each kind. */
    private static final int SHORT = 20;
    /** The short form sees one name of so many on the screens that are opened for each. */
    private static final int IN_FULL = 4;
    private static final int PER_ORDER = 4;
    private static final int KINDS = 20;
    /** The kind that is in notes too, which keep their lines. */
    private static final int NOTE = 6;
    /** Rows of a table that are surely in sight at once. */
    private static final int ROWS = 8;

    /** Setup's pages on which somebody's or something's name stands. */
    private static final Set<String> NAMED =
            Set.of("STATION", "ROSTER", "PRODUCTS", "PEOPLE", "STAFF", "PAPER", "BADGES", "VENUE");

    @TempDir Path folder;
    private List<String> names;
    private HostileLook hostile;
    private DeskRig desk;

    @Test
    void aNameOfEachKindOnEveryScreen() throws IOException, TimeoutException {
        everywhere(HostileNames.all().subList(0, SHORT));
    }

    @Test
    @Tag("slow")
    void twoHundredNamesOnEveryScreen() throws IOException, TimeoutException {
        everywhere(IntStream.range(0, SHORT).mapToObj(i -> "Ada Lovelace " + (char) ('A' + i)).toList());   // to compare frames
        everywhere(HostileNames.all());
    }

    private interface Walk {

        void through(Rig rig) throws IOException, TimeoutException;
    }

    private void everywhere(List<String> chosen) throws IOException, TimeoutException {
        names = chosen.stream().map(HostileNames::storable).toList();
        hostile = new HostileLook(names);
        Rig rig = rig();
        for (Walk walk : List.<Walk>of(this::atTheDesk, this::atADoor, this::withAMirror, this::atAKiosk,
                this::withConflicts, this::atSignIn)) {
            walk.through(rig);
        }
        System.out.println(hostile);
        desk.close();
        assertThat(hostile.wrong()).isEmpty();
    }

    private Path data() {
        return folder.resolve("data of " + names.size());
    }

    private Rig rig() {
        Rig rig = Rig.in(data());
        rig.json(roster());
        try (OtherProgram other = new OtherProgram(rig.database())) {
            for (int i = 0; i < names.size(); i++) {
                other.run("UPDATE attendee SET name = " + sql(i) + ", company = " + sql(i) + ", attention = "
                        + (i % KINDS == NOTE ? sql(i) : "''") + " WHERE access_code = '" + code(i) + "'");
            }
            other.run("UPDATE addon SET name = " + sql(9));
        }
        rig.reopened();
        rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
        staff().limit(6).map(name -> rig.station().venue().setRole(name, Role.ADMINISTRATOR))
                .forEach(boss -> rig.station().pins().set(new Pins.Owner.Staff(boss), "2468"));
        return rig;
    }

    private String sql(int number) {
        return "'" + names.get(number).replace("'", "''") + "'";
    }

    private static String code(int number) {
        return "CODE" + (1000 + number);
    }

    private static String order(int number) {
        return "REF" + number / PER_ORDER;
    }

    private String roster() {
        ObjectNode roster = JsonMapper.shared().createObjectNode();
        roster.putObject("conference").put("slug", "conf").put("name", "Conf").put("timezone", "Europe/Berlin");
        roster.putArray("ticket_types").addObject().put("slug", "day").put("name", "Day");
        roster.putArray("addons").addObject().put("slug", "lunch").put("name", "Lunch");
        ArrayNode orders = roster.putArray("orders");
        ArrayNode attendees = roster.putArray("attendees");
        for (int i = 0; i < names.size(); i++) {
            if (i % PER_ORDER == 0) {
                ArrayNode items = orders.addObject().put("reference", order(i)).put("status", "paid").putArray("items");
                items.addObject().put("id", 2 * i + 1).put("ticket_type", "day").put("description", "Day").put("quantity",
                        1);
                items.addObject().put("id", 2 * i + 2).put("addon", "lunch").put("description", "x").put("quantity", 3);
            }
            attendees.addObject().put("access_code", code(i)).put("name", "x").putArray("orders").add(order(i));
        }
        return roster.toString();
    }

    private void open(Rig rig, Opening opening, Mode mode) {
        String staff = staff().findFirst().orElseThrow();
        desk = DeskRig.open(rig, opening, made -> made.post(mode, staff, staff));
        hostile.begin(desk);
    }

    private void shut() {
        hostile.end(desk);
        desk.robot().interact(desk.stage()::hide);
    }

    private Stream<String> staff() {
        return names.stream().filter(Venue::validName);
    }

    private void atTheDesk(Rig rig) throws IOException, TimeoutException {
        open(rig, Opening.STRAIGHT, new Mode.CheckIn());
        for (int i = 0; i < names.size(); i++) {
            hostile.on("scan and strip", i);
            scan(i);
            hostile.lookFor(desk, i);
            if (i % stride() == 1) {
                card(i);
            }
            if (i % PER_ORDER == PER_ORDER - 1) {
                group(i);
            }
        }
        search();
        journal();
        inside();
        setup();
        shut();
    }

    private int stride() {
        return isShort() ? IN_FULL : 1;
    }

    private boolean isShort() {
        return names.size() == SHORT;
    }

    private void scan(int number) throws TimeoutException {
        desk.wand(code(number)).until(code(number), () -> desk.texts().contains(code(number)));
    }

    private void card(int number) throws TimeoutException {
        hostile.on("person's card", number);
        desk.press(KeyCode.F8, "").until("the card", () -> desk.scene().lookup("#history") != null);
        hostile.lookFor(desk, number);
        hostile.on("person's form", number);
        desk.press(KeyCode.C, "c");
        hostile.look(desk);
        desk.press(KeyCode.ESCAPE, "").press(KeyCode.ESCAPE, "");
    }

    private void group(int last) throws TimeoutException {
        hostile.on("group", last);
        String title = "Order " + order(last);
        desk.wand(order(last)).until(title, () -> desk.texts().contains(title));
        for (int i = 0; i < PER_ORDER; i++) {
            hostile.lookFor(desk, last - i);
        }
    }

    private void search() throws TimeoutException {
        desk.click("Search");
        ListView<?> people = desk.at("people", ListView.class);
        for (int i = 0; i < names.size(); i += ROWS) {
            int last = Math.min(names.size(), i + ROWS) - 1;
            for (int number = i; number <= last; number += stride()) {
                int each = number;
                hostile.on("search", each);
                desk.type("query", code(each)).until("the row",
                        () -> !people.getItems().isEmpty() && desk.texts().contains(code(each)));
                hostile.lookFor(desk, each);
            }
        }
    }

    private void journal() throws TimeoutException {
        hostile.on("journal", 0);
        desk.click("Journal").until("entries", () -> !desk.at("table", TableView.class).getItems().isEmpty());
        scrolled();
        int entries = desk.at("table", TableView.class).getItems().size();
        for (int row = 0; row < entries; row += isShort() ? ROWS : 1) {
            hostile.on("record", row);
            JournalRecordTest.open(desk, row);
            desk.says("Journal number");
            hostile.look(desk);
            if (row % ROWS == 0 && desk.texts().contains("Void")) {
                hostile.on("reason of a void", row);
                desk.click("Void").says("Why void this record?");
                hostile.look(desk);
                new Keyboard().press(KeyCode.ESCAPE);   // a pop-over is closed by its owner's key
            }
            desk.press(KeyCode.ESCAPE, "");
        }
    }

    private void inside() throws TimeoutException {
        hostile.on("dashboard", 0);
        desk.click("Dashboard").says("Who is inside…");
        hostile.look(desk);
        hostile.on("who is inside", 0);
        desk.click("Who is inside…").until("people", () -> !desk.at("table", TableView.class).getItems().isEmpty());
        scrolled();
        desk.press(KeyCode.ESCAPE, "");
    }

    private void scrolled() {
        TableView<?> table = desk.at("table", TableView.class);
        for (int row = 0; row < table.getItems().size(); row += ROWS) {
            int first = row;
            desk.robot().interact(() -> table.scrollTo(first));
            hostile.look(desk);
        }
    }

    private void setup() throws IOException, TimeoutException {
        desk.click("Setup");
        List<ToggleButton> pages = DeskRig.visible(desk.scene().lookup("#choices")).filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast).filter(page -> !isShort() || NAMED.contains(page.getUserData().toString()))
                .toList();
        for (ToggleButton page : pages) {
            hostile.on("setup, " + page.getUserData(), 0);
            desk.robot().interact(() -> page.setSelected(true));
            hostile.look(desk);
        }
        SetupHands.page(desk, "Roster");
        hostile.on("roster mapping", 0);
        desk.openRoster(Files.writeString(folder.resolve("hostile.csv"), table()))
                .until("the mapping", () -> desk.texts().stream().anyMatch(text -> text.contains("hostile.csv")));
        hostile.look(desk);
    }

    private String table() {
        List<String> cells = names.stream().map(name -> '"' + name.replace("\"", "\"\"") + '"').toList();
        return IntStream.range(0, cells.size()).mapToObj(i -> code(i) + ',' + cells.get(i) + ',' + cells.get(i))
                .collect(Collectors.joining("\n", "access_code,name," + cells.getFirst() + "\n", "\n"));
    }

    private void atADoor(Rig rig) throws TimeoutException {
        open(rig, Opening.STRAIGHT, new Mode.Door(rig.product("lunch")));
        for (int i = 0; i < names.size(); i++) {
            int now = i + 1;
            hostile.on("door", i);
            desk.wand(code(i)).until(code(i), () -> desk.text(".whole-count").startsWith(now + " in"));
            hostile.lookFor(desk, i);
        }
        hostile.on("search at a door", 0);
        desk.press(KeyCode.F3, "").type("query", "CODE1").until("rows",
                () -> !desk.at("people", ListView.class).getItems().isEmpty());
        hostile.look(desk);
        shut();
    }

    private void withAMirror(Rig rig) throws TimeoutException {
        rig.station().settings().set(Settings.MIRROR, true).join();
        open(rig, Opening.STRAIGHT, new Mode.CheckIn());
        for (int i = 0; i < names.size(); i += stride()) {
            hostile.on("mirror", i);
            scan(i);
            hostile.look(desk);
        }
        shut();
        rig.station().settings().set(Settings.MIRROR, false).join();
    }

    private void atAKiosk(Rig rig) throws TimeoutException {
        open(rig, Opening.KIOSK, new Mode.CheckIn());
        for (int i = 0; i < names.size(); i++) {
            int before = desk.journal().size();
            hostile.on("kiosk", i);
            desk.wand(code(i)).until(code(i), () -> desk.journal().size() > before);
            hostile.look(desk);
        }
        hostile.on("kiosk, administrators", 0);
        desk.click("Leave this screen").click("Leave as an administrator");
        hostile.look(desk);
        shut();
    }

    /** Stations of these names have handed out to these people what there was none of. */
    private void withConflicts(Rig rig) throws TimeoutException {
        KeptLogin login = new KeptLogin(data());
        login.save(hubWithConflicts());
        open(rig, Opening.STRAIGHT, new Mode.CheckIn());
        SetupHands.page(desk.click("Setup"), "Venue").says("Conflicts");
        for (int i = 0; i < names.size(); i++) {
            hostile.on("conflicts", i);
            hostile.lookFor(desk, i);
        }
        shut();
        login.forget();
    }

    private HubLogin hubWithConflicts() {
        HubLogin login = TestServer.freshHub();
        try (PostgresHub hub = new PostgresHub(login)) {
            for (int i = 0; i < names.size(); i++) {
                UUID station = new UUID(1, i);
                hub.contact(new Contact(station, names.get(i), 0, Contact.NO_INCARNATION, 0, true, 0, 0));
                String body = JsonMapper.shared().createObjectNode().put("code", code(i)).put("at", Rig.NINE.toEpochMilli())
                        .put("station", names.get(i)).toString();
                hub.upload(station,
                        List.of(new Entry("conf", "redemption", new UUID(2, i).toString(), Entry.State.LIVE, body,
                                List.of(new Claim(Bucket.of("conf", "lunch", order(i)), code(i), 0, 1)), 0)));
            }
        } catch (HubGone gone) {
            throw new IllegalStateException(gone);
        }
        return login;
    }

    private void atSignIn(Rig rig) throws TimeoutException {
        rig.station().settings().set(Settings.SIGN_IN, true).join();
        open(rig, Opening.STRAIGHT, new Mode.CheckIn());
        hostile.on("sign-in", 0);
        desk.says("Who works here?");
        hostile.look(desk);
        hostile.end(desk);
    }
}
