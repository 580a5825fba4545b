package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.journal.Entry;
import org.lanyard.ledger.Maintenance;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** R8: scans wait their turn, and none is lost. And of several verdicts that hold, the first of the page is given. */
@Execution(ExecutionMode.CONCURRENT)
class OrderTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();
    private static final int PEOPLE = 400;

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String code(int i) {
        return "P%03d".formatted(i);
    }

    private void manyPeople() {
        rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference"), IntStream.range(0, PEOPLE)
                .mapToObj(i -> code(i) + ",Person " + i + ",Individual,O" + i)).toArray(String[]::new));
    }

    private List<String> journaled() {
        return rig.station().journal().latest(rig.conference(), 10 * PEOPLE).reversed().stream()
                .map(Entry::accessCode).toList();
    }

    /** Cases 13 and 18: answered in the order in which they came, each about its own person. */
    @Test
    void R8_scansSubmittedWithoutWaitingAreDecidedInOrderAndNoneIsLost() {
        manyPeople();
        Post post = rig.post(CHECK_IN);
        List<String> codes = IntStream.range(0, PEOPLE).map(i -> i * 7 % PEOPLE).mapToObj(OrderTest::code).toList();
        List<String> answered = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Decision>> waiting = codes.stream().map(code -> rig.station().gate()
                .decide(post, rig.scan(code)).whenComplete((decision, _) -> answered.add(decision.scan().text())))
                .toList();
        assertThat(waiting.stream().map(decision -> decision.join().verdict().about().orElseThrow().accessCode()))
                .isEqualTo(codes);
        assertThat(answered).isEqualTo(codes);
        assertThat(journaled()).isEqualTo(codes);
    }

    @Test
    void R8_whatWasAcceptedIsDecidedBeforeTheStationCloses() {
        manyPeople();
        Post post = rig.post(CHECK_IN);
        List<CompletableFuture<Decision>> waiting = IntStream.range(0, PEOPLE)
                .mapToObj(i -> rig.station().gate().decide(post, rig.scan(code(i)))).toList();
        rig.reopened();
        assertThat(waiting).allSatisfy(decision -> assertThat(decision).isCompleted());
        assertThat(journaled()).hasSize(PEOPLE);
    }

    /** R27, R28: a place that a refused record was to have is the next one's, in the same transaction too. */
    @Test
    void R28_scansThatComeTwiceLeaveNoGapInTheJournal() {
        manyPeople();
        Post post = rig.post(CHECK_IN);
        Scan twice = rig.scan(code(0));
        List<CompletableFuture<Decision>> waiting = IntStream.range(1, PEOPLE)
                .mapToObj(i -> rig.station().gate().decide(post, i % 2 == 0 ? twice : rig.scan(code(i)))).toList();
        waiting.forEach(CompletableFuture::join);
        assertThat(rig.station().journal().latest(rig.conference(), 1).getFirst().seq()).isEqualTo(PEOPLE / 2 + 1);
        assertThat(new Maintenance(rig.database()).verify()).isEmpty();
    }

    /** Case 13: scans from four readers at once are as many records, each its own person's. */
    @Test
    void R8_scansFromSeveralThreadsAreNeitherLostNorJoined() throws InterruptedException {
        manyPeople();
        Post post = rig.post(CHECK_IN);
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        List<Thread> readers = IntStream.range(0, 4).mapToObj(reader -> Thread.ofPlatform().start(() -> {
            for (int i = reader; i < PEOPLE; i += 4) {
                Verdict verdict = rig.station().gate().decide(post, rig.scan(code(i))).join().verdict();
                if (!(verdict instanceof Verdict.CheckedIn in) || !in.attendee().accessCode().equals(code(i))) {
                    wrong.add(code(i) + ": " + verdict);
                }
            }
        })).toList();
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(wrong).isEmpty();
        Set<String> all = new TreeSet<>(journaled());
        assertThat(all).hasSize(PEOPLE);
        assertThat(journaled()).hasSize(PEOPLE);
    }

    /** Case 26: whoever opens the file after the answer finds the record in it. */
    @Test
    void R26_whatIsAnsweredIsInTheFile() throws SQLException {
        manyPeople();
        try (Connection another = DriverManager.getConnection("jdbc:sqlite:" + rig.database());
                PreparedStatement count = another.prepareStatement("SELECT count(*) FROM check_in")) {
            for (int i = 0; i < 50; i++) {
                rig.checkIn(code(i));
                assertThat(count.executeQuery().getInt(1)).isEqualTo(i + 1);
            }
        }
    }

    private void oneOfEachKind() {
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items,attention",
                "NOO1,No order,,,,,Note",
                "PEN1,Pending,,O1,pending,lunch,Note",
                "NOT1,No ticket,,O2,paid,tutorial,Note",
                "ATT1,Attention,Individual,O3,paid,lunch,Note",
                "OK01,Fine,Individual,O4,paid,lunch,",
                "OK02,Fine too,Individual,O5,paid,lunch,");
    }

    private String word(Mode mode, String payload) {
        return rig.decide(mode, payload).verdict().word();
    }

    @Test
    void verdicts_anUnreadablePayloadGoesBeforeARepeat() {
        oneOfEachKind();
        rig.station().gate().setRepeatWindow(Duration.ofSeconds(3));
        assertThat(word(CHECK_IN, " ")).isEqualTo("unreadable");
        assertThat(word(CHECK_IN, " ")).isEqualTo("unreadable");
        assertThat(word(CHECK_IN, "other:PEN1")).isEqualTo("wrong_conference");
        assertThat(word(CHECK_IN, "other:PEN1")).isEqualTo("repeat_scan");
    }

    @Test
    void verdicts_aStopHidesTheAttentionNote() {
        oneOfEachKind();
        assertThat(word(CHECK_IN, "other:NOO1")).isEqualTo("wrong_conference");
        assertThat(word(CHECK_IN, "NOO1")).isEqualTo("no_order");
        assertThat(word(CHECK_IN, "PEN1")).isEqualTo("order_not_active");
        assertThat(word(CHECK_IN, "NOT1")).isEqualTo("no_ticket");
        assertThat(word(CHECK_IN, "ATT1")).isEqualTo("needs_attention");
        assertThat(word(CHECK_IN, "OK01")).isEqualTo("checked_in");
    }

    @Test
    void verdicts_atADoorAndAtARedemptionTheOrdersRuleGoesFirst() {
        oneOfEachKind();
        for (Mode mode : List.of(new Mode.Door(rig.product("tutorial")), new Mode.Redeem(rig.product("tutorial")),
                new Mode.Choose())) {
            assertThat(word(mode, "NOO1")).isEqualTo("no_order");
            assertThat(word(mode, "PEN1")).isEqualTo("order_not_active");
        }
    }

    @Test
    void verdicts_atADoorWhatIsOwnedGoesBeforeWhoIsIn() {
        oneOfEachKind();
        Mode lunch = new Mode.Door(rig.product("lunch"));
        rig.station().venue().setCapacity(rig.product("lunch"), 1);
        assertThat(word(lunch, "OK01")).isEqualTo("admitted");
        assertThat(word(lunch, "NOT1")).isEqualTo("not_purchased");
        assertThat(word(lunch, "OK01")).isEqualTo("admitted_again");
        assertThat(word(lunch, "OK02")).isEqualTo("door_full");
        assertThat(word(lunch, "ATT1")).isEqualTo("door_full");
    }

    @Test
    void verdicts_atARedemptionWhatIsOwnedGoesBeforeWhatIsLeft() {
        oneOfEachKind();
        Mode lunch = new Mode.Redeem(rig.product("lunch"));
        assertThat(word(lunch, "NOT1")).isEqualTo("not_purchased");
        assertThat(word(lunch, "OK01")).isEqualTo("redeemed");
        assertThat(word(lunch, "OK01")).isEqualTo("fully_redeemed");
        assertThat(word(new Mode.Choose(), "OK01")).isEqualTo("choose_item");
    }

    /** Case 4. */
    @Test
    void R28_lastIsTheJournalsLastHoweverTheClockGoes() {
        oneOfEachKind();
        rig.checkIn("OK01");
        rig.at(NINE.minusSeconds(7200)).checkIn("OK01");
        rig.at(NINE.minusSeconds(3600));
        assertThat(rig.checkIn("OK01")).isInstanceOfSatisfying(Verdict.ReEntry.class,
                verdict -> assertThat(verdict.last().at()).isEqualTo(NINE.minusSeconds(7200)));
    }
}
