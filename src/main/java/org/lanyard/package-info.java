/**
 * The map. {@link org.lanyard.Station} constructs every part, in order; {@link org.lanyard.Main} is where Java enters.
 *
 * <p>From the top floor down: {@code cli} and {@code desk} are the two surfaces; {@code gate} is the one door for a scan;
 * {@code checkin} and {@code redemption} are the rules; {@code upstream} speaks to the registration server; {@code roster},
 * {@code venue} and {@code journal} know who may come, where, and what happened; {@code ledger} is one SQLite file with one
 * writer; {@code reader} makes text of what a wand or a camera gives; {@code scan} holds the values that all of them speak.
 */
package org.lanyard;
