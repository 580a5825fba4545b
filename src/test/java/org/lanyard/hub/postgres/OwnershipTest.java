package org.lanyard.hub.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Contact;
import org.lanyard.hub.protocol.Contacted;
import org.lanyard.hub.protocol.Deliveries;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Grant;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Uploaded;
import org.lanyard.hub.server.TestServer;
import org.lanyard.scan.Sentence;

/** Buckets that move, stations that are lost, and a hub that comes back from a backup, on a real server. */
@Execution(ExecutionMode.CONCURRENT)
class OwnershipTest {

    private static final Bucket BUCKET = Bucket.of("pycon", "lunch", "O1");
    private static final Claim CLAIM = new Claim(BUCKET, "O1", 1, 1);
    private static final UUID LUNCH_1 = new UUID(1, 1);
    private static final UUID LUNCH_2 = new UUID(2, 2);

    private final HubLogin login = TestServer.freshHub();
    private PostgresHub hub;

    @BeforeEach
    void open() throws HubGone {
        hub = new PostgresHub(login);
        contact(LUNCH_1, "Lunch 1");
        contact(LUNCH_2, "Lunch 2");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Contacted contact(UUID station, String name) throws HubGone {
        return hub.contact(new Contact(station, name, 0, Contact.NO_INCARNATION, 0, true, 0, 0));
    }

    private static Entry unit() {
        return new Entry("pycon", "redemption", UUID.randomUUID().toString(), Entry.State.LIVE, "{}", List.of(CLAIM), 0);
    }

    private Grant granted() throws HubGone {
        hub.grant(LUNCH_1, List.of(BUCKET));
        return contact(LUNCH_1, "Lunch 1").grants().getFirst();
    }

    @Test
    void I2_whatAStationOwnsTheHubDoesNotDecideAndAsksFor() throws HubGone {
        granted();
        assertThat(hub.ask(LUNCH_2, unit())).isEqualTo(new Answer.Kept(BUCKET, LUNCH_1, "Lunch 1"));
        assertThat(contact(LUNCH_1, "Lunch 1").wanted()).containsExactly(BUCKET);
    }

    @Test
    void aGrantIsMadeOnce() throws HubGone {
        Grant first = granted();
        hub.grant(LUNCH_2, List.of(BUCKET));
        assertThat(contact(LUNCH_2, "Lunch 2").grants()).isEmpty();
        assertThat(granted()).isEqualTo(first);
    }

    @Test
    void aReturnOfAnEarlierGrantThatIsExecutedLateFreesNothing() throws HubGone {
        Grant first = granted();
        hub.giveBack(LUNCH_1, BUCKET, first.number());
        Grant second = granted();
        hub.giveBack(LUNCH_1, BUCKET, first.number());
        assertThat(hub.ask(LUNCH_2, unit())).isInstanceOf(Answer.Kept.class);
        hub.giveBack(LUNCH_1, BUCKET, second.number());
        assertThat(hub.ask(LUNCH_2, unit())).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aTakeOverFreesTheBucketAndWhatComesLaterIsAConflict() throws HubGone {
        granted();
        hub.takeOver(LUNCH_1, "lea", "fell into the river");
        assertThat(hub.ask(LUNCH_2, unit())).isInstanceOf(Answer.Accepted.class);
        Entry late = unit();
        assertThat(hub.upload(LUNCH_1, List.of(late)).getFirst()).isInstanceOf(Uploaded.Kept.class);
        assertThat(hub.conflicts(10)).singleElement()
                .satisfies(conflict -> assertThat(conflict.entry().key()).isEqualTo(late.key()));
    }

    @Test
    void uploadingTwiceChangesNothingAndAVoidFreesTheUnit() throws HubGone {
        Entry unit = unit();
        Entry voided = new Entry("pycon", "redemption", unit.key(), Entry.State.VOIDED, "{\"voided\":1}", List.of(CLAIM), 0);
        List<Uploaded> first = hub.upload(LUNCH_1, List.of(unit, unit));
        assertThat(first.get(1)).isEqualTo(first.getFirst());
        assertThat(hub.ask(LUNCH_2, unit())).isInstanceOf(Answer.Full.class);
        hub.upload(LUNCH_1, List.of(voided));
        hub.upload(LUNCH_1, List.of(unit));
        assertThat(hub.ask(LUNCH_2, unit())).isInstanceOf(Answer.Accepted.class);
        assertThat(hub.follow(0, 10)).first()
                .satisfies(row -> assertThat(row.entry().state()).isEqualTo(Entry.State.VOIDED));
    }

    @Test
    void aHubFromAnOlderBackupDecidesNothingBeforeItsStationsAreLevel() throws HubGone, SQLException {
        UUID incarnation = contact(LUNCH_1, "Lunch 1").incarnation();
        hub.ask(LUNCH_1, unit());
        long mirrored = hub.follow(0, 10).getLast().changed();
        TestSql.run(login, "DELETE FROM claim; DELETE FROM entry; UPDATE pool SET used = 0; UPDATE hub SET place = 0");

        Contact here = new Contact(LUNCH_1, "Lunch 1", 0, incarnation, mirrored, true, 0, 0);
        Contacted restored = hub.contact(here);
        assertThat(restored.recovering()).isTrue();
        assertThat(restored.incarnation()).isNotEqualTo(incarnation);
        assertThat(hub.ask(LUNCH_2, unit())).isEqualTo(new Answer.Closed());

        UUID now = restored.incarnation();
        hub.contact(new Contact(LUNCH_1, "Lunch 1", 0, now, 0, true, 0, 0));
        assertThat(hub.ask(LUNCH_2, unit())).isEqualTo(new Answer.Closed());
        assertThat(hub.contact(new Contact(LUNCH_2, "Lunch 2", 0, now, 0, true, 0, 0)).recovering()).isFalse();
        assertThat(hub.ask(LUNCH_2, unit())).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aCopiedDataFolderAndTwoStationsOfOneNameAreTold() throws HubGone {
        hub.contact(new Contact(LUNCH_1, "Lunch 1", 7, Contact.NO_INCARNATION, 0, true, 0, 0));
        assertThat(hub.contact(new Contact(LUNCH_1, "Lunch 1", 5, Contact.NO_INCARNATION, 0, true, 0, 0)).outdated())
                .isTrue();
        contact(new UUID(3, 3), "Lunch 2");
        assertThat(contact(LUNCH_2, "Lunch 2").twin()).isTrue();
    }

    @Test
    void aFullDiskAtTheHubIsSaidAndNothingIsCounted() throws HubGone, SQLException {
        TestSql.run(login, """
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
                CREATE TRIGGER full_disk AFTER INSERT ON entry EXECUTE FUNCTION full_disk()
                """);
        assertThatExceptionOfType(HubGone.class).isThrownBy(() -> hub.ask(LUNCH_1, unit()))
                .satisfies(gone -> assertThat(Sentence.ofLine(String.valueOf(gone.getMessage())))
                        .hasToString("The hub's disk is full. Nothing is lost: what is recorded here is sent once there is "
                                + "room. Make room on the hub's laptop."));
        TestSql.run(login, "DROP TRIGGER full_disk ON entry");
        assertThat(hub.ask(LUNCH_1, unit())).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aDeliveryIsClaimedByTheStationThatWorksWithTheServer() throws HubGone {
        UUID record = UUID.randomUUID();
        hub.grant(LUNCH_1, List.of(Deliveries.turn("pycon")));
        assertThat(hub.claimDelivery(LUNCH_2, "pycon", record, false)).isEqualTo(Deliveries.Claimed.NOT_NOW);
        assertThat(hub.claimDelivery(LUNCH_1, "pycon", record, false)).isEqualTo(Deliveries.Claimed.OURS);
        hub.giveBack(LUNCH_1, Deliveries.turn("pycon"), 1);   // something is under way
        assertThat(hub.claimDelivery(LUNCH_1, "pycon", record, false)).isEqualTo(Deliveries.Claimed.OURS);
        hub.tellDeliveries(LUNCH_1, List.of(new Deliveries.Told("pycon", record, "{\"state\": \"confirmed\"}")));
        hub.giveBack(LUNCH_1, Deliveries.turn("pycon"), 1);
        hub.grant(LUNCH_2, List.of(Deliveries.turn("pycon")));
        assertThat(hub.claimDelivery(LUNCH_2, "pycon", record, false)).isEqualTo(Deliveries.Claimed.SETTLED);
    }
}
