package org.lanyard.ledger;

import java.sql.SQLException;
import org.lanyard.scan.StationFault;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite says of a broken machine, in words for the person in front of it. */
final class Faults {

    private Faults() {}

    /** The fault behind a failure; one that is a fault already stays the same. */
    static StationFault of(Throwable failure) {
        return failure instanceof SQLException sql ? new StationFault(sentence(sql), failure)
                : StationFault.of(failure);
    }

    private static String sentence(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return "The station's database could not be used; nothing was recorded.";
        }
        return switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)) {
            case SQLITE_FULL -> "The disk is full; nothing was recorded. Make room, then scan again.";
            case SQLITE_READONLY -> "The station's database is read-only here; nothing was recorded.";
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    "The station's database cannot be opened; check the data folder's permissions.";
            case SQLITE_NOTADB -> "The file lanyard.db is not a Lanyard database; it was left as it is.";
            case SQLITE_CORRUPT -> "The station's database is damaged; nothing was recorded. Restore a backup.";
            case SQLITE_BUSY, SQLITE_LOCKED -> "Another program holds the station's database; nothing was recorded.";
            case SQLITE_IOERR -> "The disk could not be read or written; nothing was recorded.";
            default -> "The station's database could not do that; nothing was recorded.";
        };
    }
}
