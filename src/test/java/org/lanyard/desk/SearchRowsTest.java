package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.roster.Catalogue;
import org.lanyard.scan.Mode;
import org.lanyard.scan.ValidTime;
import org.testfx.framework.junit5.ApplicationExtension;

/** What a row of the search says of a person. */
@ExtendWith(ApplicationExtension.class)
class SearchRowsTest {

    @TempDir Path folder;
    private DeskRig desk;

    @BeforeEach
    void open() {
        Rig rig = Rig.in(folder);
        rig.csv("access_code,name,email,ticket_type,order_reference,order_status,items,blocked",
                "AAAA1111,Ada Lovelace,ada@example.org,Individual,O1,paid,,", "BBBB2222,Bob Müller,,Individual,O2,pending,,",
                "CCCC3333,Anna Schmidt,anna@one.example,Individual,O3,paid,,",
                "DDDD4444,Anna Schmidt,anna@two.example,Individual,O4,paid,,",
                "EEEE5555,Eve Moss,,Individual,O5,paid,,Stole a laptop",
                "FFFF6666,Finn Lunch,,,O6,paid,lunch:1,", "GGGG7777,Gil Saturday,,Saturday,O7,paid,,");
        rig.station().roster().catalogue().set(rig.conference(), rig.product("saturday"),
                new Catalogue.Change(Optional.empty(), Optional.empty(),
                        Optional.of(List.of(new ValidTime("2027-05-15", "2027-05-15"))), Optional.empty()));
        rig.checkIn("AAAA1111");
        desk = DeskRig.open(rig, Opening.STRAIGHT, made -> made.post(new Mode.CheckIn()));
        desk.click("Search");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aRowSaysWhenThePersonCameIn() throws TimeoutException {
        desk.type("query", "lovelace").says("✓ 09:00");
    }

    @Test
    void aRowSaysThatThePersonWouldNotBeLetIn() throws TimeoutException {
        desk.type("query", "muller").says("Order not paid");
        desk.type("query", "finn").says("No ticket");
        desk.type("query", "gil").says("Not valid now");
    }

    @Test
    void rowsThatReadAlikeShowTheEmail() throws TimeoutException {
        desk.type("query", "anna").says("Individual · anna@one.example").says("Individual · anna@two.example");
        desk.type("query", "ada").says("Individual");
    }

    @Test
    void whereNobodyHasAllWordsThatIsSaid() throws TimeoutException {
        desk.type("query", "ada fitzgerald lovelace").says("Ada Lovelace")
                .says("Nobody has all of these words. These people have most of them.");
        desk.type("query", "ada lovelace").until("gone",
                () -> !desk.texts().contains("Nobody has all of these words. These people have most of them."));
        assertThat(desk.texts()).contains("Ada Lovelace");
    }

    @Test
    void R34_aBlockedPersonIsMarkedAndTheReasonIsNotShown() throws TimeoutException {
        desk.type("query", "moss").says("Eve Moss");
        assertThat(desk.texts()).doesNotContain("Stole a laptop").doesNotContain("✓ 09:00");
    }
}
