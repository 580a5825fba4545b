package org.lanyard.roster;

import java.sql.SQLException;
import java.util.List;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Row;

final class BlockedCodes {

    private static final String ALL = """
            SELECT access_code, access_code, code_blocked, withdrawn FROM attendee NOT INDEXED
             WHERE conference_id = ?1 AND code_blocked <> ''
            UNION ALL SELECT access_code, code, attendee_code.blocked, withdrawn
              FROM attendee_code JOIN attendee ON attendee.id = attendee_id
             WHERE attendee.conference_id = ?1 AND attendee_code.blocked <> ''
            """;

    private BlockedCodes() {}

    static List<BlockedCode> all(Db db, long conference, boolean withdrawnToo) throws SQLException {
        Row<BlockedCode> code = row -> new BlockedCode(row.getString(1), row.getString(2), row.getString(3));
        return db.list(code, "SELECT * FROM (" + ALL + ") WHERE withdrawn = 0 OR ?2", conference, withdrawnToo);
    }

    // A block that is known stays as it is.
    static void compare(Db db, BlockedCode stated, long conference, long attendee, Changes changes) throws SQLException {
        if (all(db, conference, true).stream().anyMatch(known -> known.code().equals(stated.code()))) {
            return;
        }
        if (stated.code().equals(stated.owner())) {
            changes.add(Changes.BLOCK_ACCESS_CODE, stated.reason(), attendee);
        } else {
            changes.add(Changes.BLOCK_CODE, conference, stated.code(), attendee, RosterSource.ROSTER.word(),
                    stated.reason());
        }
        changes.touchPerson(attendee);
    }
}
