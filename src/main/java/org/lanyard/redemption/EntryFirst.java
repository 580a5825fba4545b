package org.lanyard.redemption;

import java.sql.SQLException;
import org.lanyard.checkin.CheckIns;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Post;

/** R39: where a conference asks for it, only those who have checked in may redeem; having left does not matter. */
final class EntryFirst {

    private EntryFirst() {}

    static boolean allows(Db db, Roster roster, Post post, Person person) throws SQLException {
        return !roster.terms(db, post.conference()).redeemAfterEntry() || CheckIns.first(db, person).isPresent();
    }
}
