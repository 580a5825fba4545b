package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;

/** Cases 52 and 53: whatever was done to a file, it is refused in words, or every green in it is one row more and no other is. */
@Execution(ExecutionMode.CONCURRENT)
class MutatedDatabaseTest {

    private static final long SEED = 52;
    private static final String RECORDS = "SELECT (SELECT count(*) FROM check_in NOT INDEXED)"
            + " + (SELECT count(*) FROM product_redemption NOT INDEXED)";
    private static final List<String> VALUES = List.of("0", "1", "-1", "4711", "'UTF-16le'", "DELETE");

    @TempDir private Path folder;
    private Path whole;

    private interface Mutation {

        void change(Path file) throws IOException;
    }

    private record Mutant(String kind, String what, Mutation mutation) {}

    @BeforeEach
    void aStationWithRecords() throws IOException {
        whole = Files.createDirectories(folder.resolve("whole"));
        try (Rig rig = Rig.in(whole)) {
            rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,individual,O1,lunch:2",
                    "BEN2,Ben,individual,O2,", "CAT3,Cat,individual,O3,lunch");
            rig.checkIn("ADA1");
            rig.redeem("lunch", "ADA1");
            rig.checkIn("NOBODY");
        }
        whole = whole.resolve("lanyard.db");
    }

    @Test
    void aMutatedFileIsRefusedOrKeepsTheRules() throws IOException {
        List<Mutant> all = mutants(400);
        assertEachIsRefusedOrSound(new Random(SEED).ints(40, 0, all.size()).mapToObj(all::get).toList());
    }

    @Test
    @Tag("slow")
    void everyMutatedFileIsRefusedOrKeepsTheRules() throws IOException {
        assertEachIsRefusedOrSound(mutants(500));
    }

    /** Every object added, changed and dropped, every pragma, and as many files cut or patched. */
    private List<Mutant> mutants(int damaged) throws IOException {
        List<Mutant> all = new ArrayList<>();
        try (OtherProgram program = new OtherProgram(whole)) {
            for (List<Object> object : program.rows("SELECT type, name, ifnull(sql, '') FROM sqlite_schema")) {
                objects(all, (String) object.get(0), (String) object.get(1), (String) object.get(2));
            }
            for (String pragma : program.column("SELECT name FROM pragma_pragma_list")) {
                VALUES.forEach(value -> all.add(sql("pragma", "PRAGMA " + pragma + " = " + value, "VACUUM")));
            }
        }
        Random random = new Random(SEED);
        long size = Files.size(whole);
        for (int i = 0; i < damaged; i++) {
            all.add(i % 5 == 0 ? cut((long) (random.nextDouble() * size)) : patched(random.nextLong(), 1 + i % 40));
        }
        return all;
    }

    private static void objects(List<Mutant> all, String type, String name, String made) {
        all.add(sql("dropped", "DROP " + type + " \"" + name + '"'));
        all.add(sql("changed", "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = '" + name + "'"));
        all.add(sql("changed", "PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE name = '" + name + "'"));
        all.add(sql("added", made.replaceFirst("(?i)(TABLE|INDEX|VIEW|TRIGGER) \"?" + name + '"', "$1 twin_" + name)
                .replaceFirst("(?i)(TABLE|INDEX|VIEW|TRIGGER) " + name, "$1 twin_" + name)));
        if (type.equals("table")) {
            all.add(sql("added", "CREATE TRIGGER mine BEFORE INSERT ON \"" + name + "\" BEGIN SELECT RAISE(IGNORE); END"));
            all.add(sql("changed", "ALTER TABLE \"" + name + "\" ADD COLUMN mine"));
        }
    }

    /** What SQLite itself refuses leaves the file as it was. */
    private static Mutant sql(String kind, String... statements) {
        return new Mutant(kind, String.join("; ", statements), file -> {
            try (OtherProgram program = new OtherProgram(file)) {
                List.of(statements).forEach(program::refusal);
            }
        });
    }

    private static Mutant cut(long length) {
        return new Mutant("truncated", "cut to " + length + " bytes", file -> {
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(length);
            }
        });
    }

    private static Mutant patched(long seed, int bytes) {
        return new Mutant("patched", bytes + " bytes patched, seed " + seed, file -> {
            Random random = new Random(seed);
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.seek(random.nextLong(open.length() - bytes));
                byte[] other = new byte[bytes];
                random.nextBytes(other);
                open.write(other);
            }
        });
    }

    private void assertEachIsRefusedOrSound(List<Mutant> mutants) throws IOException {
        Map<String, Integer> counted = new TreeMap<>();
        for (int i = 0; i < mutants.size(); i++) {
            Mutant mutant = mutants.get(i);
            Path place = Files.createDirectories(folder.resolve("m" + i)).resolve("lanyard.db");
            Files.copy(whole, place);
            mutant.mutation().change(place);
            counted.merge(mutant.kind() + ": " + outcome(place, mutant.what()), 1, Integer::sum);
            remove(place.getParent());
        }
        System.out.println(mutants.size() + " mutated databases, seed " + SEED + ": " + counted);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String outcome(Path file, String what) {
        Rig opened;
        try {
            opened = Rig.in(file.getParent());
        } catch (StationFault refused) {
            assertThat(refused.getMessage()).as(what).endsWith(".").doesNotContain("Exception");
            return "refused";
        } catch (RuntimeException | Error other) {
            return fail(what + ": opening", other);
        }
        assertThat(objects(file)).as("%s: objects of an opened file", what).isEqualTo(objects(whole));
        try (Rig rig = opened) {
            List<String> outcomes = List.of(decided(rig, file, what, new Mode.CheckIn(), "ADA1"),
                    decided(rig, file, what, new Mode.CheckIn(), "BEN2"), redeemed(rig, file, what));
            return outcomes.contains("fault") ? "a fault is said" : "as the rules say";
        }
    }

    private static List<List<Object>> objects(Path file) {
        try (OtherProgram program = new OtherProgram(file)) {
            return program.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
        }
    }

    private static String redeemed(Rig rig, Path file, String what) {
        try {
            return decided(rig, file, what, new Mode.Redeem(rig.product("lunch")), "CAT3");
        } catch (StationFault | NotPossible said) {
            return "fault";
        }
    }

    /** One decision, and the rows beside it as another program counts them. */
    private static String decided(Rig rig, Path file, String what, Mode mode, String code) {
        long before = records(file);
        Verdict verdict = null;
        try {
            verdict = rig.decide(mode, code).verdict();
        } catch (StationFault | NotPossible said) {
            assertThat(said.getMessage()).as(what).endsWith(".");
        } catch (CompletionException failed) {
            assertThat(failed).as(what).hasCauseInstanceOf(StationFault.class);
        } catch (RuntimeException | Error other) {
            fail(what + ": " + code, other);
        }
        long more = verdict != null && verdict.recorded() ? 1 : 0;
        if (before >= 0) {
            assertThat(records(file)).as("%s: %s is %s", what, code, verdict).isEqualTo(before + more);
        }
        return verdict == null ? "fault" : "decided";
    }

    /** -1 where the file is too damaged to be counted. */
    private static long records(Path file) {
        try (OtherProgram program = new OtherProgram(file)) {
            return program.number(RECORDS);
        } catch (IllegalStateException damaged) {
            return -1;
        }
    }
}
