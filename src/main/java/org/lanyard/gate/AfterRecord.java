package org.lanyard.gate;

import java.sql.SQLException;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** Adds rows of its own in the transaction that made a record; a failure undoes the record too. */
@FunctionalInterface
public interface AfterRecord {

    /**
     * Called once for each new record, on the writer.
     *
     * @param scan its id is the record's
     */
    void recorded(Db db, Post post, Scan scan, Person person, Verdict verdict) throws SQLException;
}
