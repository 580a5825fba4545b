package org.lanyard.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.HubTables;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.postgres.TestSql;
import org.lanyard.hub.server.HubServer;
import org.lanyard.hub.server.TestServer;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

/** What can be wrong with a venue: each is said in a sentence, nothing is lost, and nothing is handed out twice. */
@Execution(ExecutionMode.CONCURRENT)
class VenueFaultsTest {

    @TempDir Path folder;
    private final HubLogin hub = TestServer.freshHub();
    private Rig one;
    private Rig two;

    @BeforeEach
    void open() {
        one = station("Lunch 1");
        two = station("Lunch 2");
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private Rig station(String name) {
        Rig rig = Rig.in(folder.resolve(name)).at(Instant.now());
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items",
                "ADA1,Ada Lovelace,Individual,O1,paid,lunch:2", "BOB1,Bob,Individual,O2,paid,lunch",
                "CYN1,Cynthia,Individual,O3,paid,lunch");
        rig.station().hub().setName(name);
        join(name, hub);
        return rig;
    }

    private void join(String name, HubLogin login) {
        new KeptLogin(folder.resolve(name)).save(login);
    }

    private static Verdict decide(Rig rig, Mode mode, String code) {
        return rig.station().gate().decide(rig.post(mode, "here", "sam"),
                new Scan(rig.station().ids().get(), code, Source.LINE, rig.station().clock().instant())).join().verdict();
    }

    private static Verdict lunch(Rig rig, String code) {
        return decide(rig, new Mode.Redeem(rig.product("lunch")), code);
    }

    private static List<String> notices(Rig rig) {
        return rig.station().hub().syncNow().notices().stream().map(Sentence::key).toList();
    }

    private static long units(HubLogin login) throws SQLException {
        return Long
                .parseLong(TestSql.column(login, "SELECT count(*) FROM entry WHERE kind = 'redemption' AND state = 'LIVE'")
                        .getFirst());
    }

    /** Nothing is handed out, a check-in is recorded, the reason is said; once it is mended everything is sent, once. */
    private void assertSaidAndMended(String key, Runnable mended) throws SQLException {
        assertSaidAndMended(key, 1, mended);
    }

    private void assertSaidAndMended(String key, int units, Runnable mended) throws SQLException {
        assertThat(lunch(one, "BOB1")).isInstanceOf(Verdict.HubUnreachable.class);
        assertThat(decide(one, new Mode.CheckIn(), "BOB1")).isInstanceOf(Verdict.CheckedIn.class);
        VenueStatus status = one.station().hub().syncNow();
        assertThat(status.state()).isEqualTo(VenueStatus.State.ALONE);
        assertThat(status.why().key()).isEqualTo(key);
        assertThat(status.toSend()).isEqualTo(1);
        mended.run();
        assertThat(one.station().hub().syncNow().nothingLeft()).isTrue();
        assertThat(lunch(one, "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        two.station().hub().syncNow();
        assertThat(lunch(two, "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(decide(two, new Mode.CheckIn(), "BOB1")).isInstanceOf(Verdict.ReEntry.class);
        assertThat(units(hub)).isEqualTo(units);
    }

    @Test
    void aHubFromYesterdaysBackupTakesFromItsStationsWhatItMissed() throws SQLException {
        lunch(one, "ADA1");
        one.station().hub().syncNow();
        two.station().hub().syncNow();
        HubLogin yesterday = TestServer.copyOf(hub);
        for (Rig cutOff : List.of(one, two)) {
            cutOff.station().hub().syncNow();
            assertThat(cutOff.station().hub().syncNow().nothingLeft()).isTrue();
        }
        assertThat(lunch(two, "ADA1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(lunch(one, "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        one.station().hub().syncNow();
        two.station().hub().syncNow();
        join("Lunch 1", yesterday);
        join("Lunch 2", yesterday);
        assertThat(notices(one)).contains("hub.recovering");
        assertThat(lunch(one, "CYN1")).as("before Lunch 2 was there").isInstanceOf(Verdict.HubUnreachable.class);
        two.station().hub().syncNow();
        two.station().hub().syncNow();
        one.station().hub().syncNow();
        assertThat(notices(one)).isEmpty();
        assertThat(lunch(one, "CYN1")).isInstanceOf(Verdict.Redeemed.class);
        two.station().hub().syncNow();
        assertThat(Stream.of("ADA1", "BOB1", "CYN1").map(code -> lunch(two, code)))
                .hasOnlyElementsOfType(Verdict.FullyRedeemed.class);
        assertThat(units(yesterday)).isEqualTo(4);
    }

    @Test
    void aCopiedDataFolderIsAStationOfItsOwn() throws IOException, SQLException {
        lunch(one, "BOB1");
        one.station().hub().syncNow();
        Path copy = Files.createDirectory(folder.resolve("copy"));
        one.close();
        try (Stream<Path> files = Files.list(folder.resolve("Lunch 1"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        one = Rig.in(folder.resolve("Lunch 1")).at(Instant.now());
        one.station().hub().syncNow();
        try (Rig clone = Rig.in(copy).at(Instant.now())) {
            assertThat(notices(clone)).contains("hub.copy");
            one.station().hub().syncNow();
            assertThat(notices(clone)).contains("hub.copy", "hub.twin");
            assertThat(lunch(clone, "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
            assertThat(lunch(clone, "CYN1")).isInstanceOf(Verdict.Redeemed.class);
        }
        assertThat(lunch(one, "CYN1")).isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(units(hub)).isEqualTo(2);
    }

    private static void rename(Rig rig, String name) {
        rig.station().hub().setName(name);
        rig.station().ledger().writeNow(_ -> true);   // names wait for nobody
    }

    @Test
    void twoStationsOfOneNameAreToldApart() throws SQLException {
        rename(two, "Lunch 1");
        one.station().hub().syncNow();
        two.station().hub().syncNow();
        assertThat(notices(one)).containsExactly("hub.twin");
        assertThat(one.station().hub().status().stations()).hasSize(2);
        assertThat(lunch(one, "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(lunch(two, "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
        rename(two, "Lunch 2");
        two.station().hub().syncNow();
        assertThat(notices(one)).isEmpty();
        assertThat(units(hub)).isEqualTo(1);
    }

    @Test
    void I7_aClockThatIsTwoHoursOffChangesNothingButItsTimes() throws SQLException {
        one.at(Instant.now().plus(Duration.ofHours(2)));
        two.at(Instant.now().minus(Duration.ofHours(2)));
        assertThat(notices(one)).containsExactly("hub.clock.ahead");
        assertThat(notices(two)).containsExactly("hub.clock.behind");
        assertThat(lunch(one, "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(lunch(two, "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(lunch(two, "ADA1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(lunch(one, "ADA1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(lunch(one, "ADA1")).isInstanceOf(Verdict.FullyRedeemed.class);
        one.at(Instant.now());
        assertThat(notices(one)).isEmpty();
        assertThat(units(hub)).isEqualTo(3);
    }

    @Test
    void aFullDiskAtTheHub() throws SQLException {
        TestSql.run(hub, """
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
                CREATE TRIGGER full_disk BEFORE INSERT ON entry EXECUTE FUNCTION full_disk()
                """);
        assertSaidAndMended("hub.disk-full", () -> run("DROP TRIGGER full_disk ON entry"));
    }

    private void run(String sql) {
        try {
            TestSql.run(hub, sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aWrongPassword() throws SQLException {
        join("Lunch 1", new HubLogin(hub.address(), hub.fingerprint(), "wrong"));
        assertSaidAndMended("hub.password", () -> join("Lunch 1", hub));
    }

    @Test
    void aHubOfANewerVersionIsSentNothing() throws SQLException {
        run("UPDATE hub SET format = format + 1");
        one.reopened();
        assertSaidAndMended("hub.newer", () -> run("UPDATE hub SET format = format - 1"));
    }

    /** Whoever runs the hub brings it to the newer version, by starting it or by "hub init"; what it knows stays. */
    @Test
    void aHubOfAnOlderVersionIsBroughtToThisOne() throws SQLException {
        assertThat(lunch(two, "CYN1")).isInstanceOf(Verdict.Redeemed.class);
        run("UPDATE hub SET format = 1; DROP FUNCTION warm_up; DROP TABLE delivery");
        one.reopened();
        assertSaidAndMended("hub.older", 2, () -> HubTables.make(hub, UUID.randomUUID()));
        assertThat(lunch(one, "CYN1")).isInstanceOf(Verdict.FullyRedeemed.class);
    }

    @Test
    void anotherCertificateThanWhenThisStationJoined() {
        try (HubServer _ = TestServer.hubOf(folder.resolve("Lunch 1"))) {
            KeptLogin kept = new KeptLogin(folder.resolve("Lunch 1"));
            kept.forget();
            HubLogin joined = new Joining(kept).byCode(TestServer.invitation(folder.resolve("Lunch 1")));
            kept.save(new HubLogin(joined.address(), Optional.of("00".repeat(32)), joined.password()));
            assertThat(lunch(one, "BOB1")).isInstanceOf(Verdict.HubUnreachable.class);
            assertThat(decide(one, new Mode.CheckIn(), "BOB1")).isInstanceOf(Verdict.CheckedIn.class);
            assertThat(one.station().hub().syncNow().why().key()).isEqualTo("hub.certificate");
            kept.save(joined);
            assertThat(one.station().hub().syncNow().nothingLeft()).isTrue();
            assertThat(lunch(one, "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        }
    }
}
