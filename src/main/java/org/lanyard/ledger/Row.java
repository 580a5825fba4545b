package org.lanyard.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes a value of one row; column numbers start at 1. */
@FunctionalInterface
public interface Row<T> {

    @Nullable
    T of(ResultSet row) throws SQLException;
}
