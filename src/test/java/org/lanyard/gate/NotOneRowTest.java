package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.Rig;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.StationFault;

/** Case 52: where the database takes a record and keeps no row, or fails it for another reason, nothing is green. */
class NotOneRowTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"check_in, RAISE(IGNORE), AAAA", "check_in, 'RAISE(ABORT, ''no'')', AAAA",
            "door_check, RAISE(IGNORE), AAAA", "door_check, 'RAISE(ABORT, ''no'')', AAAA",
            "product_redemption, RAISE(IGNORE), AAAA", "product_redemption, 'RAISE(ABORT, ''no'')', AAAA",
            "refusal, RAISE(IGNORE), NOBODY", "refusal, 'RAISE(ABORT, ''no'')', NOBODY"})
    void aRecordThatIsNotKeptIsAFaultOfTheStation(String table, String raise, String payload) {
        try (Rig rig = Rig.in(folder)) {
            rig.csv("access_code,name,ticket_type,order_reference,items", "AAAA,Ada,individual,O1,lunch:2");
            rig.station().ledger().writeNow(db -> db.run("CREATE TRIGGER foreign_rule BEFORE INSERT ON " + table
                    + " BEGIN SELECT " + raise + "; END"));
            Mode mode = switch (table) {
                case "door_check" -> new Mode.Door(rig.product("lunch"));
                case "product_redemption" -> new Mode.Redeem(rig.product("lunch"));
                default -> new Mode.CheckIn();
            };
            CompletableFuture<Decision> decision = rig.station().gate().decide(rig.post(mode), rig.scan(payload));
            assertThatThrownBy(decision::join).hasCauseInstanceOf(StationFault.class);
            assertThat(rig.station().ledger().<Long>read(db -> db.number("SELECT count(*) FROM " + table))).isZero();
        }
    }
}
