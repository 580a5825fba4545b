/**
 * The venue's hub: several stations, one truth.
 *
 * <pre>
 * gate --VenueHub--> HubGate --> protocol.StationMachine --> StationLog (SQLite, tables hub_*)
 *                                        |
 *                     Ask, Settle, Upload, Follow, Contact, Grant, Return
 *                                        v
 *                             protocol.Hub &lt;-- postgres.PostgresHub (a real server)
 *                                        ^---- protocol.HubState    (in memory: the simulator's, and the reference)
 * </pre>
 *
 * <p>{@code protocol} is pure: both machines and the messages between them, without threads, clock or SQL.
 * {@code postgres} is the hub on PostgreSQL: statements, connection, joining, the embedded server. This package is a
 * station's side: its tables, its sync with the hub, and the answers that {@code gate} asks for.
 */
@NullMarked
package org.lanyard.hub;

import org.jspecify.annotations.NullMarked;
