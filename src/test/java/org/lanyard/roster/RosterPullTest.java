package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;

/** What the server says again is not compared again, and nobody can tell. */
class RosterPullTest {

    private static final ImportOptions PULLED = ImportOptions.of(ImportOptions.Format.JSON, "conf").forced(true);
    private static final int ROUNDS = 120;
    private static final List<String> TABLES = List.of("conference", "ticket_type", "addon", "attendee", "orders",
            "attendee_order", "order_line_item", "redeemed_elsewhere");
    private static final List<String> STATES = List.of("pending", "sent", "in_doubt", "undecided", "confirmed",
            "refused", "undeliverable");

    @TempDir Path folder;

    /** One station remembers the answer before; the other reads each as if it were the first. */
    @ParameterizedTest
    @ValueSource(longs = {20270514, 7, 11})
    void aPullOfWhatDiffersComesToTheSameAsOneOfEverything(long seed) throws IOException {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        ToldRoster server = new ToldRoster(random);
        try (Rig remembering = Rig.in(folder.resolve("a")); Rig forgetting = Rig.in(folder.resolve("b"))) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] answer = server.preload().readAllBytes();
                ImportReport report = pull(remembering, answer);
                assertThat(report).as("round " + round).isEqualTo(whole(forgetting, answer));
                assertThat(rosters(remembering)).as("round " + round).isEqualTo(rosters(forgetting));
                long meanwhile = random.nextLong();
                String somebody = server.anybody();
                for (Rig rig : List.of(remembering, forgetting)) {
                    meanwhile(rig, somebody, new Random(meanwhile));
                }
                server.change();
            }
        }
    }

    private static ImportReport pull(Rig rig, byte[] answer) throws IOException {
        return rig.station().roster().importPreload(new ByteArrayInputStream(answer), PULLED, _ -> {});
    }

    private static ImportReport whole(Rig rig, byte[] answer) throws IOException {
        return rig.station().rosterFiles().importStream(new ByteArrayInputStream(answer), PULLED, _ -> {});
    }

    private static List<List<Object>> rosters(Rig rig) {
        List<List<Object>> rows = new ArrayList<>();
        for (String table : TABLES) {
            rows.addAll(rig.station().ledger().read(db -> db.list(row -> {
                List<Object> cells = new ArrayList<>(List.of(table));
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(row.getObject(i));
                }
                return cells;
            }, "SELECT * FROM " + table + " ORDER BY 1, 2")));
        }
        return rows;
    }

    /** Something is redeemed, sent, answered, or corrected here between two pulls. */
    private static void meanwhile(Rig rig, String somebody, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> rig.checkIn(somebody);
            case 1 -> rig.station().roster().products(rig.conference()).stream()
                    .filter(product -> product.kind() == Product.Kind.ADDON)
                    .forEach(addon -> rig.decide(new Mode.Redeem(addon), somebody));
            case 2, 3 -> deliver(rig, random);
            default -> {
                if (random.nextInt(4) == 0) {
                    correct(rig, somebody, random.nextInt());
                }
            }
        }
    }

    private static void deliver(Rig rig, Random random) {
        rig.station().ledger().writeNow(db -> {
            db.run("""
                    INSERT INTO delivery (seq, conference_id, attendee_id, order_line_item_id)
                    SELECT seq, conference_id, attendee_id, order_line_item_id FROM product_redemption
                     WHERE seq NOT IN (SELECT seq FROM delivery)
                    UNION ALL SELECT seq, conference_id, attendee_id, NULL FROM check_in
                     WHERE seq NOT IN (SELECT seq FROM delivery)
                    """);
            for (long seq : db.list(row -> row.getLong(1), "SELECT seq FROM delivery ORDER BY seq")) {
                if (random.nextInt(3) == 0) {
                    db.run("UPDATE delivery SET state = ? WHERE seq = ? AND state IN ('pending', 'sent', 'in_doubt', 'undecided')",
                            STATES.get(random.nextInt(STATES.size())), seq);
                }
            }
            return null;
        });
    }

    private static void correct(Rig rig, String somebody, int note) {
        rig.station().roster().find(rig.conference(), Reading.of(somebody))
                .ifPresent(person -> rig.station().corrections().setAttention(rig.post(new Mode.CheckIn()), person.id(),
                        "Note " + note,
                        "because"));
    }

    private static final String ADA = """
            {"access_code": "ADA1", "products": [{"id": 1, "addon_slug": "lunch"}, {"id": 2, "addon_slug": null}]}""";
    private static final String BOB = """
            {"access_code": "BOB1", "products": [{"id": 2, "addon_slug": null}]}""";
    private static final String CYD = """
            {"access_code": "CYD1", "products": [{"id": 3, "addon_slug": "lunch"}]}""";

    private static String answer(String... people) {
        return "{\"conference\": \"conf\", \"generated_at\": \"now\", \"count\": " + people.length
                + ", \"attendees\": [" + String.join(",", people) + "]}";
    }

    private static Optional<Preload> read(String text) throws IOException {
        return new PreloadReader(stream(text), _ -> {}).read();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> differing(String before, String now) throws IOException {
        return read(now).orElseThrow().differing(read(before).orElseThrow(), Set.of());
    }

    /** Ada is the first to have lunch: the item is called as she has it. */
    @Test
    void whoSaysTheSameAsBeforeIsNotReadAgain() throws IOException {
        assertThat(differing(answer(ADA, BOB, CYD), answer(ADA, BOB, CYD.replace("3", "4")))).contains("CYD1");
        assertThat(differing(answer(CYD, ADA, BOB), answer(CYD, ADA, BOB))).containsExactly("CYD1");
    }

    @Test
    void whoSharesALineWithSomebodyWhoDiffersIsReadToo() throws IOException {
        assertThat(differing(answer(CYD, ADA, BOB), answer(CYD, ADA))).containsOnly("CYD1", "ADA1", "BOB1");
        assertThat(differing(answer(CYD, BOB), answer(CYD, ADA, BOB))).containsOnly("CYD1", "ADA1", "BOB1");
    }

    @Test
    void oneAnswerOfSomePeopleHoldsThemAsTheyWere() throws IOException {
        Preload answer = read(answer(ADA, BOB, CYD)).orElseThrow();
        assertThat(new String(answer.only(Set.of("ADA1", "CYD1")).readAllBytes(), StandardCharsets.UTF_8))
                .contains(ADA + "," + CYD).doesNotContain("BOB1");
        assertThat(answer.without(Set.of("CYD1"))).isEqualTo(new Preload.Count(2, 1, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"attendees\": []}",
            "{\"conference\": \"conf\", \"count\": 2, \"attendees\": []}",
            "{\"conference\": \"conf\", \"count\": 0, \"attendees\": [], \"orders\": []}",
            "{\"conference\": \"conf\", \"count\": 1, \"attendees\": [{\"access_code\": \"ADA1\"}]}",
            "{\"conference\": \"conf\", \"count\": 0, \"attendees\": []} {}"})
    void anythingElseIsLeftToWhoSaysWhatIsWrongWithIt(String text) throws IOException {
        PreloadReader reader = new PreloadReader(stream(text), _ -> {});
        assertThat(reader.read()).isEmpty();
        assertThat(new String(reader.bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    }
}
