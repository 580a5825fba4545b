package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.OwnStreams;
import tools.jackson.databind.JsonNode;

/** The command line as its page promises it: what each command answers, in which words, and with which exit code. */
@OwnStreams
class ContractTest {

    private static final String[] PERSON_KEYS = {"access_code", "name", "email", "company", "ticket_type",
            "order_status", "checked_in_at", "check_ins", "attention", "items"};

    @TempDir Path folder;
    private Script script;

    @BeforeEach
    void importARoster() {
        script = Script.withRoster(folder);
    }

    private String roster() {
        return script.file("roster.csv", Script.ROSTER).toString();
    }

    private Script.Answer run(String... arguments) {
        return script.run(arguments);
    }

    /** Words of a command line, split at spaces. */
    private Script.Answer say(String line) {
        return script.run(line.split(" "));
    }

    private String recorded(String payload, String... arguments) {
        return script.scan(payload, arguments).getFirst().get("id").stringValue();
    }

    private static List<String> keys(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    // Exit codes and streams -----------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "--bogus", "roster", "roster bogus", "scan", "scan --station X",
            "scan --check-in", "scan --check-in --door lunch --station X", "scan --check-in --station X --repeat-window -1",
            "scan --check-in --station X --repeat-window x", "export", "export bogus", "export check-ins --format xml",
            "roster import", "roster import x.csv --map name", "roster import x.csv --map a=bogus",
            "roster import x.csv --timezone Mars/X", "roster search x --limit 0", "roster sample --attendees x -o y.csv",
            "roster sample --attendees 5", "conference set --redeem-per both", "door set lunch",
            "door set lunch --capacity x", "door set lunch --capacity -1", "staff set sam", "staff set sam --role boss",
            "void", "void 1", "backup", "restore", "read", "upstream set"})
    void wrongUsageExitsWithTwoAndSaysSoOnStandardError(String line) {
        var answer = say(line).exits(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"roster show NOPE", "roster import nope.csv", "roster import nope.json",
            "export check-ins -o no/x", "scan --door nope --station X", "scan --door student --station X",
            "scan --redeem individual --station X", "void nonsense --reason x",
            "void 00000000-0000-7000-8000-000000000000 --reason x",
            "door set nope --capacity 1", "restore nope.db", "backup no/such/folder/b.db", "--conference nope stats",
            "upstream test", "upstream set --server http://example.org --prefix x --user u", "read nope.png"})
    void whatCannotBeDoneExitsWithOneAndOnePlainSentence(String line) {
        var answer = say(line).exits(1);
        assertThat(answer.err().lines()).singleElement().asString().endsWith(".").doesNotContain("internal error");
    }

    /** Case 56: a text that would fill or freeze a screen. */
    @ParameterizedTest
    @ValueSource(strings = {"scan --check-in --station X --note", "void 1 --reason", "conference set --name"})
    void aTextThatNoScreenCouldShowIsWrongUsage(String line) {
        for (String text : List.of("x".repeat(5_000), "e" + "\u0301".repeat(50), "a\u0000b")) {
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            words.add(text);
            assertThat(run(words.toArray(String[]::new)).exits(2).err()).contains("takes at most");
        }
    }

    @Test
    void optionsStandBeforeOrAfterTheCommand() {
        assertThat(say("--conference conf stats --json").exits(0).out())
                .isEqualTo(say("stats --conference CONF --json").exits(0).out());
    }

    @Test
    void withoutAConferenceTheOnlyOneIsMeantAndAmongSeveralNone() {
        say("stats").exits(0);
        run("roster", "import", roster(), "--conference", "other").exits(0);
        assertThat(say("stats").exits(1).err()).contains("--conference", "conf", "other");
    }

    @Test
    void aStackTraceIsShownOnlyWhereAskedFor() {
        var answer = Script.asGiven("", "--data", folder.resolve("data").toString(), "--debug", "roster",
                "show", "NOPE");
        assertThat(answer.exits(1).err()).contains("\tat ");
    }

    @Test
    void theFirstImportWithoutAConferenceSaysWhatToAdd() {
        var answer = new Script(folder.resolve("new")).run("roster", "import", roster());
        assertThat(answer.exits(1).err()).contains("--conference");
    }

    @Test
    void theHintAfterWrongUsageNamesTheWholeCommand() {
        assertThat(run("scan", "--check-in", "--station", "").exits(2).err()).contains("lanyard scan --help");
    }

    /** A note or a search may well begin with it. */
    @Test
    void anAtSignNamesNoFileOfArguments() {
        String arguments = script.file("arguments", "--limit", "0").toString();
        say("roster search @" + arguments).exits(0);
    }

    /** Its exit code would else tell a script that all was written. */
    @ParameterizedTest
    @ValueSource(strings = {"export attendees", "scan --check-in --station X"})
    void whatCannotBeWrittenToStandardOutputIsNotDone(String line) throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        assertThat(script.inProcess(full.toFile(), "ADA1\n", line.split(" "))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-ins --format csv", "check-ins --format json", "attendees --format csv",
            "attendees --format json"})
    void whatCannotBeWrittenToAFileIsSaidInASentence(String what) {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertThat(say("export " + what + " -o /dev/full").exits(1).err()).contains("/dev/full");
    }

    // The other answers ----------------------------------------------------------------------------------------------

    @Test
    void statsHaveTheContractsKeys() {
        recorded("ADA1", "--check-in");
        recorded("ADA1", "--door", "lunch");
        script.scan("NOBODY", "--check-in");
        JsonNode stats = say("stats --json").exits(0).json();
        assertThat(keys(stats)).contains("attendees", "checked_in", "rate", "today", "stations", "doors", "items",
                "refusals");
        assertThat(keys(stats.get("stations").get(0))).contains("station", "check_ins", "last_at");
        assertThat(keys(stats.get("doors").get(0))).contains("door", "admitted", "capacity");
        assertThat(keys(stats.get("items").get(0))).contains("item", "redeemed", "purchased");
        assertThat(keys(stats.get("refusals").get(0))).contains("verdict", "count");
        assertThat(stats.get("rate").doubleValue()).isEqualTo(50.0);
    }

    @Test
    void showAndSearchHaveTheContractsKeys() {
        assertThat(keys(say("roster show ada1 --json").exits(0).json())).contains(PERSON_KEYS);
        JsonNode found = say("roster search ada --json").exits(0).json();
        assertThat(found.isArray()).isTrue();
        assertThat(keys(found.get(0))).contains(PERSON_KEYS);
        assertThat(keys(found.get(0).get("items").get(0))).contains("item", "description", "quantity", "redeemed",
                "remaining");
        assertThat(say("roster search zzzz --json").exits(0).json()).isEmpty();
        assertThat(say("roster search e --limit 1 --json").exits(0).json()).hasSize(1);
    }

    @Test
    void anImportTellsItsCountsAndEveryUnusableRow() {
        assertThat(run("roster", "import", roster()).exits(0).out())
                .contains("0 new, 0 changed, 5 unchanged, 0 withdrawn");
        String bad = script.file("bad.csv", "access_code,ticket_type,items", "ADA1,Individual,lunch:x", "BOB1,Individual,")
                .toString();
        assertThat(run("roster", "import", bad, "--partial").exits(1).err())
                .contains("Row 2", "items", "\"x\"");
        run("roster", "import", bad, "--partial", "--skip-bad-rows").exits(0);
    }

    @Test
    void anOpenQuestionKeepsEverythingAsItWasAndNamesTheOptionThatAnswersIt() {
        String asks = script.file("asks.csv", "Barcode,Ticket,Status", "C1,Individual,Processing", "C2,Individual,Paid")
                .toString();
        var answer = run("roster", "import", asks, "--partial", "--json").exits(1);
        assertThat(answer.err()).contains("Processing", "--status 'Processing=paid|pending|cancelled'");
        assertThat(answer.json().path("questions").get(0).path("rows").asInt()).isEqualTo(1);
        var imported =
                run("roster", "import", asks, "--partial", "--json", "--status", "Processing=pending").exits(0).json();
        assertThat(imported.path("admitted").asInt()).isEqualTo(1);
        assertThat(imported.path("attendees").path("new").asInt()).isEqualTo(2);
    }

    @Test
    void theSameSeedGivesTheSameSample() throws Exception {
        String first = folder.resolve("one.json").toString();
        String second = folder.resolve("two.json").toString();
        run("roster", "sample", "--attendees", "50", "--seed", "9", "-o", first).exits(0);
        run("roster", "sample", "--attendees", "50", "--seed", "9", "-o", second).exits(0);
        assertThat(Path.of(second)).hasSameBinaryContentAs(Path.of(first));
        run("roster", "import", first, "--conference", "sample").exits(0);
    }

    @Test
    void conferencesAreListedAndSet() {
        say("conference set --name Conf --timezone Europe/Berlin --redeem-per line").exits(0);
        assertThat(say("conference list").exits(0).out()).contains("conf", "Conf", "Europe/Berlin", "line");
        assertThat(keys(say("conference list --json").exits(0).json().get(0))).contains("slug", "name", "timezone");
    }

    @Test
    void R24_voidingTwiceChangesNothing() {
        String id = recorded("ADA1", "--check-in");
        run("void", id, "--reason", "wrong person").exits(0);
        String once = say("export check-ins").out();
        run("void", id, "--reason", "again").exits(0);
        assertThat(say("export check-ins").out()).isEqualTo(once).contains("wrong person");
        assertThat(script.scan("ADA1", "--check-in").getFirst().get("verdict").stringValue()).isEqualTo("checked_in");
    }

    @Test
    void aRefusalIsNoRecordToVoid() {
        script.scan("NOBODY", "--check-in");
        String id = say("export refusals --format json").json().get(0).get("id").stringValue();
        run("void", id, "--reason", "x").exits(1);
    }

    @Test
    void upstreamStatusHasTheContractsKeys() {
        assertThat(keys(say("upstream status --json").exits(0).json())).contains("state", "pending", "sent",
                "confirmed", "refused", "in_doubt", "undeliverable");
    }

    @Test
    void upstreamIsSetWithThePasswordFromStandardInput() {
        script.piped("secret\n", "upstream", "set", "--server", "https://example.org", "--prefix", "/conf/register",
                "--user", "desk", "--password-stdin").exits(0);
    }

    // Care of the data -----------------------------------------------------------------------------------------------

    @Test
    void aBackupIsRestoredAndNeverOverWhatIsNewer() {
        recorded("ADA1", "--check-in");
        String copy = folder.resolve("copy.db").toString();
        run("backup", copy).exits(0);
        run("restore", copy).exits(0);
        recorded("CYD1", "--door", "lunch");
        run("restore", copy).exits(1);
        assertThat(say("export door-checks").out().lines()).hasSize(2);
        run("restore", copy, "--force").exits(0);
        assertThat(say("export door-checks").out().lines()).hasSize(1);
        assertThat(say("export check-ins").out().lines()).hasSize(2);
    }

    /** A station at work would go on writing into a file that is no longer there. */
    @Test
    void aBackupOntoTheDatabaseItselfIsRefused() {
        run("backup", folder.resolve("data/lanyard.db").toString()).exits(1);
        run("backup", folder.resolve("data/../data/lanyard.db").toString()).exits(1);
    }

    @Test
    void verifySaysThatAllIsWellOrWhatIsNot() throws Exception {
        say("verify").exits(0);
        new Script(folder.resolve("nothing")).run("verify").exits(1);
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/lanyard.db"), "no database at all".repeat(500));
        assertThat(new Script(folder.resolve("broken")).run("verify").exits(1).out()).isNotBlank();
    }
}
