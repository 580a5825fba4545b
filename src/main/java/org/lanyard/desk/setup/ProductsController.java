package org.lanyard.desk.setup;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.roster.Terms;
import org.lanyard.scan.Product;
import org.lanyard.scan.ValidTime;
import org.lanyard.venue.Door;

public final class ProductsController extends PageController {

    private static final int CHANNEL = 255;

    private final ProductsModel model;

    @FXML private ListView<ProductsModel.Row> products;
    @FXML private VBox form;
    @FXML private TextField name;
    @FXML private ColorPicker colour;
    @FXML private VBox times;
    @FXML private VBox itemOnly;
    @FXML private TextField perDay;
    @FXML private CheckBox door;
    @FXML private TextField capacity;
    @FXML private CheckBox countExits;
    @FXML private CheckBox afterEntry;
    @FXML private TextField everybodyOut;
    @FXML private TextField currency;
    private final TimeRows rows;

    ProductsController(ProductsModel model, Words words) {
        super(words);
        this.model = model;
        this.rows = new TimeRows(words);
    }

    @Override
    void bind() {
        times.getChildren().setAll(rows);
        products.setCellFactory(_ -> new TextCell<>(this::line));
        products.getSelectionModel().selectedItemProperty().subscribe(this::show);
    }

    private String line(ProductsModel.Row row) {
        String valid =
                row.entry().valid().isEmpty() ? "" : "  ·  " + ValidTime.line(row.entry().valid()).replace("/", " – ");
        String limit = row.entry().perDay() == 0 ? "" : "  ·  " + words.say("products.a-day", row.entry().perDay());
        return ShownText.line(row.product().name()) + valid + limit + row.door().map(this::doorLine).orElse("");
    }

    private String doorLine(Door shown) {
        return "  ·  " + (shown.capacity() == null ? words.say("products.door")
                : words.say("products.door.of", shown.capacity()));
    }

    @Override
    void load() {
        int chosen = Math.max(0, products.getSelectionModel().getSelectedIndex());
        model.load(shown -> {
            products.getItems().setAll(shown.rows());
            products.getSelectionModel().select(chosen);
            show(shown.terms());
        }, status::fail);
    }

    private void show(Terms terms) {
        afterEntry.setSelected(terms.redeemAfterEntry());
        everybodyOut.setText(terms.everybodyOut().map(Object::toString).orElse(""));
        currency.setText(terms.currency().orElse(""));
    }

    private void show(ProductsModel.Row row) {
        form.setDisable(row == null);
        if (row == null) {
            return;
        }
        name.setText(row.product().name());
        colour.setValue(row.entry().colour().map(digits -> Color.web("#" + digits)).orElse(null));
        rows.show(row.entry().valid());
        boolean item = row.product().kind() == Product.Kind.ADDON;
        itemOnly.setVisible(item);
        itemOnly.setManaged(item);
        perDay.setText(row.entry().perDay() == 0 ? "" : String.valueOf(row.entry().perDay()));
        door.setSelected(row.door().isPresent());
        door.setDisable(row.door().isPresent());
        capacity.setText(row.door().map(Door::capacity).map(String::valueOf).orElse(""));
        countExits.setSelected(row.door().filter(Door::countExits).isPresent());
    }

    @FXML
    private void addTime() {
        rows.addToday(model.today());
    }

    @FXML
    private void save() {
        ProductsModel.Row row = products.getSelectionModel().getSelectedItem();
        model.save(row, new ProductsModel.Typed(name.getText(), Optional.ofNullable(colour.getValue())
                .map(ProductsController::digits), rows.typed(), perDay.getText(), door.isSelected(), capacity.getText(),
                countExits.isSelected()), () -> {
                    status.show(words.say("products.saved", ShownText.line(name.getText())));
                    load();
                }, status::fail);
    }

    private static String digits(Color chosen) {
        return String.format(Locale.ROOT, "%02X%02X%02X", channel(chosen.getRed()), channel(chosen.getGreen()),
                channel(chosen.getBlue()));
    }

    private static long channel(double share) {
        return Math.round(share * CHANNEL);
    }

    @FXML
    private void saveTerms() {
        model.saveTerms(afterEntry.isSelected(), everybodyOut.getText(), currency.getText(),
                this::saved, status::fail);
    }
}
