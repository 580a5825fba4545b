package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;
import org.lanyard.Soon;
import org.lanyard.upstream.LocalServer;
import org.lanyard.upstream.ServedCall;
import org.lanyard.upstream.ServedConference;
import org.lanyard.upstream.ServedFault;
import org.lanyard.upstream.ServedLine;
import org.lanyard.upstream.ServedOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registration server from the command line: what it answers, and by which exit code. */
@OwnStreams
class UpstreamContractTest {

    private static final long LUNCH = 12;

    private final LocalServer server = LocalServer.open().staff("desk", "secret");
    private final ServedConference spring = conference("spring", "ADA1", "Ada");
    private final ServedConference autumn = conference("autumn", "ADA1", "Adam");
    private Script script;

    @BeforeEach
    void onAnEmptyFolder(@TempDir Path folder) {
        script = new Script(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ServedConference conference(String slug, String code, String name) {
        ServedConference conference = server.conference(slug);
        return conference.attendee(code, name, conference.order(ServedOrder.Status.PAID,
                ServedLine.ticket(11, "Individual", "individual"), ServedLine.addOn(LUNCH, "Lunch", "lunch", 3)));
    }

    private Script.Answer set(String slug, String... more) {
        return setAt(server.address().toString(), slug, more);
    }

    private Script.Answer setAt(String address, String slug, String... more) {
        List<String> all = new ArrayList<>(List.of("upstream", "set", "--server", address, "--prefix",
                "/" + slug + "/register", "--user", "desk", "--conference", slug));
        all.addAll(List.of(more));
        return script.run(all.toArray(String[]::new));
    }

    private Script.Answer withPassword(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--password-stdin");
        return script.piped("secret\n", all.toArray(String[]::new));
    }

    private void pulled() {
        set("spring").exits(0);
        withPassword("roster", "pull").exits(0);
    }

    private JsonNode status() {
        return script.run("upstream", "status", "--json").exits(0).json();
    }

    private static JsonNode status(String state, int pending, int sent, int confirmed, int refused, int doubt, int here) {
        return JsonMapper.shared().createObjectNode().put("state", state).put("pending", pending).put("sent", sent)
                .put("confirmed", confirmed).put("refused", refused).put("in_doubt", doubt).put("undeliverable", here);
    }

    /** One sentence on standard error, and nothing on standard output. */
    private static void refused(Script.Answer answer, String word) {
        answer.exits(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines().toList()).singleElement().asString().contains(word).endsWith(".");
    }

    @Test
    void settingTheServerOnAnEmptyFolderMakesTheConference() {
        set("spring").exits(0);
        assertThat(script.run("conference", "list", "--json").exits(0).json()).singleElement()
                .satisfies(one -> assertThat(one.path("slug").asString()).isEqualTo("spring"));
    }

    @Test
    void theRosterComesAndEveryStateHasItsWord() {
        assertThat(set("spring").exits(0).err()).isEmpty();
        assertThat(status()).isEqualTo(status("sign-in needed", 0, 0, 0, 0, 0, 0));
        withPassword("roster", "pull").exits(0);
        assertThat(status()).isEqualTo(status("live", 0, 0, 0, 0, 0, 0));
        assertThat(script.scan("ADA1\n", "--check-in")).singleElement()
                .satisfies(answer -> assertThat(answer.path("verdict").asString()).isEqualTo("checked_in"));
        script.scan("ADA1\n", "--redeem", "lunch");
        script.scan("ADA1\n", "--door", "individual");
        assertThat(status()).isEqualTo(status("waiting", 2, 0, 0, 0, 0, 1));
        assertThat(withPassword("push").exits(0).err()).isEmpty();
        assertThat(status()).isEqualTo(status("live", 0, 0, 2, 0, 0, 1));
        assertThat(spring.checkIns("ADA1")).hasSize(1);
        assertThat(spring.redemptions("ADA1", LUNCH)).isOne();
    }

    @Test
    void withoutAServerAStationIsOfflineAndAPushSaysWhy() {
        script.run("roster", "import", script.file("roster.csv", Script.ROSTER).toString(), "--conference", "conf").exits(0);
        assertThat(status()).isEqualTo(status("offline", 0, 0, 0, 0, 0, 0));
        refused(script.run("push"), "upstream set");
        refused(withPassword("roster", "pull"), "upstream set");
    }

    @Test
    void theTestOfAConnectionNamesItsSteps() {
        set("spring").exits(0);
        assertThat(withPassword("upstream", "test").exits(0).out().lines()).hasSize(3)
                .allMatch(line -> line.startsWith("ok"));
        assertThat(script.piped("wrong\n", "upstream", "test", "--password-stdin").exits(1).out().lines())
                .last().asString().startsWith("failed").contains("sign in").contains("password");
    }

    @Test
    void aWrongPasswordSaysThatASignInIsNeededAndKeepsTheRecords() {
        pulled();
        script.scan("ADA1\n", "--check-in");
        Script.Answer push = script.piped("wrong\n", "push", "--password-stdin").exits(1);
        assertThat(push.err()).isEqualTo("The user name or the password is wrong." + System.lineSeparator());
        assertThat(status()).isEqualTo(status("sign-in needed", 1, 0, 0, 0, 0, 0));
        refused(script.piped("wrong\n", "roster", "pull", "--password-stdin"), "password");
        withPassword("push").exits(0);
    }

    @Test
    void noPasswordIsASentence() {
        pulled();
        refused(script.run("push"), "--password-stdin");
        refused(script.piped("\n", "push", "--password-stdin"), "password");
    }

    @Test
    void aServerThatIsAwayIsASentenceAndExitCodeOneUntilItIsBack() {
        pulled();
        script.scan("ADA1\n", "--check-in");
        server.stop();
        assertThat(withPassword("push").exits(1).err()).containsOnlyOnce("cannot be reached");
        assertThat(status()).isEqualTo(status("offline", 1, 0, 0, 0, 0, 0));
        refused(withPassword("roster", "pull"), "cannot be reached");
        server.startAgain(true);
        withPassword("push").exits(0);
        assertThat(status()).isEqualTo(status("live", 0, 0, 1, 0, 0, 0));
    }

    @Test
    void whatCannotBeSettledIsExitCodeOneUntilSomebodyDecides() throws InterruptedException {
        pulled();
        script.scan("ADA1\n", "--redeem", "lunch");
        server.faults().next(1, ServedCall.REDEEM, ServedFault.ANSWER_LOST);
        Thread elsewhere = Thread.ofVirtual().start(() -> {
            Soon.until("the request", () -> server.requests(ServedCall.REDEEM) > 0);
            spring.redeemElsewhere("ADA1", LUNCH);
        });
        withPassword("push").exits(1);
        elsewhere.join();
        assertThat(status()).isEqualTo(status("live", 0, 0, 0, 0, 1, 0));
        String line = script.run("upstream", "status").exits(0).out().lines().skip(1).findFirst().orElseThrow();
        assertThat(line).startsWith("undecided").contains("ADA1", "lunch", "counted 0 before and 2 after");
        String number = line.split("\\s+")[1];
        script.run("upstream", "decide", number, "--arrived").exits(0);
        refused(script.run("upstream", "decide", number, "--no-arrived"), "settled already");
        withPassword("push").exits(0);
        assertThat(status()).isEqualTo(status("live", 0, 0, 1, 0, 0, 0));
        assertThat(spring.redemptions("ADA1", LUNCH)).isEqualTo(2);
    }

    @Test
    void aRefusalIsCountedAndShownWithTheServersReasonAndIsNoFailure() {
        pulled();
        script.scan("ADA1\n", "--check-in");
        spring.setStatus("ADA1", ServedOrder.Status.REFUNDED);
        withPassword("push").exits(0);
        assertThat(status()).isEqualTo(status("live", 0, 0, 0, 1, 0, 0));
        assertThat(script.run("upstream", "status").out()).contains("refused").contains("refunded");
    }

    @Test
    void twoConferencesOnOneServerNeverMix() {
        pulled();
        set("autumn").exits(0);
        withPassword("roster", "pull", "--conference", "autumn").exits(0);
        script.scan("ADA1\n", "--check-in", "--conference", "spring");
        script.scan("ADA1\nADA1\n", "--check-in", "--conference", "autumn");
        refused(withPassword("push"), "conference");
        withPassword("push", "--conference", "spring").exits(0);
        assertThat(spring.checkIns("ADA1")).hasSize(1);
        assertThat(autumn.checkIns("ADA1")).isEmpty();
        withPassword("push", "--conference", "autumn").exits(0);
        assertThat(autumn.checkIns("ADA1")).hasSize(2);
        assertThat(spring.checkIns("ADA1")).hasSize(1);
        for (String slug : List.of("spring", "autumn")) {
            assertThat(script.run("roster", "show", "ADA1", "--json", "--conference", slug).exits(0).json().path("name")
                    .asString()).isEqualTo(slug.equals("spring") ? "Ada" : "Adam");
        }
    }

    @Test
    void theRosterOfAnotherConferenceIsRefused() {
        script.run("upstream", "set", "--server", server.address().toString(), "--prefix", "/autumn/register", "--user",
                "desk", "--conference", "spring").exits(0);
        refused(withPassword("roster", "pull"), "autumn");
    }

    @Test
    void aChangeOfServerIsRefusedButWhereTheSameRegistrationsHaveMoved() {
        pulled();
        refused(setAt("https://example.org", "spring"), "new data folder");
        refused(setAt("http://example.org", "spring"), "https");
        assertThat(status()).isEqualTo(status("live", 0, 0, 0, 0, 0, 0));
        setAt("http://localhost:" + server.address().getPort(), "spring", "--moved").exits(0);
        withPassword("roster", "pull").exits(0);
    }

    @Test
    void wrongUsageIsExitCodeTwo() {
        script.run("upstream", "set", "--prefix", "/spring/register").exits(2);
        script.run("upstream", "decide", "1").exits(2);
        script.run("push", "--password", "secret").exits(2);
    }
}
