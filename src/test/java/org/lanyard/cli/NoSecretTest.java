package org.lanyard.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.LanyardProcess;
import org.lanyard.OwnStreams;
import org.lanyard.upstream.LocalServer;
import org.lanyard.upstream.ServedCall;
import org.lanyard.upstream.ServedConference;
import org.lanyard.upstream.ServedFault;
import org.lanyard.upstream.ServedHold;
import org.lanyard.upstream.ServedLine;
import org.lanyard.upstream.ServedOrder;

/** Neither the password nor what the server gives for it is ever said, logged or kept. */
@OwnStreams
class NoSecretTest {

    private static final String PASSWORD = "Zwitter-Käfig 7&3";
    private static final int GUESTS = 12;
    private static final List<ServedFault> ON_A_PUSH = List.of(ServedFault.ANSWER_LOST, ServedFault.CUT_BEFORE,
            new ServedFault.CutAtByte(20), ServedFault.LOCKED, ServedFault.SESSION_ENDED, ServedFault.NOT_JSON);
    private static final List<ServedFault> ON_A_PULL = List.of(ServedFault.PRELOAD_HALF, ServedFault.PRELOAD_HALF_CUT,
            ServedFault.CUT_BEFORE, ServedFault.NOT_JSON, ServedFault.LOCKED, new ServedFault.Busy(429, 60),
            new ServedFault.CutAtByte(99));
    private static final List<ServedFault> ON_SIGN_IN = List.of(ServedFault.CUT_BEFORE, ServedFault.ANSWER_LOST,
            ServedFault.CSRF_FAILED, ServedFault.NOT_JSON, ServedFault.LOCKED, new ServedFault.Busy(503, 60),
            new ServedFault.CutAtByte(0));

    @TempDir Path folder;

    private final LocalServer server = LocalServer.open().staff("desk", PASSWORD);
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void invite() {
        ServedConference conference = server.conference("conf");
        for (int i = 0; i < GUESTS; i++) {
            conference.attendee("GUEST" + (10 + i), "Guest " + i, conference.order(ServedOrder.Status.PAID,
                    ServedLine.ticket(100 + i, "Individual", "individual"),
                    ServedLine.addOn(200 + i, "Lunch", "lunch", 5)));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Remembers what it says, whatever comes of it. */
    private int run(String input, String... arguments) {
        String[] all = Stream.concat(Stream.of("--data", folder.toString(), "--debug"), Stream.of(arguments))
                .toArray(String[]::new);
        Script.Answer answer = Script.asGiven(input, all);
        said.add(answer.out());
        said.add(answer.err());
        return answer.code();
    }

    private int signedIn(String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--password-stdin")).toArray(String[]::new);
        return run(PASSWORD + "\n", all);
    }

    private void connect() {
        assertThat(run("", "upstream", "set", "--server", server.address().toString(), "--prefix", "/conf/register",
                "--user", "desk", "--conference", "conf")).isZero();
    }

    private static String guests() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < GUESTS; i++) {
            all.append("GUEST").append(10 + i).append('\n');
        }
        return all.toString();
    }

    private void scanEverybody() {
        assertThat(run(guests(), "scan", "--station", "Desk", "--check-in")).isZero();
        assertThat(run(guests(), "scan", "--station", "Desk", "--redeem", "lunch")).isZero();
    }

    /** Only faults after which nobody waits for 90 s for a request that may still arrive. */
    @Test
    void whateverHappensNothingSecretIsSaidLoggedOrKept() {
        happen(List.of(ServedCall.SCAN), List.of(ServedFault.SESSION_ENDED),
                List.of(ServedFault.NOT_JSON, new ServedFault.Busy(429, 60)),
                List.of(ServedFault.CSRF_FAILED, ServedFault.NOT_JSON));
    }

    @Test
    @Tag("slow")
    void whateverElseHappensNothingSecretIsSaidLoggedOrKept() {
        happen(List.of(ServedCall.SCAN, ServedCall.LOOKUP, ServedCall.REDEEM), ON_A_PUSH, ON_A_PULL, ON_SIGN_IN);
    }

    private void happen(List<ServedCall> pushed, List<ServedFault> onPush, List<ServedFault> onPull,
            List<ServedFault> onSignIn) {
        try (EveryLog logs = new EveryLog()) {
            connect();
            assertThat(signedIn("upstream", "test")).isZero();
            assertThat(signedIn("roster", "pull")).isZero();
            scanEverybody();
            pushThroughFaults(pushed, onPush);
            pullThroughFaults(onPull);
            signInThroughFaults(onSignIn);
            withTheServerAway();
            assertThat(logs.raised()).as("every command").isGreaterThanOrEqualTo(said.size() / 2);
            assertThat(logs.ofTheJdk()).isNotEmpty();
            said.add(logs.ofTheJdk());
        }
        assertThat(folder.resolve("lanyard.log")).content().contains("Lanyard refused: ");
        assertNothingSecret();
    }

    private void pushThroughFaults(List<ServedCall> calls, List<ServedFault> faults) {
        for (ServedCall call : calls) {
            faults.forEach(fault -> server.faults().next(1, call, fault));
        }
        if (calls.contains(ServedCall.REDEEM)) {
            server.faults().next(1, ServedCall.REDEEM, ServedFault.CSRF_FAILED)
                    .next(1, ServedCall.SCAN, new ServedFault.Busy(503, 1));
        }
        signedIn("push");
        assertThat(server.faults().dealt()).hasSizeGreaterThan(calls.size() * faults.size() / 2);
        run("", "upstream", "status", "--json");
        run("", "upstream", "status");
        server.faults().calm();
    }

    private void pullThroughFaults(List<ServedFault> faults) {
        for (ServedFault fault : faults) {
            server.faults().next(3, ServedCall.PRELOAD, fault);   // what was asked on a kept connection is asked anew
            assertThat(signedIn("roster", "pull")).as(fault.toString()).isOne();
            server.faults().calm();
        }
    }

    private void signInThroughFaults(List<ServedFault> faults) {
        for (ServedFault fault : faults) {
            server.faults().next(1, ServedCall.SIGN_IN, fault);
            signedIn("upstream", "test");
        }
        server.faults().calm();
        server.activate("desk", false);
        assertThat(signedIn("roster", "pull")).isOne();
        server.activate("desk", true);
        server.permit("desk", false);
        assertThat(signedIn("upstream", "test")).isOne();
        server.permit("desk", true);
    }

    private void withTheServerAway() {
        server.stop();
        assertThat(signedIn("roster", "pull")).isOne();
        server.startAgain(false);
    }

    /** What a user name or password is typed into an address for is refused, and not repeated. */
    @ParameterizedTest
    @ValueSource(strings = {"https://desk:%s@127.0.0.1", "ftp://desk:%s@127.0.0.1", "desk:%s@127.0.0.1",
            "https://desk:^%s@127.0.0.1", "https://desk:%s @127.0.0.1:x"})
    void aPasswordInAnAddressIsRefusedAndNotRepeated(String address) {
        run("", "conference", "list");
        assertThat(run("", "upstream", "set", "--server", address.formatted("Kastanie77"), "--prefix", "/conf/register",
                "--user", "desk", "--conference", "conf")).isOne();
        assertThat(folder.resolve("lanyard.log")).content().contains("Lanyard refused: ").doesNotContain("Kastanie77");
        assertThat(said).noneSatisfy(text -> assertThat(text).contains("Kastanie77"));
    }

    @Test
    void aRunningPushShowsNothingSecretToOtherProgramsAndFiles() throws InterruptedException {
        connect();
        assertThat(signedIn("roster", "pull")).isZero();
        scanEverybody();
        ServedHold hold = ServedHold.untilOpened();
        server.faults().next(3, ServedCall.SCAN, ServedFault.NONE).next(1, ServedCall.SCAN, new ServedFault.Slow(hold));
        try (LanyardProcess push = LanyardProcess.start(folder, "--debug", "push", "--password-stdin")) {
            push.send(PASSWORD);
            hold.awaitArrival();
            assertThat(folder.resolve("lanyard.db-wal")).isNotEmptyFile();
            ProcessHandle.current().children().forEach(child -> said.add(shown(child)));
            assertThat(said).anySatisfy(text -> assertThat(text).contains("--password-stdin"));
            assertNothingSecret();
            hold.open();
            said.addAll(push.rest());
            said.addAll(push.errors());
        }
        assertNothingSecret();
    }

    /** What any program on the machine can see of it. */
    private static String shown(ProcessHandle process) {
        StringBuilder shown = new StringBuilder(process.info().toString());
        process.info().arguments().ifPresent(all -> shown.append(String.join(" ", all)));
        for (String file : List.of("cmdline", "environ")) {
            Path path = Path.of("/proc", Long.toString(process.pid()), file);
            if (Files.isReadable(path)) {
                shown.append(content(path));
            }
        }
        return shown.toString();
    }

    private void assertNothingSecret() {
        assertThat(server.signIns()).isPositive();
        List<String> secrets = new ArrayList<>(server.secrets());
        secrets.addAll(List.of(PASSWORD, URLEncoder.encode(PASSWORD, UTF_8),
                Base64.getEncoder().encodeToString(PASSWORD.getBytes(UTF_8))));
        for (String secret : secrets) {
            String bytes = new String(secret.getBytes(UTF_8), ISO_8859_1);
            assertThat(said).noneSatisfy(text -> assertThat(text).containsAnyOf(secret, bytes));
            files().forEach(file -> assertThat(content(file).contains(bytes)).as(secret + " in " + file).isFalse());
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
