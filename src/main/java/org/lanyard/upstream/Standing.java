package org.lanyard.upstream;

/** State of the connection between a station and its server. */
public enum Standing {
    /** no server is set for this conference */
    LOCAL("offline"), LIVE("live"), WAITING("waiting"), OFFLINE("offline"), SIGN_IN_NEEDED("sign-in needed");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /** As {@code upstream status --json} says it. */
    public String word() {
        return word;
    }
}
