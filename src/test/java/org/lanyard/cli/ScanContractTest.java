package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.OwnStreams;
import tools.jackson.databind.JsonNode;

/** The answer to one scan, as the command line's page promises it. */
@OwnStreams
class ScanContractTest {

    private static final String[] SCAN_KEYS = {"payload", "verdict", "recorded", "id", "at", "access_code", "name",
            "ticket_type", "count", "message"};

    @TempDir Path folder;
    private Script script;

    @BeforeEach
    void importARoster() {
        script = Script.withRoster(folder);
    }

    private static List<String> keys(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private String verdict(String payload, String... arguments) {
        return script.scan(payload, arguments).getLast().get("verdict").stringValue();
    }

    @ParameterizedTest
    @MethodSource
    void everyAnswerHasTheContractsKeys(String mode, String payload, String verdict, List<String> own) {
        JsonNode answer = script.scan(payload, mode.split(" ")).getLast();
        assertThat(answer.get("verdict").stringValue()).isEqualTo(verdict);
        assertThat(keys(answer)).contains(SCAN_KEYS).containsAll(own);
        boolean recorded = List.of("checked_in", "re_entry", "admitted", "admitted_again", "redeemed")
                .contains(verdict);
        assertThat(answer.get("recorded").booleanValue()).isEqualTo(recorded);
        assertThat(answer.get("id").isNull()).isEqualTo(!recorded);
        boolean nobody = List.of("unknown_code", "wrong_conference", "unreadable").contains(verdict);
        assertThat(answer.get("count").isNull()).isEqualTo(nobody);
        assertThat(answer.get("access_code").isNull()).isEqualTo(nobody);
        assertThat(answer.get("at").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(answer.get("message").stringValue()).doesNotContain("?.", "..", "null");
    }

    static Stream<Arguments> everyAnswerHasTheContractsKeys() {
        return Stream.of(answer("--check-in", "ADA1", "checked_in"),
                answer("--check-in", "ADA1\nada1", "re_entry", "last"),
                answer("--check-in", "BOB1", "order_not_active", "order_status"),
                answer("--check-in", "CYD1", "no_ticket"),
                answer("--check-in", "DEE1", "no_order"), answer("--check-in", "EVE1", "needs_attention"),
                answer("--check-in --acknowledge", "EVE1", "checked_in"),
                answer("--check-in", "NOBODY", "unknown_code"),
                answer("--check-in", "ADAI", "unknown_code", "look_alike"),
                answer("--check-in", "other:ADA1", "wrong_conference"), answer("--check-in", "\n", "unreadable"),
                answer("--check-in --repeat-window 60", "ADA1\nADA1", "repeat_scan"),
                answer("--door lunch", "CYD1", "admitted"),
                answer("--door lunch", "CYD1\nCYD1", "admitted_again", "last"),
                answer("--door ticket:student", "CYD1", "not_purchased"),
                answer("--door addon:student", "ADA1", "admitted"),
                answer("--redeem lunch", "ADA1", "redeemed", "item", "quantity", "remaining"),
                answer("--redeem lunch", "CYD1\nCYD1", "fully_redeemed", "item", "quantity", "remaining", "units"),
                answer("--redeem lunch", "EVE1", "not_purchased"), answer("--redeem", "ADA1", "choose_item", "items"));
    }

    private static Arguments answer(String mode, String payload, String verdict, String... own) {
        return Arguments.of(mode, payload, verdict, List.of(own));
    }

    @Test
    void partsOfAnAnswerHaveTheContractsKeysToo() {
        assertThat(keys(script.scan("ADA1\nADA1", "--check-in").getLast().get("last")))
                .contains("at", "station", "staff");
        assertThat(keys(script.scan("CYD1\nCYD1", "--redeem", "lunch").getLast().get("units").get(0)))
                .contains("at", "station", "staff");
        assertThat(keys(script.scan("ADA1", "--redeem").getFirst().get("items").get(0)))
                .contains("item", "description", "quantity", "redeemed", "remaining");
        assertThat(keys(script.scan("ADAI", "--check-in").getFirst().get("look_alike")))
                .contains("access_code", "name");
    }

    @Test
    void everyLineIsAnsweredInOrderAnEmptyOneTooAndTheLastWithoutALineBreak() {
        assertThat(script.scan("ADA1\r\n\nNOBODY\nCYD1", "--check-in"))
                .extracting(answer -> answer.get("payload").stringValue())
                .containsExactly("ADA1", "", "NOBODY", "CYD1");
        assertThat(script.scan("", "--check-in")).isEmpty();
    }

    @Test
    void aPayloadIsAnsweredCutTo512Characters() {
        JsonNode answer = script.scan("x".repeat(2_000_000) + "\nADA1", "--check-in").getFirst();
        assertThat(answer.get("payload").stringValue()).isEqualTo("x".repeat(512));
        assertThat(answer.get("verdict").stringValue()).isEqualTo("unreadable");
    }

    @Test
    void timesInTheMessageAreTheVenues() {
        JsonNode answer = script.scan("ADA1\nADA1", "--check-in").getLast();
        String at = Instant.parse(answer.get("last").get("at").stringValue())
                .atZone(ZoneId.of("America/New_York")).format(DateTimeFormatter.ofPattern("HH:mm"));
        assertThat(answer.get("message").stringValue()).isEqualTo("Back again. Last in at " + at + " at Desk.");
    }

    @Test
    void aNoteAndWhoPerformedItAreKeptWithTheRecord() {
        script.scan("ADA1", "--check-in", "--staff", "sam", "--note", "by the side door");
        JsonNode record = script.run("export", "check-ins", "--format", "json").json().get(0);
        assertThat(record.get("staff").stringValue()).isEqualTo("sam");
        assertThat(record.get("note").stringValue()).isEqualTo("by the side door");
    }

    @Test
    void R17_aVolunteerDoesNotOverrideAFullDoorAndALeadDoes() {
        script.run("door", "set", "lunch", "--capacity", "1").exits(0);
        script.run("staff", "set", "lea", "--role", "lead").exits(0);
        script.scan("CYD1", "--door", "lunch");
        assertThat(verdict("ADA1", "--door", "lunch", "--override", "--staff", "sam")).isEqualTo("door_full");
        assertThat(verdict("ADA1", "--door", "lunch", "--staff", "lea")).isEqualTo("door_full");
        assertThat(verdict("ADA1", "--door", "lunch", "--override", "--staff", "lea")).isEqualTo("admitted");
    }

    @ParameterizedTest
    @CsvSource({"'',2", "'   ',2", "é,0", "x100,0", "x101,2"})
    void aStationsNameHasOneToAHundredCharacters(String name, int code) {
        String station = name.startsWith("x") ? "é".repeat(Integer.parseInt(name.substring(1))) : name;
        script.run("scan", "--check-in", "--station", station).exits(code);
        script.run("scan", "--check-in", "--station", "Desk", "--staff", station).exits(code);
    }

    @Test
    void anAmbiguousSlugIsToldApartByItsKind() {
        assertThat(script.run("scan", "--door", "student", "--station", "X").exits(1).err())
                .contains("ticket:student", "addon:student");
        script.run("door", "set", "addon:student", "--capacity", "3").exits(0);
        script.run("door", "set", "ticket:student", "--capacity", "none").exits(0);
    }
}
