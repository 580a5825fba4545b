/**
 * The venue's hub: several stations, one truth.
 *
 * <pre>
 * gate --VenueHub--> HubGate  --ask, settle-------------------> protocol.Hub &lt;-- postgres.PostgresHub
 *                    VenueSync --contact, upload, follow, return-->
 *                        |
 *                      HubLog (SQLite, tables hub_*)
 * </pre>
 *
 * <p>{@code protocol} has the messages and the hub's contract; {@code postgres} is the hub on a PostgreSQL server: functions,
 * connection, joining; {@code server} is that server on this laptop. This package is a station's side, and
 * {@link org.lanyard.hub.HubAdministration} an organizer's acts.
 */
@NullMarked
package org.lanyard.hub;

import org.jspecify.annotations.NullMarked;
