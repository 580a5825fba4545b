package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.lanyard.ledger.Ledgers.await;
import static org.lanyard.ledger.Ledgers.heldWriter;
import static org.lanyard.ledger.Ledgers.keys;
import static org.lanyard.ledger.Ledgers.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.redemption.Race;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;

/** One writer, commits shared by whoever waits, and nobody answered before theirs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class LedgerTest {

    private static final String COUNT = "SELECT count(*) FROM setting";

    @TempDir Path folder;
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(file());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Path file() {
        return folder.resolve("lanyard.db");
    }

    @Test
    void R26_aFutureCompletesOnlyWhenAnotherConnectionSeesTheRow() {
        try (OtherProgram other = new OtherProgram(file())) {
            for (int i = 0; i < 300; i++) {
                String seen = "SELECT count(*) FROM setting WHERE key = '" + i + "'";
                assertThat(ledger.write(set(i)).thenApply(_ -> other.number(seen)).join()).isEqualTo(1);
            }
        }
    }

    @Test
    void R26_nobodyOfABatchIsAnsweredBeforeItsCommit() {
        CountDownLatch release = heldWriter(ledger);
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        var early = ledger.write(db -> {
            first.countDown();
            return set("early").run(db);
        });
        var late = ledger.write(db -> await(second));
        release.countDown();
        await(first);
        assertThat(early).isNotDone();
        assertThat(keys(ledger)).isEmpty();
        second.countDown();
        early.join();
        assertThat(keys(ledger)).containsExactly("early");
        late.join();
    }

    @Test
    void workThatFailsFailsAloneAndLeavesNothing() {
        CountDownLatch release = heldWriter(ledger);
        var before = ledger.write(set("a"));
        var refused = failing(new NotPossible("Not today."));
        var broken = ledger.write(db -> set("b").run(db) + set("b").run(db));
        var bug = failing(new IllegalStateException("a bug"));
        var error = failing(new StackOverflowError());
        var after = ledger.write(set("d"));
        release.countDown();
        assertThat(before.join() + after.join()).isEqualTo(2);
        assertThat(failure(refused)).isInstanceOf(NotPossible.class).hasMessage("Not today.");
        for (var fault : List.of(broken, bug, error)) {
            assertThat(failure(fault)).isInstanceOf(StationFault.class).message().endsWith(".").doesNotContain("SQL");
        }
        assertThat(keys(ledger)).containsExactly("a", "d");
    }

    private CompletableFuture<Integer> failing(Throwable failure) {
        return ledger.write(db -> {
            set("half done").run(db);
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        });
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return catchThrowable(future::join).getCause();
    }

    @Test
    void aCommitThatFailsFailsItsWholeBatchAndTheNextGoesOn() {
        CountDownLatch release = heldWriter(ledger);
        var innocent = ledger.write(set("innocent"));
        var guilty = ledger.write(db -> db.run("PRAGMA defer_foreign_keys = ON")
                + db.run("INSERT INTO addon (conference_id, slug, name) VALUES (77, 'x', 'X')"));
        release.countDown();
        assertThat(failure(innocent)).isInstanceOf(StationFault.class);
        assertThat(failure(guilty)).isInstanceOf(StationFault.class);
        assertThat(keys(ledger)).isEmpty();
        ledger.write(set("next")).join();
        assertThat(keys(ledger)).containsExactly("next");
    }

    @Test
    void closingFinishesWhatWasAccepted() throws InterruptedException {
        CountDownLatch release = heldWriter(ledger);
        List<CompletableFuture<Integer>> accepted = IntStream.range(0, 3000).mapToObj(i -> ledger.write(set(i))).toList();
        Thread closing = Thread.ofVirtual().start(ledger::close);
        release.countDown();
        assertThat(accepted).allSatisfy(one -> assertThat(one.join()).isEqualTo(1));
        closing.join();
        ledger = Ledger.open(file());
        assertThat(keys(ledger)).hasSize(3000);
    }

    @Test
    void writesAfterClosingFailInWords() {
        ledger.close();
        ledger.close();
        assertThat(failure(ledger.write(set("late")))).isInstanceOf(StationFault.class)
                .hasMessage("The station is closing; nothing was recorded.");
        assertThatThrownBy(() -> ledger.writeNow(set("late"))).isInstanceOf(StationFault.class);
    }

    /** A screen that looks once more while the window closes. */
    @Test
    void aClosedLedgerReadsNothingAndOpensNothing() {
        ledger.close();
        assertThatThrownBy(() -> ledger.read(db -> db.number("SELECT 1"))).isInstanceOf(StationFault.class)
                .hasMessage("The station is closing.");
    }

    /** Each write is either done, then it is there, or it failed, then it is not. */
    @Test
    void writesWhileClosingAreDoneOrRefused() throws InterruptedException {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        Race.run(8, 1, (thread, _) -> {
            for (int i = 0; i < 500; i++) {
                String key = thread + "-" + i;
                if (thread == 0 && i == 250) {
                    ledger.close();
                }
                if (catchThrowable(() -> ledger.writeNow(set(key))) == null) {
                    done.add(key);
                }
            }
        });
        ledger = Ledger.open(file());
        assertThat(keys(ledger)).containsExactlyInAnyOrderElementsOf(done);
    }

    @Test
    void readsNeverWaitForTheWriter() {
        ledger.write(set("before")).join();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        var writing = ledger.write(db -> {
            set("after").run(db);
            written.countDown();
            return await(release);
        });
        await(written);
        assertThat(keys(ledger)).as("a snapshot of before").containsExactly("before");
        assertThat(writing).isNotDone();
        release.countDown();
        writing.join();
        assertThat(keys(ledger)).containsExactly("after", "before");
    }

    @Test
    void theWriterNeverWaitsForAReaderAndTheReaderKeepsItsSnapshot() {
        ledger.read(db -> {
            assertThat(db.number(COUNT)).isZero();
            ledger.write(set("meanwhile")).join();
            assertThat(db.number(COUNT)).isZero();
            return null;
        });
        assertThat(keys(ledger)).containsExactly("meanwhile");
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> ledger.read(db -> set("x").run(db))).isInstanceOf(StationFault.class);
        assertThat(keys(ledger)).isEmpty();
    }

    @Test
    void moreThanTheQueueHoldsWaitsAndNothingIsLost() throws InterruptedException {
        CountDownLatch release = heldWriter(ledger);
        Thread.ofVirtual().start(release::countDown);
        Race.run(4, 1, (thread, _) -> IntStream.range(0, 2500)
                .mapToObj(i -> ledger.write(set(thread + "-" + i))).toList().forEach(CompletableFuture::join));
        assertThat(keys(ledger)).hasSize(10_000);
    }

    @Test
    void anInterruptedCallerStillWritesAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        var written = ledger.write(set("x"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(written.join()).isEqualTo(1);
    }

    @Test
    void theWriterDoesNotWaitForItself() {
        assertThatThrownBy(() -> ledger.write(db -> ledger.writeNow(set("x"))).join())
                .isInstanceOf(CompletionException.class);
        assertThat(ledger.write(set("y")).join()).isEqualTo(1);
        assertThat(keys(ledger)).containsExactly("y");
    }

    @Test
    void everyCommitIsCounted() {
        long before = ledger.commits();
        ledger.writeNow(set("x"));
        assertThat(ledger.commits()).isEqualTo(before + 1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesAndFolderAreTheOwnersOnly() throws IOException {
        Path open = Files.createDirectories(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Ledger other = Ledger.open(open.resolve("lanyard.db"))) {
            other.writeNow(set("x"));
            assertThat(permissions(open)).isEqualTo("rwx------");
            for (String name : List.of("lanyard.db", "lanyard.db-wal", "lanyard.db-shm")) {
                assertThat(permissions(open.resolve(name))).as(name).isEqualTo("rw-------");
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void commitsAreSyncedAndConstraintsHold() {
        assertThat(ledger.<Long>writeNow(db -> db.number("PRAGMA synchronous"))).isEqualTo(2);
        assertThat(ledger.<Long>writeNow(db -> db.number("PRAGMA foreign_keys"))).isEqualTo(1);
        assertThat(ledger.<Long>writeNow(db -> db.number("PRAGMA recursive_triggers"))).isEqualTo(1);
        assertThat(ledger.<String>writeNow(db -> db.one(row -> row.getString(1), "PRAGMA journal_mode").orElseThrow()))
                .isEqualTo("wal");
    }

    /** A file of each version that there ever was becomes what a new one is. */
    @Test
    void everyOlderVersionIsBroughtToThisOne() throws SQLException {
        List<String> schema = ledger.read(LedgerTest::schema);
        for (int version = 0; version < Migrations.SCRIPTS.size(); version++) {
            Path old = folder.resolve("version-" + version + ".db");
            try (Connection connection = Connections.writer(old)) {
                Connections.execute(connection, "BEGIN");   // as the program does: one commit for all scripts
                Migrations.upgrade(connection, version);
                Connections.execute(connection, "COMMIT");
                assertThat(Connections.pragma(connection, "user_version")).isEqualTo(version);
            }
            try (Ledger upgraded = Ledger.open(old)) {
                assertThat(upgraded.read(LedgerTest::schema)).isEqualTo(schema);
                upgraded.writeNow(set("x"));
            }
            assertThat(new Maintenance(old).verify()).isEmpty();
        }
    }

    private static List<String> schema(Db db) throws SQLException {
        List<String> schema = db.list(row -> row.getString(1), "SELECT sql FROM sqlite_schema ORDER BY type, name");
        schema.add("version " + db.number("PRAGMA user_version"));
        return schema;
    }

    /** Four windows opened by the first click of the day. */
    @Test
    void firstStartsAtTheSameInstantAllSucceed() throws InterruptedException {
        Race.run(4, 30, (thread, round) -> {
            Path file = folder.resolve("round-" + round).resolve("lanyard.db");
            try (Ledger one = Ledger.open(file)) {
                assertThat(one.writeNow(set(thread))).isEqualTo(1);
            }
        });
    }

    /** The second of them may look at the file at any instant of the first one's making it. */
    @Test
    void aFileThatIsJustBeingMadeIsNotTakenForAnotherPrograms() throws Exception {
        for (int round = 0; round < 30; round++) {
            Path made = folder.resolve("made-" + round + ".db");
            try (Connection looking = Connections.writer(made)) {
                CountDownLatch begun = new CountDownLatch(1);
                var making = CompletableFuture.runAsync(() -> {
                    await(begun);
                    Ledger.open(made).close();
                });
                begun.countDown();
                do {
                    Migrations.check(looking, made);
                } while (!making.isDone());
                making.join();
            }
        }
    }
}
