package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.lanyard.ledger.Ledgers.heldWriter;
import static org.lanyard.ledger.Ledgers.keys;
import static org.lanyard.ledger.Ledgers.set;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Soon;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;

/** What ends the writer's transaction, its sleep or its file, and what becomes of those who wait for it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WriterTest {

    @TempDir Path folder;
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder.resolve("lanyard.db"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return catchThrowable(future::join).getCause();
    }

    private static final Map<String, Work<Integer>> ENDINGS = Map.of(
            "by the database", db -> db.run("INSERT OR ROLLBACK INTO setting (key, value) VALUES ('taken', 'x')"),
            "by itself", db -> {
                db.run("ROLLBACK");
                throw new NotPossible("Not today.");
            });

    /** Nobody of the batch is green: what they did went with the transaction. */
    @ParameterizedTest
    @ValueSource(strings = {"by the database", "by itself"})
    void R26_workThatEndsTheTransactionFailsItsWholeBatchAndTheNextGoesOn(String ending) {
        ledger.writeNow(set("taken"));
        CountDownLatch release = heldWriter(ledger);
        var before = ledger.write(set("before"));
        var guilty = ledger.write(ENDINGS.get(ending));
        var after = ledger.write(set("after"));
        release.countDown();
        for (var future : List.of(before, guilty, after)) {
            assertThat(failure(future)).isInstanceOf(StationFault.class)
                    .hasMessage("The station's database could not do that; nothing was recorded.");
        }
        assertThat(keys(ledger)).containsExactly("taken");
        ledger.writeNow(set("next"));
        assertThat(keys(ledger)).containsExactly("next", "taken");
    }

    @Test
    void aFaultThatTheWorkItselfNamesKeepsItsSentence() {
        var faulty = ledger.write(db -> {
            set("half done").run(db);
            throw new StationFault("The printer is on fire.");
        });
        assertThat(failure(faulty)).isInstanceOf(StationFault.class).hasMessage("The printer is on fire.");
        assertThat(keys(ledger)).isEmpty();
    }

    @Test
    void anInterruptedWriterWritesOn() {
        ledger.writeNow(db -> {
            Thread.currentThread().interrupt();
            return set("interrupted").run(db);
        });
        ledger.writeNow(set("next"));
        assertThat(keys(ledger)).containsExactly("interrupted", "next");
    }

    /** As a window does that is closed while it still waits for the disk. */
    @Test
    void anInterruptedCloseStillFinishesWhatWasAccepted() throws InterruptedException {
        CountDownLatch release = heldWriter(ledger);
        var accepted = ledger.write(set("accepted"));
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread closing = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            ledger.close();
            stillInterrupted.set(Thread.interrupted());
        });
        Soon.until("it waits", () -> closing.getState() == Thread.State.WAITING || !closing.isAlive());
        release.countDown();
        closing.join();
        assertThat(accepted.join()).isEqualTo(1);
        assertThat(stillInterrupted).isTrue();
        ledger = Ledger.open(folder.resolve("lanyard.db"));
        assertThat(keys(ledger)).containsExactly("accepted");
    }

    /** Another file has the name: a record in ours would be lost with the next start. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void R26_aDatabaseThatWasReplacedIsAFault() throws Exception {
        Path file = folder.resolve("lanyard.db");
        Path other = folder.resolve("other.db");
        new Maintenance(file).backup(other);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(failure(ledger.write(set("lost")))).isInstanceOf(StationFault.class)
                .hasMessageContaining("was taken away while the station was open");
        try (OtherProgram program = new OtherProgram(file)) {
            assertThat(program.number("SELECT count(*) FROM setting")).isZero();
        }
    }
}
