/** "This laptop is the hub": a PostgreSQL server of our own on the loopback, and TLS in front of it. */
@NullMarked
package org.lanyard.hub.server;

import org.jspecify.annotations.NullMarked;
