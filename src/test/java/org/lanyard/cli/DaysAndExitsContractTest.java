package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Fair;
import org.lanyard.OwnStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of R10 and R32 to R39 as scripts see it: options, keys, exit codes. */
@OwnStreams
class DaysAndExitsContractTest {

    @TempDir Path folder;

    private Script script;

    @BeforeEach
    void roster() {
        script = new Script(folder.resolve("data"));
        // valid at the time of the run: Saturday is over or to come, the others are always valid
        script.run("roster", "import", script.file("fair.json", Fair.ROSTER.replace("2027-05-15", "2001-05-15"))
                .toString()).exits(0);
    }

    private JsonNode scan(String payload, String... arguments) {
        return script.scan(payload + "\n", arguments).getFirst();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void R32_notValidNowSaysWhenItIs() {
        assertThat(scan("SAT1", "--check-in").path("valid"))
                .isEqualTo(json("[{\"from\":\"2001-05-15\",\"to\":\"2001-05-15\"}]"));
        scan("LUN1", "--redeem", "lunch");
        JsonNode second = scan("LUN1", "--redeem", "lunch");
        assertThat(second.path("verdict").asString()).isEqualTo("not_valid_now");
        assertThat(second.path("valid")).isEqualTo(json("[]"));
        assertThat(second.path("last").path("station").asString()).isEqualTo("Desk");
        assertThat(scan("LUN1", "--redeem", "lunch", "--override").path("overridden").asBoolean()).isTrue();
    }

    @Test
    void R32_productSetAndList() {
        script.run("product", "set", "individual", "--valid", "2027-05-14/2027-05-15", "--valid",
                "2027-05-16T11:30/2027-05-16T14:00", "--colour", "3dd68c", "--name", "Everybody").exits(0);
        script.run("product", "set", "lunch", "--per-day", "none").exits(0);
        JsonNode list = script.run("product", "list", "--json").exits(0).json();
        assertThat(list.get(0)).isEqualTo(json("""
                {"kind":"ticket","slug":"individual","name":"Everybody","valid":[{"from":"2027-05-14","to":"2027-05-15"},
                {"from":"2027-05-16T11:30","to":"2027-05-16T14:00"}],"per_day":null,"colour":"3DD68C"}"""));
        assertThat(list.get(2).path("per_day").isNull()).isTrue();
        script.run("product", "set", "individual", "--valid", "always").exits(0);
        assertThat(scan("LUN1", "--check-in").path("verdict").asString()).isEqualTo("checked_in");
        for (String wrong : List.of("2027-05-15/2027-05-14", "yesterday", "2027-05-14")) {
            script.run("product", "set", "individual", "--valid", wrong).exits(2);
        }
        script.run("product", "set", "lunch", "--per-day", "0").exits(2);
        script.run("product", "set", "individual", "--per-day", "1").exits(2);
        script.run("product", "set", "nothing", "--per-day", "1").exits(1);
    }

    @Test
    void R33_exitsInsideAndStats() {
        scan("LUN1", "--check-in");
        script.scan("PAR1\nPAR1\n", "--check-in");
        JsonNode out = scan("PAR1", "--exit");
        assertThat(out.path("verdict").asString()).isEqualTo("checked_out");
        assertThat(out.path("inside").asInt()).isEqualTo(2);
        assertThat(out.path("count").asInt()).isEqualTo(2);
        assertThat(out.path("party")).isEqualTo(json("{\"size\":3,\"in\":1}"));
        assertThat(scan("ANN1", "--exit", "tutorial").path("verdict").asString()).isEqualTo("not_inside");
        JsonNode inside = script.run("inside", "--json").exits(0).json();
        assertThat(inside.valueStream().map(one -> one.path("access_code").asString() + one.path("people").asInt()))
                .containsExactly("LUN11", "PAR11");
        JsonNode stats = script.run("stats", "--json").json();
        assertThat(stats.path("inside").asInt()).isEqualTo(2);
        assertThat(stats.path("people_in").asInt()).isEqualTo(3);
        assertThat(script.run("export", "check-outs", "--no-bom").out().lines().toList()).hasSize(3)
                .first().asString().endsWith("void_reason,door");
        script.run("void", out.path("id").asString(), "--reason", "wrong").exits(0);
        assertThat(script.run("inside").exits(0).out().lines()).hasSize(2);
        assertThat(script.run("verify").exits(0).code()).isZero();
    }

    @Test
    void R17_doorSetCountsExits() {
        script.run("door", "set", "tutorial", "--capacity", "1", "--count-exits", "yes").exits(0);
        scan("LUN1", "--door", "tutorial");
        assertThat(scan("ANN1", "--door", "tutorial").path("verdict").asString()).isEqualTo("door_full");
        assertThat(scan("LUN1", "--exit", "tutorial").path("inside").asInt()).isZero();
        assertThat(scan("ANN1", "--door", "tutorial").path("verdict").asString()).isEqualTo("admitted");
        assertThat(script.run("stats", "--json").json().path("doors").get(0))
                .isEqualTo(json("{\"door\":\"tutorial\",\"admitted\":2,\"capacity\":1,\"inside\":1}"));
        script.run("door", "set", "tutorial").exits(2);
        script.run("door", "set", "tutorial", "--count-exits", "perhaps").exits(2);
    }

    @Test
    void R34_R35_personCommands() {
        script.run("staff", "set", "lea", "--role", "lead").exits(0);
        script.run("person", "block", "LUN1", "--reason", "stole a laptop", "--staff", "vol").exits(1);
        script.run("person", "block", "LUN1", "--reason", "stole a laptop", "--staff", "lea").exits(0);
        JsonNode blocked = scan("LUN1", "--check-in");
        assertThat(blocked.path("verdict").asString()).isEqualTo("blocked");
        assertThat(blocked.toString()).doesNotContain("laptop");
        JsonNode shown = script.run("roster", "show", "LUN1", "--json").json();
        assertThat(shown.path("blocked").asString()).isEqualTo("stole a laptop");
        assertThat(shown.path("order_reference").asString()).isEqualTo("LUNCH");
        assertThat(shown.path("tickets")).isEqualTo(json("[{\"ticket_type\":\"individual\",\"valid\":[]}]"));
        assertThat(shown.path("party").asInt()).isOne();
        script.run("person", "unblock", "LUN1", "--staff", "lea").exits(0);
        script.run("person", "replace-code", "LUN1", "NEW1").exits(0);
        assertThat(script.scan("LUN1\nNEW1\n", "--check-in").stream().map(each -> each.path("verdict").asString()))
                .containsExactly("blocked", "checked_in");
        assertThat(script.run("roster", "show", "LUN1", "--json").json().path("codes")).isEqualTo(json("""
                [{"code":"LUN1","blocked":true},{"code":"NEW1","blocked":false},{"code":"WRIST1","blocked":false}]"""));
        script.run("person", "link-code", "ANN1", "new1").exits(1);
        script.run("person", "block", "WRIST1", "--code-only", "--reason", "lost").exits(0);
        assertThat(scan("WRIST1", "--check-in").path("verdict").asString()).isEqualTo("blocked");
        assertThat(scan("WRIST1", "--check-in", "--override").path("verdict").asString()).isEqualTo("re_entry");
    }

    @Test
    void R31_aNewPersonsCodeHidesNoOrder() {
        script.run("person", "add", "fam", "--name", "Nia", "--reason", "walk-in").exits(1);
        assertThat(scan("FAM", "--check-in").path("verdict").asString()).isEqualTo("choose_people");
    }

    @Test
    void R37_anAmountThatIsNoneIsWrongUsage() {
        for (String wrong : List.of("ten", "0", "1e2", "-5", "1.005", "")) {
            script.run("person", "correct", "LUN1", "--paid", wrong, "--means", "cash", "--reason", "x").exits(2);
        }
        script.run("person", "correct", "LUN1", "--paid", "25.5", "--means", "cash", "--reason", "x").exits(0);
    }

    @Test
    void R36_groups() {
        JsonNode group = scan("FAM", "--check-in");
        assertThat(group.path("verdict").asString()).isEqualTo("choose_people");
        assertThat(group.path("order").asString()).isEqualTo("FAM");
        assertThat(group.path("people").get(0)).isEqualTo(json("""
                {"access_code":"ANN1","name":"Ann","ticket_type":"individual","state":"out","verdict":"checked_in"}"""));
        JsonNode all = scan("FAM", "--check-in", "--group", "--acknowledge");
        assertThat(all.path("verdict").asString()).isEqualTo("checked_in");
        assertThat(all.path("people").valueStream().map(one -> one.path("verdict").asString() + one.path("recorded")
                + one.path("count").asInt())).containsExactly("checked_intrue1", "checked_intrue1", "checked_intrue1",
                        "no_ticketfalse0");
        assertThat(scan("FAM", "--check-in", "--group").path("verdict").asString()).isEqualTo("choose_people");
        assertThat(scan("PAR1", "--check-in", "--group").path("party")).isEqualTo(json("{\"size\":3,\"in\":3}"));
        script.piped("FAM\n", "scan", "--station", "Desk", "--exit", "--group").exits(2);
    }

    @Test
    void R33_R39_conferenceSettings() {
        script.run("conference", "set", "--redeem-after-entry", "yes", "--everybody-out", "03:00", "--currency", "EUR")
                .exits(0);
        JsonNode settings = script.run("conference", "list", "--json").json().get(0);
        assertThat(settings.path("redeem_after_entry").asBoolean()).isTrue();
        assertThat(settings.path("everybody_out").asString()).isEqualTo("03:00");
        assertThat(settings.path("currency").asString()).isEqualTo("EUR");
        assertThat(scan("LUN1", "--redeem", "lunch").path("verdict").asString()).isEqualTo("not_checked_in");
        script.run("conference", "set", "--everybody-out", "none", "--redeem-after-entry", "no").exits(0);
        script.run("conference", "set", "--everybody-out", "25:00").exits(2);
    }

    @Test
    void R32_theJsonRosterComesBackTheSame() {
        script.run("product", "set", "tutorial", "--per-day", "2", "--valid", "2027-05-14T09:00/2027-05-14T12:00").exits(0);
        String first = script.run("export", "attendees", "--format", "json").exits(0).out();
        Script other = new Script(folder.resolve("other"));
        other.run("roster", "import", script.file("out.json", first).toString()).exits(0);
        assertThat(json(other.run("export", "attendees", "--format", "json").out())).isEqualTo(json(first));
        assertThat(first).contains("\"per_day\" : 2").contains("\"party\" : 3").contains("stole a laptop")
                .contains("WRIST1");
    }
}
