package org.lanyard.desk.setup;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.BadgeUse;
import org.lanyard.desk.Choice;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.badge.BadgeQueue;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;

public final class BadgesController extends PageController {

    private static final double PIXELS_PER_MM = 96 / 25.4;
    private static final double AROUND = 24;
    private static final Duration TYPING_PAUSE = Duration.millis(300);

    private final BadgesModel model;
    private final BadgeQueue waiting;
    private final DoubleProperty paperWidth = new SimpleDoubleProperty();
    private final PauseTransition typing = new PauseTransition(TYPING_PAUSE);

    @FXML private Parent page;
    @FXML private ComboBox<BadgeSettings.When> when;
    @FXML private ComboBox<Role> reprintRole;
    @FXML private TextField pickUp;
    @FXML private ComboBox<Optional<Product>> ticket;
    @FXML private ComboBox<String> template;
    @FXML private ComboBox<Optional<String>> printer;
    @FXML private Button ownFile;
    @FXML private TextField person;
    @FXML private StackPane previewRoom;
    @FXML private ImageView preview;
    @FXML private Label caption;
    @FXML private Label warnings;
    @FXML private ListView<String> checked;
    private List<Control> choices = List.of();
    private String drawing = BuiltInTemplates.DEFAULT;
    private boolean showing;
    // Counts the previews that were asked for: only the last answer is shown.
    private long asked;

    BadgesController(BadgesModel model, BadgeQueue waiting, Words words) {
        super(words);
        this.model = model;
        this.waiting = waiting;
    }

    @Override
    void bind() {
        choices = List.of(template, printer, ownFile);
        Choice.said(when, each -> words.say("badges.when." + each));
        when.getItems().setAll(BadgeSettings.When.values());
        Choice.said(reprintRole, role -> words.say("role." + role.word()));
        reprintRole.getItems().setAll(Role.values());
        Choice.said(ticket, each -> each.map(product -> ShownText.line(product.name()))
                .orElseGet(() -> words.say("badges.every-ticket")));
        Choice.said(printer, each -> each.orElseGet(() -> words.say("badges.only-printer")));
        Choice.said(template, name -> name.startsWith("<") ? words.say("badges.own-drawing") : name);
        template.getItems().setAll(BuiltInTemplates.names());
        preview.fitWidthProperty().bind(Bindings.min(paperWidth, previewRoom.widthProperty().subtract(AROUND)));
        checked.setCellFactory(_ -> new TextCell<>(line -> line));
        when.setOnAction(_ -> unlessShowing(() -> apply(() -> model.setWhen(when.getValue()))));
        reprintRole.setOnAction(
                _ -> unlessShowing(() -> apply(() -> model.setReprintRole(reprintRole.getValue()))));
        ticket.setOnAction(_ -> unlessShowing(this::loadUse));
        template.setOnAction(_ -> unlessShowing(() -> use(template.getValue())));
        printer.setOnAction(_ -> unlessShowing(() -> use(drawing)));
        typing.setOnFinished(_ -> draw());
        person.textProperty().addListener((_, _, _) -> typing.playFromStart());
        page.visibleProperty().bind(waiting.openProperty().not());
    }

    @FXML
    private void openQueue() {
        waiting.open(() -> {});
    }

    private void unlessShowing(Runnable chosen) {
        if (!showing) {
            chosen.run();
        }
    }

    private void show(Runnable work) {
        showing = true;
        work.run();
        showing = false;
    }

    @Override
    void load() {
        show(() -> {
            when.setValue(model.when());
            reprintRole.setValue(model.reprintRole());
            pickUp.setText(model.pickUp());
        });
        model.load(choices -> {
            show(() -> {
                ticket.getItems().clear();
                ticket.getItems().add(Optional.empty());
                choices.tickets().forEach(each -> ticket.getItems().add(Optional.of(each)));
                printer.getItems().clear();
                printer.getItems().add(Optional.empty());
                choices.printers().forEach(each -> printer.getItems().add(Optional.of(each.name())));
                ticket.setValue(Optional.empty());
            });
            loadUse();
        }, status::fail);
    }

    private String slug() {
        return Optional.ofNullable(ticket.getValue()).flatMap(each -> each).map(Product::slug).orElse("");
    }

    // Nothing can be chosen before it is known what the ticket has now.
    private void loadUse() {
        String asked = slug();
        choices.forEach(choice -> choice.setDisable(true));
        model.loadUse(asked, use -> {
            if (!asked.equals(slug())) {
                return;
            }
            choices.forEach(choice -> choice.setDisable(false));
            show(() -> {
                drawing = use.template();
                template.setValue(use.template());
                printer.setValue(use.printer());
            });
            draw();
        }, status::fail);
    }

    private void use(String chosen) {
        drawing = chosen;
        model.setUse(new BadgeUse(slug(), chosen, Optional.ofNullable(printer.getValue()).flatMap(each -> each)),
                this::saved, why -> {
                    status.fail(why);
                    loadUse();
                });
        draw();
    }

    // Draws exactly what is printed, on the screen as large as on paper where there is room.
    private void draw() {
        long question = ++asked;
        model.preview(drawing, person.getText(), shown -> {
            if (question == asked) {
                show(shown);
            }
        }, why -> {
            if (question == asked) {
                preview.setImage(null);
                caption.setText("");
                warnings.setText(why);
            }
        });
    }

    private void show(BadgesModel.Preview shown) {
        preview.setImage(shown.image());
        paperWidth.set(shown.width() * PIXELS_PER_MM);
        caption.setText(words.say("badges.caption", ShownText.line(shown.who()), shown.width(), shown.height()));
        warnings.setText(String.join("\n", shown.warnings().stream().map(words::say).toList()));
    }

    @FXML
    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("SVG", "*.svg"));
        File file = chooser.showOpenDialog(window());
        if (file != null) {
            model.readTemplate(file.toPath(), svg -> {
                show(() -> template.setValue(svg));
                use(svg);
            }, status::fail);
        }
    }

    @FXML
    private void savePickUp() {
        apply(() -> model.setPickUp(pickUp.getText()));
    }

    @FXML
    private void check() {
        status.show(words.say("badges.checking"));
        model.check(this::found, words::say, status::fail);
    }

    private void found(BadgesModel.Checked found) {
        checked.getItems().setAll(found.lines());
        checked.setVisible(found.badges() > 0);
        String fits = found.badges() == 0 ? words.say("badges.all-fit") : words.say("badges.some", found.badges());
        status.show(found.more() ? words.say("badges.more", found.badges()) : fits);
    }
}
