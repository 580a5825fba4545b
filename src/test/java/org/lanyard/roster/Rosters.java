package org.lanyard.roster;

import java.util.Map;
import org.lanyard.Rig;
import org.lanyard.gate.Dossier;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.scan.Item;
import org.lanyard.scan.Reading;

/** What the roster's tests ask again and again of the conference {@code conf}. */
final class Rosters {

    static final ImportOptions CSV = ImportOptions.of(Format.CSV, "conf");
    static final ImportOptions PARTIAL = options(true, false, false, false);
    static final ImportOptions FORCED = options(false, true, false, false);
    static final ImportOptions SKIPPING = options(false, false, true, false);
    static final ImportOptions TRIAL = options(false, false, false, true);

    private Rosters() {}

    private static ImportOptions options(boolean partial, boolean force, boolean skipBadRows, boolean dryRun) {
        return new ImportOptions("conf", null, null, Format.CSV, Map.of(), partial, force, skipBadRows, dryRun);
    }

    static ImportOptions mapped(String column, String field) {
        return new ImportOptions("conf", null, null, Format.CSV, Map.of(column, field), false, false, false, false);
    }

    static ImportOptions json(boolean skipBadRows) {
        return new ImportOptions(null, null, null, Format.JSON, Map.of(), false, false, skipBadRows, false);
    }

    static Person person(Rig rig, String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
    }

    static Dossier dossier(Rig rig, String code) {
        return rig.station().gate().dossier(rig.conference(), person(rig, code));
    }

    /** The only item of this attendee. */
    static Item item(Rig rig, String code) {
        var items = dossier(rig, code).items();
        if (items.size() != 1) {
            throw new AssertionError(code + " has the items " + items);
        }
        return items.getFirst();
    }

    /** A roster of {@code A<from>} to {@code A<to>}, each with a ticket and two lunches on an order of their own. */
    static String people(int from, int to) {
        StringBuilder csv = new StringBuilder("access_code,name,ticket_type,order_reference,items\n");
        for (int i = from; i <= to; i++) {
            csv.append("A%d,Name %d,Individual,O%d,lunch:2\n".formatted(i, i, i));
        }
        return csv.toString();
    }
}
