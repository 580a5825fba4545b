package org.lanyard.desk.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.reader.Pictures;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.ImportOptions;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;
import org.lanyard.upstream.Connection;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A station that speaks German refuses nothing in English. */
@ExtendWith(ApplicationExtension.class)
class RefusalsTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference,order_status,items\n";

    @TempDir Path folder;
    private final Words words = new Words(Locale.GERMAN);
    private Rig rig;
    private Workplace workplace;

    @BeforeEach
    void open() {
        rig = Rig.in(folder.resolve("station"));
        rig.csv(IntStream.range(0, 10).mapToObj(i -> "A" + i + ",Person " + i + ",Individual,O" + i + ",paid,lunch")
                .reduce(HEADER.strip(), (before, row) -> before + "\n" + row).split("\n"));
        workplace = new Workplace(rig.station(), rig.post(new Mode.CheckIn()));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** What is said of the failure, which is not what the command line says of it. */
    private void refused(ThrowingCallable attempt, String german) {
        Throwable failure = catchThrowable(attempt);
        assertThat(words.why(failure)).startsWith(german).isNotEqualTo(failure.getMessage());
    }

    private static void refused(SetupModelsTest.Attempt attempt, String german) throws TimeoutException {
        assertThat(SetupModelsTest.outcome(attempt)).asString().startsWith(german);
    }

    private SetupModels models() {
        return SetupModels.of(workplace, Locale.GERMAN);
    }

    private static <T> T onTheScreen(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, work);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void importing(Path file, String german) {
        refused(() -> rig.station().rosterFiles().importFile(file, ImportOptions.of(ImportOptions.Format.CSV, "conf"),
                _ -> {}), german);
    }

    @Test
    void ofARoleThatIsTooLow() throws TimeoutException {
        onTheScreen(() -> {
            workplace.signIn(rig.station().venue().setRole("Vera", Role.VOLUNTEER));
            return true;
        });
        refused((done, failed) -> models().station().rename("Tür A", () -> done.accept(""), failed),
                "Das darf nur die Leitung");
        refused((done, failed) -> models().station().setRedeemPer(workplace.conference().redeemPer(), () -> done.accept(""),
                failed), "Das darf nur die Administration");
    }

    @Test
    void ofAVoid() {
        Post volunteer = rig.post(new Mode.CheckIn(), "Desk", "Vera");
        rig.checkIn("A1");
        UUID made = rig.station().journal().latest(rig.conference(), 1).getFirst().id();
        rig.pass(Duration.ofMinutes(6));
        refused(() -> rig.station().gate().voidRecord(made, " ", volunteer, rig.station().clock().instant()),
                "Eine Stornierung braucht einen Grund.");
        refused(() -> rig.station().gate().voidRecord(made, "so", volunteer, rig.station().clock().instant()),
                "Helferinnen und Helfer dürfen stornieren");
    }

    @Test
    void ofNamesNumbersAndPins() throws TimeoutException {
        StationModel station = models().station();
        StaffModel staff = models().staff();
        refused((done, failed) -> station.rename(" ", () -> done.accept(""), failed),
                "Der Name einer Station hat 1 bis 100 Zeichen.");
        refused((done, failed) -> station.setCapacity(rig.product("individual"), "viele", () -> done.accept(""), failed),
                "„viele“ ist keine Anzahl");
        refused((done, failed) -> staff.setNeedsSignIn(true, () -> done.accept(""), failed),
                "Geben Sie zuerst jemandem aus der Administration eine PIN");
        assertThat(SetupModelsTest.outcome((done, failed) -> staff.save("Eva", Role.LEAD, "12", () -> done.accept(""),
                failed))).isEqualTo("Eine PIN hat 4 bis 12 Ziffern.");
        assertThat(SetupModelsTest.outcome((done, failed) -> staff.save("", Role.LEAD, "", () -> done.accept(""),
                failed))).asString().startsWith("Der Name eines Teammitglieds");
    }

    @Test
    void ofACorrection() {
        Corrections.Newcomer newcomer = new Corrections.Newcomer("A1", "Eva", "", "", null);
        Corrections corrections = rig.station().corrections();
        refused(() -> corrections.add(rig.post(new Mode.CheckIn()), newcomer, ""), "Eine Berichtigung braucht einen Grund.");
        refused(() -> corrections.add(rig.post(new Mode.CheckIn()), newcomer, "so"), "Den Code A1 hat schon jemand.");
    }

    @Test
    void ofAFile() throws IOException, TimeoutException {
        importing(folder.resolve("nowhere.csv"), "Es gibt keine Datei");
        importing(file("empty.csv", ""), "Die Datei ist leer");
        importing(file("half.csv", HEADER + "A1,Person 1,Individual,O1,paid,\n"), "9 von 10 Personen fehlen");
        importing(file("half.json", "{\"attendees\": ["), "Die Datei ist kein vollständiges JSON");
        importing(folder, "Die Datei " + folder + " kann nicht gelesen werden.");
        assertThat(SetupModelsTest.outcome((done, failed) -> models().backups()
                .read(file("holiday.zip", "no archive"), done::accept, failed)))
                .isEqualTo("Die Datei holiday.zip wurde nicht von einer anderen Station geschrieben.");
        assertThat(words.say(Pictures.read(file("ticket.png", "no picture")).fault().orElseThrow()))
                .startsWith("Das Bild ").endsWith(": das Bildformat wird nicht unterstützt.");
    }

    @Test
    void ofAServer() {
        refused(() -> Connection.of("http://example.org", "/conf", null, "desk"), "Der Server muss über https");
        refused(() -> rig.station().upstream().test(rig.conference()), "Für conf ist kein Server eingetragen.");
        rig.station().upstream().set(rig.conference(), Connection.of("http://127.0.0.1:1", "/conf", null, "desk"), false);
        refused(() -> rig.station().upstream().trust(rig.conference(), "AB"), "Ein SHA-256-Fingerabdruck hat");
        assertThat(rig.station().upstream().test(rig.conference())).extracting(step -> words.say(step.sentence()))
                .containsExactly("Der Server ist von diesem Rechner aus nicht erreichbar.");
    }

    @Test
    void ofABrokenStation() {
        rig.station().ledger().close();
        refused(() -> rig.checkIn("A1"), "Die Station wird geschlossen");
    }
}
