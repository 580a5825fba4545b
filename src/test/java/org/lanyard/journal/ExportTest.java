package org.lanyard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.Rig;
import org.lanyard.roster.ImportOptions;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the journal: columns, marks of voided records, times, and nothing that a spreadsheet would run. */
@Execution(ExecutionMode.CONCURRENT)
class ExportTest {

    private static final String COMMON = "id,at,access_code,name,station,staff,note,voided_at,voided_by,void_reason";

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,items,attention",
                "ADA1,\"Ada, \"\"Countess\"\"", "of Lovelace\",Individual,O1,lunch:2; student,",
                "BOB1,Bob,Student,O2,,", "EVE1,Eve,Individual,O3,,ID check");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private String text(RecordKind kind) {
        try {
            StringWriter out = new StringWriter();
            rig.station().export().csv(rig.conference(), kind, out);
            return out.toString();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<NamedCsvRecord> rows(RecordKind kind) {
        return CsvReader.builder().ofNamedCsvRecord(text(kind)).stream().toList();
    }

    private JsonNode json(RecordKind kind) {
        StringWriter out = new StringWriter();
        rig.station().export().json(rig.conference(), kind, out);
        return JsonMapper.shared().readTree(out.toString());
    }

    private Decision noted(String payload, String note) {
        Scan scan = rig.scan(payload);
        return rig.station().gate().decide(rig.post(new Mode.CheckIn(), "Door A", "sam"),
                new Scan(scan.id(), payload, scan.source(), scan.at(), note, true, false)).join();
    }

    @ParameterizedTest
    @CsvSource({"CHECK_IN,',overridden'", "DOOR_CHECK,',door,overridden'", "REDEMPTION,',item,overridden'",
            "REFUSAL,',verdict,payload'"})
    void theHeaderIsTheContracts(RecordKind kind, String own) {
        assertThat(text(kind).lines()).containsExactly(COMMON + own);
    }

    @Test
    void aRecordIsARowWithAllThatIsKnown() {
        var made = noted("ADA1", "by the side door");
        assertThat(rows(RecordKind.CHECK_IN)).singleElement().satisfies(row -> assertThat(row.getFields())
                .containsExactly(made.scan().id().toString(), "2027-05-14T07:00:00.000Z", "ADA1",
                        "Ada, \"Countess\"\nof Lovelace", "Door A", "sam", "by the side door", "", "", "", "no"));
    }

    @Test
    void R28_timesAreUtcWithMilliseconds() {
        rig.at(Rig.NINE.plusMillis(7));
        rig.checkIn("ADA1");
        assertThat(rows(RecordKind.CHECK_IN)).extracting(row -> row.getField("at"))
                .containsExactly("2027-05-14T07:00:00.007Z");
    }

    @Test
    void R28_theOrderIsTheJournals() {
        rig.checkIn("ADA1");
        rig.at(Rig.NINE.minusSeconds(60));
        rig.checkIn("BOB1");
        assertThat(rows(RecordKind.CHECK_IN)).extracting(row -> row.getField("access_code"))
                .containsExactly("ADA1", "BOB1");
    }

    @Test
    void R24_aVoidedRecordStaysAndIsMarked() {
        var made = noted("ADA1", null);
        rig.pass(Duration.ofSeconds(90));
        rig.station().venue().setRole("lea", Role.LEAD);
        rig.station().gate().voidRecord(made.scan().id(), "wrong person",
                rig.post(new Mode.CheckIn(), "Desk", "lea"), Rig.NINE.plusSeconds(90));
        rig.checkIn("ADA1");
        assertThat(rows(RecordKind.CHECK_IN)).extracting(row -> row.getFields().subList(7, 10)).containsExactly(
                List.of("2027-05-14T07:01:30.000Z", "lea", "wrong person"), List.of("", "", ""));
    }

    @Test
    void R34_whoeverALeadLetThroughIsMarkedAndTheNoteSaysWhy() {
        rig.station().venue().setRole("lea", Role.LEAD);
        long ada = rig.station().roster().find(rig.conference(), Reading.of("ADA1")).orElseThrow().id();
        rig.station().access().block(rig.post(new Mode.CheckIn(), "Desk", "lea"), ada, "unpaid");
        rig.station().gate().decide(rig.post(new Mode.CheckIn(), "Desk", "lea"),
                rig.scan("ADA1").overridden().withNote("paid in cash")).join();
        rig.checkIn("BOB1");
        assertThat(rows(RecordKind.CHECK_IN)).extracting(row -> row.getField("overridden"), row -> row.getField("note"))
                .containsExactly(tuple("yes", "paid in cash"), tuple("no", ""));
        assertThat(json(RecordKind.CHECK_IN).get(0).get("overridden").stringValue()).isEqualTo("yes");
    }

    @Test
    void doorChecksNameTheDoorAndRedemptionsTheItem() {
        rig.door("lunch", "ADA1");
        rig.redeem("lunch", "ADA1");
        assertThat(rows(RecordKind.DOOR_CHECK)).extracting(row -> row.getField("door")).containsExactly("lunch");
        assertThat(rows(RecordKind.REDEMPTION)).extracting(row -> row.getField("item")).containsExactly("lunch");
    }

    @Test
    void R14_aDoorWhoseSlugIsBothATicketTypesAndAnAddOnsIsNamedWithItsKind() {
        rig.decide(new Mode.Door(rig.station().roster().product(rig.conference(), "addon:student", null)), "ADA1");
        rig.decide(new Mode.Door(rig.station().roster().product(rig.conference(), "student",
                Product.Kind.TICKET_TYPE)), "BOB1");
        assertThat(rows(RecordKind.DOOR_CHECK)).extracting(row -> row.getField("door"))
                .containsExactly("addon:student", "ticket:student");
    }

    @Test
    void refusalsKeepVerdictAndPayloadAlsoOfNobody() {
        rig.checkIn("BOB2");
        rig.redeem("lunch", "BOB1");
        assertThat(rows(RecordKind.REFUSAL)).extracting(row -> row.getField("access_code"),
                row -> row.getField("verdict"), row -> row.getField("payload"))
                .containsExactly(tuple("", "unknown_code", "BOB2"),
                        tuple("BOB1", "not_purchased", "BOB1"));
    }

    @Test
    void aRefusedPayloadIsCutTo512Characters() {
        rig.checkIn("\uD83C\uDFAB".repeat(600));
        assertThat(rows(RecordKind.REFUSAL)).singleElement().satisfies(row -> assertThat(row.getField("payload"))
                .isEqualTo("\uD83C\uDFAB".repeat(512)));
    }

    @Test
    void R12_aNoteSentAwayIsAmongTheRefusals() {
        rig.station().gate().sentAway(rig.decide(new Mode.CheckIn(), "EVE1")).join();
        assertThat(rows(RecordKind.REFUSAL)).extracting(row -> row.getField("verdict"))
                .containsExactly("needs_attention");
    }

    @ParameterizedTest
    @MethodSource
    void noCellIsAFormula(String text, String cell) {
        noted("ADA1", text);
        rig.checkIn(text);
        assertThat(rows(RecordKind.CHECK_IN)).singleElement()
                .satisfies(row -> assertThat(row.getField("note")).isEqualTo(cell));
        assertThat(rows(RecordKind.REFUSAL)).singleElement()
                .satisfies(row -> assertThat(row.getField("payload")).isEqualTo(cell));
    }

    /** A tab parts cells for some programs: what follows it is the beginning of a cell too. */
    static Stream<Arguments> noCellIsAFormula() {
        return Stream.of(Arguments.of("=1+1", "'=1+1"), Arguments.of("+1", "'+1"), Arguments.of("-1", "'-1"),
                Arguments.of("@SUM(A1)", "'@SUM(A1)"), Arguments.of("\t=1", "'\t'=1"), Arguments.of("\r=1", "'\r'=1"));
    }

    @Test
    void aHyphenWithinIsNoFormula() {
        noted("ADA1", "side-door = ok @ 9");
        assertThat(rows(RecordKind.CHECK_IN).getFirst().getField("note")).isEqualTo("side-door = ok @ 9");
    }

    @Test
    void jsonKeepsEveryTextAsItIs() {
        noted("ADA1", "=1+1");
        assertThat(json(RecordKind.CHECK_IN).get(0).get("note").stringValue()).isEqualTo("=1+1");
        assertThat(json(RecordKind.CHECK_IN).get(0).get("name").stringValue())
                .isEqualTo("Ada, \"Countess\"\nof Lovelace");
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void jsonIsAListOfObjectsWithTheCsvsColumnsAsKeys(RecordKind kind) {
        assertThat(json(kind)).isEmpty();
        rig.checkIn("ADA1");
        rig.door("lunch", "ADA1");
        rig.redeem("lunch", "ADA1");
        rig.checkIn("nobody");
        rig.decide(new Mode.Exit(Optional.empty()), "ADA1");
        long ada = rig.station().roster().find(rig.conference(), Reading.of("ADA1")).orElseThrow().id();
        rig.station().access().block(rig.post(new Mode.CheckIn()), ada, "lost badge");
        assertThat(json(kind)).singleElement().satisfies(entry -> assertThat(entry.propertyNames())
                .containsExactly(text(kind).lines().findFirst().orElseThrow().split(",")));
    }

    @Test
    void whatIsNotKnownIsNullInJsonAndEmptyInCsv() {
        rig.checkIn("nobody");
        JsonNode refusal = json(RecordKind.REFUSAL).get(0);
        for (String key : new String[] {"access_code", "name", "staff", "note", "voided_at", "voided_by"}) {
            assertThat(refusal.get(key).isNull()).as(key).isTrue();
            assertThat(rows(RecordKind.REFUSAL).getFirst().getField(key)).as(key).isEmpty();
        }
    }

    @Test
    void anotherConferencesRecordsAreNotExported() {
        rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "other"),
                "access_code,ticket_type,order_reference\nZED1,Individual,O1");
        Conference other = rig.station().roster().conference("other");
        rig.station().gate().decide(new Post(other, rig.station().venue().station("Desk"), "Desk", null,
                new Mode.CheckIn()), rig.scan("ZED1")).join();
        assertThat(rows(RecordKind.CHECK_IN)).isEmpty();
    }
}
