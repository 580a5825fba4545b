package org.lanyard.desk.kiosk;

import java.util.Optional;
import org.lanyard.desk.verdict.Face;

// Is no record: two people who are sent to the desk one after the other are two answers.
final class KioskScreen {

    private final Face face;
    private final Optional<KioskGroup> group;

    KioskScreen(Face face, Optional<KioskGroup> group) {
        this.face = face;
        this.group = group;
    }

    Face face() {
        return face;
    }

    Optional<KioskGroup> group() {
        return group;
    }
}
