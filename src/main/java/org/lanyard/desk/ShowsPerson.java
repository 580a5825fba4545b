package org.lanyard.desk;

import java.util.Optional;

public interface ShowsPerson {

    /** The person's access code; empty for nobody. */
    Optional<String> shownCode();
}
