package org.lanyard.ledger;

import java.sql.SQLException;

/** A piece of work on the database: all of it happens, or none of it. It must not keep {@code db}. */
@FunctionalInterface
public interface Work<T> {

    T run(Db db) throws SQLException;
}
