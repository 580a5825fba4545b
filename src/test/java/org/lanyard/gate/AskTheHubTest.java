package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;

/** Between looking a person up and recording there is a place to ask other stations, and one to add rows of one's own. */
class AskTheHubTest {

    @TempDir private Path folder;
    private Rig rig;
    private final Hub hub = new Hub();
    private final List<String> recorded = new ArrayList<>();

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items", "ADA1,Ada,individual,O1,paid,lunch:2",
                "BOB1,Bob,individual,O2,paid,lunch", "CYD1,Cyd,individual,O3,pending,lunch");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Answers when the test says so, for redemptions only. */
    private static final class Hub implements VenueHub {

        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final List<String> over = new CopyOnWriteArrayList<>();
        private final AtomicInteger caughtUp = new AtomicInteger();
        private boolean answers = true;
        private CompletableFuture<Optional<Verdict>> answer = CompletableFuture.completedFuture(Optional.empty());

        @Override
        public boolean decides(Post post) {
            return post.mode() instanceof Mode.Redeem || post.mode() instanceof Mode.Choose;
        }

        @Override
        public CompletableFuture<Optional<Verdict>> ask(Post post, Scan scan, Person person) {
            asked.add(person.accessCode());
            return answer;
        }

        @Override
        public CompletableFuture<Boolean> catchUp() {
            caughtUp.incrementAndGet();
            return CompletableFuture.completedFuture(answers);
        }

        @Override
        public boolean consents(Db db, Post post, Scan scan, Person person) {
            return !decides(post) || asked.contains(person.accessCode());
        }

        @Override
        public void over(Scan scan) {
            over.add(scan.text());
        }
    }

    private Gate gate(AfterRecord afterRecord) {
        return new Gate(rig.station().ledger(), rig.station().roster(), hub, List.of(afterRecord),
                rig.station().background(), Duration.ZERO, System::nanoTime, rig.station().ids(), rig.station().clock());
    }

    private Gate gate() {
        return gate((_, _, scan, person, verdict) -> recorded.add(person.accessCode() + " " + verdict.word()
                + " " + scan.text()));
    }

    private Post lunch() {
        return rig.post(new Mode.Redeem(rig.product("lunch")));
    }

    private long units() {
        return rig.station().ledger().read(db -> db.number("SELECT count(*) FROM product_redemption"));
    }

    @Test
    void whatTheHubAllowsIsRecordedHere() {
        Decision decision = gate().decide(lunch(), rig.scan("ADA1")).join();
        assertThat(decision.verdict()).isInstanceOf(Verdict.Redeemed.class);
        assertThat(hub.asked).containsExactly("ADA1");
        assertThat(units()).isEqualTo(1);
        assertThat(recorded).containsExactly("ADA1 redeemed ADA1");
    }

    @Test
    void whatTheHubRefusesIsAnsweredAndNotRecorded() {
        Verdict no = new Verdict.NotPurchased(rig.checkIn("ADA1").about().orElseThrow(), "kept elsewhere", List.of(), null);
        hub.answer = CompletableFuture.completedFuture(Optional.of(no));
        assertThat(gate().decide(lunch(), rig.scan("ADA1")).join().verdict()).isEqualTo(no);
        assertThat(units()).isZero();
        assertThat(recorded).isEmpty();
    }

    @Test
    void whatTheRulesHereRefuseIsNotAsked() {
        assertThat(gate().decide(lunch(), rig.scan("CYD1")).join().verdict()).isInstanceOf(Verdict.OrderNotActive.class);
        assertThat(gate().decide(lunch(), rig.scan("NOBODY")).join().verdict()).isInstanceOf(Verdict.UnknownCode.class);
        gate().decide(lunch(), rig.scan("BOB1")).join();
        assertThat(gate().decide(lunch(), rig.scan("BOB1")).join().verdict()).isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(hub.asked).containsExactly("BOB1");
        assertThat(hub.over).containsExactly("CYD1", "NOBODY", "BOB1", "BOB1");
    }

    /** What another station may have changed is refused only after the others were heard. */
    @Test
    void R39_whatOthersMayKnowBetterIsHeardFirst() {
        rig.station().roster().set(rig.conference(),
                new TermsChange(Optional.of(true), Optional.empty(), Optional.empty()));
        assertThat(gate().decide(lunch(), rig.scan("ADA1")).join().verdict()).isInstanceOf(Verdict.NotCheckedIn.class);
        assertThat(hub.caughtUp).hasValue(1);
        hub.answers = false;
        assertThat(gate().decide(lunch(), rig.scan("ADA1")).join().verdict()).isInstanceOf(Verdict.HubUnreachable.class);
        rig.checkIn("ADA1");
        assertThat(gate().decide(lunch(), rig.scan("ADA1")).join().verdict()).isInstanceOf(Verdict.Redeemed.class);
    }

    @Test
    void withoutTheOthersWhatIsFullyRedeemedHereStaysSo() {
        gate().decide(lunch(), rig.scan("BOB1")).join();
        hub.answers = false;
        assertThat(gate().decide(lunch(), rig.scan("BOB1")).join().verdict()).isInstanceOf(Verdict.FullyRedeemed.class);
    }

    /** An item chosen on a check-in desk's card is asked for too. */
    @Test
    void anItemHandedOutFromACardIsAskedFor() {
        Decision shown = gate().decide(rig.post(new Mode.CheckIn()), rig.scan("ADA1")).join();
        assertThat(gate().handOut(shown.post(), rig.scan("ADA1"), shown.verdict().about().orElseThrow(), "lunch").join()
                .verdict())
                .isInstanceOf(Verdict.Redeemed.class);
        assertThat(hub.asked).containsExactly("ADA1");
    }

    @Test
    void whatTheHubDoesNotDecideIsNotAsked() {
        assertThat(gate().decide(rig.post(new Mode.CheckIn()), rig.scan("ADA1")).join().verdict())
                .isInstanceOf(Verdict.CheckedIn.class);
        assertThat(hub.asked).isEmpty();
    }

    /** R8: a scan that waits for the hub holds the others back, and nothing is decided under another's name. */
    @Test
    void R8_scansWaitTheirTurnWhileTheHubIsAsked() {
        CompletableFuture<Optional<Verdict>> slow = new CompletableFuture<>();
        hub.answer = slow;
        Gate gate = gate();
        CompletableFuture<Decision> first = gate.decide(lunch(), rig.scan("ADA1"));
        CompletableFuture<Decision> second = gate.decide(rig.post(new Mode.CheckIn()), rig.scan("BOB1"));
        CompletableFuture<Decision> third = gate.decide(lunch(), rig.scan("ADA1"));
        rig.station().ledger().writeNow(_ -> null);
        assertThat(List.of(first, second, third)).noneMatch(CompletableFuture::isDone);
        slow.complete(Optional.empty());
        CompletableFuture.allOf(first, second, third).join();
        assertThat(recorded).containsExactly("ADA1 redeemed ADA1", "BOB1 checked_in BOB1", "ADA1 redeemed ADA1");
    }

    /** While the hub is asked, the last unit goes at another window: the database decides, once. */
    @Test
    void R21_whatChangedWhileTheHubWasAskedCounts() {
        CompletableFuture<Optional<Verdict>> slow = new CompletableFuture<>();
        hub.answer = slow;
        CompletableFuture<Decision> waiting = gate().decide(lunch(), rig.scan("BOB1"));
        assertThat(rig.redeem("lunch", "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        slow.complete(Optional.empty());
        assertThat(waiting.join().verdict()).isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(units()).isEqualTo(1);
    }

    @Test
    void R27_theSameScanTwiceIsToldOnce() {
        Gate gate = gate();
        Scan scan = rig.scan("ADA1");
        Decision first = gate.decide(rig.post(new Mode.CheckIn()), scan).join();
        assertThat(gate.decide(rig.post(new Mode.CheckIn()), scan).join()).isEqualTo(first);
        assertThat(recorded).hasSize(1);
    }

    @Test
    void aFailureAfterARecordUndoesTheRecord() {
        Gate gate = gate((_, _, _, _, _) -> {
            throw new StationFault("database.other");
        });
        CompletableFuture<Decision> decision = gate.decide(rig.post(new Mode.CheckIn()), rig.scan("ADA1"));
        assertThatThrownBy(decision::join).hasCauseInstanceOf(StationFault.class);
        assertThat(rig.checkIn("ADA1")).isInstanceOf(Verdict.CheckedIn.class);
    }
}
