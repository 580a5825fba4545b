package org.lanyard.desk;

import java.util.Optional;

/** A screen's controller on which a person is shown or chosen. */
public interface ShowsPerson {

    /** The person's access code; empty for nobody. */
    Optional<String> shownCode();
}
