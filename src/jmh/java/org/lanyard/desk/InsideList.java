package org.lanyard.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.lanyard.Station;

/**
 * From the key on "Who is inside" to the first page of names in the scene, with one page of people inside, which is what the
 * window itself takes, and with everybody inside; then until the list is whole, and the longest frames while it is opened and
 * narrowed. Headless; arguments: the folder to work in, attendees.
 */
final class InsideList {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 30;
    private static final int ONE_PAGE = 150;
    private static final String ENTER = """
            INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, station_id)
            SELECT 1000 + id, printf('01a22200-0000-7000-8000-%012x', id), conference_id, id, ?, ? FROM attendee
             WHERE id NOT IN (SELECT attendee_id FROM check_in) LIMIT ?
            """;

    private final DeskInUse desk;

    private InsideList(DeskInUse desk) {
        this.desk = desk;
    }

    public static void main(String[] args) throws Exception {
        int attendees = Integer.parseInt(args[1]);
        try (DeskInUse desk = DeskInUse.open(Path.of(args[0]), attendees)) {
            new InsideList(desk).run(attendees);
        }
    }

    private void run(int attendees) throws Exception {
        dashboard();
        enter(ONE_PAGE);
        compare("one page inside");
        enter(attendees);
        compare("everybody inside");
        desk.reportFrames("longest frame while it was opened, ms");
        whole(attendees);
        desk.forgetFrames();
        narrow();
        desk.reportFrames("longest frame while it was narrowed, ms");
    }

    /** A key waits until it is told from a wand's (60 ms and two frames), a click does not. */
    private void compare(String inside) throws Exception {
        Runnable key = () -> desk.strike(KeyCode.SPACE, " ");
        times(WARM_UP, key);
        desk.forgetFrames();
        DeskInUse.report(inside + ": key to first page, ms", times(ROUNDS, key), 100);
        DeskInUse.report(inside + ": click to first page, ms", times(ROUNDS, this::click), 100);
    }

    private void click() {
        ((ButtonBase) desk.stage.getScene().lookup("#whoIsInside")).fire();
    }

    private void dashboard() throws Exception {
        DeskInUse.onFx(() -> desk.stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                .filter(node -> node instanceof ToggleButton tab && tab.getText().equals("Dashboard"))
                .findFirst().ifPresent(node -> ((ToggleButton) node).fire()));
        DeskInUse.waitFor(2_000);
    }

    private void enter(int people) throws Exception {
        Station station = desk.station;
        long at = station.clock().millis();
        long place = station.venue().station("Desk 1");
        station.ledger().writeNow(db -> db.run(ENTER, at, place, people));
        DeskInUse.waitFor(3_000);
    }

    private List<Double> times(int rounds, Runnable opens) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            times.add(open(opens));
            until(() -> !((Label) page().lookup("#count")).getText().isEmpty());
            DeskInUse.waitFor(50);
            desk.press(KeyCode.ESCAPE);
        }
        return times;
    }

    /** A page that was closed is empty; the dashboard reads its beginning ahead. */
    private double open(Runnable opens) throws Exception {
        long[] struck = new long[1];
        CompletableFuture<Long> seen = new CompletableFuture<>();
        DeskInUse.onFx(() -> {
            desk.stage.getScene().addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (showsAPage() && seen.complete(System.nanoTime())) {
                        Platform.runLater(() -> desk.stage.getScene().removePostLayoutPulseListener(this));
                    }
                }
            });
            desk.stage.getScene().lookup("#whoIsInside").requestFocus();
            struck[0] = System.nanoTime();
            opens.run();
        });
        return (seen.get(30, TimeUnit.SECONDS) - struck[0]) / 1e6;
    }

    private boolean showsAPage() {
        Node page = page();
        return page.isVisible() && page.lookupAll(".table-cell").stream()
                .filter(cell -> cell instanceof javafx.scene.control.TableCell<?, ?> text && text.getText() != null
                        && !text.getText().isEmpty())
                .limit(50).count() == 50;
    }

    private Node page() {
        return desk.stage.getScene().lookup(".inside-page");
    }

    private TableView<?> table() {
        return (TableView<?>) page().lookup("#table");
    }

    private void whole(int attendees) throws Exception {
        long start = System.nanoTime();
        open(this::click);
        until(() -> table().getItems().size() == attendees);
        System.out.printf(Locale.ROOT, "%-50s %.0f%n", "everybody inside: until the list is whole, ms",
                (System.nanoTime() - start) / 1e6);
    }

    private void narrow() throws Exception {
        for (String text : List.of("a", "an", "and", "ande", "", "m", "mu", "mul", "")) {
            int before = table().getItems().size();
            long start = System.nanoTime();
            DeskInUse.onFx(() -> ((TextField) page().lookup("#wanted")).setText(text));
            until(() -> table().getItems().size() != before);
            System.out.printf(Locale.ROOT, "%-50s %.0f%n", "narrowed to \"" + text + "\", ms",
                    (System.nanoTime() - start) / 1e6);
            DeskInUse.waitFor(300);
        }
    }

    private static void until(BooleanSupplier holds) throws Exception {
        boolean[] held = {false};
        while (!held[0]) {
            DeskInUse.waitFor(2);
            DeskInUse.onFx(() -> held[0] = holds.getAsBoolean());
        }
    }
}
