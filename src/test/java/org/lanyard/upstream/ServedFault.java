package org.lanyard.upstream;

/** What can go wrong with one request, between a station and its registration server. */
public sealed interface ServedFault {

    /** Goes as it should: for scripts such as "the second one fails". */
    ServedFault NONE = new None();
    ServedFault ANSWER_LOST = new AnswerLost();
    ServedFault CUT_BEFORE = new CutBefore();
    ServedFault LOCKED = new Locked();
    ServedFault SESSION_ENDED = new SessionEnded();
    ServedFault CSRF_FAILED = new CsrfFailed();
    ServedFault NOT_JSON = new NotJson();
    ServedFault PRELOAD_HALF = new PreloadHalf(false);
    ServedFault PRELOAD_HALF_CUT = new PreloadHalf(true);

    record None() implements ServedFault {}

    /** The work is done; then the connection is cut with no answer. */
    record AnswerLost() implements ServedFault {}

    /** The connection is cut before any work. */
    record CutBefore() implements ServedFault {}

    /** The work is done; the answer promises its length, and the connection is cut after so many bytes of the body. */
    record CutAtByte(int bytes) implements ServedFault {}

    /** The work is done; the answer waits. */
    record Slow(ServedHold hold) implements ServedFault {}

    /** The work is done; the answer promises its length, and waits after so many bytes of the body. */
    record Stalled(int bytes, ServedHold hold) implements ServedFault {}

    /** 500 {@code database is locked}, as of SQLite; no work is done. */
    record Locked() implements ServedFault {}

    /** Every session ends before this request is looked at. */
    record SessionEnded() implements ServedFault {}

    /** 403 HTML, though cookie and header agree; no work is done. */
    record CsrfFailed() implements ServedFault {}

    /**
     * The roster stops in the middle.
     *
     * @param cut the connection is cut there; otherwise the transfer ends as it should and only the JSON is broken
     */
    record PreloadHalf(boolean cut) implements ServedFault {}

    /**
     * No work is done.
     *
     * @param status  429 or 503
     * @param seconds what {@code Retry-After} says
     */
    record Busy(int status, int seconds) implements ServedFault {}

    /** The network holds the request; it is worked on once it is let go, whether the client still waits or not. */
    record Held(ServedHold hold) implements ServedFault {}

    /**
     * Something between the client and the server answers.
     *
     * @param done whether the server has done the work all the same
     */
    record Foreign(int status, String type, String body, boolean done) implements ServedFault {}

    /** 200 with a page in HTML, as of a captive portal; no work is done. */
    record NotJson() implements ServedFault {}

    /** Whether this call can meet with this fault at all. */
    default boolean fits(ServedCall call) {
        return switch (this) {
            case PreloadHalf _ -> call == ServedCall.PRELOAD;
            case CsrfFailed _ -> call.isPosted();
            case SessionEnded _ -> call.isCheckIn();
            default -> true;
        };
    }
}
