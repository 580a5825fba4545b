package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;
import org.lanyard.Rig;
import org.lanyard.ledger.OtherProgram;
import org.lanyard.scan.HostileNames;

/** Names in a terminal: each keeps to its line, turns no text around, and moves no cursor. */
@OwnStreams
class HostileTextTest {

    private static final Pattern TURNS_OR_MOVES =
            Pattern.compile(
                    "[\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F]");

    @TempDir Path folder;

    @Test
    void peopleAreListedOneALineAndNoNotePassesForADetail() {
        try (Rig rig = Rig.in(folder.resolve("data"))) {
            rig.csv("access_code,name,ticket_type,order_reference,order_status,note",
                    "ADA1,x,Individual,O1,pending,\"hello\n  order: paid\"");
            Script script = new Script(folder.resolve("data"));
            assertThat(script.run("roster", "show", "ADA1").exits(0).out()).contains("\n  order: pending\n")
                    .doesNotContain("\n  order: paid");
            rig.csv("access_code,name,ticket_type,order_reference,order_status", "ADA1,x,Individual,O1,paid");
            rig.checkIn("ADA1");
            for (String name : HostileNames.all().subList(0, 20)) {
                try (OtherProgram other = new OtherProgram(rig.database())) {
                    other.run("UPDATE attendee SET name = '" + HostileNames.storable(name).replace("'", "''") + "'");
                }
                for (String[] command : new String[][] {{"roster", "search", "ADA1"}, {"inside"}}) {
                    String said = script.run(command).exits(0).out();
                    assertThat(said.lines()).as(said).hasSize(1);
                    assertThat(TURNS_OR_MOVES.matcher(said.strip()).find()).as(said).isFalse();
                }
            }
        }
    }
}
