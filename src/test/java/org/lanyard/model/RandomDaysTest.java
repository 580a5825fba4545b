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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.OwnStreams;
import org.lanyard.Rig;
import org.lanyard.journal.Inside;
import org.lanyard.model.DayRules.Item;
import org.lanyard.model.DayRules.Movement;
import org.lanyard.model.DayRules.Person;
import org.lanyard.roster.Correction;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Detail;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;

/**
 * Days of check-ins, exits, rooms that fill and empty, groups, blocks, replaced codes, limits a day, imports, voids,
 * corrections and what is carried by them: every answer is the one of {@link DayRules}.
 */
@OwnStreams
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
    private int newPeople;
    /** What was corrected so far, for whoever reads a failure. */
    private final List<String> log = new ArrayList<>();
    private long takenIn;
    /** It never changes: what a lead corrects stays through imports. */
    private String roster;

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
            roster = DayRoster.of(rules);
            assertThat(rig.json(roster).unusable()).isEmpty();
            rig.station().venue().setRole("lea", Role.LEAD);
            rig.station().venue().setCapacity(rig.product("room"), DayRules.ROOM_SEATS);
            rig.station().venue().setCountExits(rig.product("room"), true);
            rig.station().venue().setCapacity(rig.product("hall"), DayRules.HALL_SEATS);
            for (int i = 0; i < scans; i++) {
                rig.at(now);
                step();
                now = now.plusMillis(random.nextLong(2 * Duration.ofDays(DAYS).toMillis() / scans));
            }
            compareInside();
            assertThat(rig.station().ledger().<Long>read(db -> db.number("SELECT ifnull(sum(amount), 0) FROM correction")))
                    .as("taken in").isEqualTo(takenIn);
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
            case 8 -> assertThat(rig.json(roster).unusable()).isEmpty();
            case 9, 10, 11 -> correct();
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
        String payload = random.nextInt(12) == 0 ? pick(occupied()) : pick(new ArrayList<>(somebody().codes.keySet()));
        boolean override = random.nextInt(10) == 0;
        boolean acknowledge = random.nextInt(3) == 0;
        Scan plain = acknowledge ? rig.scan(payload).acknowledged() : rig.scan(payload);
        Scan scan = override ? plain.overridden() : plain;
        int before = rules.movements.size();
        String expected = rules.answer(mode, payload, now, override, acknowledge);
        Decision got = rig.station().gate().decide(rig.post(mode(mode)), scan).join();
        assertThat(got.verdict().word()).as("%s of %s at %s, override %s; %s", mode, payload, now, override, log)
                .isEqualTo(expected);
        if (rules.movements.size() > before) {
            records.put(rules.movements.getLast(), scan.id());
        }
    }

    private List<String> occupied() {
        return rules.orders.keySet().stream().filter(order -> !rules.on(order).isEmpty()).toList();
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
        note("%s of %s replaced by %s", lost, person.code, fresh);
        person.codes.put(lost, true);
        person.codes.put(fresh, false);
    }

    private void group() {
        String order = pick(occupied().stream().filter(one -> rules.on(one).size() > 1).toList());
        Map<String, String> expected = rules.group(order, now);
        GroupDecision got = rig.station().gate().checkInAll(desk(), rig.scan(order)).join();
        assertThat(got.people()).as("group %s at %s; %s", order, now, log).extracting(one -> one.attendee().accessCode())
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (GroupDecision.Result one : got.people()) {
            String word = expected.get(one.attendee().accessCode());
            if (word.equals("in")) {
                assertThat(one.record()).as("of %s, who is in", one.attendee().accessCode()).isEmpty();
            } else {
                assertThat(one.verdict().word()).as("group %s at %s; %s", order, now, log).isEqualTo(word);
            }
        }
    }

    private Post lead() {
        return rig.post(new Mode.CheckIn(), "Help desk", "lea");
    }

    private Corrections corrections() {
        return rig.station().corrections();
    }

    private void correct(Person person, Correction correction) {
        corrections().correct(lead(), id(person), List.of(correction), "test");
    }

    private void correct() {
        Person person = somebody();
        switch (random.nextInt(9)) {
            case 0 -> correct(person, new Correction.Text(pick(List.of(Detail.NAME, Detail.EMAIL, Detail.COMPANY)),
                    "text " + random.nextInt(9)));
            case 1 -> correct(person, new Correction.Shown("Diet", "diet " + random.nextInt(9)));
            case 2 -> {
                person.note = pick(List.of("", "ID check", "Speaker"));
                correct(person, new Correction.Attention(person.note));
            }
            case 3 -> changeTicket(person);
            case 4 -> changeLunches(person);
            case 5 -> orderStatus(person);
            case 6 -> {
                takenIn += 100;
                correct(person, new Correction.Paid(100, Correction.Means.CASH));
            }
            case 7 -> move(person);
            default -> merge(person);
        }
    }

    private void changeTicket(Person person) {
        List<Item> tickets = rules.of(person, "ticket");
        if (tickets.size() == 1) {
            tickets.getFirst().what = tickets.getFirst().what.equals("all") ? "sat" : "all";
            correct(person, new Correction.Ticket(rig.product(tickets.getFirst().what)));
            note("ticket of %s is %s", person.code, tickets.getFirst().what);
        }
    }

    /** Taken away only where nothing was used, so that no unit is beyond what is held. */
    private void changeLunches(Person person) {
        List<Item> lunches = rules.of(person, "lunch");
        Optional<String> order = person.orders.reversed().stream().filter(rules.orders::get).findFirst();
        if (!lunches.isEmpty() && lunches.stream().allMatch(item -> rules.used(item) == 0) && random.nextBoolean()) {
            correct(person, new Correction.NoMore(rig.product("lunch")));
            lunches.forEach(item -> item.quantity = 0);
            note("no lunch of %s", person.code);
        } else if (order.isPresent()) {
            rules.items.add(new Item(order.get(), "lunch", 1, person));
            correct(person, new Correction.More(rig.product("lunch"), 1));
            note("one lunch more of %s", person.code);
        }
    }

    /** Of orders of which no lunch was used, as above. */
    private void orderStatus(Person person) {
        if (!person.orders.isEmpty() && rules.items.stream()
                .filter(item -> item.order.equals(person.orders.getLast())).allMatch(item -> rules.used(item) == 0)) {
            String status = pick(List.of("paid", "paid", "refunded", "pending"));
            rules.orders.put(person.orders.getLast(), status.equals("paid"));
            correct(person, new Correction.OrderStatus(status));
            note("order %s is %s", person.orders.getLast(), status);
        }
    }

    private void move(Person from) {
        if (rules.of(from, "ticket").isEmpty()) {
            return;
        }
        boolean added = random.nextBoolean();
        Person to = added ? new Person("T%03d".formatted(newPeople++), 1) : somebody();
        if (to != from) {
            boolean withItems = random.nextInt(3) > 0;
            corrections().move(lead(), id(from), to.code, Optional.empty(), withItems,
                    added ? Optional.of("Taker") : Optional.empty(), "test");
            rules.people.put(to.code, to);
            rules.move(from, to, withItems);
            note("ticket of %s to %s, items %s", from.code, to.code, withItems);
        }
    }

    /** Seldom, as people become fewer; of single people, as nothing says how many two parties are together. */
    private void merge(Person from) {
        Person into = somebody();
        if (random.nextInt(4) == 0 && into != from && from.party == 1 && into.party == 1 && rules.people.size() > 12) {
            corrections().merge(lead(), id(from), id(into), "test");
            rules.merge(from, into);
            note("%s goes on as %s", from.code, into.code);
        }
    }

    private void note(String what, Object... about) {
        log.add(what.formatted(about));
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
