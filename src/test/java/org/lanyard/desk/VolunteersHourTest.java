package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * What an hour at the desk brings, and how many keys and clicks each took: none for the normal person, one for a group, at
 * most three for the rest. A scan is neither, nor is what has to be typed: a name, an amount, a reason.
 */
@ExtendWith(ApplicationExtension.class)
class VolunteersHourTest {

    private static final int REST = 3;
    private static final List<String> TABLE = new ArrayList<>();

    @TempDir Path folder;
    private DeskRig desk;
    private int keys;
    private int clicks;
    private int letters;

    private void open(Function<Rig, Post> begins) {
        Rig rig = Rig.in(folder);
        rig.json("""
                {"conference":{"slug":"conf","name":"Fair","timezone":"UTC"},
                 "ticket_types":[{"slug":"day","name":"Day"},
                   {"slug":"saturday","name":"Saturday","valid":[{"from":"2027-05-15","to":"2027-05-15"}]}],
                 "addons":[{"slug":"lunch","name":"Lunch"},{"slug":"workshop","name":"Workshop"}],
                 "orders":[
                   {"reference":"FAM","status":"paid","items":[
                     {"id":1,"ticket_type":"day","description":"Day","quantity":1}]},
                   {"reference":"DAY","status":"paid","items":[
                     {"id":2,"ticket_type":"day","description":"Day","quantity":1},
                     {"id":3,"addon":"lunch","description":"Lunch","quantity":1},
                     {"id":4,"addon":"workshop","description":"Workshop","quantity":1}]},
                   {"reference":"SAT","status":"paid","items":[
                     {"id":5,"ticket_type":"saturday","description":"Saturday","quantity":1}]},
                   {"reference":"OPEN","status":"pending","items":[
                     {"id":6,"ticket_type":"day","description":"Day","quantity":1}]}],
                 "attendees":[
                   {"access_code":"FAM1","name":"Ann Reed","orders":["FAM"]},
                   {"access_code":"FAM2","name":"Bea Reed","orders":["FAM"]},
                   {"access_code":"FAM3","name":"Cid Reed","orders":["FAM"]},
                   {"access_code":"FAM4","name":"Dan Reed","orders":["FAM"]},
                   {"access_code":"NORA","name":"Nora Poe","orders":["DAY"]},
                   {"access_code":"LOST","name":"Lou Wick","orders":["DAY"]},
                   {"access_code":"SATU","name":"Sam Roth","orders":["SAT"]},
                   {"access_code":"CASH","name":"Cat Moss","orders":["OPEN"]},
                   {"access_code":"BLOK","name":"Bob Hale","orders":["DAY"],"blocked":"took two lunches"},
                   {"access_code":"MISS","name":"Mia Smiht","orders":["DAY"]}]}
                """);
        rig.station().venue().setRole("Lea", Role.LEAD);
        desk = DeskRig.open(rig, Opening.STRAIGHT, begins);
    }

    private void atTheDesk() {
        open(rig -> rig.post(new Mode.CheckIn(), "Desk", "Lea"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @AfterAll
    static void print() {
        System.out.println("| what came | keys | clicks | letters typed |\n| --- | --- | --- | --- |");
        TABLE.forEach(System.out::println);
    }

    private VolunteersHourTest key(KeyCode key) {
        keys++;
        desk.press(key, key.isLetterKey() ? key.getName().toLowerCase(Locale.ROOT) : "");
        return this;
    }

    private VolunteersHourTest click(String button) {
        clicks++;
        desk.click(button);
        return this;
    }

    private VolunteersHourTest type(String field, String text) {
        letters += text.length();
        desk.type(field, text);
        return this;
    }

    /** Enter in a field of a window of its own. */
    private void enter(String field) {
        keys++;
        TextField text = desk.at(field, TextField.class);
        desk.robot().interact(() -> text.fireEvent(new ActionEvent()));
    }

    private void took(String what, int most) {
        TABLE.add("| %s | %d | %d | %d |".formatted(what, keys, clicks, letters));
        assertThat(keys + clicks).as(what).isLessThanOrEqualTo(most);
    }

    @Test
    void aNormalPerson() throws TimeoutException {
        atTheDesk();
        desk.wand("NORA").sees("Checked in", "Nora Poe");
        took("a normal person", 0);
    }

    @Test
    void R36_aFamilyOfFourWithOneOrder() throws TimeoutException {
        atTheDesk();
        desk.wand("FAM").says("Enter: check in 4 of 4");
        key(KeyCode.ENTER);
        desk.sees("Checked in", "All 4 are in");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(4);
        took("a family of four with one order", 1);
    }

    @Test
    void R35_aLostBadge() throws TimeoutException {
        atTheDesk();
        key(KeyCode.F3).type("query", "lou w");
        desk.until("Lou is found", () -> !desk.at("people", ListView.class).getItems().isEmpty());
        key(KeyCode.F8);
        desk.says("History");
        key(KeyCode.R);
        desk.says("Lost code").wand("BADGE77").says("BADGE77 now belongs to Lou Wick.").wand("BADGE77").sees("Checked in",
                "Lou Wick").wand("LOST").sees("Blocked", "Lou Wick");
        took("a lost badge", REST);
    }

    @Test
    void R32_aSaturdayTicketOnFriday() throws TimeoutException {
        atTheDesk();
        desk.wand("SATU").sees("Not valid now", "Sam Roth");
        click("Let through").type("reason", "came early").enter("reason");
        desk.sees("Checked in", "Sam Roth");
        took("a Saturday ticket on Friday, let through", REST);
    }

    @Test
    void R37_aPersonPaysCash() throws TimeoutException {
        atTheDesk();
        desk.wand("CASH").until("a stop", () -> desk.shows("look-stop"));
        key(KeyCode.F8);
        desk.says("History");
        key(KeyCode.P).type("amount", "49,50").key(KeyCode.ENTER);
        desk.says("Saved.").wand("CASH").sees("Checked in", "Cat Moss");
        assertThat(desk.rig.station().till().takings(desk.rig.conference(), Optional.empty(), Optional.empty()).total())
                .isEqualTo(4950);
        took("a person pays cash", REST);
    }

    @Test
    void R37_aNameToCorrect() throws TimeoutException {
        atTheDesk();
        desk.wand("MISS").sees("Checked in", "Mia Smiht");
        key(KeyCode.F8);
        desk.says("History");
        key(KeyCode.C).type("name", "Mia Smith").key(KeyCode.ENTER);
        desk.says("Saved.").says("Mia Smith");
        took("a name to correct", REST);
    }

    @Test
    void R34_aBlockedPersonAtTheLunchQueue() throws TimeoutException {
        open(rig -> rig.post(new Mode.Redeem(rig.product("lunch")), "Lunch", "Lea"));
        desk.wand("BLOK").sees("Blocked", "Bob Hale");
        assertThat(String.join(" ", desk.texts())).doesNotContain("took two");
        took("a blocked person at the lunch queue, sent away", 0);
        click("Let through").type("reason", "settled").enter("reason");
        desk.sees("Handed out", "Bob Hale");
        took("a blocked person at the lunch queue, let through", REST);
    }

    @Test
    void R33_aRoomFillsAndEmpties() throws TimeoutException {
        open(rig -> {
            rig.station().venue().setCapacity(rig.product("workshop"), 2);
            rig.station().venue().setCountExits(rig.product("workshop"), true);
            return rig.post(new Mode.Door(rig.product("workshop")), "Door A", "Lea");
        });
        desk.wand("NORA").sees("Admitted", "Nora Poe").wand("LOST").sees("Admitted", "Lou Wick").wand("MISS").sees("Full",
                "Mia Smiht");
        key(KeyCode.F4);
        desk.says("Leaving: Workshop").wand("NORA").sees("Checked out", "Nora Poe").pass(Duration.ofSeconds(4));
        key(KeyCode.F4);
        desk.says("F4: count out").wand("MISS").sees("Admitted", "Mia Smiht").says("2 of 2 in");
        took("a room fills and empties", REST);
    }
}
