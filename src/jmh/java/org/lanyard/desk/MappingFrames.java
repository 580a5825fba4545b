package org.lanyard.desk;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.lanyard.roster.format.Field;
import org.lanyard.roster.format.Use;

/**
 * The longest frames while a list of 100,000 people in 60 columns is dropped on a window, its columns are looked through, its
 * questions answered, a column chosen, a conference named and the list imported. Headless; arguments: the folder to work in,
 * rows, columns.
 */
final class MappingFrames {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);
    private static final int SHORT = 500;
    private static final String[] KNOWN =
            {"Secret", "Attendee name", "Product", "Status", "Order code", "E-mail", "Company"};

    private final DeskInUse desk;

    private MappingFrames(DeskInUse desk) {
        this.desk = desk;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (DeskInUse desk = DeskInUse.open(folder, 1_000)) {
            DeskInUse.waitFor(10_000);   // what is made ahead is made
            open(desk, "Setup");
            open(desk, "Roster");
            MappingFrames frames = new MappingFrames(desk);
            frames.frames("nothing at all", () -> DeskInUse.waitFor(2_000));
            System.out.println("a short list, for the first time");
            frames.run(list(folder, SHORT, Integer.parseInt(args[2])));
            System.out.println("the long list");
            frames.run(list(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2])));
        }
    }

    private static void open(DeskInUse desk, String tab) throws Exception {
        DeskInUse.onFx(
                () -> desk.stage.getScene().getRoot().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                        .filter(each -> each.getText().equals(tab)).findFirst().orElseThrow().fire());
        DeskInUse.waitFor(1_000);
    }

    private static Path list(Path folder, int rows, int columns) throws IOException {
        Path file = folder.resolve("list.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", KNOWN));
            for (int i = KNOWN.length; i < columns; i++) {
                out.write(",Question " + i);
            }
            for (int row = 0; row < rows; row++) {
                String status = row % 40 == 0 ? "Processing" : "paid";
                out.write("\nq%06dxk,Guest Number%d,%s,%s,B-%d,guest%d@example.org,Company %d".formatted(row, row,
                        row % 3 == 0 ? "Student" : "Regular", status, row / 2, row, row % 500));
                for (int i = KNOWN.length; i < columns; i++) {
                    out.write(i % 3 == 0 ? ",Yes" : ",answer " + row % (i + 1));
                }
            }
        }
        return file;
    }

    private void run(Path list) throws Exception {
        frames("reading the list", () -> {
            DeskInUse.onFx(() -> desk.shell.roster().open(list));
            until(() -> columns() != null && !columns().getItems().isEmpty() && isShowing("#mapping"));
        });
        frames("looking through its columns", () -> {
            for (int column = 0; column < columns().getItems().size(); column += 3) {
                int at = column;
                DeskInUse.onFx(() -> columns().scrollTo(at));
                DeskInUse.waitFor(60);
            }
            DeskInUse.onFx(() -> columns().scrollTo(0));
        });
        frames("answering what a status means", () -> answer("#questions .button"));
        frames("choosing what a column is", this::choose);
        frames("opening the list of meanings", () -> {
            DeskInUse.onFx(() -> ((ComboBox<?>) columns().lookup(".combo-box")).show());
            DeskInUse.waitFor(500);
            DeskInUse.onFx(() -> ((ComboBox<?>) columns().lookup(".combo-box")).hide());
        });
        frames("naming a conference", this::name);
        frames("importing", () -> {
            until(() -> !at("#importButton", Button.class).isDisabled());
            DeskInUse.onFx(() -> at("#importButton", Button.class).fire());
            until(() -> !desk.shell.roster().openProperty().get());
        });
    }

    private interface Step {
        void run() throws Exception;
    }

    private void frames(String what, Step step) throws Exception {
        desk.forgetFrames();
        long start = System.nanoTime();
        step.run();
        DeskInUse.waitFor(500);
        desk.reportFrames("%s (%.1f s), longest frame, ms".formatted(what, (System.nanoTime() - start) / 1e9));
    }

    private void answer(String button) throws Exception {
        DeskInUse.onFx(() -> at(button, Button.class).fire());
        until(() -> !isShowing("#busy"));
    }

    private void choose() throws Exception {
        DeskInUse.onFx(() -> {
            columns().scrollTo(KNOWN.length);
            columns().getSelectionModel().select(KNOWN.length);
        });
        DeskInUse.waitFor(300);
        DeskInUse.onFx(() -> columns().lookupAll(".combo-box").stream().map(ComboBox.class::cast)
                .filter(box -> Use.UNUSED.equals(box.getValue())).findFirst().ifPresent(MappingFrames::asNote));
        until(() -> !isShowing("#busy"));
    }

    @SuppressWarnings("unchecked")
    private static void asNote(ComboBox<?> box) {
        ((ComboBox<Use>) box).setValue(new Use.As(Field.NOTE));
    }

    private void name() throws Exception {
        DeskInUse.onFx(() -> at("#mapping #target", ComboBox.class).getSelectionModel().selectLast());
        for (String letter : ("Conference " + System.nanoTime()).split("")) {
            DeskInUse.onFx(() -> at("#mapping #name", TextField.class).appendText(letter));
            DeskInUse.waitFor(120);
        }
        until(() -> !isShowing("#busy"));
    }

    private void until(BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        boolean[] held = {false};
        while (!held[0]) {
            DeskInUse.waitFor(20);
            DeskInUse.onFx(() -> held[0] = holds.getAsBoolean());
            if (System.nanoTime() > end) {
                throw new TimeoutException("the window does not go on");
            }
        }
    }

    private boolean isShowing(String id) {
        Node node = desk.stage.getScene().lookup(id);
        return node != null && node.isVisible();
    }

    @SuppressWarnings("unchecked")
    private ListView<Object> columns() {
        return (ListView<Object>) desk.stage.getScene().lookup("#columns");
    }

    private <T extends Node> T at(String selector, Class<T> type) {
        return type.cast(desk.stage.getScene().lookup(selector));
    }
}
