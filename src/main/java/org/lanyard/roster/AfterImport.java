package org.lanyard.roster;

import java.sql.SQLException;
import org.lanyard.ledger.Db;

/** Adds rows of its own in the transaction that changed a roster by an import or a pull. */
@FunctionalInterface
public interface AfterImport {

    AfterImport NONE = (_, _) -> {};

    /** @param conference slug in lower case */
    void imported(Db db, String conference) throws SQLException;
}
