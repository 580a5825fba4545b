package org.lanyard.desk.setup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lanyard.roster.ImportOptions;
import org.lanyard.scan.Conference;

/**
 * The choices for an import of a roster file.
 *
 * @param partial     adds and updates only
 * @param force       also where more than 20 % of the people would be removed, or many names would change
 * @param skipBadRows leaves out rows that cannot be used
 */
record ImportRequest(ImportTarget target, boolean partial, boolean force, boolean skipBadRows) {

    static final ImportRequest NOTHING = new ImportRequest(new ImportTarget.OfTheFile(), false, false, false);

    boolean isIncomplete() {
        return target instanceof ImportTarget.New(String name) && name.isBlank();
    }

    ImportOptions options(List<Conference> known, boolean dryRun) {
        return switch (target) {
            case ImportTarget.Known(Conference conference) -> options(conference.slug(), null, dryRun);
            case ImportTarget.New chosen -> options(chosen.slug(known), chosen.name(), dryRun);
            case ImportTarget.OfTheFile() -> options(null, null, dryRun);
        };
    }

    private ImportOptions options(@Nullable String slug, @Nullable String name, boolean dryRun) {
        return new ImportOptions(slug, name, null, ImportOptions.Format.CSV, Map.of(), partial, force, skipBadRows, dryRun);
    }
}
