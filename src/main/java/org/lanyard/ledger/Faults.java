package org.lanyard.ledger;

import java.sql.SQLException;
import org.lanyard.scan.StationFault;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class Faults {

    // The word of the triggers that keep a record from being replaced.
    private static final String NEVER_REPLACED = "records are never replaced";

    private Faults() {}

    static boolean isBusy(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_BUSY;
    }

    // True where a record of the same id is there already, by the database's own rules.
    static boolean isSecondRecord(SQLException failure) {
        return failure instanceof SQLiteException sqlite && switch (sqlite.getResultCode()) {
            case SQLITE_CONSTRAINT_UNIQUE -> true;
            case SQLITE_CONSTRAINT_TRIGGER -> String.valueOf(sqlite.getMessage()).contains(NEVER_REPLACED);
            default -> false;
        };
    }

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
