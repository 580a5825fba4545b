package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.hub.HubAdministration;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.TestServer;
import org.lanyard.scan.Mode;

/** Three stations behind a hub, one registration server: one of them at a time works with it. */
@Execution(ExecutionMode.CONCURRENT)
class VenueDeliveryTest {

    private static final int ROUNDS = 60;

    @TempDir Path folder;
    private final HubLogin hub = TestServer.freshHub();
    private final ServedSample sample = new ServedSample();
    private final Crowd crowd = new Crowd(40, 5);
    private List<Rig> stations;

    @BeforeEach
    void open() {
        crowd.invitedTo(sample.conference);
        stations = IntStream.rangeClosed(1, 3).mapToObj(i -> station("Lunch " + i)).toList();
    }

    @AfterEach
    void close() {
        stations.forEach(Rig::close);
        sample.close();
    }

    private Rig station(String name) {
        Rig rig = Rig.in(folder.resolve(name), UpstreamRig.IMPATIENT);
        Upstream upstream = rig.station().upstream();
        upstream.set(rig.station().roster().conferenceOrNew("conf"),
                Connection.of(sample.server.address().toString(), sample.conference.prefix(), null, "desk"), false);
        password(rig);
        rig.station().hub().setName(name);
        join(name, hub);
        rig.station().hub().syncNow();
        upstream.pull(rig.conference(), false, _ -> {});
        return rig;
    }

    private void join(String name, HubLogin login) {
        new KeptLogin(folder.resolve(name)).save(login);
    }

    private static void password(Rig rig) {
        rig.station().upstream().password(rig.station().roster().conferenceOrNew("conf"), "secret".toCharArray());
    }

    private static UpstreamStatus push(Rig rig) {
        rig.station().hub().syncNow();
        rig.station().upstream().push(rig.conference());
        return rig.station().upstream().status(rig.conference());
    }

    /** Another process from now on; the turn is free unless something is in doubt. */
    private static void reopen(Rig rig) {
        rig.reopened();
        password(rig);
    }

    @Test
    void everyRedemptionOnceAndEveryCheckInAtLeastOnce() {
        recordAndPush(80, 7);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {20_270_514, 1, 2, 3, 4})
    void everyOneOfManyRedemptionsOnce(long seed) {
        recordAndPush(400, seed);
    }

    private void recordAndPush(int records, long seed) {
        System.out.println("VenueDeliveryTest seed " + seed);
        Random random = new Random(seed);
        sample.server.faults().randomly(1 / 3.0, seed, ServedFault.ANSWER_LOST, ServedFault.CUT_BEFORE,
                ServedFault.LOCKED, ServedFault.SESSION_ENDED, ServedFault.CSRF_FAILED, ServedFault.NOT_JSON,
                new ServedFault.CutAtByte(0), new ServedFault.CutAtByte(40));
        for (int record = 0; record < records; record++) {
            crowd.record(stations.get(random.nextInt(stations.size())), 1, random);
            if (random.nextInt(15) == 0) {
                push(stations.get(random.nextInt(stations.size())));
            }
            if (random.nextInt(30) == 0) {
                reopen(stations.get(random.nextInt(stations.size())));
            }
        }
        boolean left = true;
        for (int round = 0; round < ROUNDS && left; round++) {
            left = stations.stream().map(VenueDeliveryTest::push).filter(status -> !status.nothingLeft()).count() > 0;
        }
        assertThat(stations).allSatisfy(rig -> assertThat(push(rig)).extracting(UpstreamStatus::nothingLeft,
                UpstreamStatus::refused, UpstreamStatus::confirmed).containsExactly(true, 0, records));
        crowd.assertThereIn(sample.conference);
    }

    @Test
    void withoutTheHubNothingIsSentAndNothingIsFetched() {
        Rig alone = stations.getFirst();
        alone.decide(new Mode.CheckIn(), Crowd.code(1));
        HubAddress at = hub.address();
        join("Lunch 1", new HubLogin(new HubAddress(at.user(), at.host(), 1, at.database()), Optional.empty(),
                hub.password()));
        assertThat(alone.station().upstream().push(alone.conference())).hasValueSatisfying(
                why -> assertThat(why.key()).isEqualTo("server.hub-away"));
        assertThat(sample.conference.checkIns(Crowd.code(1))).isEmpty();
        join("Lunch 1", hub);
        assertThat(push(alone).confirmed()).isEqualTo(1);
    }

    /** What a station had told the server before it joined is not told again by another. */
    @Test
    void whatTheServerHasFromBeforeJoiningIsNotSentAgain() {
        Rig first = stations.get(0);
        Rig second = stations.get(1);
        new KeptLogin(folder.resolve("Lunch 1")).forget();
        first.decide(new Mode.Redeem(first.product("lunch")), Crowd.code(1));
        push(first);
        join("Lunch 1", hub);
        push(second);
        first.station().hub().syncNow();
        push(second);
        assertThat(sample.conference.redemptions(Crowd.code(1), Crowd.lunchLine(1))).isEqualTo(1);
        assertThat(push(second).confirmed()).isEqualTo(1);
    }

    /** A laptop died between its claim and its answer: nobody knows whether the server was told. */
    @Test
    void aUnitOfALostStationIsLeftToAPerson() {
        Rig lost = stations.get(0);
        Rig other = stations.get(1);
        lost.decide(new Mode.Redeem(lost.product("lunch")), Crowd.code(1));
        lost.decide(new Mode.CheckIn(), Crowd.code(2));
        lost.station().hub().syncNow();
        sample.server.faults().randomly(1, 1, ServedFault.ANSWER_LOST);
        push(lost);
        sample.server.faults().calm();
        UUID instance = lost.station().hub().instance();
        try (HubAdministration administration = new HubAdministration(new KeptLogin(folder.resolve("Lunch 2")))) {
            administration.takeOver(administration.stations().stream().filter(each -> each.station().equals(instance))
                    .findFirst().orElseThrow(), "sam", "it fell into the river");
        }
        UpstreamStatus status = push(other);
        assertThat(status).extracting(UpstreamStatus::undecided, UpstreamStatus::confirmed).containsExactly(1, 1);
        assertThat(other.station().upstream().undelivered(other.conference(), 10).getFirst().reason().key())
                .isEqualTo("delivery.lost-station");
        assertThat(sample.conference.checkIns(Crowd.code(2))).isNotEmpty();
    }
}
