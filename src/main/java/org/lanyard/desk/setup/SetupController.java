package org.lanyard.desk.setup;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lanyard.Build;
import org.lanyard.desk.Words;
import org.lanyard.desk.wand.Wand;

/** The list of Setup pages, and the page that is chosen. The wand page looks at scans instead of deciding them. */
public final class SetupController {

    private final Wand wand;
    private final RosterModel roster;
    private final Words words;
    private final Function<SetupPage, Parent> loader;
    private final ObjectProperty<SetupPage> chosen;
    private final Map<SetupPage, Parent> loaded = new EnumMap<>(SetupPage.class);
    private final ToggleGroup group = new ToggleGroup();

    @FXML private StackPane root;
    @FXML private ScrollPane choicesScroll;
    @FXML private VBox choices;
    @FXML private StackPane pages;

    SetupController(Wand wand, RosterModel roster, Words words, ObjectProperty<SetupPage> chosen,
            Function<SetupPage, Parent> loader) {
        this.wand = wand;
        this.roster = roster;
        this.words = words;
        this.chosen = chosen;
        this.loader = loader;
    }

    @FXML
    private void initialize() {
        choicesScroll.visibleProperty().bind(roster.openProperty().not());
        choicesScroll.managedProperty().bind(choicesScroll.visibleProperty());
        for (SetupPage page : SetupPage.values()) {
            choices.getChildren().add(choice(page));
        }
        choices.getChildren().add(version());
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                chosen.set((SetupPage) now.getUserData());
                showChosen();
            }
        });
        chosen.subscribe(page -> group.selectToggle(group.getToggles().get(page.ordinal())));
        root.visibleProperty().subscribe(_ -> showChosen());
    }

    private Label version() {
        Label version = new Label(words.say("help.version", Build.version()));
        version.getStyleClass().add("version");
        version.setWrapText(true);
        return version;
    }

    private ToggleButton choice(SetupPage page) {
        ToggleButton choice = new ToggleButton(words.say("setup." + page.id()), new FontIcon(page.icon()));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setUserData(page);
        choice.setToggleGroup(group);
        return choice;
    }

    private void showChosen() {
        boolean shown = root.isVisible();
        if (shown) {
            loaded.computeIfAbsent(chosen.get(), this::load);
        }
        loaded.forEach((page, pane) -> pane.setVisible(shown && page == chosen.get()));
        wand.listen(shown && chosen.get() == SetupPage.WAND);
    }

    private Parent load(SetupPage page) {
        Parent pane = loader.apply(page);
        pages.getChildren().add(pane);
        return pane;
    }
}
