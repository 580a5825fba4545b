package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;

/** A station where somebody has to sign in. */
@ExtendWith(ApplicationExtension.class)
class SignInTest {

    private static final String LEADS_ONLY = "Only a lead or an administrator may do that; please ask one.";

    @TempDir Path folder;
    private DeskRig desk;

    @BeforeEach
    void open() throws TimeoutException {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> {
            for (Role role : Role.values()) {
                StaffMember member = rig.station().venue().setRole("Sam " + role.word(), role);
                rig.station().pins().set(new Pins.Owner.Staff(member), "1357");
            }
            rig.station().pins().set(new Pins.Owner.Staff(rig.station().venue().staff("Ada Lovelace")), "2468");
            rig.station().settings().set(Settings.SIGN_IN, true);
            return rig.post(new Mode.CheckIn());
        });
        desk.says("Who works here?");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private DeskRig signIn(Role role) throws TimeoutException {
        return choose(role).pin("1357").says("Scan a badge");
    }

    private DeskRig choose(Role role) {
        @SuppressWarnings("unchecked") ListView<StaffMember> staff = desk.at("staff", ListView.class);
        desk.robot().interact(() -> staff.getSelectionModel().select(staff.getItems().stream()
                .filter(member -> member.name().equals("Sam " + role.word())).findFirst().orElseThrow()));
        return desk;
    }

    /** Nothing is taken without a name, and nobody is scanned in vain. */
    @Test
    void aScanWaitsForSomebodyToSignInAndIsDecidedInTheirName() throws TimeoutException {
        desk.wand("1CCC3333").says("Sign in to go on. Scans that wait: 1.").wand("BBBB2222")
                .says("Sign in to go on. Scans that wait: 2.");
        assertThat(desk.journal()).isEmpty();
        choose(Role.VOLUNTEER).pin("1357").sees("Order not paid", "Bob Müller");
        assertThat(desk.journal()).extracting(Entry::accessCode, Entry::staff).containsExactly(
                tuple("BBBB2222", "Sam volunteer"), tuple("1CCC3333", "Sam volunteer"));
    }

    @Test
    void aScanThatNobodySignsInForIsARefusalOfNobodys() throws TimeoutException {
        desk.wand("1CCC3333").says("Sign in to go on. Scans that wait: 1.").pass(Duration.ofSeconds(61))
                .says("Not decided, since nobody signed in: 1. Sign in, then scan again.")
                .until("the refusal", () -> !desk.journal().isEmpty());
        signIn(Role.VOLUNTEER);
        assertThat(desk.journal()).extracting(Entry::kind, Entry::detail, Entry::staff).containsExactly(
                tuple(RecordKind.REFUSAL, "not_decided", null));
    }

    @Test
    void whoSignedInPerformsWhatIsRecorded() throws TimeoutException {
        signIn(Role.VOLUNTEER).wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        assertThat(desk.journal()).extracting(Entry::staff).containsExactly("Sam volunteer");
    }

    @Test
    void aWrongPinSignsNobodyIn() throws TimeoutException {
        desk.robot().interact(() -> ((ListView<?>) desk.scene().lookup("#staff")).getSelectionModel().select(0));
        desk.pin("9999").says("That is not the PIN.");
        assertThat(desk.texts()).contains("Who works here?");
    }

    /** A badge picks the name, and the PIN is asked for all the same. */
    @Test
    void onesOwnBadgePicksOnesNameAndThePinIsAskedFor() throws TimeoutException {
        desk.wand("AAAA1111").says("1");
        assertThat(desk.texts()).contains("Who works here?", "Ada Lovelace");
        desk.pin("2468").says("Scan a badge").wand("1CCC3333").sees("Checked in", "Cyd Anna Schmidt");
        assertThat(desk.journal()).extracting(Entry::staff).containsExactly("Ada Lovelace");
    }

    /** As {@code --staff} does at the start (case 55). */
    @Test
    void aStaffMemberNamedAtTheStartIsPreselectedAndHasToEnterThePin() throws TimeoutException {
        desk = desk.restarted(Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn(), "Desk", "Sam administrator"));
        desk.says("Who works here?").says("Sam administrator").wand("1CCC3333");
        assertThat(desk.journal()).isEmpty();
        desk.pin("1357").sees("Checked in", "Cyd Anna Schmidt");
        assertThat(desk.journal()).extracting(Entry::staff).containsExactly("Sam administrator");
    }

    @Test
    void whoSignsOutLeavesAStationThatRecordsNothing() throws TimeoutException {
        signIn(Role.LEAD).click("Sign out").says("Who works here?");
        desk.wand("1CCC3333").says("Sign in to go on. Scans that wait: 1.");
        assertThat(desk.journal()).isEmpty();
    }

    @Test
    void R25_aVolunteerVoidsWhatIsFreshOnly() throws TimeoutException {
        desk.rig.checkIn("1CCC3333");
        desk.rig.pass(java.time.Duration.ofMinutes(6));
        signIn(Role.VOLUNTEER).wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        desk.strip("Void what was recorded for Ada Lovelace").click("Wrong person").click("Void")
                .says("Not checked in yet.");
        assertThat(desk.journal().getFirst().voidedBy()).isEqualTo("Sam volunteer");
        desk.click("Journal").says("Entries: 2");
        JournalRecordTest.open(desk, 1);
        desk.says("Journal number").click("Void").click("Wrong person").click("Void");
        desk.until("the refusal", () -> desk.texts().stream().anyMatch(text -> text.startsWith("A volunteer may void")));
        assertThat(desk.journal().getLast().voidedAt()).isNull();
    }

    /** A pop-over is a window of its own: it outlived the sign-out, and then nobody voided what a volunteer may not. */
    @Test
    void R25_theQuestionOfAVoidGoesWithWhoeverAskedIt() throws TimeoutException {
        desk.rig.checkIn("1CCC3333");
        desk.rig.pass(Duration.ofMinutes(6));
        signIn(Role.VOLUNTEER).click("Journal").says("Entries: 1");
        JournalRecordTest.open(desk, 0);
        desk.says("Journal number").click("Void").click("Wrong person").says("Why void this record?");
        javafx.scene.control.ButtonBase submit = desk.button("Void");
        desk.leap(Duration.ofMinutes(6)).says("Who works here?");
        assertThat(desk.texts()).doesNotContain("Why void this record?");
        desk.robot().interact(submit::fire);
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(1);
        choose(Role.LEAD).pin("1357").says("Journal number");
        assertThat(desk.journal().getLast().voidedAt()).isNull();
    }

    /** The kiosk's PIN is no staff member's. */
    @Test
    void theKiosksPinLeavesTheKioskAndSignsNobodyIn() throws TimeoutException {
        desk.rig.station().pins().set(new Pins.Owner.Kiosk(), "8642");
        signIn(Role.ADMINISTRATOR).click("Setup");
        SetupHands.page(desk, "Kiosk");
        desk.click("Start the kiosk").says("Hold your badge to the reader");
        desk.click("Leave this screen").pin("8642").says("Who works here?");
        choose(Role.VOLUNTEER).pin("1357").says("Start the kiosk").click("Start the kiosk").says(LEADS_ONLY);
    }

    @Test
    void aVolunteerChangesNoCapacityNoStaffAndNoRoster() throws TimeoutException {
        signIn(Role.VOLUNTEER).click("Setup");
        SetupHands.capacity(desk, "Individual", "20").says(LEADS_ONLY);
        SetupHands.member(desk, "Eve", "9753").says("Only an administrator may do that; please ask one.");
        assertThat(desk.rig.station().venue().doors(desk.rig.station().roster().products(desk.rig.conference()))).isEmpty();
        assertThat(desk.rig.station().venue().staff()).extracting(StaffMember::name).doesNotContain("Eve");
    }

    @Test
    void R25_aVolunteerSchedulesNoBackupAndBeginsNoPractice() throws TimeoutException {
        signIn(Role.VOLUNTEER).click("Setup");
        SetupHands.page(desk, "Backups and practice");
        desk.type("folder", folder.toString());
        SetupHands.choose(desk, "every", 5).click("Save").says(LEADS_ONLY);
        assertThat(desk.rig.station().settings().get(Settings.BACKUP_EVERY)).isZero();
        SetupHands.page(desk, "Roster");
        desk.click("Load the demo conference").says(LEADS_ONLY);
        SetupHands.page(desk, "Backups and practice");
        desk.click("Save").says(LEADS_ONLY).click("Start practice").says(LEADS_ONLY);
        assertThat(desk.stage().isShowing()).isTrue();
    }

    @Test
    void R25_aLeadSchedulesBackups() throws TimeoutException {
        signIn(Role.LEAD).click("Setup");
        SetupHands.page(desk, "Backups and practice");
        desk.type("folder", folder.toString());
        SetupHands.choose(desk, "every", 5).click("Save").says("Saved.");
        assertThat(desk.rig.station().settings().get(Settings.BACKUP_EVERY)).isEqualTo(5);
    }

    @Test
    void aLeadSetsACapacityButAddsNoStaff() throws TimeoutException {
        signIn(Role.LEAD).click("Setup");
        SetupHands.capacity(desk, "Individual", "20").says("Individual: 20 people");
        SetupHands.member(desk, "Eve", "9753").says("Only an administrator may do that; please ask one.");
    }

    @Test
    void anAdministratorAddsStaff() throws TimeoutException {
        signIn(Role.ADMINISTRATOR).click("Setup");
        SetupHands.member(desk, "Eve", "9753").says("Eve is saved.");
        assertThat(desk.rig.station().venue().staff()).extracting(StaffMember::name).contains("Eve");
    }
}
