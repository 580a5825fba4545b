package org.lanyard.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;

/** A picture of a scene, and what is wrong with it. */
final class Picture {

    private static final boolean WRITTEN = Boolean.getBoolean("pictures");
    private static final Path FOLDER = Path.of("target", "screens");
    private static final int FITTING = 3;
    private static final int LEAST_LETTERS = 14;
    /** Of a pixel and a half less nobody sees anything. */
    private static final double VISIBLE = 1.5;

    private Picture() {}

    /**
     * What is cut off or overlaps in what the window would show at this size; {@code -Dpictures=true} writes that, too. The
     * headless screen is smaller than a real one, so for this moment what the window holds is laid out in a scene of its own.
     * Not on the FX thread.
     */
    static List<String> take(Scene window, int width, int height, String name) {
        QuickRobot robot = new QuickRobot();
        Scene[] scene = new Scene[1];
        robot.interact(() -> {
            Parent root = window.getRoot();
            window.setRoot(new Pane());
            scene[0] = new Scene(root, width, height);
            scene[0].getStylesheets().setAll(window.getStylesheets());
        });
        // names are fitted to their room once it is known
        for (int i = 0; i < FITTING; i++) {
            robot.interact(() -> layOut(scene[0]));
        }
        List<String> wrong = new ArrayList<>();
        robot.interact(() -> {
            Parent root = scene[0].getRoot();
            if (WRITTEN) {
                write(scene[0], name);
            }
            look(root, scene[0], name, wrong);
            wrong.addAll(Fit.wrong(scene[0], name));
            scene[0].setRoot(new Pane());
            window.setRoot(root);
        });
        return wrong;
    }

    // A picture of one pixel: the layout that goes before a picture is what is wanted.
    private static void layOut(Scene scene) {
        SnapshotParameters pixel = new SnapshotParameters();
        pixel.setViewport(new Rectangle2D(0, 0, 1, 1));
        scene.getRoot().snapshot(pixel, null);
    }

    private static void write(Scene scene, String name) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png",
                    FOLDER.resolve(name + ".png").toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void look(Node node, Scene scene, String name, List<String> wrong) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) {
            cutOff(labeled, scene, name, wrong);
        }
        if (node instanceof Parent parent) {
            if (!(node instanceof StackPane) && !(node instanceof Control)) {
                overlaps(parent, name, wrong);
            }
            parent.getChildrenUnmodifiable().forEach(child -> look(child, scene, name, wrong));
        }
    }

    private static void cutOff(Labeled labeled, Scene scene, String name, List<String> wrong) {
        boolean shortened = labeled.lookupAll(".text").stream().anyMatch(text -> text instanceof Text rendered
                && rendered.getText().endsWith(labeled.getEllipsisString())
                && !labeled.getText().endsWith(labeled.getEllipsisString()));
        boolean squeezed = labeled.getHeight() + VISIBLE < labeled.minHeight(labeled.getWidth());
        Bounds bounds = labeled.localToScene(labeled.getLayoutBounds());
        boolean outside = bounds.getMaxX() > scene.getWidth() + VISIBLE || bounds.getMinX() < -VISIBLE;
        if (shortened && labeled instanceof TableCell<?, ?> cell && readable(cell)) {
            return;
        }
        if (labeled.getStyleClass().contains("last-name") && torn(labeled)) {
            wrong.add(name + ": torn within a word: " + labeled.getText());
        }
        if (shortened || squeezed || outside) {
            wrong.add(name + (shortened ? ": cut off: " : squeezed ? ": squeezed: " : ": outside: ") + labeled.getText());
        }
    }

    private static boolean torn(Labeled labeled) {
        Text measure = new Text();
        measure.setFont(labeled.getFont());
        return Stream.of(labeled.getText().split("\\s+")).anyMatch(word -> {
            measure.setText(word);
            return measure.getLayoutBounds().getWidth() > labeled.getWidth() + VISIBLE;
        });
    }

    /** A table's cell may be shortened: what is left says enough, and the rest can be had. */
    private static boolean readable(TableCell<?, ?> cell) {
        Event.fireEvent(cell, new MouseEvent(MouseEvent.MOUSE_ENTERED, 0, 0, 0, 0, MouseButton.NONE, 0, false, false, false,
                false, false, false, false, true, false, true, null));
        return cell.getTooltip() != null && cell.getTooltip().getText().equals(cell.getText())
                && cell.lookupAll(".text").stream().allMatch(text -> ((Text) text).getText().length() >= LEAST_LETTERS);
    }

    private static void overlaps(Parent parent, String name, List<String> wrong) {
        List<Node> controls = parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && child.isManaged() && child instanceof Control).toList();
        for (int i = 0; i < controls.size(); i++) {
            for (int j = i + 1; j < controls.size(); j++) {
                Bounds one = controls.get(i).getBoundsInParent();
                Bounds other = controls.get(j).getBoundsInParent();
                double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
                if (width > VISIBLE && height > VISIBLE) {
                    wrong.add(name + ": overlap: " + controls.get(i) + " and " + controls.get(j));
                }
            }
        }
    }
}
