package org.lanyard.checkin;

import java.sql.SQLException;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** The rule of one mode, for somebody with an active order. Every method runs within a transaction. */
public interface Rule {

    /** Only reads. */
    Ruling rule(Db db, Post post, Scan scan, Person person) throws SQLException;

    /**
     * The answer to a scan that led to a record before (R27).
     *
     * @throws org.lanyard.scan.StationFault where the record is of something else: one scan is never green for two things
     */
    Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException;

    int count(Db db, Post post, Person person) throws SQLException;
}
