package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.scan.Sentence;

/** English sentences that older versions stored about a delivery become keys with their arguments. */
@Execution(ExecutionMode.CONCURRENT)
class StoredReasonsTest {

    private static final int BEFORE = Migrations.SCRIPTS.indexOf("005-deliveries.sql");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refused       | Order is refunded (order: refunded)  | order   | server.says | Order is refunded (order: refunded)
            refused       | Product already fully redeemed       | used_up | server.says | Product already fully redeemed
            refused       | Attendee not found                   | person  | server.says | Attendee not found
            refused       | refused (409)                        | other   | server.says | refused (409)
            undeliverable | The server has no line that this item could be. | item | delivery.no-item |
            in_doubt      | The station ended before the answer came. | | delivery.interrupted |
            in_doubt      | The server did not answer in time.   | | server.late |
            in_doubt      | The server has a fault of its own (502). | | server.fault | 502
            undecided     | The server counted 3 before and 5 after; the answer in between was lost. | | delivery.counted | 3
            """)
    void eachSentenceIsStoredAsItsKey(String state, String stored, String refusedFor, String key, String argument)
            throws SQLException {
        Path file = folder.resolve("old.db");
        try (Connection connection = Connections.writer(file); Statement statement = connection.createStatement()) {
            Migrations.upgrade(connection, BEFORE);
            statement.execute("INSERT INTO conference (id, slug, name, timezone) VALUES (1, 'conf', 'Conf', 'UTC')");
            statement.execute("INSERT INTO attendee (id, conference_id, access_code, source) VALUES (1, 1, 'A', 'roster')");
            statement.execute("INSERT INTO station (id, name) VALUES (1, 'Desk')");
            statement.execute("INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, station_id)"
                    + " VALUES (1, 'a', 1, 1, 1, 1)");
            statement.execute("INSERT INTO delivery (seq, conference_id, attendee_id, state, redeemed_before,"
                    + " redeemed_after, reason) VALUES (1, 1, 1, '" + state + "', 3, 5, '" + stored + "')");
        }
        try (Ledger ledger = Ledger.open(file)) {
            Sentence reason = Sentence.ofLine(ledger.read(db -> db.one(row -> row.getString(1),
                    "SELECT reason FROM delivery")).orElseThrow());
            assertThat(reason.key()).isEqualTo(key);
            assertThat(reason.arguments().isEmpty() ? null : reason.arguments().getFirst()).isEqualTo(argument);
            assertThat(reason.toString()).isNotEqualTo(key);
            String kind = ledger.read(db -> db.one(row -> java.util.Optional.ofNullable(row.getString(1)),
                    "SELECT refused_for FROM delivery")).orElseThrow().orElse(null);
            assertThat(kind).isEqualTo(refusedFor);
        }
    }
}
