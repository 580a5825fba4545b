package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.lanyard.roster.Rosters.CSV;
import static org.lanyard.roster.Rosters.SKIPPING;
import static org.lanyard.roster.Rosters.TRIAL;
import static org.lanyard.roster.Rosters.dossier;
import static org.lanyard.roster.Rosters.item;
import static org.lanyard.roster.Rosters.mapped;
import static org.lanyard.roster.Rosters.person;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.roster.ImportReport.Count;
import org.lanyard.roster.format.Answers;
import org.lanyard.scan.Item;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;

/** How a CSV becomes a roster, and which rows cannot. */
@Execution(ExecutionMode.CONCURRENT)
class CsvImportTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference,order_status,items";

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    // What a file may look like --------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void commaSemicolonAndTabAreRecognised(String separator) {
        rig.csv("access_code,name,ticket_type,order_reference".replace(",", separator),
                "A1,Ada,Individual,O1".replace(",", separator));
        assertThat(person(rig, "A1").name()).isEqualTo("Ada");
        assertThat(person(rig, "A1").ticket()).map(Product::slug).contains("individual");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsDoNotMatter() {
        rig.imported(CSV, "\uFEFF\"access_code\",name\r\nA1,Ada\r\nA2,Bob\r\n");
        assertThat(person(rig, "A1").name()).isEqualTo("Ada");
        assertThat(person(rig, "A2").name()).isEqualTo("Bob");
    }

    @Test
    void theLastLineNeedsNoLineBreak() {
        assertThat(rig.csv("access_code,name", "A1,Ada", "A2,Bob").attendees()).isEqualTo(new Count(2, 0, 0, 0));
    }

    @Test
    void aQuotedLineBreakStaysInTheName() {
        rig.csv("access_code,name", "A1,\"Ada", "Lovelace\"", "A2,Bob");
        assertThat(person(rig, "A1").name()).isEqualTo("Ada\nLovelace");
        assertThat(person(rig, "A2").name()).isEqualTo("Bob");
    }

    @Test
    void columnsComeInAnyOrderAndOddSpellingsAndOthersAreIgnored() {
        rig.csv("Order-Reference,\"ACCESS  Code\",shoe size, Na_Me ,TicketType,ITEMS",
                "O1,A1,42,Ada,Individual,lunch:2");
        assertThat(person(rig, "A1").name()).isEqualTo("Ada");
        assertThat(item(rig, "A1")).isEqualTo(new Item("lunch", "lunch", 2, 0, 2));
    }

    @Test
    void aColumnMayStandForAField() {
        rig.imported(mapped("Badge no.", "access_code"), "badge NO.,name\nA1,Ada");
        assertThat(person(rig, "A1").name()).isEqualTo("Ada");
    }

    @Test
    void whereAColumnIsSaidToStandForAFieldAnotherOfItsNameDoesNot() {
        rig.imported(mapped("Full Name", "name"), "Name,Full Name,access_code\nAda,Ada Lovelace,A1");
        assertThat(person(rig, "A1").name()).isEqualTo("Ada Lovelace");
    }

    /** Else there would be one item called "lunch-2-tea". */
    @Test
    void itemsPartedByCommasAreTold() {
        ImportReport report = rig.csv("access_code,order_reference,items", "A1,O1,\"lunch:2, tea:1\"");
        assertThat(report.unusable()).singleElement().satisfies(row -> {
            assertThat(row.column()).isEqualTo("items");
            assertThat(row.reason().toString()).contains("semicolons");
        });
    }

    @Test
    void aDryRunTellsUnusableRowsThoughManyPeopleWouldVanish() {
        rig.csv("access_code,name", "A1,Ada", "A2,Bob", "A3,Cyd");
        ImportReport report =
                rig.imported(new ImportOptions("conf", null, null, ImportOptions.Format.CSV, Map.of(), false, false,
                        false, true), "access_code,name\nA1,Ada\n,Nobody");
        assertThat(report.unusable()).hasSize(1);
        assertThat(report.attendees().withdrawn()).isEqualTo(2);
    }

    @Test
    void aFileWithoutAccessCodesIsRefusedAndSaysHowToNameTheColumn() {
        assertThatThrownBy(() -> rig.csv("number,name", "A1,Ada"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("access_code").hasMessageContaining("--map");
    }

    @Test
    void aMappedColumnMustBeThere() {
        assertThatThrownBy(() -> rig.imported(mapped("nickname", "name"), "access_code\nA1"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("nickname");
    }

    @Test
    void ofTwoColumnsWithOneNameTheFirstIsTaken() {
        rig.csv("access_code,name,Name", "A1,Ada,Bob");
        assertThat(person(rig, "A1").name()).isEqualTo("Ada");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> rig.imported(CSV, "")).isInstanceOf(NotPossible.class).hasMessageContaining("empty");
    }

    @Test
    void aHeaderAloneIsARosterOfNobody() {
        assertThat(rig.csv(HEADER).attendees()).isEqualTo(new Count(0, 0, 0, 0));
        assertThat(rig.station().roster().conferences()).singleElement().satisfies(made -> {
            assertThat(made.slug()).isEqualTo("conf");
            assertThat(made.name()).isEqualTo("conf");
            assertThat(made.zone()).isEqualTo(Rig.BERLIN);
        });
    }

    @Test
    void aTextOfWesternWindowsIsReadAsSuch() throws IOException {
        byte[] western = "access_code,name\nA1,Ada\nA2,J\u00FCrgen\n".getBytes(Charset.forName("windows-1252"));
        rig.station().rosterFiles().importStream(new ByteArrayInputStream(western), CSV,
                Answers.NONE.withRefusingAll(), _ -> {});
        assertThat(person(rig, "A2").name()).isEqualTo("J\u00FCrgen");
    }

    @Test
    void damagedUtf8IsRefusedAsAWhole() {
        byte[] damaged =
                "access_code,name\nA1,J\u00FCrgen Zo\u00EB \u00C5ngstr\u00F6m\nA2,J\u00FC".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(damaged, damaged.length - 1);
        assertThatThrownBy(() -> rig.station().rosterFiles().importStream(new ByteArrayInputStream(cut), CSV, _ -> {}))
                .isInstanceOf(NotPossible.class).hasMessageContaining("UTF-8").hasMessageContaining("line 3");
        assertThat(rig.station().roster().conferences()).isEmpty();
    }

    /** Everything after the mark would else become part of one name, and those people nobody. */
    @Test
    void aQuotationMarkThatIsNeverClosedIsRefused() {
        assertThatThrownBy(() -> rig.csv("access_code,name", "A1,Ada", "A2,\"Bob", "A3,Cyd", "A4,Dee"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("quotation mark");
    }

    // What a row means -----------------------------------------------------------------------------------------------

    @Test
    void namesOfPeopleAreKeptExactlyAsGiven() {
        rig.imported(CSV, "access_code,name,company\nA1,  Ada  ,=1+1\nA2,<b>{0}</b> %s,\"O\"\"Brien\"\n");
        assertThat(person(rig, "A1").name()).isEqualTo("  Ada  ");
        assertThat(person(rig, "A1").company()).isEqualTo("=1+1");
        assertThat(person(rig, "A2").name()).isEqualTo("<b>{0}</b> %s");
        assertThat(person(rig, "A2").company()).isEqualTo("O\"Brien");
    }

    @ParameterizedTest
    @CsvSource({"Individual,individual", "Größe Ł 2,grosse-l-2", "  Early   Bird! ,early-bird", "T-shirt M,t-shirt-m",
            "Ísland/Øst,island-ost"})
    void aNameBecomesASlugAndStaysTheName(String name, String slug) {
        rig.csv(HEADER, "A1,Ada," + name + ",O1,,");
        assertThat(rig.station().roster().products(rig.conference())).singleElement().satisfies(product -> {
            assertThat(product.slug()).isEqualTo(slug);
            assertThat(product.name()).isEqualTo(name.strip());
        });
    }

    @Test
    void aMentionBySlugMeansWhatTheNameMadeBefore() {
        rig.csv(HEADER, "A1,Ada,Early Bird,O1,,", "A2,Bob,early-bird,O2,,");
        assertThat(rig.station().roster().products(rig.conference())).singleElement()
                .satisfies(product -> assertThat(product.name()).isEqualTo("Early Bird"));
    }

    @Test
    void statusDefaultsToPaidAndQuantityToOne() {
        rig.csv(HEADER, "A1,Ada,Individual,O1,,tutorial-rust:1; lunch:3; tshirt-m");
        assertThat(person(rig, "A1").orders()).singleElement()
                .satisfies(order -> assertThat(order.status()).isEqualTo("paid"));
        assertThat(dossier(rig, "A1").items()).extracting(Item::item, Item::quantity).containsExactly(
                tuple("tutorial-rust", 1), tuple("lunch", 3),
                tuple("tshirt-m", 1));
    }

    @Test
    void withoutReferenceThereIsNoOrder() {
        rig.csv(HEADER, "A1,Ada,,,,");
        assertThat(person(rig, "A1").orders()).isEmpty();
    }

    @Test
    void aCodeMayStandInSeveralRowsWithDifferentOrders() {
        rig.csv(HEADER, "A1,Ada,Individual,O1,refunded,lunch", "A1,Ada,Student,O2,paid,lunch:2", "A1,,,O3,,dinner");
        assertThat(person(rig, "A1").orders()).extracting(Person.Order::reference).containsExactly("O1", "O2", "O3");
        assertThat(person(rig, "A1").ticket()).map(Product::slug).contains("student");
        assertThat(dossier(rig, "A1").items()).extracting(Item::quantity).containsExactly(2, 1);
    }

    @Test
    void theSameRowTwiceIsTheSameRowOnce() {
        rig.csv(HEADER, "A1,Ada,Individual,O1,paid,lunch:2", "A1,Ada,Individual,O1,paid,lunch:2");
        assertThat(person(rig, "A1").orders()).singleElement()
                .satisfies(order -> assertThat(order.lines()).hasSize(2));
        assertThat(item(rig, "A1").quantity()).isEqualTo(2);
    }

    @Test
    void theSameItemTwiceInOneRowIsTwoLines() {
        rig.csv(HEADER, "A1,Ada,,O1,,lunch:1; lunch:2");
        assertThat(person(rig, "A1").orders().getFirst().lines()).extracting(Person.Line::quantity)
                .containsExactly(1, 2);
        assertThat(item(rig, "A1")).isEqualTo(new Item("lunch", "lunch", 3, 0, 3));
    }

    @Test
    void whereItemsAreTheOrdersItsSharersShareThemHoweverOftenTheyAreRepeated() {
        var report = rig.imported(CSV, Answers.NONE.withItemsPerOrder(true), String.join("\n", HEADER,
                "A1,Ada,Individual,O1,paid,lunch:2; dinner", "A2,Bob,Student,O1,paid,lunch:2", "A3,Cyd,,O1,paid,"));
        assertThat(report.unusable()).isEmpty();
        for (String code : new String[] {"A1", "A2", "A3"}) {
            assertThat(dossier(rig, code).items()).extracting(Item::quantity).containsExactly(2, 1);
        }
        assertThat(person(rig, "A2").ticket()).map(Product::slug).contains("student");
        assertThat(person(rig, "A3").ticket()).isEmpty();
        assertThat(report.warnings()).singleElement().asString().contains("shared");
    }

    @Test
    void itemsBelongToThePersonOfTheRow() {
        rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "conf"), String.join("\n", HEADER,
                "A1,Ada,Individual,O1,paid,lunch:2; dinner", "A2,Bob,Student,O1,paid,lunch:1", "A3,Cyd,,O1,paid,"));
        assertThat(dossier(rig, "A1").items()).extracting(Item::quantity).containsExactly(2, 1);
        assertThat(item(rig, "A2").quantity()).isEqualTo(1);
        assertThat(dossier(rig, "A3").items()).isEmpty();
    }

    @Test
    void aTicketWithoutAnOrderMakesAnOrderOfItsOwn() {
        rig.csv(HEADER, "A1,Ada,Individual,,,lunch");
        assertThat(person(rig, "A1").orders()).extracting(Person.Order::reference).containsExactly("A1");
    }

    @Test
    void aWordThatIsNoStatusIsAsked() {
        assertThatThrownBy(() -> rig.csv(HEADER, "A1,Ada,Individual,O1,payed,")).isInstanceOf(NotPossible.class)
                .hasMessageContaining("payed").hasMessageContaining("--status");
        assertThat(rig.station().roster().conferences()).isEmpty();
    }

    @Test
    void anOrderOfOnesOwnIsNotMentioned() {
        assertThat(rig.csv(HEADER, "A1,Ada,Individual,O1,,lunch").warnings()).isEmpty();
    }

    // Rows that cannot be used ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "access_code     | ,Bob,,,,",
            "access_code     | \"A\u00072\",Bob,,,,",
            "ticket_type     | A2,Bob,!!!,O2,,",
            "items           | A2,Bob,,O2,,lunch:x",
            "items           | A2,Bob,,O2,,lunch:-1",
            "items           | A2,Bob,,O2,,lunch:1.5",
            "items           | A2,Bob,,O2,,lunch:",
            "items           | A2,Bob,,O2,,:2",
            "items           | A2,Bob,,O2,,lunch:99999999999",
            "items           | A1,Ada,,O1,paid,lunch:3",
            "items           | A1,Ada,,O1,paid,lunch:1; lunch:1",
    })
    void anUnusableRowIsNamedByLineAndColumnAndKeepsEverythingAsItWas(String column, String row) {
        var report = rig.csv(HEADER, "A1,Ada,Individual,O1,paid,lunch:2", row);
        assertThat(report.unusable()).singleElement().satisfies(unusable -> {
            assertThat(unusable.line()).isEqualTo(3);
            assertThat(unusable.column()).isEqualTo(column);
            assertThat(unusable.reason()).asString().isNotBlank();
        });
        assertThat(report.applied()).isFalse();
        assertThat(rig.station().roster().conferences()).isEmpty();
    }

    @Test
    void rowsAreCountedAsASpreadsheetCountsThem() {
        var report = rig.csv(HEADER, "\"A1\",\"Ada", "Lovelace\",,,,", "", "A2,Bob,,O2,,lunch:x");
        assertThat(report.unusable()).singleElement().satisfies(row -> assertThat(row.line()).isEqualTo(4));
    }

    @Test
    void oneCodeIsNotTwoPeople() {
        var report = rig.csv(HEADER, "A1,Ada,,O1,,", "A1,Bob,,O2,,");
        assertThat(report.unusable()).singleElement().satisfies(row -> assertThat(row.column()).isEqualTo("name"));
    }

    @Test
    void codesInAnotherCaseAreTwoPeople() {
        assertThat(rig.csv(HEADER, "A1,Ada,,,,", "a1,Bob,,,,").attendees()).isEqualTo(new Count(2, 0, 0, 0));
        assertThat(person(rig, "a1").name()).isEqualTo("Bob");
    }

    @Test
    void whereAskedForTheOtherRowsAreImported() {
        var report = rig.imported(SKIPPING, HEADER + "\nA1,Ada,,O1,,\nA2,Bob,,O2,,lunch:x\nA3,Cyd,,O3,,");
        assertThat(report.unusable()).singleElement().satisfies(row -> assertThat(row.line()).isEqualTo(3));
        assertThat(report.applied()).isTrue();
        assertThat(report.attendees()).isEqualTo(new Count(2, 0, 0, 0));
        assertThat(person(rig, "A3").name()).isEqualTo("Cyd");
    }

    @Test
    void aTrialSaysWhatWouldChangeAndChangesNothing() {
        var report = rig.imported(TRIAL, HEADER + "\nA1,Ada,Individual,O1,,lunch");
        assertThat(report.applied()).isFalse();
        assertThat(report.attendees()).isEqualTo(new Count(1, 0, 0, 0));
        assertThat(report.orders()).isEqualTo(new Count(1, 0, 0, 0));
        assertThat(report.items()).isEqualTo(new Count(2, 0, 0, 0));
        assertThat(rig.station().roster().conferences()).isEmpty();
    }
}
