package org.lanyard.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each table has one owning package: only its SQL names the table, so that a change of the table is a change of one package.
 * The journal reads everything, and the ledger's checks of a file inspect everything. Views are contracts for other packages.
 */
@Execution(ExecutionMode.CONCURRENT)
class TableOwnersTest {

    private static final List<SourceFile> MAIN = Sources.main(Path.of(""));
    private static final Set<String> TABLES = Tables.created(Path.of(""));

    private static final Map<String, Set<String>> OWNED = Map.of(
            "roster", Set.of("conference", "ticket_type", "addon", "attendee", "orders", "attendee_order", "order_line_item",
                    "redeemed_elsewhere", "correction", "standing_correction", "hold", "carry", "attendee_code",
                    "roster_mapping"),
            "venue", Set.of("station", "staff_member", "door", "setting"), "checkin",
            Set.of("check_in", "door_check", "check_out", "presence"),
            "redemption", Set.of("product_redemption"), "journal", Set.of("refusal"), "upstream",
            Set.of("delivery", "asked_person"), "hub", Set.of("hub_asked", "hub_sent", "hub_held", "hub_state", "hub_untold",
                    "hub_to_send", "hub_arrived", "hub_setting"),
            "badge", Set.of("badge_printer", "badge_use", "badge_job", "badge_question"));

    /** Tables that a package still names beside the owner; the aim is an empty map. */
    private static final Map<String, Set<String>> KNOWN =
            Map.of("gate", Set.of("check_in", "door_check", "check_out", "product_redemption"),
                    "redemption", Set.of("conference", "order_line_item", "redeemed_elsewhere"),
                    "roster", Set.of("check_in", "delivery", "product_redemption"));

    @Test
    void everyTableHasOneOwner() {
        List<String> owned = OWNED.values().stream().flatMap(Set::stream).toList();
        assertThat(owned).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(TABLES);
    }

    @Test
    void onlyTheOwnerNamesATable() {
        assertThat(MAIN.stream().filter(source -> !readsEverything(source)).flatMap(TableOwnersTest::foreignTables)
                .collect(Collectors.toSet())).as("file and the table that is not its package's").isEmpty();
    }

    private static boolean readsEverything(SourceFile source) {
        return source.packageName().equals("journal") || source.packageName().equals("ledger");
    }

    private static Stream<String> foreignTables(SourceFile source) {
        String owner = source.packageName().replaceAll("\\..*", "");
        return source.tables().stream().filter(TABLES::contains)
                .filter(table -> !OWNED.getOrDefault(owner, Set.of()).contains(table))
                .filter(table -> !KNOWN.getOrDefault(owner, Set.of()).contains(table))
                .map(table -> source.path() + " " + table);
    }

    @Test
    void noSurfaceHasSql() {
        assertThat(MAIN)
                .filteredOn(source -> source.packageName().startsWith("desk") || source.packageName().startsWith("cli"))
                .filteredOn(source -> !source.tables().isEmpty()).extracting(SourceFile::path)
                .as("a surface asks the parts below, where rules and rights are checked").isEmpty();
    }
}
