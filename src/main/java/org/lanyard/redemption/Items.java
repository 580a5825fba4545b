package org.lanyard.redemption;

import java.sql.SQLException;
import java.util.List;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Item;

/** Reads the items that a person can redeem, within a transaction. */
public final class Items {

    private Items() {}

    /** An item for each add-on, in the order bought (R18, R22). */
    public static List<Item> of(Db db, Conference conference, Person person) throws SQLException {
        return Units.items(db, conference, person);
    }
}
