package org.lanyard.desk;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The first screen of a window.
 *
 * @param file a preparation file that Setup shows at once
 */
public record Opening(FirstScreen firstScreen, Optional<Path> file) {

    public static final Opening USUAL = new Opening(FirstScreen.USUAL, Optional.empty());
    public static final Opening STRAIGHT = new Opening(FirstScreen.STRAIGHT, Optional.empty());
    public static final Opening KIOSK = new Opening(FirstScreen.KIOSK, Optional.empty());
    public static final Opening PRACTICE = new Opening(FirstScreen.PRACTICE, Optional.empty());

    public enum FirstScreen {
        /** with the first-run steps, where nobody has done them yet */
        USUAL,
        STRAIGHT,
        /** as a kiosk, which only its PIN leaves */
        KIOSK,
        /** with made-up people, and marked so */
        PRACTICE
    }

    public static Opening withFile(Path preparation) {
        return new Opening(FirstScreen.STRAIGHT, Optional.of(preparation));
    }
}
