package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.scan.StationFault;

/** What work may hand to the database, and what it gets back. */
@Execution(ExecutionMode.CONCURRENT)
class DbTest {

    private static final String ADD = "INSERT INTO setting (key, value) VALUES (?, 'x')";
    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    @TempDir Path folder;
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder.resolve("lanyard.db"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private long settings() {
        return ledger.read(db -> db.number("SELECT count(*) FROM setting"));
    }

    /** Ten thousand rows are one batch: none of the next may be left out, nor the last ones. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9_999, 10_000, 10_001, 20_000})
    void everyOneOfManyRowsIsWritten(int rows) {
        ledger.writeNow(db -> {
            db.runAll(ADD, IntStream.range(0, rows).<Object[]>mapToObj(i -> new Object[] {"key " + i})::iterator);
            return null;
        });
        assertThat(settings()).isEqualTo(rows);
    }

    @Test
    void ofManyRowsAllAreWrittenOrNone() {
        List<Object[]> rows = IntStream.rangeClosed(0, 10_000).<Object[]>mapToObj(i -> new Object[] {i % 10_000}).toList();
        assertThatThrownBy(() -> ledger.writeNow(db -> {
            db.runAll(ADD, rows);
            return null;
        })).isInstanceOf(StationFault.class);
        assertThat(settings()).isZero();
    }

    @Test
    void eachKindOfArgumentHasItsOwnKindOfColumn() {
        Object[] arguments = {"text", 7, 8_000_000_000L, true, false, NINE, ID, null};
        List<String> kept = ledger.read(db -> db.one(row -> columns(row, arguments.length),
                "SELECT ?, ?, ?, ?, ?, ?, ?, ?", arguments).orElseThrow());
        assertThat(kept).containsExactly("text", "7", "8000000000", "1", "0", String.valueOf(NINE.toEpochMilli()),
                ID.toString(), null);
    }

    private static List<String> columns(ResultSet row, int count) throws SQLException {
        String[] values = new String[count];
        for (int i = 0; i < count; i++) {
            values[i] = row.getString(i + 1);
        }
        return Arrays.asList(values);
    }

    @Test
    void aTimeThatIsNotThereIsNull() {
        assertThat(ledger.<List<Object>>read(db -> db.list(row -> Db.instant(row, 1),
                "SELECT ? UNION ALL SELECT NULL", NINE))).containsExactly(NINE, null);
    }

    @Test
    void anArgumentThatNoColumnHoldsIsRefusedAndNothingIsRecorded() {
        assertThatThrownBy(() -> ledger.writeNow(db -> db.run(ADD, "before") + db.run(ADD, BigDecimal.ONE)))
                .isInstanceOf(StationFault.class).rootCause().hasMessageContaining("BigDecimal");
        assertThat(settings()).isZero();
    }

    @Test
    void aColumnThatIsNotThereIsAFaultAndTheReaderGoesOn() {
        assertThatThrownBy(() -> ledger.read(db -> db.one(row -> row.getString(2), "SELECT 1")))
                .isInstanceOf(StationFault.class)
                .hasMessage("The station's database could not be used; nothing was recorded.");
        assertThat(settings()).isZero();
    }

    @Test
    void aStatementThatFailedMayBeRunAgain() {
        ledger.writeNow(db -> db.run(ADD, "taken"));
        for (String key : List.of("taken", "free")) {
            ledger.writeNow(db -> {
                try {
                    return db.run(ADD, key);
                } catch (SQLException refused) {
                    return db.run(ADD, key + " again");
                }
            });
        }
        assertThat(ledger.<List<String>>read(db -> db.list(row -> row.getString(1), "SELECT key FROM setting ORDER BY key")))
                .containsExactly("free", "taken", "taken again");
    }
}
