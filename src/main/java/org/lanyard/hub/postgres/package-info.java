/** The hub on PostgreSQL: connection, tables and functions, joining, and {@link org.lanyard.hub.protocol.Hub} over JDBC. */
@NullMarked
package org.lanyard.hub.postgres;

import org.jspecify.annotations.NullMarked;
