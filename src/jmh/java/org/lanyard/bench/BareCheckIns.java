package org.lanyard.bench;

import com.fasterxml.uuid.Generators;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanyard.Station;

/** The rows of first check-ins, inserted by bare JDBC into the same tables, so many in each transaction. */
final class BareCheckIns {

    private static final String INSERT = """
            INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, checked_in_by, station_id, note,
                                  acknowledged_note)
            VALUES (?, ?, ?, ?, ?, NULL, ?, NULL, NULL)
            """;

    private BareCheckIns() {}

    static DurableScans.Rate rate(List<Stations.Guest> guests, int batch, long nanos) {
        Path file = Stations.copy(Stations.Kind.FRESH, "durable-bare");
        long desk;
        try (Station station = Stations.open(file.getParent())) {
            desk = Stations.desk(station).stationId();
        }
        List<String> ids = Stream.generate(Generators.timeBasedEpochGenerator()::generate).limit(guests.size())
                .map(UUID::toString).toList();
        try (Bare bare = new Bare(file); PreparedStatement insert = bare.prepare(INSERT)) {
            double cpu = Cpu.process();
            long start = System.nanoTime();
            int done = 0;
            while (System.nanoTime() - start < nanos && done + batch <= ids.size()) {
                bare.begin();
                for (int i = 0; i < batch; i++, done++) {
                    row(insert, done, ids.get(done), guests.get(done).id(), desk);
                }
                bare.commit();
            }
            return DurableScans.Rate.of(done, done / batch, (System.nanoTime() - start) / 1e6,
                    Cpu.process() - cpu);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void row(PreparedStatement insert, long seq, String id, long attendee, long desk)
            throws SQLException {
        insert.setLong(1, seq + 1);
        insert.setString(2, id);
        insert.setLong(3, 1);
        insert.setLong(4, attendee);
        insert.setLong(5, System.currentTimeMillis());
        insert.setLong(6, desk);
        insert.executeUpdate();
    }
}
