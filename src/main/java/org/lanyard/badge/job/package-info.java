/**
 * Print jobs: made in the transaction of their check-in, sent by one worker for each printer, at most once without a person's
 * word.
 *
 * <pre>
 *             printed nothing
 *          ┌──────────────────┐
 *          ▼                  │    ┌─► confirmed ◄─ "it came out" ─┐
 * made ─► queued ─committed─► sending ─► sent                      │
 *          │                  └────────► unknown ──────────────────┘
 *          └─► cancelled (its check-in was voided)
 * </pre>
 *
 * The tables {@code badge_printer}, {@code badge_use}, {@code badge_job} and {@code badge_question} are named here only. The
 * database refuses every other step, and the second first job of a code.
 */
@NullMarked
package org.lanyard.badge.job;

import org.jspecify.annotations.NullMarked;
