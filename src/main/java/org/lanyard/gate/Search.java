package org.lanyard.gate;

import java.sql.SQLException;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Lookup;
import org.lanyard.scan.Post;

/** Looks up what a scan names, within a transaction; done again in each that decides. */
@FunctionalInterface
interface Search {

    Found in(Db db) throws SQLException;

    record Found(Post post, Lookup lookup) {}
}
