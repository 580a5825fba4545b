package org.lanyard.checkin;

import java.sql.SQLException;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Verdict;

/** The outcome of a rule: an answer without a record, or leave to record. */
public sealed interface Ruling {

    record Answered(Verdict verdict) implements Ruling {}

    /**
     * Holds for the transaction that it was made in.
     *
     * @param shared takes a unit or a seat that other stations hand out too: the venue's hub has to consent
     */
    record Allowed(Recording recording, boolean shared) implements Ruling {}

    @FunctionalInterface
    interface Recording {

        /**
         * The verdict of the new record; empty where this scan has led to a record before (R27).
         *
         * @param overridden a lead lets them through what came before this rule; the record says so
         */
        Optional<Verdict> record(Db db, boolean overridden) throws SQLException;
    }
}
