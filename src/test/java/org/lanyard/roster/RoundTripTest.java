package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.roster.Rosters.CSV;
import static org.lanyard.roster.Rosters.PARTIAL;
import static org.lanyard.roster.Rosters.dossier;
import static org.lanyard.roster.Rosters.people;
import static org.lanyard.roster.Rosters.person;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanyard.Rig;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Verdict;

/** What leaves as attendees comes back as the same roster. */
@Execution(ExecutionMode.CONCURRENT)
class RoundTripTest {

    private static final String ROSTER = """
            access_code,name,email,company,ticket_type,order_reference,order_status,items,attention,note
            A1,Zoë Ångström,z@x.example,"Bits, ""Bytes"" Ltd",Individual,O1,paid,lunch:3; tshirt-m,,vegan
            A2,"Ada
            Lovelace",,=1+1,Speaker,O1,paid,lunch:3; tshirt-m,Hand over the green lanyard,
            A3,  Bob  ,,,Individual,O2,pending,lunch; lunch:2,,
            A3,  Bob  ,,,Student,O3,partially_refunded,Speakers’ dinner,,
            A4,,,,,,,,,
            A5,李 小龍,,,,O4,cancelled,,,
            """;

    private static final String PRELOAD = """
            {"conference": "conf", "generated_at": "2027-05-14T07:00:00Z", "count": 2, "attendees": [
              {"access_code": "P1", "name": "Pia", "products": [
                {"id": 1, "description": "Individual", "quantity": 1, "ticket_type_slug": "individual"},
                {"id": 2, "description": "Lunch", "quantity": 2, "addon_slug": "lunch", "redeemed_count": 0}],
               "checked_in_at": "2027-05-14T06:59:00Z"},
              {"access_code": "P2", "name": "Per", "products": [
                {"id": 2, "description": "Lunch", "quantity": 2, "addon_slug": "lunch", "redeemed_count": 0}],
               "checked_in_at": null}]}
            """;

    @TempDir Path folder;
    @TempDir Path otherFolder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String exported(Rig from) {
        var out = new ByteArrayOutputStream();
        from.station().rosterFiles().exportJson(from.conference(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void comesBackUnchanged() {
        String before = exported(rig);
        var report = rig.json(before);
        assertThat(report.unusable()).isEmpty();
        for (var count : new ImportReport.Count[] {report.attendees(), report.orders(), report.items()}) {
            assertThat(count).isEqualTo(new ImportReport.Count(0, 0, count.unchanged(), 0));
        }
        assertThat(exported(rig)).isEqualTo(before);
    }

    private void isTheSameElsewhere() {
        String before = exported(rig);
        try (Rig other = Rig.in(otherFolder)) {
            assertThat(other.json(before).unusable()).isEmpty();
            assertThat(exported(other)).isEqualTo(before);
        }
    }

    @Test
    void aRosterComesBackUnchangedAndIsTheSameElsewhere() {
        rig.imported(CSV, ROSTER);
        comesBackUnchanged();
        isTheSameElsewhere();
    }

    @Test
    void withRecordsItComesBackUnchangedAndIsTheSameElsewhere() {
        rig.imported(CSV, ROSTER);
        rig.checkIn("A1");
        rig.redeem("lunch", "A1");
        comesBackUnchanged();
        isTheSameElsewhere();
        assertThat(dossier(rig, "A1").checkIns()).isEqualTo(1);
        assertThat(dossier(rig, "A1").items().getFirst().redeemed()).isEqualTo(1);
    }

    @Test
    void aVoidedCheckInDoesNotComeBackAsOneMadeElsewhere() {
        rig.imported(CSV, ROSTER);
        var made = rig.decide(new Mode.CheckIn(), "A1");
        String before = exported(rig);
        rig.station().gate().voidRecord(made.scan().id(), "wrong person", made.post(), Rig.NINE);
        rig.json(before);
        assertThat(rig.checkIn("A1")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void withAWithdrawnSharerItComesBackUnchangedAndIsTheSameElsewhere() {
        rig.imported(CSV, people(1, 10).replace("O2", "O1"));
        rig.imported(CSV, people(1, 10).replaceAll("A2,.*\n", ""));
        assertThat(person(rig, "A2").withdrawn()).isTrue();
        comesBackUnchanged();
        isTheSameElsewhere();
    }

    @Test
    void withADroppedItemItComesBackUnchanged() {
        rig.imported(CSV, people(1, 3));
        rig.imported(CSV, people(1, 3).replace("O3,lunch:2", "O3,dinner"));
        comesBackUnchanged();
    }

    @Test
    void theUpstreamServersRosterComesBackUnchanged() {
        rig.json(PRELOAD);
        comesBackUnchanged();
    }

    @Test
    void theUpstreamServersRosterIsTheSameElsewhere() {
        rig.json(PRELOAD);
        isTheSameElsewhere();
    }

    /** The speakers of a second file are not the roster's to withdraw, an export in between or not. */
    @Test
    void whomAPartialFileBroughtStaysSoThroughARoundTrip() {
        rig.imported(CSV, people(1, 10));
        rig.imported(PARTIAL, people(50, 51));
        rig.json(exported(rig));
        rig.imported(CSV, people(1, 10));
        assertThat(rig.checkIn("A50")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R31_aLeadsCorrectionsTravelAlong() {
        rig.imported(CSV, ROSTER);
        var lead = rig.post(new Mode.CheckIn());
        rig.station().corrections().setOrderStatus(lead, person(rig, "A5").id(), "paid", "paid at the desk");
        rig.station().corrections().setAttention(lead, person(rig, "A1").id(), "ID check", "asked for");
        isTheSameElsewhere();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aSampleIsReadWithoutALineThatCannotBeUsed(Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        RosterFiles.writeSample(500, 7, format, out);
        var report = rig.imported(ImportOptions.of(format, "sample"), out.toString(StandardCharsets.UTF_8));
        assertThat(report.unusable()).isEmpty();
        assertThat(report.attendees()).isEqualTo(new ImportReport.Count(500, 0, 0, 0));
    }

    @Test
    void theSameSeedGivesTheSameSample() throws IOException {
        var samples = new ByteArrayOutputStream[] {new ByteArrayOutputStream(), new ByteArrayOutputStream(),
                new ByteArrayOutputStream()};
        RosterFiles.writeSample(200, 1, Format.CSV, samples[0]);
        RosterFiles.writeSample(200, 1, Format.CSV, samples[1]);
        RosterFiles.writeSample(200, 2, Format.CSV, samples[2]);
        assertThat(samples[1].toByteArray()).isEqualTo(samples[0].toByteArray()).isNotEqualTo(samples[2].toByteArray());
    }

    private static String csv(Rig from) throws IOException {
        var csv = new StringWriter();
        from.station().rosterFiles().exportCsv(from.conference(), csv);
        return csv.toString();
    }

    private static final String ALL_COLUMNS = """
            access_code,name,email,company,ticket_type,order_reference,order_status,ticket_status,items,shared_items,\
            attention,note,party,blocked,codes,withdrawn,checked_in_at,show:Pronouns,"show:=Diet, exact"
            A1,Zoë Ångström,z@x.example,"Bits, ""Bytes"" Ltd",Individual,O1,paid,,Lunch:3; T-shirt M,Van:2,,vegan,3,,\
            X1;-X2,,2027-05-13T08:00:00.123Z,she/her,
            A2,"Ada
            Lovelace",,=1+1,Speaker,O1,paid,cancelled,Lunch:1,Van:2,Hand over,,,not paid for,,,,,"-none, =all"
            A3,  Bob  ,,yes,Individual,O2,pending,,=Lunch; Lunch:2,,,,,,,,,,
            A3,  Bob  ,,,Student,O3,partially_refunded,,Speakers’ dinner,,,,,,,,,,
            A4,,,,,,,,,,,,,,,,,,
            -A5,李 小龍,,,,O4,cancelled,,,,,,,,,yes,,,
            A6,O'Neil,,yes,=Odd,O5,paid,,"a, b:2",,,,,,,,,,
            """;

    @Test
    void aCsvOfAttendeesIsTheSameElsewhereByteForByte() throws IOException {
        assertThat(rig.imported(CSV, ALL_COLUMNS).unusable()).isEmpty();
        rig.checkIn("A3");
        String before = csv(rig);
        try (Rig other = Rig.in(otherFolder)) {
            assertThat(other.imported(CSV, before).unusable()).isEmpty();
            assertThat(csv(other)).isEqualTo(before);
            assertThat(exported(other)).isEqualTo(exported(rig));
            assertThat(person(other, "-A5").withdrawn()).isTrue();
            assertThat(person(other, "A2").details()).isEqualTo(person(rig, "A2").details());
        }
    }

    @Test
    void aCsvOfAttendeesHasAllColumnsAndChangesNothing() throws IOException {
        rig.imported(CSV, ALL_COLUMNS);
        String before = csv(rig);
        assertThat(before.lines().findFirst().orElseThrow()).isEqualTo("access_code,name,email,company,note,attention,party,"
                + "blocked,ticket_type,order_reference,order_status,ticket_status,items,shared_items,codes,checked_in_at,"
                + "withdrawn,show:Pronouns,\"show:=Diet, exact\"");
        var report = rig.imported(CSV, before);
        for (var count : new ImportReport.Count[] {report.attendees(), report.orders(), report.items()}) {
            assertThat(count).isEqualTo(new ImportReport.Count(0, 0, count.unchanged(), 0));
        }
        assertThat(csv(rig)).isEqualTo(before);
    }

    @Test
    void aCsvOfAttendeesIsReadAgainAsFarAsCsvGoes() throws IOException {
        rig.imported(CSV, people(1, 5));
        String csv = csv(rig);
        try (Rig other = Rig.in(otherFolder)) {
            assertThat(other.imported(CSV, csv).unusable()).isEmpty();
            assertThat(person(other, "A3").name()).isEqualTo("Name 3");
            assertThat(dossier(other, "A3").items()).isEqualTo(dossier(rig, "A3").items());
        }
    }
}
