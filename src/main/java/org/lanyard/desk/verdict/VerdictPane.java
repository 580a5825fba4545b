package org.lanyard.desk.verdict;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.NamedArg;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.RightToLeft;

public final class VerdictPane extends StackPane {

    // Room beside what scrolls, in pixels.
    private static final int SCROLL_BAR = 28;
    private static final PseudoClass NEUTRAL = PseudoClass.getPseudoClass("neutral");
    private static final PseudoClass NOTHING_BELOW = PseudoClass.getPseudoClass("nothing-below");

    private final ObjectProperty<Face> face = new SimpleObjectProperty<>(
            new Face(Look.IDLE, "", "", "", ""));
    private final BooleanProperty neutral = new SimpleBooleanProperty();
    private final StringProperty notice = new SimpleStringProperty("");
    private final BooleanProperty idleIcon = new SimpleBooleanProperty(true);
    private final BooleanProperty sameBadge = new SimpleBooleanProperty();
    private final Layout layout;
    private Pane besideName = this;
    private Node painted = this;
    // Known once the words of the screen are loaded.
    @SuppressWarnings("NullAway.Init") private FittedName name;

    @FXML private Pane body;
    @FXML private StackPane icon;
    @FXML private Pane titleRoom;
    @FXML private Label headline;
    @FXML private Label title;
    @FXML private Label sentence;
    @FXML private Pane actions;
    @FXML private VBox details;
    @FXML private FlowPane chips;
    @FXML private Label noticeLine;
    @FXML private Label sameBadgeMark;

    public enum Layout {
        BESIDE(0.124), CENTRED(0.165);

        // The largest name, as a share of the pane's height.
        private final double name;

        Layout(double name) {
            this.name = name;
        }
    }

    public VerdictPane(@NamedArg("layout") Layout layout, @NamedArg("sameBadgeText") String sameBadgeText) {
        this.layout = layout;
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(VerdictPane.class.getResource(
                layout.name().toLowerCase(Locale.ROOT) + ".fxml")));
        loader.setRoot(this);
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new IllegalStateException("the program's own verdict is broken", broken);
        }
        sameBadgeMark.setText(sameBadgeText);
    }

    @FXML
    private void initialize() {
        besideName = (Pane) icon.getParent();
        name = new FittedName(title, titleRoom, () -> (getScene() == null ? 0 : getScene().getHeight()) * layout.name);
        face.subscribe(this::show);
        neutral.subscribe(now -> painted.pseudoClassStateChanged(NEUTRAL, now));
        notice.subscribe(text -> text(noticeLine, text));
        sameBadgeMark.visibleProperty().bind(sameBadge);
    }

    public void paint(Node around) {
        painted = around;
        getStyleClass().removeIf(style -> style.startsWith("look-"));
        show(face.get());
    }

    private void show(Face now) {
        now.look().paint(painted);
        boolean withIcon = now.look() != Look.IDLE || idleIcon.get();
        icon.getChildren().setAll(VerdictIcon.of(now.look()));
        visible(icon, withIcon);
        stand(now.look() == Look.IDLE ? body : besideName);
        text(headline, now.headline());
        title.setText(now.title());
        title.setNodeOrientation(RightToLeft.orientation(now.title()));
        text(sentence, now.longSentence() ? "" : now.sentence());
        painted.setAccessibleText(now.spoken());
        details.getChildren().setAll(Stream.concat(now.longSentence() ? Stream.of(now.sentence()) : Stream.empty(),
                now.details().stream()).map(this::line).toList());
        chips.getChildren().setAll(now.chips().stream().map(this::chip).toList());
        visible(details, !details.getChildren().isEmpty());
        visible(chips, !chips.getChildren().isEmpty());
        pseudoClassStateChanged(NOTHING_BELOW, details.getChildren().isEmpty() && chips.getChildren().isEmpty());
    }

    // With nobody shown, the icon stands above the words, and all in the middle.
    private void stand(Pane room) {
        if (icon.getParent() != room) {
            ((Pane) icon.getParent()).getChildren().remove(icon);
            room.getChildren().addFirst(icon);
        }
    }

    private Label line(String text) {
        Label line = new Label(text);
        line.setMinWidth(0);
        line.maxWidthProperty().bind(body.widthProperty().subtract(SCROLL_BAR));
        line.getStyleClass().add("detail");
        line.setWrapText(true);
        return line;
    }

    // As wide as its words, and no wider than the card.
    private Label chip(String text) {
        Label chip = new Label(text);
        chip.setWrapText(true);
        chip.setMinWidth(0);
        chip.maxWidthProperty().bind(body.widthProperty().subtract(SCROLL_BAR));
        chip.getStyleClass().add("chip");
        return chip;
    }

    private static void text(Label label, String text) {
        label.setText(text);
        visible(label, !text.isEmpty());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    public ObjectProperty<Face> faceProperty() {
        return face;
    }

    public BooleanProperty neutralProperty() {
        return neutral;
    }

    public StringProperty noticeProperty() {
        return notice;
    }

    public BooleanProperty sameBadgeProperty() {
        return sameBadge;
    }

    /** Leaves the height that a second line of the name would take to what stands below the card. */
    public void setNameOnOneLine(boolean wanted) {
        name.oneLine(wanted);
    }

    public void setIdleIcon(boolean shown) {
        idleIcon.set(shown);
    }

    public boolean isIdleIcon() {
        return idleIcon.get();
    }

    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }
}
