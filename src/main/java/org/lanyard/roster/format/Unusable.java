package org.lanyard.roster.format;

import org.lanyard.scan.Sentence;

final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    final transient String column;
    final transient String value;
    final transient Sentence reason;

    Unusable(String column, String value, Sentence reason) {
        super(reason.key(), null, false, false);
        this.column = column;
        this.value = value;
        this.reason = reason;
    }

    Unusable(String column, String value, String key, Object... about) {
        this(column, value, Sentence.of(key, about));
    }
}
