package org.lanyard.scan;

/** Somebody of whom a roster states {@link PersonDetails}. */
public interface HasDetails {

    PersonDetails details();

    default String name() {
        return details().name();
    }

    default String email() {
        return details().email();
    }

    default String company() {
        return details().company();
    }

    default String attention() {
        return details().attention();
    }
}
