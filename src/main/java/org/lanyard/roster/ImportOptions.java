package org.lanyard.roster;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.Conference;

/**
 * Options of an import.
 *
 * @param conference  slug of the conference it is for; null: the one it names, else the only one here
 * @param name        of the conference; null: as it is, or its slug
 * @param zone        of the venue; null: as it is, or this machine's
 * @param renamed     CSV columns that stand for a field, by name
 * @param partial     adds and updates only: withdraws nobody, ends and drops nothing
 * @param force       goes on where more than a fifth of the attendees would vanish
 * @param skipBadRows imports the usable rows where some are not
 * @param dryRun      changes nothing
 */
public record ImportOptions(@Nullable String conference, @Nullable String name, @Nullable ZoneId zone, Format format,
        Map<String, String> renamed,
        boolean partial, boolean force, boolean skipBadRows, boolean dryRun) {

    public enum Format { CSV, JSON }

    public static ImportOptions of(Format format, @Nullable String conference) {
        return new ImportOptions(conference, null, null, format, Map.of(), false, false, false, false);
    }

    public ImportOptions forced(boolean also) {
        return new ImportOptions(conference, name, zone, format, renamed, partial, also, skipBadRows, dryRun);
    }

    /** Name and zone stay as they are: they are settings, which travel by themselves. */
    ImportOptions named(Conference as) {
        return new ImportOptions(conference, as.name(), as.zone(), format, renamed, partial, force, skipBadRows, dryRun);
    }

    public ImportOptions trial() {
        return new ImportOptions(conference, name, zone, format, renamed, partial, force, skipBadRows, true);
    }

    public ImportOptions skippingBadRows() {
        return new ImportOptions(conference, name, zone, format, renamed, partial, force, true, dryRun);
    }

    public ImportOptions adding() {
        return new ImportOptions(conference, name, zone, format, renamed, true, force, skipBadRows, dryRun);
    }
}
