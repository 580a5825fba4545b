package org.lanyard.roster.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A field of a roster's row, which a column may hold. */
public enum Field {

    ACCESS_CODE, NAME, FIRST_NAME, LAST_NAME, EMAIL, TICKET_TYPE,
    /** joined to the ticket type: "Conference pass – Regular" */
    VARIATION, ORDER_REFERENCE,
    /** of the order or of the ticket, as the rows show */
    STATUS, ORDER_STATUS, TICKET_STATUS, ITEMS, ATTENTION, COMPANY, NOTE, PARTY, BLOCKED, CHECKED_IN_AT, WITHDRAWN, CODES,
    /** items of the whole order, repeated in its rows */
    SHARED_ITEMS;

    private static final List<Field> STATUSES = List.of(STATUS, ORDER_STATUS, TICKET_STATUS);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isStatus() {
        return STATUSES.contains(this);
    }

    public static Optional<Field> of(String name) {
        String key = Words.key(name);
        return Stream.of(values()).filter(field -> Words.key(field.word()).equals(key)).findFirst();
    }
}
