package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.lanyard.roster.Rosters.dossier;
import static org.lanyard.roster.Rosters.item;
import static org.lanyard.roster.Rosters.json;
import static org.lanyard.roster.Rosters.person;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.roster.ImportReport.Count;
import org.lanyard.scan.Item;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Verdict;

/** The two JSON forms of a roster: the fuller one, and the upstream server's answer as it is. */
@Execution(ExecutionMode.CONCURRENT)
class JsonImportTest {

    private static final String FULLER = """
            {"conference": {"slug": "conf", "name": "The Conference", "timezone": "America/New_York"},
             "ticket_types": [{"slug": "individual", "name": "Individual"}],
             "addons": [{"slug": "lunch", "name": "Lunch"}],
             "orders": [{"reference": "O1", "status": "paid", "items": [
                 {"id": 9101, "ticket_type": "individual", "description": "Individual ticket", "quantity": 1},
                 {"id": 9102, "addon": "lunch", "description": "Lunch, three days", "quantity": 3},
                 {"addon": "Speakers' dinner", "attendee": "B1"}]}],
             "attendees": [
                 {"access_code": "A1", "name": "Zoë", "email": "zoe@example.org", "orders": ["O1"], "attention": null,
                  "checked_in_at": "2027-05-14T06:30:00Z"},
                 {"access_code": "B1", "name": "Bo", "orders": ["O1"], "attention": "ID check"}]}
            """;

    private static final String PRELOAD = """
            {"conference": "conf", "generated_at": "2027-05-14T07:00:00Z", "count": 2, "attendees": [
              {"access_code": "P1", "name": "Pia", "email": "", "ticket_type": "Individual ticket", "products": [
                {"id": 1, "description": "Individual ticket", "quantity": 1, "ticket_type_slug": "individual",
                 "addon_slug": null, "redeemed_count": 0, "remaining": 1},
                {"id": 2, "description": "Lunch", "quantity": 2, "ticket_type_slug": null,
                 "addon_slug": "lunch-fri", "redeemed_count": 1, "remaining": 1}],
               "checked_in": true, "checked_in_at": "2027-05-14T06:59:00Z"},
              {"access_code": "P2", "name": "Per", "email": "", "ticket_type": "", "products": [
                {"id": 2, "description": "Lunch", "quantity": 2, "ticket_type_slug": null,
                 "addon_slug": "lunch-fri", "redeemed_count": 0, "remaining": 2}],
               "checked_in": false, "checked_in_at": null}]}
            """;

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

    @Test
    void theFullerFormStatesConferenceProductsOrdersAndPeople() {
        assertThat(rig.json(FULLER).attendees()).isEqualTo(new Count(2, 0, 0, 0));
        assertThat(rig.conference().name()).isEqualTo("The Conference");
        assertThat(rig.conference().zone().getId()).isEqualTo("America/New_York");
        assertThat(rig.station().roster().products(rig.conference())).extracting(Product::slug)
                .containsExactly("individual", "lunch", "speakers-dinner");
        assertThat(person(rig, "A1").email()).isEqualTo("zoe@example.org");
        assertThat(dossier(rig, "A1").checkedInAt()).contains(Instant.parse("2027-05-14T06:30:00Z"));
        assertThat(dossier(rig, "B1").attendee().attention()).isEqualTo("ID check");
    }

    @Test
    void anItemWithAHolderServesThemAlone() {
        rig.json(FULLER);
        assertThat(dossier(rig, "A1").items()).containsExactly(new Item("lunch", "Lunch, three days", 3, 0, 3));
        assertThat(dossier(rig, "B1").items()).extracting(Item::item).containsExactly("lunch", "speakers-dinner");
    }

    @Test
    void ofSlugsThatDifferInCaseAloneTheExactOneIsMeant() {
        rig.json("""
                {"conference": {"slug": "conf"}, "addons": [{"slug": "VIP", "name": "Very"}, {"slug": "vip", "name": "Less"}],
                 "attendees": []}
                """);
        assertThat(rig.product("vip").name()).isEqualTo("Less");
        assertThat(rig.product("addon:VIP").name()).isEqualTo("Very");
    }

    @Test
    void whatShouldBeAListAndIsNoneIsUnusable() {
        ImportReport report = rig.json("""
                {"conference": {"slug": "conf"}, "orders": [{"reference": "O1"}, {"reference": "O2", "items": {"addon": "lunch"}}],
                 "attendees": [{"access_code": "A1", "orders": "O1"}, {"access_code": "A2", "orders": {"reference": "O1"}},
                               {"access_code": "A3", "orders": null}]}
                """);
        assertThat(report.unusable()).extracting(UnusableRow::column)
                .containsExactlyInAnyOrder("orders.items", "attendees.orders", "attendees.orders");
    }

    @Test
    void theOrderOfTheFilesPartsDoesNotMatter() {
        rig.json("""
                {"attendees": [{"access_code": "A1", "orders": ["O1"]}],
                 "orders": [{"reference": "O1", "items": [{"addon": "lunch", "attendee": "A1"}]}],
                 "conference": {"slug": "conf"}}
                """);
        assertThat(item(rig, "A1")).isEqualTo(new Item("lunch", "lunch", 1, 0, 1));
    }

    // The upstream server's answer -----------------------------------------------------------------------------------

    @Test
    void sharersOfALineShareAPaidOrder() {
        var report = rig.json(PRELOAD);
        assertThat(report.orders()).isEqualTo(new Count(1, 0, 0, 0));
        assertThat(person(rig, "P1").orders()).singleElement()
                .satisfies(order -> assertThat(order.status()).isEqualTo("paid"));
        assertThat(person(rig, "P2").orders().getFirst().reference())
                .isEqualTo(person(rig, "P1").orders().getFirst().reference());
        assertThat(report.warnings()).singleElement().asString().contains("shared");
    }

    @Test
    void aProductIsCalledByItsSlugAndNamedByItsDescription() {
        rig.json(PRELOAD);
        assertThat(rig.station().roster().products(rig.conference())).extracting(Product::slug, Product::name)
                .containsExactly(tuple("individual", "Individual ticket"),
                        tuple("lunch-fri", "Lunch"));
    }

    @Test
    void R18_unitsHandedOutElsewhereCount() {
        rig.json(PRELOAD);
        assertThat(item(rig, "P1")).isEqualTo(new Item("lunch-fri", "Lunch", 2, 1, 1));
        assertThat(item(rig, "P2")).isEqualTo(new Item("lunch-fri", "Lunch", 2, 0, 2));
        assertThat(rig.redeem("lunch-fri", "P1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(rig.redeem("lunch-fri", "P1")).isInstanceOf(Verdict.FullyRedeemed.class);
    }

    @Test
    void theSameAnswerAgainChangesNothing() {
        rig.json(PRELOAD);
        var again = rig.json(PRELOAD);
        assertThat(again.attendees()).isEqualTo(new Count(0, 0, 2, 0));
        assertThat(again.orders()).isEqualTo(new Count(0, 0, 1, 0));
        assertThat(again.items()).isEqualTo(new Count(0, 0, 2, 0));
    }

    /** The slug is the product; two of them may well be described alike. */
    @Test
    void anotherSlugIsAnotherAddOnHoweverItIsDescribed() {
        rig.json(PRELOAD);
        rig.json(PRELOAD.replace("\"count\": 2", "\"count\": 3").replace("\"checked_in_at\": null}]}", """
                "checked_in_at": null},
                 {"access_code": "P3", "name": "Pal", "products": [{"id": 5, "description": "Lunch", "quantity": 1,
                   "ticket_type_slug": null, "addon_slug": "lunch-sat", "redeemed_count": 0}]}]}
                """));
        assertThat(item(rig, "P3").item()).isEqualTo("lunch-sat");
    }

    // Files that are refused as a whole ------------------------------------------------------------------------------

    @Test
    void aFileWithFewerPeopleThanItAnnouncesIsRefused() {
        refused(() -> rig.json(PRELOAD.replace("\"count\": 2", "\"count\": 3")), "3", "2");
    }

    @Test
    void aFileThatBreaksOffIsRefusedWhereverItDoes() {
        for (int length = 1; length < PRELOAD.stripTrailing().length(); length += 23) {
            String part = PRELOAD.substring(0, length);
            refused(() -> rig.json(part));
        }
    }

    @Test
    void twoFilesInOneAreRefused() {
        refused(() -> rig.json(PRELOAD + PRELOAD), "two files");
    }

    @Test
    void anotherConferenceThanTheOneAskedForIsRefused() {
        ImportOptions other = new ImportOptions("other", null, null, Format.JSON, Map.of(), false, false, false, false);
        refused(() -> rig.imported(other, PRELOAD), "conf", "other");
        refused(() -> rig.imported(other, FULLER), "conf", "other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "7", "access_code,name", "{\"conference\": {\"slug\": \"conf\"}}",
            "{\"conference\": 5, \"attendees\": []}", "{\"conference\": {\"slug\": \"conf\"}, \"attendees\": {}}",
            "{\"conference\": {\"slug\": \"conf\", \"timezone\": \"Mars\"}, \"attendees\": []}"})
    void whatIsNoRosterIsRefusedInASentence(String text) {
        refused(() -> rig.json(text));
    }

    // Elements that cannot be used -----------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "attendees.access_code     | {'access_code': 'A1'}",
            "attendees.access_code     | {'name': 'Nobody'}",
            "attendees.access_code     | {'access_code': 'A\\u0007B'}",
            "attendees.orders          | {'access_code': 'B1', 'orders': ['O9']}",
            "attendees.checked_in_at   | {'access_code': 'B1', 'checked_in_at': 'yesterday'}",
            "attendees.products        | {'access_code': 'B1', 'products': [{'id': 1, 'addon_slug': 'lunch'}]}",
            "attendees.products        | {'access_code': 'B1', 'products': [{'quantity': 1, 'addon_slug': 'lunch'}]}",
            "attendees.products        | {'access_code': 'B1', 'products': [{'id': 1, 'quantity': 1}]}",
            "attendees.products        | {'access_code': 'B1', 'products': [{'id': 1, 'quantity':2.7, 'addon_slug': 'l'}]}",
    })
    void anUnusableAttendeeIsNamedByLineAndField(String field, String attendee) {
        unusable(field, attendees(attendee));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "orders.status          | {'reference': 'O2', 'status': 'payed'}",
            "orders.reference       | {'reference': 'O1'}",
            "orders.reference       | {'status': 'paid'}",
            "orders.items           | {'reference': 'O2', 'items': [{'quantity': 1}]}",
            "orders.items           | {'reference': 'O2', 'items': [{'addon': 'a', 'ticket_type': 'b'}]}",
            "orders.items.quantity  | {'reference': 'O2', 'items': [{'addon': 'a', 'quantity': -1}]}",
            "orders.items.quantity  | {'reference': 'O2', 'items': [{'addon': 'a', 'quantity': 1.5}]}",
            "orders.items.quantity  | {'reference': 'O2', 'items': [{'addon': 'a', 'quantity': '2'}]}",
            "orders.items.quantity  | {'reference': 'O2', 'items': [{'addon': 'a', 'quantity': 99999999999}]}",
            "orders.items.id        | {'reference': 'O2', 'items': [{'addon': 'a', 'id': 1}]}",
            "orders.items.attendee  | {'reference': 'O2', 'items': [{'addon': 'a', 'attendee': 'B9'}]}",
    })
    void anUnusableOrderIsNamedByLineAndField(String field, String order) {
        unusable(field, orders(order));
    }

    /** What is not to be read as a roster's element is an unusable one: neither a fault of ours nor broken JSON. */
    @ParameterizedTest
    @ValueSource(strings = {
            "{'access_code': 'B1', 'orders': [{'reference': 'O1'}]}",
            "{'access_code': 'B1', 'orders': ['O9'], 'products': []}",
            "{'access_code': 'B1', 'checked_in_at': '+999999999-05-14T06:59:00Z'}",
            "{'access_code': 'B1', 'products': [{'id': 99999999999999999999, 'quantity': 1, 'addon_slug': 'l'}]}",
    })
    void aHostileAttendeeIsAnUnusableOne(String attendee) {
        assertThat(rig.json(attendees(attendee)).unusable()).isNotEmpty()
                .allSatisfy(row -> assertThat(row.line()).isEqualTo(3));
    }

    @Test
    void whereAskedForTheOtherElementsAreImported() {
        var report = rig.imported(json(true), attendees("{'access_code': 'B1', 'orders': ['O9']}"));
        assertThat(report.applied()).isTrue();
        assertThat(report.attendees()).isEqualTo(new Count(1, 0, 0, 0));
        assertThat(person(rig, "A1").name()).isEqualTo("Ada");
    }

    private static String attendees(String second) {
        return """
                {"conference": {"slug": "conf"}, "orders": [{"reference": "O1", "items": [{"addon": "l", "id": 1}]}],
                 "attendees": [{"access_code": "A1", "name": "Ada", "orders": ["O1"]},
                   %s]}
                """.formatted(second.replace('\'', '"'));
    }

    private static String orders(String second) {
        return """
                {"conference": {"slug": "conf"}, "attendees": [{"access_code": "A1", "orders": ["O1"]}],
                 "orders": [{"reference": "O1", "items": [{"addon": "l", "id": 1}]},
                   %s]}
                """.formatted(second.replace('\'', '"'));
    }

    private void unusable(String field, String file) {
        var report = rig.json(file);
        assertThat(report.unusable()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.column()).isEqualTo(field);
            assertThat(row.reason()).asString().isNotBlank();
        });
        assertThat(report.applied()).isFalse();
        assertThat(rig.station().roster().conferences()).isEmpty();
    }

    private void refused(ThrowingCallable work, String... words) {
        assertThatThrownBy(work).isInstanceOf(NotPossible.class).message().endsWith(".")
                .satisfies(sentence -> assertThat(words).allSatisfy(word -> assertThat(sentence).contains(word)));
        assertThat(rig.station().roster().conferences()).isEmpty();
    }
}
