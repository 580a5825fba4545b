package org.lanyard.desk.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Files that Setup reads and writes, without its widgets. */
@ExtendWith(ApplicationExtension.class)
class SetupModelsTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference,order_status,items\n";

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder.resolve("station"));
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items",
                "AAAA1111,Ada Lovelace,Individual,O1,paid,lunch:2");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Workplace workplace(Rig at) {
        return new Workplace(at.station(), at.post(new Mode.CheckIn()));
    }

    private static SetupModels models(Workplace workplace) {
        return SetupModels.of(workplace, Locale.ENGLISH);
    }

    interface Attempt {

        void begin(Consumer<Object> done, Consumer<String> failed) throws IOException;
    }

    /** What came of it: the result, or the sentence why not. */
    static Object outcome(Attempt work) throws TimeoutException {
        AtomicReference<Object> outcome = new AtomicReference<>();
        WaitForAsyncUtils.asyncFx(() -> {
            work.begin(outcome::set, outcome::set);
            return true;
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> outcome.get() != null);
        return outcome.get();
    }

    /** Case 61. */
    @Test
    void aPreparationFileThatUnpacksToFarMoreThanItIsIsRefusedAndTheNextScanIsTaken() throws IOException, TimeoutException {
        Path file = folder.resolve("bomb" + PreparationFile.ENDING);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("roster.json"));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                zip.write(spaces);
            }
            zip.putNextEntry(new ZipEntry("station.json"));
            zip.write("{}".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Files.size(file)).isLessThan(200_000);
        assertThat(outcome((done, failed) -> models(workplace(rig)).backups().read(file, done::accept, failed))).asString()
                .startsWith("The file unpacks to more than");
        assertThat(rig.checkIn("AAAA1111").recorded()).isTrue();
    }

    /** Case 62. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions")
    void aPreparationFileIsItsOwnersAlone() throws IOException, TimeoutException {
        Path file = folder.resolve("prepared" + PreparationFile.ENDING);
        outcome((done, failed) -> models(workplace(rig)).backups().prepare(file, () -> done.accept(1), failed));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void anotherStationIsPreparedWithDoorsStaffAndSettingsAndNoRecords() throws TimeoutException {
        StaffMember lead = rig.station().venue().setRole("Lea", Role.LEAD);
        rig.station().pins().set(new Pins.Owner.Staff(lead), "2468");
        rig.station().venue().setCapacity(rig.product("individual"), 7);
        rig.station().settings().set(Settings.THEME, Theme.DARK).join();
        rig.checkIn("AAAA1111");
        Path file = folder.resolve("prepared.zip");
        assertThat(outcome((done, failed) -> models(workplace(rig)).backups()
                .prepare(file, () -> done.accept("done"), failed))).isEqualTo("done");
        try (Rig other = Rig.in(folder.resolve("other"))) {
            other.imported(org.lanyard.roster.ImportOptions.of(org.lanyard.roster.ImportOptions.Format.CSV, "demo"),
                    HEADER + "ZZZZ9999,Zoe,Individual,O9,paid,\n");
            Workplace there = new Workplace(other.station(), new org.lanyard.scan.Post(
                    other.station().roster().conference("demo"), other.station().venue().station("There"), "There", null,
                    new Mode.CheckIn()));
            PreparationFile.Offer offer = (PreparationFile.Offer) outcome(
                    (done, failed) -> models(there).backups().read(file, done::accept, failed));
            assertThat(outcome((done, failed) -> models(there).backups().takeOver(offer,
                    _ -> done.accept(there.conference().slug()), failed))).isEqualTo("conf");
            assertThat(other.station().venue().doors(other.station().roster().products(other.conference())))
                    .extracting(door -> door.capacity())
                    .containsExactly(7);
            StaffMember same = other.station().venue().staff("Lea");
            assertThat(same.role()).isEqualTo(Role.LEAD);
            assertThat(other.station().pins().isSet(new Pins.Owner.Staff(same))).as("PINs stay here").isFalse();
            assertThat(other.station().settings().get(Settings.THEME)).isEqualTo(Theme.DARK);
            assertThat(other.station().journal().latest(other.conference(), 10)).isEmpty();
        }
    }

    @Test
    void aFileOfSomethingElseIsRefusedInWords() throws IOException, TimeoutException {
        Path file = Files.writeString(folder.resolve("holiday.zip"), "no archive");
        assertThat(outcome((done, failed) -> models(workplace(rig)).backups().read(file,
                done::accept, failed))).isEqualTo("The file holiday.zip was not written by another station.");
    }

    @Test
    void aBackupIsWrittenOnceItsTimeHasCome() throws TimeoutException, IOException {
        BackupSchedule[] made = new BackupSchedule[1];
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            made[0] = models(workplace(rig)).schedule();
            made[0].set(java.util.Optional.of(folder), 15);
            made[0].look();
        });
        assertThat(copies()).isZero();
        rig.pass(Duration.ofMinutes(16));
        WaitForAsyncUtils.waitForAsyncFx(5000, made[0]::look);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> copies() == 1 && !made[0].lastProperty().get().isEmpty());
        assertThat(made[0].lastProperty().get()).isEqualTo("lanyard-2027-05-14-071600.db");
        WaitForAsyncUtils.waitForAsyncFx(5000, made[0]::close);
    }

    private long copies() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".db")).count();
        }
    }
}
