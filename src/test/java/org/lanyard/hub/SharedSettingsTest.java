package org.lanyard.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.postgres.TestSql;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.server.TestServer;
import org.lanyard.ledger.Maintenance;
import org.lanyard.roster.Catalogue;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;
import org.lanyard.scan.ValidTime;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;

/** What is set at one station of the venue holds at all: doors, products, staff, PINs, the conference (hub.md). */
@Execution(ExecutionMode.CONCURRENT)
class SharedSettingsTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference,order_status,items";

    @TempDir Path folder;
    private VenueRig venue;
    private Rig one;
    private Rig two;

    @BeforeEach
    void open() {
        venue = new VenueRig(folder);
        one = venue.station("Desk 1", SharedSettingsTest::prepare);
        two = venue.station("Desk 2", SharedSettingsTest::prepare);
        venue.level();
    }

    @AfterEach
    void close() {
        assertThat(venue.all()).allSatisfy(rig -> {
            assertThat(rig.station().hub().known().toSend()).isZero();
            assertThat(new Maintenance(rig.station().config().database()).verify()).isEmpty();
        });
        venue.close();
    }

    private static void prepare(Rig rig) {
        rig.at(Instant.now());
        rig.csv(HEADER, "ADA1,Ada Lovelace,Individual,O1,paid,lunch:2;tutorial", "BOB1,Bob,Individual,O2,paid,lunch");
    }

    private static List<String> settings(Rig rig) {
        return rig.station().ledger().read(db -> db.list(
                row -> row.getString(1) + " " + row.getString(2) + "=" + row.getString(3),
                "SELECT conference, key, value FROM shared_setting ORDER BY 1, 2"));
    }

    private void assertEqual() {
        venue.level();
        assertThat(settings(two)).isEqualTo(settings(one));
        assertThat(one.station().hub().known().notices()).isEmpty();
        assertThat(two.station().hub().known().notices()).isEmpty();
    }

    private static void rename(Rig rig, String slug, String name) {
        rig.station().roster().catalogue().set(rig.conference(), rig.product(slug),
                new Catalogue.Change(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static String name(Rig rig, String slug) {
        return rig.product(slug).name();
    }

    private static Pins.Owner staff(Rig rig, String name, Role role) {
        return new Pins.Owner.Staff(rig.station().venue().setRole(name, role));
    }

    private static StaffMember member(Rig rig, String name) {
        return rig.station().venue().staff().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Integer capacity(Rig rig) {
        return rig.station().venue().doors(List.of(rig.product("tutorial"))).getFirst().capacity();
    }

    @Test
    void aDoorThatIsSetAtOneStationIsThereAtTheOther() {
        one.station().venue().setCapacity(one.product("tutorial"), 30);
        one.station().venue().setCountExits(one.product("tutorial"), true);
        assertEqual();
        assertThat(two.station().venue().doors(List.of(two.product("tutorial"))))
                .singleElement().satisfies(door -> assertThat(door.countExits()).isTrue());
        assertThat(capacity(two)).isEqualTo(30);
        two.station().venue().setCapacity(two.product("tutorial"), null);
        assertEqual();
        assertThat(capacity(one)).isNull();
    }

    @Test
    void R32_aProductsNameColourTimesAndLimitTravelAndGoBack() {
        one.station().roster().catalogue().set(one.conference(), one.product("lunch"), new Catalogue.Change(
                Optional.of("Lunch & coffee"), Optional.of("AA0000"), Optional.of(ValidTime.ofLine("2027-05-14/2027-05-14")),
                Optional.of(1)));
        assertEqual();
        assertThat(name(two, "lunch")).isEqualTo("Lunch & coffee");
        assertThat(two.station().roster().catalogue().of(two.conference())).filteredOn(each -> each.perDay() == 1)
                .singleElement().satisfies(lunch -> assertThat(lunch.valid()).hasSize(1));
        rename(two, "lunch", "lunch");
        assertEqual();
        assertThat(name(one, "lunch")).isEqualTo("lunch");
    }

    @Test
    void aStaffMemberComesWithRoleAndPinAndAnotherPinReplacesIt() {
        one.station().pins().set(staff(one, "Abe", Role.ADMINISTRATOR), "471100");
        one.station().venue().staff("Vera");
        assertEqual();
        assertThat(member(two, "Vera").role()).isEqualTo(Role.VOLUNTEER);
        Pins.Owner abe = new Pins.Owner.Staff(member(two, "Abe"));
        assertThat(member(two, "Abe").role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(two.station().pins().check(abe, "471100")).isInstanceOf(Pins.Answer.Right.class);
        two.station().pins().set(abe, "220022");
        assertEqual();
        Pins.Owner there = new Pins.Owner.Staff(member(one, "Abe"));
        assertThat(one.station().pins().check(there, "471100")).isInstanceOf(Pins.Answer.Wrong.class);
        assertThat(one.station().pins().check(there, "220022")).isInstanceOf(Pins.Answer.Right.class);
    }

    @Test
    void theConferencesSettingsTravel() {
        one.station().roster().set(one.conference(), "The Conference", ZoneId.of("Europe/Lisbon"), RedeemPer.LINE);
        one.station().roster().set(one.conference(), new TermsChange(Optional.of(true),
                Optional.of(Optional.of(LocalTime.of(3, 0))), Optional.of("EUR")));
        assertEqual();
        assertThat(two.conference().name()).isEqualTo("The Conference");
        assertThat(two.conference().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(two.conference().redeemPer()).isEqualTo(RedeemPer.LINE);
        assertThat(two.station().roster().terms(two.conference()).everybodyOut()).contains(LocalTime.of(3, 0));
    }

    /** Both were cut off and changed the same; and one of them changed something else besides. */
    @Test
    void ofTwoChangesOfTheSameTheLaterInTheVenuesOrderCounts() {
        rename(one, "lunch", "Lunch of Desk 1");
        rename(two, "lunch", "Lunch of Desk 2");
        one.station().venue().setCapacity(one.product("tutorial"), 12);
        two.station().venue().setCountExits(two.product("tutorial"), true);
        assertEqual();
        assertThat(name(one, "lunch")).isEqualTo("Lunch of Desk 2");
        assertThat(capacity(two)).isEqualTo(12);
        rename(one, "lunch", "Lunch again");
        assertEqual();
        assertThat(name(two, "lunch")).isEqualTo("Lunch again");
    }

    @Test
    void whatAStationChangedWhileItWasCutOffArrivesLater() {
        venue.cutOff("Desk 1");
        one.station().venue().setCapacity(one.product("tutorial"), 9);
        venue.level();
        assertThat(one.station().hub().known().toSend()).isPositive();
        assertThat(two.station().venue().doors(List.of(two.product("tutorial")))).isEmpty();
        venue.join("Desk 1");
        assertEqual();
        assertThat(capacity(two)).isEqualTo(9);
    }

    @Test
    void aStationThatJoinsTakesWhatTheVenueHasAndSendsNothingOfWhatItHad() {
        one.station().venue().setCapacity(one.product("tutorial"), 9);
        rename(one, "lunch", "Lunch of the venue");
        venue.level();
        Rig three = venue.station("Desk 3", rig -> {
            prepare(rig);
            rig.station().venue().setCapacity(rig.product("tutorial"), 99);
            rename(rig, "lunch", "Lunch of yesterday");
            staff(rig, "Zed", Role.ADMINISTRATOR);
        });
        assertEqual();
        assertThat(name(three, "lunch")).isEqualTo("Lunch of the venue");
        assertThat(capacity(three)).isEqualTo(9);
        assertThat(one.station().venue().staff()).extracting(StaffMember::name).doesNotContain("Zed");
        rename(three, "lunch", "Lunch of Desk 3");
        assertEqual();
        assertThat(name(one, "lunch")).isEqualTo("Lunch of Desk 3");
    }

    /** With a roster of another station came the item; its name there is that station's to tell. */
    @Test
    void aNewItemIsSetAtTheStationThatImportedIt() {
        one.csv(HEADER, "ADA1,Ada Lovelace,Individual,O1,paid,lunch:2;dinner;tutorial", "BOB1,Bob,Individual,O2,paid,lunch");
        rename(one, "dinner", "Conference dinner");
        assertEqual();
        assertThat(name(two, "dinner")).isEqualTo("Conference dinner");
    }

    @Test
    void aHubFromABackupTakesBackWhatItMissed() {
        rename(one, "lunch", "Lunch of yesterday");
        venue.level();
        HubLogin yesterday = TestServer.copyOf(venue.hub());
        rename(one, "lunch", "Lunch of today");
        venue.level();
        one.station().venue().setCapacity(one.product("tutorial"), 9);
        one.station().hub().syncNow();
        for (String name : List.of("Desk 1", "Desk 2")) {
            new KeptLogin(venue.folder(name)).save(yesterday);
        }
        venue.level();
        assertEqual();
        assertThat(name(two, "lunch")).isEqualTo("Lunch of today");
        assertThat(capacity(two)).isEqualTo(9);
    }

    /** Its versions are higher, and say nothing here. */
    @Test
    void aStationOfAnotherVenueTakesWhatThisOneHas() throws SQLException {
        VenueRig other = new VenueRig(folder.resolve("other"));
        TestSql.run(other.hub(), "UPDATE hub SET incarnation = gen_random_uuid()");   // both are copies of one
        Rig guest = other.station("Desk 7", SharedSettingsTest::prepare);
        for (String name : List.of("Lunch elsewhere", "Lunch there", "Lunch of another venue")) {
            rename(guest, "lunch", name);
            other.level();
        }
        rename(one, "lunch", "Lunch of this venue");
        venue.level();
        new KeptLogin(other.folder("Desk 7")).save(venue.hub());
        other.level();
        assertThat(name(guest, "lunch")).isEqualTo("Lunch of this venue");
        assertEqual();
        assertThat(name(one, "lunch")).isEqualTo("Lunch of this venue");
        other.close();
    }

    @Test
    void aSettingThatNobodyUnderstandsStopsNothing() throws HubGone {
        staff(one, "Abe", Role.LEAD);
        venue.level();
        try (PostgresHub hub = new PostgresHub(venue.hub())) {
            hub.upload(one.station().hub().instance(), List.of(setting("conf", "conference/moon", "{\"value\":\"full\"}"),
                    setting("conf", "addon:lunch/spice", "junk"), setting("", "nobody", "[]"),
                    setting("", "staff:Bea/pin_hash", "{\"value\":\"1234\",\"version\":1}"),
                    setting("", "staff:Bea/shoe", "{\"value\":41,\"version\":2}")));
        }
        rename(one, "lunch", "Lunch all the same");
        venue.level();
        assertThat(name(two, "lunch")).isEqualTo("Lunch all the same");
        assertThat(two.station().hub().known().notices()).hasSize(2).allSatisfy(
                notice -> assertThat(notice.toString()).contains("“Bea”", "does not know it"));
        assertThat(two.station().venue().staff()).extracting(StaffMember::name).doesNotContain("Bea");
    }

    private static Entry setting(String conference, String key, String body) {
        return new Entry(conference, SharedSettings.KIND, key, Entry.State.LIVE, body, List.of(), 0);
    }

    /** Nobody could switch the sign-in off at that station. */
    @Test
    void whatAStationCannotTakeOverIsSaidThereAndTriedOnce() {
        one.station().pins().set(staff(one, "Abe", Role.ADMINISTRATOR), "471100");
        venue.level();
        two.station().settings().set(Settings.SIGN_IN, true).join();
        staff(one, "Abe", Role.LEAD);
        venue.level();
        assertThat(member(two, "Abe").role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(two.station().hub().known().notices()).singleElement().satisfies(
                notice -> assertThat(notice).hasToString("What another station has set for “Abe” does not hold here. "
                        + new NotPossible("pin.nobody-left").getMessage()
                        + " Set it here by hand once that is mended."));
        two.station().pins().set(staff(two, "Bea", Role.ADMINISTRATOR), "471101");
        staff(two, "Abe", Role.LEAD);
        assertEqual();
    }

    @Test
    void R19_itemsAreNotCountedInAnotherWayWhileAStationKeepsSome() {
        try (HubAdministration administration = new HubAdministration(new KeptLogin(venue.folder("Desk 1")))) {
            administration.share("conf", "lunch", List.of("Desk 2"));
        }
        assertThatThrownBy(() -> one.station().roster().set(one.conference(), null, null, RedeemPer.LINE))
                .isInstanceOf(NotPossible.class).hasMessageContaining("Desk 2");
        one.station().roster().set(one.conference(), "Renamed all the same", null, RedeemPer.ATTENDEE);
        two.station().hub().syncNow();
        two.station().hub().returnAll();
        venue.cutOff("Desk 1");
        assertThatThrownBy(() -> one.station().roster().set(one.conference(), null, null, RedeemPer.LINE))
                .isInstanceOf(NotPossible.class).hasMessageContaining("only while the hub answers");
        venue.join("Desk 1");
        one.station().roster().set(one.conference(), null, null, RedeemPer.LINE);
        assertEqual();
        assertThat(two.conference().redeemPer()).isEqualTo(RedeemPer.LINE);
        assertThat(venue.decide("Desk 2", new Mode.Redeem(two.product("lunch")), "ADA1")).isNotNull();
        venue.level();
    }

    /** A screen holds the conference as it was when it was opened. */
    @Test
    void aChangeWritesOnlyWhatIsChanged() {
        var before = two.conference();
        one.station().roster().set(one.conference(), "The Conference", null, null);
        venue.level();
        two.station().roster().set(before, null, ZoneId.of("Europe/Lisbon"), null);
        assertEqual();
        assertThat(one.conference().name()).isEqualTo("The Conference");
        assertThat(one.conference().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    }
}
