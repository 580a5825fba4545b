package org.lanyard.upstream;

public enum Standing {
    /** no server is set for this conference */
    LOCAL("offline"), LIVE("live"), WAITING("waiting"), OFFLINE("offline"), SIGN_IN_NEEDED("sign-in needed");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
