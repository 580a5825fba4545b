package org.lanyard.upstream;

/** What can be asked of the registration server. */
public enum ServedCall {
    SIGN_IN_PAGE, SIGN_IN, PRELOAD, LOOKUP, TERMINAL, SCAN, REDEEM,
    /** A path that leads nowhere. */
    ELSEWHERE;

    boolean isCheckIn() {
        return this == PRELOAD || this == LOOKUP || this == TERMINAL || this == SCAN || this == REDEEM;
    }

    boolean isPosted() {
        return this == SIGN_IN || this == SCAN || this == REDEEM;
    }
}
