package org.lanyard.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/** What can be read or pressed stands whole within the window, or within something that scrolls, and under nothing else. */
final class Fit {

    /** Of a pixel and a half less nobody sees anything. */
    private static final double VISIBLE = 1.5;

    /** Nothing new is found by scrolling less, in pixels. */
    private static final double LEAST_SCROLLED = 6;

    private final Scene scene;
    private final String name;
    private final List<Seen> seen = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param part of it that is in sight, in the scene's coordinates */
    private record Seen(Node node, Bounds part) {

        @Override
        public String toString() {
            return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : node.toString();
        }
    }

    private Fit(Scene scene, String name) {
        this.scene = scene;
        this.name = name;
    }

    /** On the FX thread. */
    static List<String> wrong(Scene scene, String name) {
        Fit fit = new Fit(scene, name);
        fit.look(scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), false, false);
        fit.covered();
        return fit.wrong;
    }

    private void look(Node node, Bounds window, boolean scrollsDown, boolean scrollsAcross) {
        if (!node.isVisible()) {
            return;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (matters(node)) {
            outside(node, bounds, window, scrollsDown, scrollsAcross);
            Bounds part = common(bounds, window);
            if (part.getWidth() > VISIBLE && part.getHeight() > VISIBLE) {
                seen.add(new Seen(node, part));
            }
        }
        if (node instanceof ScrollPane pane) {
            Node viewport = pane.lookup(".viewport");
            Bounds within = common(window, viewport == null ? bounds : viewport.localToScene(viewport.getLayoutBounds()));
            stray(pane);
            look(pane.getContent(), within, true, pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER);
        } else if (node instanceof Parent parent && !whole(node)) {
            inFront(parent).forEach(child -> look(child, window, scrollsDown, scrollsAcross));
        }
    }

    /** A bar beside what would be whole without it, or nearly whole, looks broken. */
    private void stray(ScrollPane pane) {
        boolean bar = pane.lookupAll(".scroll-bar").stream()
                .anyMatch(each -> each instanceof ScrollBar found && found.getParent() == pane && found.isVisible()
                        && found.getOrientation() == Orientation.VERTICAL);
        double room = pane.getHeight() - pane.getInsets().getTop() - pane.getInsets().getBottom();
        double width = pane.getWidth() - pane.getInsets().getLeft() - pane.getInsets().getRight();
        double needed = pane.getContent().prefHeight(pane.isFitToWidth() ? width : -1);
        if (bar && needed <= room + LEAST_SCROLLED) {
            wrong.add(name + ": a bar with nothing to scroll: " + pane + " of " + room + ", needs " + needed);
        }
    }

    /** Behind a curtain nothing is read or pressed. */
    private static List<Node> inFront(Parent parent) {
        List<Node> children = parent.getChildrenUnmodifiable();
        for (int i = children.size() - 1; i > 0; i--) {
            if (children.get(i).isVisible() && children.get(i).getStyleClass().contains("pin-curtain")) {
                return children.subList(i, children.size());
            }
        }
        return children;
    }

    /** Looked at as one: what is inside is theirs to lay out. */
    private static boolean whole(Node node) {
        return node instanceof TextInputControl || node instanceof ComboBoxBase<?> || node instanceof ListView<?>
                || node instanceof TableView<?> || node instanceof Slider || node instanceof Labeled;
    }

    private static boolean matters(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() != null && !labeled.getText().isBlank()
                || labeled.getGraphic() != null : whole(node);
    }

    private void outside(Node node, Bounds bounds, Bounds window, boolean scrollsDown, boolean scrollsAcross) {
        boolean across = bounds.getMinX() < window.getMinX() - VISIBLE || bounds.getMaxX() > window.getMaxX() + VISIBLE;
        boolean down = bounds.getMinY() < window.getMinY() - VISIBLE || bounds.getMaxY() > window.getMaxY() + VISIBLE;
        if (across && !scrollsAcross || down && !scrollsDown) {
            wrong.add(name + ": outside: " + new Seen(node, bounds) + " " + bounds + " of " + window);
        }
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    private void covered() {
        for (int i = 0; i < seen.size(); i++) {
            for (int j = i + 1; j < seen.size(); j++) {
                Bounds both = common(seen.get(i).part(), seen.get(j).part());
                if (both.getWidth() > VISIBLE && both.getHeight() > VISIBLE
                        && !within(seen.get(i).node(), seen.get(j).node())) {
                    wrong.add(name + ": covered: " + seen.get(i) + " and " + seen.get(j) + " " + both);
                }
            }
        }
    }

    private static boolean within(Node one, Node other) {
        return above(one).anyMatch(other::equals) || above(other).anyMatch(one::equals);
    }

    private static Stream<Node> above(Node node) {
        return Stream.iterate(node, up -> up != null, Node::getParent);
    }
}
