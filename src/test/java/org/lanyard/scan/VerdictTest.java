package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanyard.scan.Verdict.Kind;

/** The table of verdicts: what people perceive of each, and whether it is recorded. */
class VerdictTest {

    private static final List<Verdict> ALL =
            Stream.concat(Verdicts.STOPS.stream(), Verdicts.OTHERS.stream()).toList();

    private record Row(Kind kind, boolean recorded) {}

    /** Cases 11 and 22: a second entry does not look like the first, and no fault is among the verdicts. */
    @Test
    void kindAndRecordedAreThoseOfTheTable() {
        Map<String, Row> rows = new TreeMap<>();
        ALL.forEach(verdict -> rows.put(verdict.word(), new Row(verdict.kind(), verdict.recorded())));
        assertThat(rows).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("checked_in", new Row(Kind.GO, true)),
                Map.entry("re_entry", new Row(Kind.GO_AGAIN, true)),
                Map.entry("admitted", new Row(Kind.GO, true)),
                Map.entry("admitted_again", new Row(Kind.GO_AGAIN, true)),
                Map.entry("redeemed", new Row(Kind.GO, true)),
                Map.entry("not_decided", new Row(Kind.STOP, false)),
                Map.entry("checked_out", new Row(Kind.GO, true)),
                Map.entry("not_inside", new Row(Kind.GO_AGAIN, true)),
                Map.entry("choose_people", new Row(Kind.ASK, false)),
                Map.entry("hub_unreachable", new Row(Kind.UNREACHABLE, false)),
                Map.entry("not_valid_now", new Row(Kind.STOP, false)),
                Map.entry("blocked", new Row(Kind.STOP, false)),
                Map.entry("not_checked_in", new Row(Kind.STOP, false)),
                Map.entry("choose_item", new Row(Kind.ASK, false)),
                Map.entry("needs_attention", new Row(Kind.ASK, false)),
                Map.entry("repeat_scan", new Row(Kind.AGAIN, false)),
                Map.entry("fully_redeemed", new Row(Kind.STOP, false)),
                Map.entry("not_purchased", new Row(Kind.STOP, false)),
                Map.entry("door_full", new Row(Kind.STOP, false)),
                Map.entry("no_order", new Row(Kind.STOP, false)),
                Map.entry("order_not_active", new Row(Kind.STOP, false)),
                Map.entry("no_ticket", new Row(Kind.STOP, false)),
                Map.entry("wrong_conference", new Row(Kind.STOP, false)),
                Map.entry("unknown_code", new Row(Kind.STOP, false)),
                Map.entry("unreadable", new Row(Kind.STOP, false))));
    }

    @Test
    void theTableHasEveryVerdict() {
        assertThat(ALL.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Verdict.class.getPermittedSubclasses()));
    }

    @Test
    void aVerdictIsAboutWhoeverThePayloadNamed() {
        List<String> nobody = ALL.stream().filter(verdict -> verdict.about().isEmpty()).map(Verdict::word).distinct()
                .toList();
        assertThat(nobody).containsExactlyInAnyOrder("unreadable", "wrong_conference", "unknown_code", "repeat_scan",
                "not_decided", "choose_people");
        assertThat(ALL).filteredOn(verdict -> verdict.about().isPresent())
                .allSatisfy(verdict -> assertThat(verdict.about()).contains(Verdicts.ZOE));
    }
}
