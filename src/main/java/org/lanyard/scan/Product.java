package org.lanyard.scan;

/** A ticket type or an add-on of one conference; the slug is unique within its kind. */
public record Product(Kind kind, long id, String slug, String name) {

    /** Compares ids only: the roster may have renamed the product. */
    public boolean is(Product other) {
        return kind == other.kind && id == other.id;
    }

    /** A number for its door that no other product has: an add-on's id, or minus a ticket type's. */
    public long door() {
        return kind == Kind.TICKET_TYPE ? -id : id;
    }

    /** A ticket type admits to the venue, an add-on is redeemed; both may have a door. */
    public enum Kind {
        TICKET_TYPE("ticket"), ADDON("addon");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** Stands before the colon if a slug alone would name two products (R14). */
        public String prefix() {
            return prefix;
        }
    }
}
