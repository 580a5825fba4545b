package org.lanyard.roster.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.lanyard.roster.ForeignRosterForm;
import org.lanyard.roster.StatedRoster;

final class JsonForms {

    // A form is recognised by its first bytes.
    private static final int BEGINNING = 4096;

    private final List<ForeignRosterForm> foreign;

    JsonForms(List<ForeignRosterForm> foreign) {
        this.foreign = foreign;
    }

    /**
     * @throws org.lanyard.scan.NotPossible when the file is cut off, malformed, or no roster
     * @throws IOException when it cannot be read to its end
     */
    StatedRoster read(InputStream in, LongConsumer progress) throws IOException {
        BufferedInputStream file = new BufferedInputStream(in, 1 << 16);
        file.mark(BEGINNING);
        byte[] beginning = file.readNBytes(BEGINNING);
        file.reset();
        Optional<ForeignRosterForm> form = foreign.stream().filter(each -> each.recognises(beginning)).findFirst();
        return form.isPresent() ? form.get().read(file, progress) : JsonRoster.read(file, progress);
    }
}
