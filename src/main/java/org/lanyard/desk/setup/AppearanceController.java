package org.lanyard.desk.setup;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import org.lanyard.desk.Choice;
import org.lanyard.desk.Words;
import org.lanyard.desk.sound.Sounds;
import org.lanyard.scan.Verdict;

public final class AppearanceController {

    private static final Verdict.Kind[] SOUNDS = {Verdict.Kind.GO, Verdict.Kind.GO_AGAIN, Verdict.Kind.ASK,
            Verdict.Kind.UNREACHABLE, Verdict.Kind.STOP};

    private final Appearance appearance;
    private final Sounds sounds;
    private final Words words;

    @FXML private CheckBox dark;
    @FXML private ComboBox<Integer> size;
    @FXML private ComboBox<Locale> language;
    @FXML private Slider volume;
    @FXML private FlowPane tries;

    AppearanceController(Appearance appearance, Sounds sounds, Words words) {
        this.appearance = appearance;
        this.sounds = sounds;
        this.words = words;
    }

    @FXML
    private void initialize() {
        dark.setSelected(appearance.dark());
        dark.setOnAction(_ -> appearance.dark(dark.isSelected()));
        Choice.said(size, percent -> percent + " %");
        size.getItems().setAll(appearance.textSizes());
        size.setValue(appearance.textSize());
        size.setOnAction(_ -> appearance.textSize(size.getValue()));
        Choice.said(language, locale -> locale.getDisplayLanguage(locale));
        language.getItems().setAll(Words.LANGUAGES);
        language.setValue(Words.LANGUAGES.stream().filter(locale -> locale.getLanguage()
                .equals(words.locale().getLanguage())).findFirst().orElse(Words.LANGUAGES.getFirst()));
        language.setOnAction(_ -> appearance.language(language.getValue()));
        volume.setValue(sounds.volume());
        volume.valueProperty().addListener((_, _, now) -> sounds.volume(now.intValue()));
        for (Verdict.Kind kind : SOUNDS) {
            Button play = new Button(words.say("sound." + kind));
            play.setOnAction(_ -> sounds.play(kind));
            tries.getChildren().add(play);
        }
    }
}
