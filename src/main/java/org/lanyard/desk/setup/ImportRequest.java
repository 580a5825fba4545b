package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.lanyard.roster.ImportOptions;

/** @param conference slug; empty for the one that the file names, or the only one here */
public record ImportRequest(Path file, String conference, boolean partial, boolean force, boolean skipBadRows) {

    ImportOptions options(boolean dryRun) {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return new ImportOptions(conference.isBlank() ? null : conference.strip(), null, null,
                json ? ImportOptions.Format.JSON : ImportOptions.Format.CSV, Map.of(), partial, force, skipBadRows, dryRun);
    }
}
