package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.LanyardProcess;
import org.lanyard.LanyardProcess.Outcome;
import org.lanyard.Rig;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;
import tools.jackson.databind.JsonNode;

/** A fault of the station is said in one plain sentence, blames nobody, and costs nothing that was recorded. */
@Execution(ExecutionMode.CONCURRENT)
class BrokenMachineTest {

    private static final int PEOPLE = 1000;
    private static final int PAGE = 4096;
    private static final int NO_MOUNT = 77;
    private static final String[] SCAN = {"scan", "--check-in", "--station", "P1"};

    @TempDir static Path templates;

    @TempDir Path folder;

    private static String code(int attendee) {
        return "A%04d".formatted(attendee);
    }

    @BeforeAll
    static void makeTemplate() {
        try (Rig rig = Rig.in(templates)) {
            rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,note"), IntStream
                    .range(0, PEOPLE).mapToObj(i -> code(i) + ",Somebody,Individual,O" + i + "," + "note ".repeat(20)))
                    .toArray(String[]::new));
            rig.checkIn(code(1));
        }
    }

    private Path database() {
        return folder.resolve("data").resolve("lanyard.db");
    }

    private Path station() throws IOException {
        Files.createDirectories(database().getParent());
        return Files.copy(templates.resolve("lanyard.db"), database());
    }

    /** Exit 1, one sentence, nothing of the program's inside. */
    private static void assertPlain(Outcome outcome) {
        assertThat(outcome.err()).singleElement().asString().endsWith(".").doesNotContain("Exception", "SQL", "\tat ");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @FunctionalInterface
    interface Breaker {

        void breakIt(Path database) throws IOException;
    }

    private static final Map<String, Breaker> UNUSABLE = Map.of(
            "a text file", file -> Files.writeString(file, "These are not the records.\n".repeat(1000)),
            "a short text file", file -> Files.writeString(file, "hello"),
            "another program's file", file -> {
                Files.delete(file);
                try (OtherProgram program = new OtherProgram(file)) {
                    program.run("CREATE TABLE bookmark (url TEXT)");
                }
            },
            "a newer version's file", file -> {
                try (OtherProgram program = new OtherProgram(file)) {
                    program.run("PRAGMA user_version = 99");
                }
            },
            "half the file", file -> cut(file, Files.size(file) / 2 / PAGE * PAGE),
            "an odd part of the file", file -> cut(file, Files.size(file) / 3 + 17),
            "the first 100 bytes", file -> cut(file, 100),
            "a folder in the file's place", file -> {
                Files.delete(file);
                Files.createDirectory(file);
            });

    private static void cut(Path file, long size) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(size);
        }
    }

    static Stream<String> unusable() {
        return UNUSABLE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aFileThatCannotBeUsedIsSaidToBeSoAndLeftAsItIs(String what) throws IOException {
        UNUSABLE.get(what).breakIt(station());
        byte[] before = Files.isDirectory(database()) ? null : Files.readAllBytes(database());
        assertPlain(LanyardProcess.run(database().getParent(), List.of(code(1)), SCAN));
        Outcome verify = LanyardProcess.run(database().getParent(), List.of(), "verify");
        assertThat(verify.exit()).isEqualTo(1);
        assertThat(Stream.concat(verify.out().stream(), verify.err().stream())).hasSize(1)
                .noneMatch(line -> line.contains("Exception"));
        if (before != null) {
            assertThat(Arrays.equals(Files.readAllBytes(database()), before)).isTrue();
        }
    }

    @Test
    void aDataFolderThatIsAFileIsSaidToBeOne() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "mine");
        assertPlain(LanyardProcess.run(file, List.of(code(1)), SCAN));
        assertPlain(LanyardProcess.run(file, List.of(), "verify"));
        assertThat(file).hasContent("mine");
    }

    /** What a first start leaves that was killed before it wrote anything. */
    @Test
    void anEmptyFileIsAStationWithoutAConference() throws IOException {
        Files.createDirectories(database().getParent());
        Files.createFile(database());
        assertThat(LanyardProcess.run(database().getParent(), List.of(), "verify").exit()).isEqualTo(1);
        Outcome scan = LanyardProcess.run(database().getParent(), List.of(code(1)), SCAN);
        assertPlain(scan);
        assertThat(scan.err().getFirst()).contains("no conference");
        assertThat(LanyardProcess.run(database().getParent(), List.of(), "verify").exit()).isZero();
    }

    /** A page in the middle: those who stand on it get a fault, the others go in. */
    @Test
    void aDamagedPageIsAFaultOfItsOwnPeopleOnly() throws IOException {
        damageAPageOfPeople(station());
        List<String> codes = IntStream.range(0, PEOPLE).mapToObj(BrokenMachineTest::code).toList();
        Outcome outcome = LanyardProcess.run(database().getParent(), codes, SCAN);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).noneMatch(line -> line.contains("Exception"));
        assertThat(outcome.answers()).extracting(answer -> answer.get("payload").asString()).isEqualTo(codes);
        List<JsonNode> faults = outcome.answers().stream().filter(answer -> answer.get("verdict").isNull()).toList();
        assertThat(faults.size()).isBetween(1, PEOPLE / 2);
        assertThat(errors(faults)).containsExactly(
                "The station's database is damaged; nothing was recorded. Restore a backup.");
        assertRecorded(database(), outcome.answers(), 1);
        assertThat(LanyardProcess.run(database().getParent(), List.of(), "verify").exit()).isEqualTo(1);
    }

    private static Set<String> errors(List<JsonNode> faults) {
        assertThat(faults).noneMatch(fault -> fault.get("recorded").asBoolean());
        return faults.stream().map(fault -> fault.get("error").asString()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was answered with an id is there, and nothing else but what was there before. */
    private static void assertRecorded(Path database, List<JsonNode> answers, int before) {
        try (OtherProgram program = new OtherProgram(database)) {
            List<String> ids = answers.stream().filter(answer -> answer.path("recorded").asBoolean())
                    .map(answer -> answer.get("id").asString()).toList();
            assertThat(program.column("SELECT id FROM check_in")).containsAll(ids).hasSize(ids.size() + before);
        }
    }

    /** The middle one of the leaves that hold attendees, which begin with 13. */
    private static void damageAPageOfPeople(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Integer> leaves = IntStream.range(1, bytes.length / PAGE).map(page -> page * PAGE)
                .filter(at -> bytes[at] == 13 && new String(bytes, at, PAGE, StandardCharsets.ISO_8859_1)
                        .contains("Somebody"))
                .boxed().toList();
        assertThat(leaves).hasSizeGreaterThan(5);
        Arrays.fill(bytes, leaves.get(leaves.size() / 2), leaves.get(leaves.size() / 2) + PAGE, (byte) 0xA5);
        Files.write(file, bytes);
    }

    @Test
    void aFullDiskRefusesWhatDoesNotFitAndGoesOnWhenThereIsRoom() throws IOException {
        station();
        try (Rig rig = Rig.in(database().getParent())) {
            limitPages(rig, 2);
            Post post = rig.post(new Mode.CheckIn());
            List<Scan> scans = IntStream.range(0, 400).mapToObj(i -> rig.scan(code(i)).withNote("x".repeat(500))).toList();
            List<CompletableFuture<Decision>> decisions = new ArrayList<>();
            scans.forEach(scan -> decisions.add(rig.station().gate().decide(post, scan)));
            List<Scan> refused = refused(scans, decisions);
            assertThat(refused).isNotEmpty();
            assertThat(checkIns(rig)).isEqualTo(1 + scans.size() - refused.size());
            limitPages(rig, 100_000);
            for (Scan scan : refused) {
                assertThat(rig.station().gate().decide(post, scan).join().verdict().recorded()).isTrue();
            }
            assertThat(checkIns(rig)).isEqualTo(1 + scans.size());
            assertThat(new Maintenance(rig.database()).verify()).isEmpty();
        }
    }

    private static void limitPages(Rig rig, int more) {
        rig.station().ledger().writeNow(db -> db.number("PRAGMA max_page_count = "
                + (db.number("PRAGMA page_count") + more)));
    }

    private static List<Scan> refused(List<Scan> scans, List<CompletableFuture<Decision>> decisions) {
        List<Scan> refused = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            Throwable failure = catchThrowable(decisions.get(i)::join);
            if (failure != null) {
                assertThat(failure.getCause()).isInstanceOf(StationFault.class)
                        .hasMessage("The disk is full; nothing was recorded. Make room, then scan again.");
                refused.add(scans.get(i));
            }
        }
        return refused;
    }

    private static long checkIns(Rig rig) {
        return rig.station().ledger().read(db -> db.number("SELECT count(*) FROM check_in"));
    }

    /** A real disk of two megabytes; it ends with its mount namespace, so everything is looked at from within. */
    private static final String ON_A_SMALL_DISK = """
            data=$1; template=$2; result=$3; shift 3
            mount -t tmpfs -o size=2m,mode=700 tmpfs "$data" || exit 77
            cp "$template" "$data/lanyard.db" && head -c 300000 /dev/zero > "$data/filler" || exit 77
            "$@" scan --check-in --station P1 --note "$(printf '%01500d' 0)"; code=$?
            cp "$data"/lanyard.db* "$result"
            "$@" verify > "$result/verify.txt" 2>&1 || exit 90
            rm "$data/filler"
            echo A0001 | "$@" scan --check-in --station P1 > "$result/again.txt" 2>&1 || exit 91
            exit $code
            """;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aReallyFullDiskIsAFaultOfTheStationAndLosesNothing() throws IOException {
        Path data = Files.createDirectories(database().getParent());
        Path result = Files.createDirectories(folder.resolve("result"));
        List<String> command = new ArrayList<>(List.of("unshare", "--map-root-user", "--mount", "sh", "-c",
                ON_A_SMALL_DISK, "sh", data.toString(), templates.resolve("lanyard.db").toString(), result.toString()));
        command.addAll(LanyardProcess.command(data));
        List<String> codes = IntStream.range(0, PEOPLE).mapToObj(BrokenMachineTest::code).toList();
        Outcome outcome = runOrSkip(command, codes, "no disk can be mounted here without rights");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.answers()).extracting(answer -> answer.get("payload").asString()).isEqualTo(codes);
        List<JsonNode> faults = outcome.answers().stream().filter(answer -> answer.get("verdict").isNull()).toList();
        assertThat(faults.size()).isBetween(1, PEOPLE - 1);
        assertThat(errors(faults)).containsExactly("The disk is full; nothing was recorded. Make room, then scan again.");
        assertRecorded(result.resolve("lanyard.db"), outcome.answers(), 1);
        assertThat(Files.readString(result.resolve("verify.txt"))).contains("sound");
        assertThat(Files.readString(result.resolve("again.txt"))).contains("re_entry");
    }

    private static Outcome runOrSkip(List<String> command, List<String> lines, String why) {
        Outcome outcome = new Outcome(NO_MOUNT, List.of(), List.of());
        try {
            outcome = LanyardProcess.run(command, lines);
        } catch (java.io.UncheckedIOException missing) {
            System.out.println("skipped: " + missing.getMessage());
        }
        boolean possible = outcome.exit() != NO_MOUNT
                && outcome.err().stream().noneMatch(line -> line.startsWith("unshare:") || line.startsWith("setpriv:"));
        assumeTrue(possible, why);
        return outcome;
    }

    /** Root may write anywhere; without these two capabilities it is bound by permissions as everybody is. */
    private Outcome asAnybody(Path data, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
        }
        command.addAll(LanyardProcess.command(data, arguments));
        return runOrSkip(command, List.of(code(1)), "permissions do not bind root here");
    }

    @ParameterizedTest
    @CsvSource({"data/lanyard.db, r--------", "data/lanyard.db, ---------", "data, r-x------", "data, ---------",
            "., r-x------"})
    @DisabledOnOs(OS.WINDOWS)
    void whatMayNotBeWrittenIsSaidToBeSoAndLeftAsItIs(String what, String permissions) throws IOException {
        Path closed = folder.resolve("place").resolve(what).normalize();
        Path data = folder.resolve("place").resolve(what.equals(".") ? "new" : "data");
        Files.createDirectories(folder.resolve("place").resolve("data"));
        Path file = Files.copy(templates.resolve("lanyard.db"), folder.resolve("place").resolve("data")
                .resolve("lanyard.db"));
        byte[] before = Files.readAllBytes(file);
        var former = Files.getPosixFilePermissions(closed);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString(permissions));
        try {
            assertPlain(asAnybody(data, SCAN));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed))).isEqualTo(permissions);
        } finally {
            Files.setPosixFilePermissions(closed, former);
        }
        assertThat(Arrays.equals(Files.readAllBytes(file), before)).isTrue();
    }

    @Test
    void aDatabaseThatTurnsReadOnlyIsAFaultEachTime() throws IOException {
        station();
        try (Rig rig = Rig.in(database().getParent())) {
            rig.checkIn(code(1));
            rig.station().ledger().writeNow(db -> db.run("PRAGMA query_only = ON"));
            for (int i = 0; i < 3; i++) {
                assertFault(rig, "read-only");
            }
            assertThat(rig.reopened().checkIn(code(2))).isInstanceOf(Verdict.CheckedIn.class);
        }
    }

    @Test
    void aDatabaseThatAnotherProgramHoldsIsAFaultUntilItLetsGo() throws IOException {
        station();
        try (Rig rig = Rig.in(database().getParent()); OtherProgram other = new OtherProgram(database())) {
            rig.checkIn(code(1));
            rig.station().ledger().writeNow(db -> db.number("PRAGMA busy_timeout = 100"));
            other.run("BEGIN IMMEDIATE");
            assertFault(rig, "Another program");
            other.run("COMMIT");
            assertThat(rig.checkIn(code(2))).isInstanceOf(Verdict.CheckedIn.class);
        }
    }

    /** Green would stand for a record in a file that has no name any more. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void R26_aDatabaseThatWasTakenAwayIsAFault() throws IOException {
        station();
        try (Rig rig = Rig.in(database().getParent())) {
            Post post = rig.post(new Mode.CheckIn());
            Files.move(database(), folder.resolve("taken.db"));
            assertThat(catchThrowable(() -> rig.station().gate().decide(post, rig.scan(code(2))).join()))
                    .hasCauseInstanceOf(StationFault.class);
        }
    }

    private static void assertFault(Rig rig, String words) {
        Post post = new Post(rig.conference(), 1, "Desk", null, new Mode.CheckIn());
        assertThat(catchThrowable(() -> rig.station().gate().decide(post, rig.scan(code(2))).join()).getCause())
                .isInstanceOf(StationFault.class).message().contains(words).endsWith(".").doesNotContain("SQL");
    }
}
