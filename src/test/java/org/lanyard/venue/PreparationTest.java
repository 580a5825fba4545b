package org.lanyard.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/** What one station prepares for another: doors, staff and settings, no records. */
class PreparationTest {

    private static void take(Rig from, Rig into) {
        ByteArrayOutputStream roster = new ByteArrayOutputStream();
        from.station().roster().exportUnused(from.conference(), roster);
        into.json(roster.toString(StandardCharsets.UTF_8));
        into.station().preparation().read(from.station().preparation().write(from.conference()), into.conference(),
                into.station().roster().products(into.conference()));
    }

    @Test
    void doorsStaffAndSettingsAreThereAndRecordsAreNot(@TempDir Path one, @TempDir Path other) {
        try (Rig from = Rig.in(one); Rig into = Rig.in(other)) {
            from.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,individual,O1,lunch:2");
            from.station().venue().setCapacity(from.product("lunch"), 40);
            from.station().pins().set(new Pins.Owner.Staff(from.station().venue().setRole("Sam", Role.LEAD)), "4711");
            from.station().settings().set(Settings.THEME, Theme.DARK).join();
            from.station().settings().set(Settings.STATION, Optional.of("Desk 1")).join();
            from.station().roster().set(from.conference(), null, null, Conference.RedeemPer.LINE);
            from.checkIn("ADA1");
            take(from, into);
            assertThat(into.station().venue().doors(into.conference())).singleElement()
                    .extracting(Door::capacity).isEqualTo(40);
            var sam = into.station().venue().staff("Sam");
            assertThat(sam.role()).isEqualTo(Role.LEAD);
            assertThat(into.station().pins().check(new Pins.Owner.Staff(sam), "4711")).isEqualTo(new Pins.Answer.Right());
            assertThat(into.station().settings().get(Settings.THEME)).isEqualTo(Theme.DARK);
            assertThat(into.station().settings().get(Settings.STATION)).as("each machine's own").isEmpty();
            assertThat(into.conference().redeemPer()).isEqualTo(Conference.RedeemPer.LINE);
            assertThat(into.station().journal().latest(into.conference(), 9)).isEmpty();
            assertThat(into.checkIn("ADA1")).as("nobody has come yet, there").isInstanceOf(Verdict.CheckedIn.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"lanyard_station\":2}", "no json"})
    void whatNoStationWroteIsRefusedInWords(String text, @TempDir Path folder) {
        try (Rig rig = Rig.in(folder)) {
            rig.csv("access_code", "ADA1");
            assertThatThrownBy(() -> rig.station().preparation().read(text, rig.conference(), java.util.List.of()))
                    .isInstanceOf(NotPossible.class).hasMessageEndingWith(".");
        }
    }
}
