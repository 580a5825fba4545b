package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ListView;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.roster.Catalogue;
import org.lanyard.scan.Mode;
import org.lanyard.scan.ValidTime;
import org.lanyard.scan.Verdict;
import org.testfx.framework.junit5.ApplicationExtension;

/** Setup → Tickets and items: what R17, R32, R33 and R39 go by is set on one page. */
@ExtendWith(ApplicationExtension.class)
class ProductsSetupTest {

    @TempDir Path folder;
    private DeskRig desk;

    private DeskRig open(Locale language) throws TimeoutException {
        Rig rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Saturday,O1,Lunch:3",
                "BOB1,Bob,Individual,O2,Lunch");
        desk = DeskRig.open(rig, Opening.STRAIGHT, language, each -> each.post(new Mode.CheckIn()));
        Words words = new Words(language);
        desk.click(words.say("rail.setup")).click(words.say("setup.products"));
        return desk.until("the products", () -> products().getItems().size() == 3);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ListView<?> products() {
        return desk.at("products", ListView.class);
    }

    private void choose(String name) {
        desk.robot().interact(() -> {
            ListView<?> list = products();
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().contains("name=" + name)) {
                    list.getSelectionModel().select(i);
                }
            }
        });
    }

    private void press(String id) {
        desk.robot().interact(desk.at(id, Button.class)::fire);
    }

    private Catalogue.Entry entry(String slug) {
        return desk.rig.station().roster().catalogue().of(desk.rig.conference()).stream()
                .filter(each -> each.product().slug().equals(slug)).findFirst().orElseThrow();
    }

    @Test
    void R32_aTicketGetsItsDayAndItsColour() throws TimeoutException {
        open(Locale.ENGLISH);
        choose("Saturday");
        press("moreTimes");
        desk.robot().interact(() -> desk.at("colour", ColorPicker.class).setValue(Color.web("#A3195B")));
        press("saveProduct");
        desk.says("Saturday is saved.");
        assertThat(entry("saturday").colour()).contains("A3195B");
        assertThat(entry("saturday").valid()).isEqualTo(List.of(ValidTime.of("2027-05-14/2027-05-14").orElseThrow()));
        assertThat(desk.rig.checkIn("ADA1")).isInstanceOf(Verdict.CheckedIn.class);
        desk.rig.pass(java.time.Duration.ofDays(1));
        assertThat(desk.rig.checkIn("ADA1")).isInstanceOf(Verdict.NotValidNow.class);
    }

    @Test
    void R17_R33_anItemGetsALimitADayAndARoomThatEmpties() throws TimeoutException {
        open(Locale.ENGLISH);
        choose("Lunch");
        desk.type("perDay", "1").robot().interact(() -> {
            desk.at("door", CheckBox.class).setSelected(true);
            desk.at("countExits", CheckBox.class).setSelected(true);
        });
        desk.type("capacity", "many");
        press("saveProduct");
        desk.says("\"many\" is not a number from 0 to 999999.").type("capacity", "40");
        press("saveProduct");
        desk.says("Lunch is saved.");
        assertThat(entry("lunch").perDay()).isEqualTo(1);
        assertThat(desk.rig.station().venue().doors(List.of(entry("lunch").product())))
                .singleElement().satisfies(door -> {
                    assertThat(door.capacity()).isEqualTo(40);
                    assertThat(door.countExits()).isTrue();
                });
    }

    @Test
    void R39_theRulesOfTheConferenceAreSet() throws TimeoutException {
        open(Locale.ENGLISH).type("everybodyOut", "03:00").type("currency", "eur").robot()
                .interact(() -> desk.at("afterEntry", CheckBox.class).setSelected(true));
        press("saveRules");
        desk.says("Saved.");
        assertThat(desk.rig.redeem("lunch", "BOB1")).isInstanceOf(Verdict.NotCheckedIn.class);
        assertThat(desk.rig.station().roster().terms(desk.rig.conference()).currency()).contains("EUR");
    }

    @Test
    void thePageFits() throws TimeoutException {
        open(Locale.GERMAN);
        choose("Lunch");
        press("moreTimes");
        assertThat(Picture.take(desk.scene(), 1024, 640, "products-de-1024")).isEmpty();
        assertThat(Picture.take(desk.scene(), 1366, 1100, "products-de-1366")).isEmpty();
    }
}
