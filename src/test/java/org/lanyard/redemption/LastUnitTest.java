package org.lanyard.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.LanyardProcess;
import org.lanyard.Rig;
import org.lanyard.ledger.OtherProgram;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** R21, R8, R10: however many ask at once, nothing is handed out twice, and nobody is first twice. */
@Execution(ExecutionMode.CONCURRENT)
class LastUnitTest {

    private static final long SEED = 20270514;
    private static final int THREADS = 64;
    private static final int ROUNDS = 200;
    private static final int SLOW_ROUNDS = 1000;
    private static final String HEADER = "access_code,name,ticket_type,order_reference,items";

    @TempDir Path folder;

    private static String code(int attendee) {
        return "A%04d".formatted(attendee);
    }

    /** Attendees with 1, 2, 3, 1, … lunches each. */
    private static String[] roster(int attendees) {
        return Stream.concat(Stream.of(HEADER), IntStream.range(0, attendees)
                .mapToObj(i -> code(i) + ",Somebody,Individual,O" + i + ",lunch:" + quantity(i))).toArray(String[]::new);
    }

    private static int quantity(int attendee) {
        return attendee % 3 + 1;
    }

    private static Post lunch(Rig rig) {
        return rig.post(new Mode.Redeem(rig.product("lunch")));
    }

    /** Hands out all lunches but everybody's last. */
    private static void leaveOneEach(Rig rig, int attendees) {
        Post post = lunch(rig);
        List<CompletableFuture<Decision>> given = new ArrayList<>();
        for (int i = 0; i < attendees; i++) {
            for (int unit = 1; unit < quantity(i); unit++) {
                given.add(rig.station().gate().decide(post, rig.scan(code(i))));
            }
        }
        assertThat(given).allSatisfy(one -> assertThat(one.join().verdict()).isInstanceOf(Verdict.Redeemed.class));
    }

    /** Everybody in every round asks for one attendee's last lunch, each at one of the stations. */
    private static void assertOneWinnerEach(int rounds, Rig... stations) throws InterruptedException {
        List<Post> posts = Stream.of(stations).map(LastUnitTest::lunch).toList();
        AtomicIntegerArray redeemed = new AtomicIntegerArray(rounds);
        AtomicIntegerArray refused = new AtomicIntegerArray(rounds);
        Race.run(THREADS, rounds, (thread, round) -> {
            int at = thread % stations.length;
            Verdict verdict = stations[at].station().gate().decide(posts.get(at), stations[at].scan(code(round))).join()
                    .verdict();
            (verdict instanceof Verdict.Redeemed ? redeemed : refused).incrementAndGet(round);
            assertThat(verdict).isInstanceOfAny(Verdict.Redeemed.class, Verdict.FullyRedeemed.class);
        });
        for (int round = 0; round < rounds; round++) {
            assertThat(redeemed.get(round)).as(code(round)).isEqualTo(1);
            assertThat(refused.get(round)).as(code(round)).isEqualTo(THREADS - 1);
        }
    }

    private static void assertNothingBeyondTheQuantity(Path database) {
        try (OtherProgram program = new OtherProgram(database)) {
            assertThat(program.rows("SELECT line.id, quantity, count(unit.seq) AS units FROM order_line_item line"
                    + " LEFT JOIN product_redemption unit ON unit.order_line_item_id = line.id"
                    + " WHERE addon_id IS NOT NULL GROUP BY line.id HAVING units <> quantity")).isEmpty();
        }
    }

    @Test
    void R21_oneOf64ThreadsGetsTheLastUnitInEveryRound() throws InterruptedException {
        oneOf64ThreadsGetsTheLastUnit(ROUNDS);
    }

    @Test
    @Tag("slow")
    void R21_oneOf64ThreadsGetsTheLastUnitInEachOf1000Rounds() throws InterruptedException {
        oneOf64ThreadsGetsTheLastUnit(SLOW_ROUNDS);
    }

    private void oneOf64ThreadsGetsTheLastUnit(int rounds) throws InterruptedException {
        try (Rig rig = Rig.in(folder)) {
            rig.csv(roster(rounds));
            leaveOneEach(rig, rounds);
            assertOneWinnerEach(rounds, rig);
            assertNothingBeyondTheQuantity(rig.database());
        }
    }

    @Test
    void R21_oneOf64ThreadsAtTwoStationsOnOneFileGetsTheLastUnit() throws InterruptedException {
        try (Rig first = Rig.in(folder); Rig second = Rig.in(folder)) {
            first.csv(roster(100));
            leaveOneEach(first, 100);
            assertOneWinnerEach(100, first, second);
            assertNothingBeyondTheQuantity(first.database());
        }
    }

    @Test
    void R19_sharersOfALineGetItOnceWhereItIsCountedPerLine() throws InterruptedException {
        try (Rig rig = Rig.in(folder)) {
            rig.csv(IntStream.rangeClosed(0, THREADS).mapToObj(i -> i == 0 ? HEADER
                    : code(i) + ",Somebody,Individual,O1,lunch:10").toArray(String[]::new));
            rig.station().roster().set(rig.conference(), null, null, RedeemPer.LINE);
            Post post = lunch(rig);
            AtomicIntegerArray redeemed = new AtomicIntegerArray(1);
            Race.run(THREADS, 2, (thread, _) -> {
                var verdict = rig.station().gate().decide(post, rig.scan(code(thread + 1))).join().verdict();
                redeemed.addAndGet(0, verdict instanceof Verdict.Redeemed ? 1 : 0);
                assertThat(verdict).isInstanceOfAny(Verdict.Redeemed.class, Verdict.FullyRedeemed.class);
            });
            assertThat(redeemed.get(0)).isEqualTo(10);
        }
    }

    /** A desk keeps the conference as it was when it opened; another process may have changed the setting since. */
    @Test
    void R19_aSettingChangedElsewhereIsObeyedAtOnceAndIsNoFault() {
        try (Rig desk = Rig.in(folder); Rig office = Rig.in(folder)) {
            desk.csv(HEADER, "ADA1,Ada,Individual,O1,lunch", "BOB1,Bob,Individual,O1,lunch");
            Post post = lunch(desk);
            office.station().roster().set(office.conference(), null, null, RedeemPer.LINE);
            assertThat(desk.station().gate().decide(post, desk.scan("ADA1")).join().verdict())
                    .isInstanceOf(Verdict.Redeemed.class);
            assertThat(desk.station().gate().decide(post, desk.scan("BOB1")).join().verdict())
                    .isInstanceOf(Verdict.FullyRedeemed.class);
        }
    }

    @Test
    void R10_oneOf16SimultaneousScansIsTheFirstInEveryRound() throws InterruptedException {
        oneOf16SimultaneousScansIsTheFirst(ROUNDS);
    }

    @Test
    @Tag("slow")
    void R10_oneOf16SimultaneousScansIsTheFirstInEachOf1000Rounds() throws InterruptedException {
        oneOf16SimultaneousScansIsTheFirst(SLOW_ROUNDS);
    }

    private void oneOf16SimultaneousScansIsTheFirst(int rounds) throws InterruptedException {
        try (Rig rig = Rig.in(folder)) {
            rig.csv(roster(rounds));
            Post post = rig.post(new Mode.CheckIn());
            AtomicIntegerArray first = new AtomicIntegerArray(rounds);
            AtomicReferenceArray<Verdict.CheckedIn> firsts = new AtomicReferenceArray<>(rounds);
            Race.run(16, rounds, (thread, round) -> {
                Scan scan = new Scan(rig.station().ids().get(), code(round), Source.LINE, Rig.NINE.minusMillis(thread));
                switch (rig.station().gate().decide(post, scan).join().verdict()) {
                    case Verdict.CheckedIn verdict -> {
                        first.incrementAndGet(round);
                        firsts.set(round, verdict);
                    }
                    case Verdict other -> assertThat(other).isInstanceOf(Verdict.ReEntry.class);
                }
            });
            for (int round = 0; round < rounds; round++) {
                assertThat(first.get(round)).as(code(round)).isEqualTo(1);
                assertFirstCheckIn(rig, code(round), firsts.get(round));
            }
        }
    }

    /** The time of the one who was told to be first, whatever the others' clocks said. */
    private static void assertFirstCheckIn(Rig rig, String code, Verdict.CheckedIn verdict) {
        var person = rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
        var dossier = rig.station().gate().dossier(rig.conference(), person);
        assertThat(dossier.checkedInAt()).contains(verdict.at());
        assertThat(dossier.checkIns()).isEqualTo(16);
    }

    @Test
    void R21_fourProcessesOnOneFileHandOutEachUnitOnce() {
        List<JsonNode> answers = fourProcesses(100, "--redeem", "lunch");
        assertThat(byCode(answers, "redeemed")).hasSize(100).allSatisfy((code, count) -> assertThat(count).as(code)
                .isEqualTo(1));
        assertThat(byCode(answers, "fully_redeemed")).hasSize(100).allSatisfy((code, count) -> assertThat(count)
                .as(code).isEqualTo(3));
    }

    @Test
    void R10_fourProcessesOnOneFileFindEachFirstOnce() {
        List<JsonNode> answers = fourProcesses(50, "--check-in");
        assertThat(byCode(answers, "checked_in")).hasSize(50).allSatisfy((code, count) -> assertThat(count).as(code)
                .isEqualTo(1));
        assertThat(byCode(answers, "re_entry")).hasSize(50).allSatisfy((code, count) -> assertThat(count).as(code)
                .isEqualTo(3));
    }

    private static Map<String, Integer> byCode(List<JsonNode> answers, String verdict) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        answers.stream().filter(answer -> answer.get("verdict").asString().equals(verdict))
                .forEach(answer -> counts.merge(answer.get("access_code").asString(), 1, Integer::sum));
        return counts;
    }

    /** Each scans everybody, in an order of its own; they begin when all are up. */
    private List<JsonNode> fourProcesses(int attendees, String... mode) {
        try (Rig rig = Rig.in(folder)) {
            rig.csv(Stream.concat(Stream.of(HEADER), IntStream.range(0, attendees)
                    .mapToObj(i -> code(i) + ",Somebody,Individual,O" + i + ",lunch")).toArray(String[]::new));
        }
        System.out.println("seed " + SEED);
        List<LanyardProcess> processes = IntStream.range(0, 4).mapToObj(i -> LanyardProcess.start(folder,
                Stream.concat(Stream.of("scan", "--station", "P" + i), Stream.of(mode)).toArray(String[]::new))).toList();
        try {
            for (LanyardProcess process : processes) {
                process.send("WARM-UP");
                assertThat(process.answer()).contains("unknown_code");
            }
            return allAnswers(processes, attendees);
        } finally {
            processes.forEach(LanyardProcess::close);
        }
    }

    private static List<JsonNode> allAnswers(List<LanyardProcess> processes, int attendees) {
        List<CompletableFuture<List<JsonNode>>> running = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            Random random = new Random(SEED + i);
            List<String> codes = new ArrayList<>(IntStream.range(0, attendees).mapToObj(LastUnitTest::code).toList());
            Collections.shuffle(codes, random);
            LanyardProcess process = processes.get(i);
            running.add(CompletableFuture.supplyAsync(() -> answers(process, codes, random), Thread::startVirtualThread));
        }
        return running.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
    }

    /** A few codes at a time, so that the processes take turns at the file. */
    private static List<JsonNode> answers(LanyardProcess process, List<String> codes, Random random) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < codes.size()) {
            int end = Math.min(codes.size(), lines.size() + 1 + random.nextInt(10));
            codes.subList(lines.size(), end).forEach(process::send);
            while (lines.size() < end) {
                lines.add(process.answer());
            }
        }
        LanyardProcess.Outcome outcome = process.finish(List.of());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exit()).isZero();
        return lines.stream().map(JsonMapper.shared()::readTree).toList();
    }
}
