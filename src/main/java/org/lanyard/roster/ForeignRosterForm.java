package org.lanyard.roster;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** The JSON form of another system's roster, which a file may have. */
public interface ForeignRosterForm {

    boolean recognises(byte[] beginning);

    /**
     * Reads a whole document of this form.
     *
     * @param progress told the number of people read so far; what it throws ends the reading
     * @throws org.lanyard.scan.NotPossible when it is cut off, malformed, or no roster
     */
    StatedRoster read(InputStream document, LongConsumer progress) throws IOException;
}
