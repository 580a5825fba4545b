package org.lanyard.desk;

import java.util.Optional;

public interface ShowsPerson {

    Optional<String> shownCode();
}
