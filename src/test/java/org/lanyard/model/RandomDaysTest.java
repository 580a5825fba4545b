package org.lanyard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.journal.Inside;
import org.lanyard.model.DayRules.Movement;
import org.lanyard.model.DayRules.Person;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Decision;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;

/**
 * Days of check-ins, exits, rooms that fill and empty, groups, blocks, replaced codes, limits a day, imports and voids:
 * every answer is the one of {@link DayRules}.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomDaysTest {

    private static final List<String> MODES = List.of("in", "in", "out", "room", "room", "room-out", "hall", "lunch");
    private static final int DAYS = 3;

    @TempDir Path folder;

    private final Map<Movement, UUID> records = new HashMap<>();
    private Rig rig;
    private DayRules rules;
    private Random random;
    private Instant now;
    private int newCodes;

    @ParameterizedTest
    @ValueSource(longs = {1, 20270514})
    void everyAnswerIsTheModels(long seed) {
        happen(seed, 1_200);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 42, 7777, 314159, 20270514})
    void everyAnswerIsTheModelsForLong(long seed) {
        happen(seed, 20_000);
    }

    private void happen(long seed, int scans) {
        System.out.println("seed " + seed);
        random = new Random(seed);
        rules = new DayRules(random);
        now = Rig.NINE;
        try (Rig opened = Rig.in(folder)) {
            rig = opened;
            assertThat(rig.json(DayRoster.of(rules)).unusable()).isEmpty();
            rig.station().venue().setCapacity(rig.product("room"), DayRules.ROOM_SEATS);
            rig.station().venue().setCountExits(rig.product("room"), true);
            rig.station().venue().setCapacity(rig.product("hall"), DayRules.HALL_SEATS);
            for (int i = 0; i < scans; i++) {
                rig.at(now);
                step();
                now = now.plusMillis(random.nextLong(2 * Duration.ofDays(DAYS).toMillis() / scans));
            }
            compareInside();
        }
    }

    private void step() {
        switch (random.nextInt(60)) {
            case 0, 1 -> voidOne();
            case 2 -> block();
            case 3 -> replaceCode();
            case 4, 5 -> group();
            case 6 -> settings();
            case 7 -> compareInside();
            case 8 -> rig.json(DayRoster.of(rules));
            default -> scan();
        }
    }

    private Mode mode(String word) {
        return switch (word) {
            case "in" -> new Mode.CheckIn();
            case "out" -> new Mode.Exit(Optional.empty());
            case "room-out" -> new Mode.Exit(Optional.of(rig.product("room")));
            case "lunch" -> new Mode.Redeem(rig.product("lunch"));
            default -> new Mode.Door(rig.product(word));
        };
    }

    private void scan() {
        String mode = pick(MODES);
        String payload = random.nextInt(12) == 0 ? pick(new ArrayList<>(rules.orders.keySet()))
                : pick(new ArrayList<>(somebody().codes.keySet()));
        boolean override = random.nextInt(10) == 0;
        Scan scan = override ? rig.scan(payload).overridden() : rig.scan(payload);
        int before = rules.movements.size();
        String expected = rules.answer(mode, payload, now, override);
        Decision got = rig.station().gate().decide(rig.post(mode(mode)), scan).join();
        assertThat(got.verdict().word()).as("%s of %s at %s, override %s", mode, payload, now, override).isEqualTo(expected);
        if (rules.movements.size() > before) {
            records.put(rules.movements.getLast(), scan.id());
        }
    }

    private Person somebody() {
        return pick(new ArrayList<>(rules.people.values()));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Post desk() {
        return rig.post(new Mode.CheckIn());
    }

    private void voidOne() {
        List<Movement> live = rules.movements.stream().filter(one -> !one.voided && records.containsKey(one)).toList();
        if (!live.isEmpty()) {
            Movement gone = pick(live);
            gone.voided = true;
            rig.station().gate().voidRecord(records.get(gone), "test", desk(), now);
        }
    }

    private long id(Person person) {
        return rig.station().roster().find(rig.conference(), Reading.of(person.code)).orElseThrow().id();
    }

    private void block() {
        Person person = somebody();
        person.blocked = !person.blocked && random.nextInt(3) == 0;
        if (person.blocked) {
            rig.station().access().block(desk(), id(person), "test");
        } else {
            rig.station().access().unblock(desk(), id(person), "");
        }
    }

    private void replaceCode() {
        Person person = somebody();
        String lost = pick(new ArrayList<>(person.codes.keySet()));
        String fresh = "NEW" + newCodes++;
        rig.station().access().replace(desk(), id(person), lost, fresh, "lost");
        person.codes.put(lost, true);
        person.codes.put(fresh, false);
    }

    private void group() {
        String order = pick(rules.orders.entrySet().stream().filter(one -> one.getValue().size() > 1)
                .map(Map.Entry::getKey).toList());
        List<String> expected = rules.group(order, now);
        GroupDecision got = rig.station().gate().checkInAll(desk(), rig.scan(order)).join();
        for (int i = 0; i < expected.size(); i++) {
            GroupDecision.Result one = got.people().get(i);
            if (expected.get(i).equals("in")) {
                assertThat(one.record()).as("of %s, who is in", one.attendee().accessCode()).isEmpty();
            } else {
                assertThat(one.verdict().word()).as("group %s at %s", order, now).isEqualTo(expected.get(i));
            }
        }
    }

    private void settings() {
        rules.entryFirst = random.nextBoolean();
        rules.everybodyOut = random.nextInt(3) == 0 ? -1 : random.nextInt(24);
        Optional<LocalTime> time =
                rules.everybodyOut < 0 ? Optional.empty() : Optional.of(LocalTime.of(rules.everybodyOut, 0));
        rig.station().roster().set(rig.conference(),
                new TermsChange(Optional.of(rules.entryFirst), Optional.of(time), Optional.empty()));
    }

    private void compareInside() {
        var figures = rig.station().statistics().of(rig.conference());
        assertThat(figures.inside()).as("inside at %s", now).isEqualTo(rules.insideVenue(now));
        assertThat(people(Optional.empty())).isEqualTo(rules.insideVenue(now));
        assertThat(people(Optional.of("room"))).as("in the room at %s", now).isEqualTo(rules.insideRoom(now));
    }

    private int people(Optional<String> room) {
        return rig.station().inside().of(rig.conference(), room.map(rig::product)).stream()
                .mapToInt(Inside.Person::people).sum();
    }
}
