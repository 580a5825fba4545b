package org.lanyard.hub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.HubTables;
import org.lanyard.hub.postgres.Invitations;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.postgres.TestSql;
import org.lanyard.hub.protocol.Contact;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;

/** "This laptop is the hub", and what a station is told when something is wrong with it. */
@Execution(ExecutionMode.CONCURRENT)
class HubServerTest {

    @TempDir static Path folder;
    private static HubServer server;
    private static HubFolder hub;

    @BeforeAll
    static void start() {
        server = TestServer.hub(folder.resolve("hub"));
        hub = new HubFolder(folder.resolve("hub"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HubLogin joined() {
        return Invitations.join(hub.invite(), HubServer.DATABASE);
    }

    private static String said(Throwable failure) {
        return failure instanceof HubGone gone ? Sentence.ofLine(gone.getMessage()).toString() : failure.getMessage();
    }

    private static Contact contact(String name) {
        return new Contact(UUID.randomUUID(), name, 0, Contact.NO_INCARNATION, 0, true, 0, 0);
    }

    private static String contacted(HubLogin login) {
        try (PostgresHub there = new PostgresHub(login)) {
            return said(catchThrowable(() -> there.contact(contact("Desk"))));
        }
    }

    @Test
    void aCodeLetsOneStationInAndItIsKnownFromThen() throws HubGone {
        HubLogin login = joined();
        try (PostgresHub there = new PostgresHub(login)) {
            there.contact(contact("Lunch 1"));
            assertThat(there.stations()).anySatisfy(station -> assertThat(station.name()).isEqualTo("Lunch 1"));
        }
        assertThat(login.fingerprint().orElseThrow()).startsWith(hub.invite().fingerprint());
    }

    @Test
    void aCodeIsUsedOnce() {
        JoinCode code = hub.invite();
        assertThat(hub.used(code)).isFalse();
        Invitations.join(code, HubServer.DATABASE);
        assertThat(hub.used(code)).isTrue();
        assertThatExceptionOfType(NotPossible.class).isThrownBy(() -> Invitations.join(code, HubServer.DATABASE))
                .withMessage(
                        "This code was used before, and each lets one station in. Take the code that the hub shows now.");
    }

    @Test
    void aStationDeletesNothingAndMakesNoRoles() {
        HubLogin login = joined();
        for (String forbidden : List.of("DELETE FROM entry", "TRUNCATE entry", "DROP TABLE entry", "CREATE ROLE other",
                "SELECT * FROM invitation", "SELECT join_venue('SCRAM-SHA-256$x')", "CREATE TABLE lanyard.mine (x int)")) {
            assertThatExceptionOfType(SQLException.class).as(forbidden)
                    .isThrownBy(() -> TestSql.run(login, forbidden))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void anotherCertificateIsSaidAndNothingIsSent() {
        HubLogin login = joined();
        HubLogin changed = new HubLogin(login.address(), Optional.of("00".repeat(32)), login.password());
        assertThat(contacted(changed)).isEqualTo("The hub has another certificate than when this station joined, so nothing "
                + "was sent. Ask the organizer; if the hub was set up anew, join again with a new code.");
    }

    @Test
    void aWrongPasswordIsSaid() {
        HubLogin login = joined();
        assertThat(contacted(new HubLogin(login.address(), login.fingerprint(), "wrong")))
                .isEqualTo("The hub does not accept this station's password. Nothing is lost; join again with a new code, "
                        + "or give the password again.");
    }

    @Test
    void aStationThatWasShutOutIsToldSo() throws HubGone {
        HubLogin login = joined();
        Contact here = contact("Stolen");
        try (PostgresHub there = new PostgresHub(login)) {
            there.contact(here);
        }
        hub.shutOut(here.station());
        assertThat(contacted(login)).startsWith("The hub does not let this station in: it was shut out");
    }

    @Test
    void whoDoesNotAskForTlsIsTurnedAway() throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), hub.port())) {
            DataOutputStream out = new DataOutputStream(plain.getOutputStream());
            out.writeInt(8);
            out.writeInt(196608);
            assertThat(plain.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aFolderHasOneServer() {
        assertThatExceptionOfType(NotPossible.class).isThrownBy(() -> TestServer.hub(folder.resolve("hub")))
                .withMessage("The hub runs already on this machine.");
    }

    @Test
    void nothingSecretIsInTheServersLogOrReadableForOthers() throws IOException {
        JoinCode code = hub.invite();
        HubLogin login = Invitations.join(code, HubServer.DATABASE);
        contacted(new HubLogin(login.address(), login.fingerprint(), "not-the-password"));
        assertThat(Files.readString(folder.resolve("hub/server.log"))).doesNotContain(code.secret(), login.password(),
                "SCRAM-SHA-256$", "not-the-password");
        try (Stream<Path> secrets = Stream.of("password", "certificate.p12").map(folder.resolve("hub")::resolve)) {
            assertThat(secrets).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
        }
    }

    @Test
    void whatWasCommittedIsThereAfterAStopAndAfterAKill(@TempDir Path other) throws Exception {
        HubFolder made = new HubFolder(other.resolve("hub"));
        JoinCode code;
        try (HubServer _ = TestServer.hub(other.resolve("hub"))) {
            code = made.invite();
        }
        assertThat(made.running()).isFalse();
        try (HubServer _ = TestServer.hub(other.resolve("hub"))) {
            assertThat(made.used(code)).isFalse();
            assertThat(made.invite().fingerprint()).isEqualTo(code.fingerprint());
            long server = Long.parseLong(Files.readAllLines(other.resolve("hub/data/postmaster.pid")).getFirst());
            ProcessHandle killed = ProcessHandle.of(server).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
        }
        try (HubServer _ = TestServer.hub(other.resolve("hub"))) {
            assertThat(made.used(code)).isFalse();
        }
    }

    @Test
    void aHubOfANewerVersionIsSaid() throws SQLException {
        HubLogin hub = TestServer.freshHub();
        TestSql.run(hub, "UPDATE hub SET format = format + 1");
        assertThatExceptionOfType(NotPossible.class).isThrownBy(() -> HubTables.check(hub))
                .withMessage(
                        "The hub belongs to a newer version of Lanyard, so nothing was sent. Update this station; what is"
                                + " recorded here is kept, and sent then.");
    }
}
