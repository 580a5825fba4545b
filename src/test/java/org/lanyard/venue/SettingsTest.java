package org.lanyard.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.Rig;
import org.lanyard.scan.StationFault;

/** The settings of a station: typed, in memory, saved behind. */
@Execution(ExecutionMode.CONCURRENT)
class SettingsTest {

    @TempDir private Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Settings settings() {
        return rig.station().settings();
    }

    /** Puts a text into the file behind the program's back. */
    private void store(String key, String text) {
        rig.station().ledger().writeNow(db -> db.run("INSERT INTO setting (key, value) VALUES (?, ?)", key, text));
        settings().reload();
    }

    @Test
    void aSettingThatWasNeverChosenHasItsDefault() {
        assertThat(settings().get(Settings.THEME)).isEqualTo(Theme.LIGHT);
        assertThat(settings().get(Settings.VOLUME)).isEqualTo(70);
        assertThat(settings().get(Settings.CAMERA)).isEmpty();
        assertThat(settings().get(Settings.SIGN_IN)).isFalse();
    }

    @Test
    void whatIsSetIsThereAtOnceAndAfterTheNextStart() {
        settings().set(Settings.THEME, Theme.DARK);
        settings().set(Settings.CAMERA, Optional.of("front"));
        settings().set(Settings.SIGN_IN, true);
        assertThat(settings().get(Settings.THEME)).isEqualTo(Theme.DARK);
        rig.reopened();
        assertThat(settings().get(Settings.THEME)).isEqualTo(Theme.DARK);
        assertThat(settings().get(Settings.CAMERA)).contains("front");
        assertThat(settings().get(Settings.SIGN_IN)).isTrue();
    }

    @Test
    void settingTheDefaultForgetsWhatWasChosen() {
        settings().set(Settings.VOLUME, 20).join();
        settings().set(Settings.VOLUME, 70).join();
        assertThat(rig.station().ledger().<Long>read(db -> db.number("SELECT count(*) FROM setting"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"theme,PURPLE", "volume,101", "volume,-1", "volume,loud", "text-size,", "sign-in,maybe", "station,''",
            "backup.every,9999999999", "language,../../x"})
    void aStoredTextThatIsNoValueIsTheDefault(String key, String text) {
        store(key, text == null ? "" : text);
        assertThat(Settings.ALL).filteredOn(setting -> setting.key().equals(key))
                .allSatisfy(setting -> assertThat(settings().get(setting)).isEqualTo(setting.byDefault())).hasSize(1);
    }

    /** Case 49: with the writer held, setting and getting go on. */
    @Test
    void nothingWaitsForTheWriter() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        rig.station().ledger().write(_ -> {
            held.countDown();
            await(release);
            return null;
        });
        held.await();
        CompletableFuture<Boolean> saved = settings().set(Settings.VOLUME, 10);
        settings().set(Settings.VOLUME, 20);
        CompletableFuture<Boolean> last = settings().set(Settings.VOLUME, 30);
        assertThat(saved).isNotDone();
        assertThat(settings().get(Settings.VOLUME)).isEqualTo(30);
        release.countDown();
        saved.join();
        last.join();
        assertThat(settings().stored(Settings.VOLUME)).isEqualTo(30);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFailedSaveIsTold() {
        rig.station().ledger().writeNow(db -> db.run("CREATE TRIGGER full BEFORE INSERT ON setting"
                + " BEGIN SELECT RAISE(ABORT, 'no room'); END"));
        CompletableFuture<StationFault> told = new CompletableFuture<>();
        settings().onFailedSave(told::complete);
        CompletableFuture<Boolean> save = settings().set(Settings.VOLUME, 5);
        assertThatThrownBy(save::join).hasCauseInstanceOf(StationFault.class);
        assertThat(told.join()).isInstanceOf(StationFault.class);
        assertThat(settings().get(Settings.VOLUME)).isEqualTo(5);
    }

    @Test
    void anotherProcesssChoiceIsSeenWhereItIsAskedFor() {
        try (Rig other = Rig.in(folder)) {
            other.station().settings().set(Settings.VOLUME, 15).join();
            assertThat(settings().stored(Settings.VOLUME)).isEqualTo(15);
            settings().reload();
            assertThat(settings().get(Settings.VOLUME)).isEqualTo(15);
        }
    }
}
