package org.lanyard.hub.protocol;

/** What keeps the protocol safe; the tests take out one at a time, and see it missed. */
enum Guard {
    /** an unanswered ask is settled under its id */
    SETTLES,
    /** an ask is never sent again while its answer is missing */
    ASKS_ONCE,
    /** an ask is in the log before it is sent */
    LOGS_BEFORE_SENDING,
    /** an answer after the wait ended is ignored */
    IGNORES_LATE_ANSWERS,
    /** an id that was claimed as undone is never taken */
    REMEMBERS_UNDONE,
    /** units are counted under the lock, in the statement that takes one */
    COUNTS_UNDER_THE_LOCK,
    /** only a report ends a grant, never a clock */
    ENDS_BY_REPORT_ONLY,
    /** a return names its grant */
    RETURNS_NAME_THEIR_GRANT,
    /** a grant is adopted after everything before it was mirrored */
    MIRRORS_BEFORE_ADOPTING,
    /** a returned grant stays in the log */
    REMEMBERS_RETURNS,
    /** nothing is decided after the return was written */
    STOPS_BEFORE_RETURNING,
    /** all units are uploaded before the return */
    UPLOADS_BEFORE_RETURNING,
    /** a copied data folder is another instance */
    TELLS_COPIES_APART
}
