package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.roster.Person;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;

/** Two stations on one file, each with a writer of its own, as two processes are; every code is at both at once. */
@Execution(ExecutionMode.CONCURRENT)
class RaceTest {

    private static final int ROUNDS = 1000;

    /** Few enough that the two writers take many turns. */
    private static final int AT_ONCE = 20;

    @TempDir Path folder;
    private Rig rig;
    private Station second;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,items"),
                IntStream.range(0, ROUNDS).mapToObj(i -> code(i) + ",,Individual,O" + i + ",Lunch"))
                .toArray(String[]::new));
        second = Station.open(new StationConfig(folder, Duration.ZERO), () -> Rig.NINE.plusSeconds(1),
                Generators.timeBasedEpochGenerator()::generate, () -> 0, Rig.BERLIN);
    }

    @AfterEach
    void close() {
        second.close();
        rig.close();
    }

    private static String code(int i) {
        return "P%03d".formatted(i);
    }

    private static CompletableFuture<Decision> scan(Station station, Post post, String code) {
        return station.gate().decide(post, new Scan(station.ids().get(), code, Source.WAND, station.clock().instant()));
    }

    /** The verdicts of both stations for each code, the words in alphabetical order, and how often there were such. */
    private Map<List<String>, Long> raced(Mode mode) {
        Post here = rig.post(mode, "Desk", null);
        Post there = rig.post(mode, "Door A", null);
        List<List<String>> words = new ArrayList<>();
        for (int from = 0; from < ROUNDS; from += AT_ONCE) {
            IntStream.range(from, from + AT_ONCE).mapToObj(i -> raced(here, there, code(i))).toList()
                    .forEach(round -> words.add(round.join()));
        }
        return words.stream().collect(Collectors.groupingBy(pair -> pair, Collectors.counting()));
    }

    private CompletableFuture<List<String>> raced(Post here, Post there, String code) {
        return scan(rig.station(), here, code).thenCombine(scan(second, there, code),
                (one, other) -> Stream.of(one.verdict().word(), other.verdict().word()).sorted().toList());
    }

    /** Cases 1, 9 and 30: of two first scans at the same instant one is the first, and stays it. */
    @Test
    void R10_ofTwoFirstScansAtOnceOneIsTheFirst() {
        assertThat(raced(new Mode.CheckIn())).isEqualTo(Map.of(List.of("checked_in", "re_entry"), (long) ROUNDS));
        for (int i = 0; i < ROUNDS; i += 100) {
            Person person = rig.station().roster().find(rig.conference(), Reading.of(code(i))).orElseThrow();
            Dossier dossier = rig.station().gate().dossier(rig.conference(), person);
            assertThat(dossier.checkIns()).isEqualTo(2);
            assertThat(dossier.checkedInAt()).contains(firstOf(person));
        }
    }

    private Instant firstOf(Person person) {
        return rig.station().journal().latest(rig.conference(), 3 * ROUNDS).reversed().stream()
                .filter(entry -> person.accessCode().equals(entry.accessCode())).findFirst().orElseThrow().at();
    }

    /** Cases 1, 24 and 30: one unit, two stations, a thousand times; neither waits a second, neither gives up. */
    @Test
    void R21_theLastUnitGoesOnce() {
        assertThat(raced(new Mode.Redeem(rig.product("lunch"))))
                .isEqualTo(Map.of(List.of("fully_redeemed", "redeemed"), (long) ROUNDS));
    }

    @Test
    void R17_theLastPlaceGoesOnce() {
        rig.station().venue().setCapacity(rig.product("lunch"), ROUNDS / 2);
        Map<List<String>, Long> pairs = raced(new Mode.Door(rig.product("lunch")));
        assertThat(pairs.keySet()).isSubsetOf(List.of("admitted", "admitted_again"), List.of("door_full", "door_full"),
                List.of("admitted", "door_full"));
        assertThat(rig.station().statistics().of(rig.conference()).doors().getFirst().admitted()).isEqualTo(ROUNDS / 2);
    }
}
