package org.lanyard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.Rig.NINE;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;

/** The journal, narrowed to what somebody wants to see. */
class FilterTest {

    private Rig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada Łovelace,individual,O1,lunch:2",
                "BOB1,=Bob,individual,O2,lunch:1");
        at("Desk", null, new Mode.CheckIn(), "ADA1");
        rig.pass(Duration.ofMinutes(10));
        at("Lunch", "Sam", new Mode.Redeem(rig.product("lunch")), "ADA1");
        at("Desk", "Sam", new Mode.CheckIn(), "BOB1");
        at("Desk", "Sam", new Mode.CheckIn(), "NOBODY");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void at(String station, String staff, Mode mode, String code) {
        rig.station().gate().decide(rig.post(mode, station, staff), rig.scan(code)).join();
    }

    private List<String> shown(Filter filter) {
        return rig.station().journal().at(rig.station().journal().places(rig.conference(), filter, 0)).stream()
                .map(entry -> entry.kind() + " " + entry.accessCode()).toList();
    }

    @Test
    void withoutAFilterEverythingIsThereNewestFirst() {
        assertThat(shown(Filter.NONE)).containsExactly("REFUSAL null", "CHECK_IN BOB1", "REDEMPTION ADA1",
                "CHECK_IN ADA1");
    }

    @Test
    void aPersonIsFoundWithoutAccentsOrByTheCode() {
        assertThat(shown(new Filter("lovel", null, null, null, null))).containsExactly("REDEMPTION ADA1", "CHECK_IN ADA1");
        assertThat(shown(new Filter("bob1", null, null, null, null))).containsExactly("CHECK_IN BOB1");
    }

    @Test
    void kindStationStaffAndTimeNarrowTogether() {
        assertThat(shown(new Filter("", RecordKind.CHECK_IN, null, null, null))).hasSize(2);
        assertThat(shown(new Filter("", null, "Lunch", null, null))).containsExactly("REDEMPTION ADA1");
        assertThat(shown(new Filter("", null, null, "Sam", null))).hasSize(3);
        assertThat(shown(new Filter("", null, null, null, NINE.plusSeconds(1)))).hasSize(3);
        assertThat(shown(new Filter("", RecordKind.CHECK_IN, "Desk", "Sam", NINE.plusSeconds(1))))
                .containsExactly("CHECK_IN BOB1");
    }

    @Test
    void onlyWhatIsNewerIsAskedForAgain() {
        long[] all = rig.station().journal().places(rig.conference(), Filter.NONE, 0);
        long changes = rig.station().journal().changes();
        at("Desk", null, new Mode.CheckIn(), "ADA1");
        assertThat(rig.station().journal().changes()).isGreaterThan(changes);
        assertThat(rig.station().journal().places(rig.conference(), Filter.NONE, all[0])).hasSize(1);
        assertThat(Arrays.stream(all)).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void whatIsShownIsWrittenOutAndNoSpreadsheetRunsIt() throws IOException {
        StringWriter out = new StringWriter();
        rig.station().export().csv(rig.conference(), new Filter("bob", null, null, null, null), out);
        assertThat(out.toString().lines()).hasSize(2).last().asString().startsWith("check-in,").contains("'=Bob");
    }
}
