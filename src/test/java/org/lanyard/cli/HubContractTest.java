package org.lanyard.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.server.HubServer;
import org.lanyard.hub.server.TestServer;
import org.lanyard.scan.JoinCode;
import tools.jackson.databind.JsonNode;

/** The hub from the command line: starting, inviting, joining, leaving, and what is said where that fails. */
@OwnStreams
class HubContractTest {

    @TempDir static Path hubFolder;
    private static HubServer server;

    @TempDir Path folder;
    private final Script hub = new Script(hubFolder.resolve("data"));
    private Script station;

    @BeforeAll
    static void start() {
        server = TestServer.hubOf(hubFolder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void anotherStation() {
        station = new Script(folder.resolve("data"));
    }

    private String invitation() {
        return hub.run("hub", "invite").exits(0).out().strip();
    }

    @Test
    void aStationJoinsByACodeAndLeaves() {
        String code = invitation();
        station.run("hub", "join", code).exits(0);
        String another = invitation();
        station.run("hub", "join", another).exits(0);   // the same hub: nothing to do, and the code stays good
        new Script(folder.resolve("third")).run("hub", "join", another).exits(0);
        assertThat(station.run("hub", "join", "postgresql://user@127.0.0.1/db").exits(1).err())
                .isEqualTo("This station has joined a hub already; leave it first.\n");
        station.run("hub", "leave").exits(0);
        assertThat(station.run("hub", "leave").exits(1).err()).isEqualTo("This station has not joined a hub.\n");
        assertThat(station.run("hub", "join", code).exits(1).err()).startsWith("This code was used before");
    }

    @Test
    void aCodeInGroupsAndInSmallLettersIsRead() {
        station.run("hub", "join", invitation().toLowerCase().replace("-", " ")).exits(0);
    }

    @Test
    void whatIsNoCodeAndNoAddressIsSaid() {
        assertThat(station.run("hub", "join", "HUB-12345").exits(1).err()).startsWith("This is not a joining code");
        for (String url : List.of("postgresql://host/db", "http://user@host/db", "postgresql://user:pw@host/db",
                "postgresql://user@host", "postgresql://user@host:port/db")) {
            assertThat(station.run("hub", "join", url).exits(1).err()).as(url)
                    .startsWith("An address of a hub looks like postgresql://user@host:port/database");
        }
    }

    /** A roster at the hub's machine goes to whoever joins, and a lunch is handed out once. */
    @Test
    void whoJoinsTakesOverTheRosterAndKnowsWhatWasHandedOut(@TempDir Path other) {
        Script desk = Script.withRoster(other);
        try (HubServer _ = TestServer.hubOf(other.resolve("data"))) {
            desk.run("hub", "join", desk.run("hub", "invite").exits(0).out().strip()).exits(0);
            station.run("hub", "join", desk.run("hub", "invite").exits(0).out().strip()).exits(0);
            desk.scan("ADA1\n", "--redeem", "lunch");
            assertThat(station.scan("ADA1\nADA1\n", "--redeem", "lunch")).extracting(line -> line.get("verdict").asString())
                    .containsExactly("redeemed", "fully_redeemed");
            JsonNode status = station.run("hub", "status", "--json").exits(0).json();
            assertThat(status.propertyNames()).containsExactly("state", "since", "stations", "to_send", "in_doubt",
                    "conflicts");
            assertThat(status.get("state").asString()).isEqualTo("live");
            station.run("hub", "sync").exits(0);
        }
        assertThat(station.scan("ADA1\n", "--redeem", "lunch").getFirst().get("verdict").asString())
                .isEqualTo("fully_redeemed");
        assertThat(station.run("hub", "sync").exits(1).err()).startsWith("The hub does not answer.");
    }

    @Test
    void aMachineWithoutAHubInvitesNobody() {
        assertThat(station.run("hub", "invite").exits(1).err()).startsWith("This machine is not the hub");
    }

    @Test
    void anExistingServerBecomesAHubOnceAndIsJoinedByItsAddress() {
        HubLogin there = TestServer.emptyDatabase();
        String url = there.address().url();
        assertThat(station.piped(there.password(), "hub", "join", url, "--password-stdin").exits(1).err())
                .startsWith("This database is no hub yet");
        station.piped(there.password(), "hub", "init", url, "--password-stdin").exits(0);
        station.piped(there.password(), "hub", "init", url, "--password-stdin").exits(0);
        assertThat(station.run("hub", "join", url).exits(1).err()).startsWith("The server asks for a password");
        assertThat(station.piped("wrong", "hub", "join", url, "--password-stdin").exits(1).err())
                .startsWith("The hub does not accept this station's password");
        station.piped(there.password(), "hub", "join", url, "--password-stdin").exits(0);
    }

    /** Neither a code nor a password is in a log, a record or a preparation file. */
    @Test
    void nothingOfACodeIsKept() throws IOException {
        Script desk = Script.withRoster(folder);
        String code = invitation();
        desk.scan(code + "\n", "--check-in");
        desk.run("hub", "join", code).exits(0);
        String secret = JoinCode.read(code).orElseThrow().secret();
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1)).as(file.toString()).doesNotContain(code, secret);
            }
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/lanyard-hub.login"))).hasSize(2);
    }
}
