/** Conferences, attendees, orders and items: snapshot, search, look-up, corrections. */
@NullMarked
package org.lanyard.roster;

import org.jspecify.annotations.NullMarked;
