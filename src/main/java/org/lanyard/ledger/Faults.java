package org.lanyard.ledger;

import java.sql.SQLException;
import org.lanyard.scan.StationFault;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite says of a broken machine, as a sentence for the person in front of it. */
final class Faults {

    private Faults() {}

    /** Whether another connection has what this one needs, and may give it back. */
    static boolean isBusy(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_BUSY;
    }

    /** The fault behind a failure; one that is a fault already stays the same. */
    static StationFault of(Throwable failure) {
        return failure instanceof SQLException sql ? new StationFault(failure, key(sql))
                : StationFault.of(failure);
    }

    private static String key(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return "database.unusable";
        }
        return switch (SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)) {
            case SQLITE_FULL -> "database.full";
            case SQLITE_READONLY -> "database.read-only";
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    "database.shut";
            case SQLITE_NOTADB -> "database.no-database";
            case SQLITE_CORRUPT -> "database.damaged";
            case SQLITE_BUSY, SQLITE_LOCKED -> "database.held";
            case SQLITE_IOERR -> "database.disk";
            default -> "database.other";
        };
    }
}
