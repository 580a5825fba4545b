/**
 * The map of the program. {@link org.lanyard.Station} constructs every part in order; {@link org.lanyard.Main} is the entry class.
 *
 * <p>From top to bottom: {@code cli} and {@code desk} are the two surfaces; {@code gate} is the one door for a scan;
 * {@code checkin} and {@code redemption} hold the rules; {@code upstream} talks to the registration server; {@code badge} draws
 * and prints; {@code roster}, {@code venue} and {@code journal} hold people, places and records; {@code ledger} is one SQLite
 * file with one writer; {@code reader} turns pictures into text; {@code scan} has the values that all of them use.
 */
@NullMarked
package org.lanyard;

import org.jspecify.annotations.NullMarked;
