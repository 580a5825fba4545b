package org.lanyard.desk.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.Station;
import org.lanyard.journal.RecordKind;
import org.lanyard.roster.Correction;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.Person;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/** What leads put right at one desk is known, and stays, at a station that is prepared from it (R31, R34, R35, R37). */
class PreparedCorrectionsTest {

    private static final String[] ROSTER = {
            "access_code,name,ticket_type,order_reference,order_status,items,attention,blocked",
            "ADA1,Ada Lovelase,Individual,O1,paid,lunch:1,,", "BOB1,Bob,Individual,O2,pending,,Look twice,",
            "CYD1,Cyd,Individual,O3,paid,,,unpaid", "DEE1,Dee,Individual,O4,paid,,,", "DEE2,Dee Wu,Individual,O5,paid,,,",
            "EVE1,Eve,Individual,O6,paid,,,"};

    @TempDir Path folder;
    private Rig from;
    private Rig into;

    @BeforeEach
    void open() {
        from = Rig.in(folder.resolve("from"));
        into = Rig.in(folder.resolve("into"));
        from.csv(ROSTER);
        from.station().venue().setRole("Lea", Role.LEAD);
    }

    @AfterEach
    void close() {
        from.close();
        into.close();
    }

    private static String[] roster(String adasName) {
        return Stream.of(ROSTER).map(row -> row.replace("Lovelase", adasName)).toArray(String[]::new);
    }

    private Post lea() {
        return from.post(new Mode.CheckIn(), "Desk", "Lea");
    }

    private static Person person(Rig rig, String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
    }

    private void correct(String code, Correction... corrections) {
        from.station().corrections().correct(lea(), person(from, code).id(), List.of(corrections), "at the desk");
    }

    private static PreparationFile files(Rig rig) {
        Station at = rig.station();
        return new PreparationFile(at.roster(), at.rosterFiles(), at.preparation(), at.preparedCorrections());
    }

    private Path written() throws IOException {
        Path file = folder.resolve("prepared.lanyard");
        try (OutputStream out = Files.newOutputStream(file)) {
            files(from).write(from.conference(), out);
        }
        return file;
    }

    private int take(Path file) {
        PreparationFile.Offer offer = files(into).read(file);
        files(into).apply(offer);
        return offer.corrections();
    }

    @Test
    void R31_R37_theNextRosterUndoesNothingThere() throws IOException {
        correct("ADA1", new Correction.Text(Detail.NAME, "Ada Lovelace"), new Correction.More(from.product("lunch"), 2));
        correct("BOB1", new Correction.OrderStatus("paid"), new Correction.Attention(""));
        from.station().corrections().add(lea(),
                new Corrections.Newcomer("NEW1", "Nel New", "", "", from.product("individual")), "forgotten");
        assertThat(take(written())).isEqualTo(2);
        into.csv(ROSTER);
        assertThat(person(into, "ADA1").name()).isEqualTo("Ada Lovelace");
        assertThat(into.station().gate().dossier(into.conference(), person(into, "ADA1")).items())
                .extracting(item -> item.quantity()).containsExactly(3);
        assertThat(into.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(into.checkIn("NEW1")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R34_R35_blocksAndCodesStayToo() throws IOException {
        from.station().access().block(lea(), person(from, "ADA1").id(), "stole a chair");
        from.station().access().unblock(lea(), person(from, "CYD1").id(), "paid now");
        from.station().access().replace(lea(), person(from, "BOB1").id(), "BOB1", "BADGE7", "lost");
        from.station().access().link(lea(), person(from, "EVE1").id(), "BAND9");
        correct("BOB1", new Correction.OrderStatus("paid"), new Correction.Attention(""));
        take(written());
        into.csv(ROSTER);
        assertThat(into.checkIn("ADA1")).isInstanceOf(Verdict.Blocked.class);
        assertThat(into.checkIn("CYD1")).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(into.checkIn("BOB1")).isInstanceOf(Verdict.Blocked.class);
        assertThat(into.checkIn("BADGE7")).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(into.checkIn("BAND9")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R37_aMergeStays() throws IOException {
        from.station().corrections().merge(lea(), person(from, "DEE1").id(), person(from, "DEE2").id(), "the same person");
        take(written());
        into.csv(ROSTER);
        assertThat(person(into, "DEE1").name()).isEqualTo("Dee Wu");
        assertThat(into.checkIn("DEE1")).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(into.checkIn("DEE2")).isInstanceOf(Verdict.ReEntry.class);
    }

    @Test
    void R27_takenOverTwiceItIsTheSame() throws IOException {
        correct("ADA1", new Correction.Text(Detail.NAME, "Ada Lovelace"));
        Path file = written();
        take(file);
        take(file);
        assertThat(into.station().journal().latest(into.conference(), 10)).singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(RecordKind.CORRECTION))
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("at the desk"));
        into.csv(ROSTER);
        assertThat(person(into, "ADA1").name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void R31_whereTheRosterSaysTheSameTheCorrectionHasServed() throws IOException {
        correct("ADA1", new Correction.Text(Detail.NAME, "Ada Lovelace"));
        take(written());
        into.csv(roster("Lovelace"));
        into.csv(roster("King"));
        assertThat(person(into, "ADA1").name()).isEqualTo("Ada King");
    }

    @Test
    void aFileOfAnEarlierVersionHasNone() throws IOException {
        correct("ADA1", new Correction.Text(Detail.NAME, "Ada Lovelace"));
        assertThat(take(with(Optional.empty()))).isZero();
        assertThat(person(into, "ADA1").name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void aFileOfALaterVersionOrWithNonsenseIsRefusedWhole() throws IOException {
        for (String corrections : List.of("{\"lanyard_corrections\":2}", "{}", "not JSON",
                "{\"lanyard_corrections\":1,\"corrections\":[{\"id\":\"1\"}]}")) {
            Path file = with(Optional.of(corrections));
            assertThatThrownBy(() -> files(into).read(file)).as(corrections).isInstanceOf(NotPossible.class);
        }
        assertThat(into.station().roster().conferences()).isEmpty();
    }

    /** The written file, with this in the place of its corrections. */
    private Path with(Optional<String> corrections) throws IOException {
        Path other = folder.resolve("other.lanyard");
        try (ZipFile zip = new ZipFile(written().toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.getName().equals("corrections.json")).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                zip.getInputStream(entry).transferTo(out);
            }
            if (corrections.isPresent()) {
                out.putNextEntry(new ZipEntry("corrections.json"));
                out.write(corrections.get().getBytes(StandardCharsets.UTF_8));
            }
        }
        return other;
    }
}
