package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.upstream.ServedSample.LUNCH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.Verdict;
import org.testfx.util.WaitForAsyncUtils;

/** The registration server as it really answers: pulls and sign-ins. The numbers are those of upstream-cases.md. */
@Execution(ExecutionMode.CONCURRENT)
class RealAnswersTest {

    private UpstreamRig station;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = UpstreamRig.pulled(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private ServedFaults faults() {
        return station.sample.server.faults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lunch", "individual", "student"})
    void case01_aDeletedProductStopsNoPullAndIsNamed(String slug) {
        station.sample.conference.attendee("NEW1", "Nia", station.sample.conference.order(ServedOrder.Status.PAID,
                ServedLine.ticket(91, "Individual", "individual")));
        station.sample.conference.deleteProduct(slug);
        ImportReport report = station.pull();
        assertThat(station.rig.station().statistics().of(station.rig.conference()).attendees()).isPositive();
        assertThat(report.warnings()).extracting(Sentence::toString)
                .anyMatch(said -> said.contains("deleted at the server") && said.toLowerCase().contains(slug));
        assertThat(station.status().lastPull()).hasValueSatisfying(pull -> assertThat(pull.applied()).isTrue());
    }

    @Test
    void case01_nothingOfADeletedProductIsHandedOut() {
        station.sample.conference.deleteProduct("lunch");
        station.pull();
        assertThat(station.redeem("ADA1").verdict().recorded()).isFalse();
        assertThat(station.checkIn("ADA1").verdict()).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void case01_aUnitHandedOutBeforeTheProductWasDeletedStaysHereWithTheReason() {
        station.redeem("ADA1");
        station.checkIn("CY01");
        station.sample.conference.deleteProduct("lunch");
        assertThat(station.push()).extracting(UpstreamStatus::undeliverable, UpstreamStatus::confirmed)
                .containsExactly(1, 1);
        assertThat(station.undelivered().getFirst().reason()).isEqualTo(Sentence.of("delivery.item-deleted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_code\": \"\", \"products\": []}",
            "{\"access_code\": \"BAD1\", \"name\": \"Bea\", \"products\": [{\"id\": \"x\", \"quantity\": 1}]}",
            "{\"access_code\": \"BAD1\", \"name\": \"Bea\", \"products\": [{\"id\": 9, \"quantity\": -1,"
                    + " \"addon_slug\": \"lunch\"}]}",
            "{\"access_code\": \"BAD1\", \"name\": \"Bea\", \"products\": [], \"checked_in_at\": \"soon\"}",
            "{\"access_code\": \"CY01\", \"name\": \"Bea\", \"products\": []}", "17"})
    void case01_onePersonWhoCannotBeReadIsLeftOutAndNamedAndTheRestIsApplied(String row) {
        String cy = "{\"access_code\": \"CY01\", \"name\": \"Cyrus\", \"products\": [{\"id\": 21, \"quantity\": 1,"
                + " \"ticket_type_slug\": \"student\", \"description\": \"Student\"}]}";
        faults().next(1, ServedCall.PRELOAD, new ServedFault.Foreign(200, "application/json",
                "{\"conference\": \"conf\", \"count\": 2, \"attendees\": [" + cy + "," + row + "]}", false));
        ImportReport report = station.upstream().pull(station.rig.conference(), true, _ -> {});
        assertThat(report.applied()).isTrue();
        assertThat(report.warnings()).extracting(Sentence::toString).anyMatch(said -> said.startsWith("Left out: "))
                .noneMatch(said -> said.contains("line ") || said.contains("--"));
        assertThat(station.checkIn("CY01").verdict()).isInstanceOfSatisfying(Verdict.CheckedIn.class,
                in -> assertThat(in.attendee().name()).isEqualTo("Cyrus"));
        assertThat(station.status().lastPull().orElseThrow().sentence())
                .isEqualTo(Sentence.of("pull.left-out-count", 1));
    }

    private static void becomes(java.util.function.BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    @Test
    void case02_aRosterThatWasNotAppliedIsToldAlsoInTheBackground() throws TimeoutException {
        assertThat(station.status().needsAttention()).isFalse();
        station.sample.conference.setStatus("CY01", ServedOrder.Status.REFUNDED);
        assertThatThrownBy(station::pull).isInstanceOf(NotPossible.class);
        assertThat(station.status().lastPull()).hasValueSatisfying(pull -> {
            assertThat(pull.applied()).isFalse();
            assertThat(pull.sentence().key()).isEqualTo("pull.vanishing");
        });
        station.sample.conference.setStatus("CY01", ServedOrder.Status.PAID);
        station.pull();
        assertThat(station.status().needsAttention()).isFalse();
        station.sample.conference.setStatus("CY01", ServedOrder.Status.REFUNDED);
        station.upstream().keepInStep(station.rig.conference());
        becomes(() -> station.status().needsAttention());
        assertThat(station.status().lastPull().orElseThrow().applied()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 250})
    void case03_ourOwnCheckInDoesNotComeBackAsElsewhereHoweverFarTheStampsAreApart(int millis) {
        station.sample.conference.stampsApart(Duration.ofMillis(millis));
        station.checkIn("ADA1");
        station.push();
        station.pull();
        assertThat(station.checkIn("ADA1").verdict()).isInstanceOfSatisfying(Verdict.ReEntry.class, again -> {
            assertThat(again.count()).isEqualTo(2);
            assertThat(again.last().station()).isEqualTo("Desk");
        });
    }

    @Test
    void case03_anotherDesksEarlierCheckInIsNotTakenForOurs() {
        station.checkIn("ADA1");
        station.sample.conference.checkInElsewhere("ADA1", org.lanyard.Rig.NINE.minusSeconds(600));
        station.push();
        station.pull();
        assertThat(station.checkIn("ADA1").verdict()).isInstanceOfSatisfying(Verdict.ReEntry.class,
                again -> assertThat(again.count()).isEqualTo(3));
    }

    @Test
    void case05_withoutAKeyStoreAPasswordIsAskedForAfterARestart() throws TimeoutException {
        station.checkIn("ADA1");
        station.push();
        assertThat(station.status().standing()).isEqualTo(Standing.LIVE);
        station.rig.reopened();
        station.upstream().keepInStep(station.rig.conference());
        becomes(() -> station.status().standing() == Standing.SIGN_IN_NEEDED);
        assertThat(station.status().sentence()).isEqualTo(Sentence.of("server.no-password", "desk"));
        station.checkIn("CY01");
        assertThat(station.status().standing()).isEqualTo(Standing.SIGN_IN_NEEDED);
        station.upstream().password(station.rig.conference(), "secret".toCharArray());
        station.upstream().wake(station.rig.conference());
        becomes(() -> station.status().standing() == Standing.LIVE && station.status().confirmed() == 2);
    }

    @Test
    void case09_whoWasAskedForByCodeAndRefundedSinceIsNotAdmitted() {
        station.sample.conference.setStatus("EVE1", ServedOrder.Status.PAID);
        station.sample.conference.attendee("EVE1", "Eve", station.sample.conference.order(ServedOrder.Status.PAID,
                ServedLine.ticket(30, "Individual", "individual")));
        assertThat(station.upstream().ask(station.rig.conference(), "EVE1")).isTrue();
        assertThat(station.checkIn("EVE1").verdict()).isInstanceOf(Verdict.CheckedIn.class);
        station.sample.conference.setStatus("EVE1", ServedOrder.Status.REFUNDED);
        station.pull();
        assertThat(station.checkIn("EVE1").verdict()).isInstanceOfSatisfying(Verdict.OrderNotActive.class,
                why -> assertThat(why.status()).isEqualTo("refunded"));
        station.sample.conference.setStatus("EVE1", ServedOrder.Status.PAID);
        station.pull();
        assertThat(station.checkIn("EVE1").verdict().recorded()).isTrue();
    }

    @Test
    void case09_whomTheServerForgotIsNotAdmittedAnyMore() {
        station.sample.conference.attendee("DAN1", "Dan", station.sample.conference.order(ServedOrder.Status.PAID,
                ServedLine.ticket(41, "Individual", "individual")));
        station.upstream().ask(station.rig.conference(), "DAN1");
        station.sample.conference.remove("DAN1");
        station.pull();
        assertThat(station.checkIn("DAN1").verdict().recorded()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = ServedOrder.Status.class, names = {"REFUNDED", "CANCELLED", "PENDING"})
    void case09_aRefusalForTheOrdersStatusIsBelievedAtOnce(ServedOrder.Status status) {
        station.checkIn("CY01");
        station.sample.conference.setStatus("CY01", status);
        assertThat(station.push().refused()).isOne();
        assertThat(station.checkIn("CY01").verdict()).isInstanceOfSatisfying(Verdict.OrderNotActive.class,
                why -> assertThat(why.status()).isEqualTo(status.toString()));
    }

    @Test
    void theTerminalsViewTellsAnOrdersReferenceWhereItAnswers() {
        station.sample.conference.withTerminal();
        assertThat(station.upstream().ask(station.rig.conference(), "EVE1")).isTrue();
        assertThat(station.rig.station().roster().stated(station.rig.conference(), true, false).orders())
                .anyMatch(order -> order.reference().startsWith("ORD-") && order.status().equals("pending"));
    }

    @ParameterizedTest
    @EnumSource(value = ServedCall.class, names = {"SIGN_IN_PAGE", "SIGN_IN", "SCAN"})
    void case14_aPortalAtAnyStepIsNoWrongPassword(ServedCall step) {
        station.checkIn("ADA1");
        station.rig.reopened();
        station.upstream().password(station.rig.conference(), "secret".toCharArray());
        faults().next(50, step, ServedFault.NOT_JSON);
        UpstreamStatus status = station.push();
        assertThat(status).extracting(UpstreamStatus::standing, UpstreamStatus::confirmed)
                .containsExactly(Standing.OFFLINE, 0);
        assertThat(status.sentence().key()).isIn("server.portal", "server.no-sign-in");
        faults().calm();
        assertThat(station.push().confirmed()).isOne();
    }

    @Test
    void case14_aWrongPasswordIsStillOne() {
        station.upstream().password(station.rig.conference(), "wrong".toCharArray());
        assertThat(station.upstream().test(station.rig.conference()).getLast().sentence())
                .isEqualTo(Sentence.of("server.wrong-password"));
    }

    @Test
    void case14_aTestThatPassesEndsSignInNeeded() {
        station.checkIn("ADA1");
        station.upstream().password(station.rig.conference(), "wrong".toCharArray());
        station.sample.server.endSessions();
        assertThat(station.push().standing()).isEqualTo(Standing.SIGN_IN_NEEDED);
        station.upstream().password(station.rig.conference(), "secret".toCharArray());
        assertThat(station.upstream().test(station.rig.conference())).allMatch(ConnectionStep::passed);
        assertThat(station.status().standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void unitsAreStillCountedOnceAfterAllThat() {
        station.redeem("ADA1");
        station.push();
        station.pull();
        assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isOne();
        assertThat(station.lunchesLeft("ADA1")).isOne();
    }
}
