package org.lanyard.desk.boundstation;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.scan.ScanModel;
import org.lanyard.journal.Figures;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import org.lanyard.venue.Pins;

/** A door or a lunch queue without its widgets: the verdict, and how many so far. On the FX thread. */
public final class BoundStationModel {

    private final Workplace workplace;
    private final Station station;
    private final Words words;
    private final Background background;
    private final ScanModel scan;
    private final Status status;
    private final Runnable leave;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");

    public BoundStationModel(Workplace workplace, Words words, Background background, ScanModel scan, Status status,
            Runnable leave) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.words = words;
        this.background = background;
        this.scan = scan;
        this.status = status;
        this.leave = leave;
    }

    /** Clock and health, as the top bar of the desk shows them. */
    public record Status(ReadOnlyStringProperty time, ReadOnlyStringProperty health) {}

    ReadOnlyStringProperty timeProperty() {
        return status.time();
    }

    ReadOnlyStringProperty healthProperty() {
        return status.health();
    }

    String station() {
        return workplace.post().station();
    }

    ScanModel scan() {
        return scan;
    }

    /** Name of the product that this station is bound to. */
    String product() {
        return switch (workplace.post().mode()) {
            case Mode.Door(Product product) -> product.name();
            case Mode.Redeem(Product addon) -> addon.name();
            case Mode.Exit(var door) -> door.map(Product::name).orElse("");
            // @formatter:off
            case Mode.CheckIn _, Mode.Choose _ -> "";
            // @formatter:on
        };
    }

    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Counts anew how many are in, or how much was handed out. */
    void recount() {
        background.run(() -> station.statistics().of(workplace.conference()), figures -> count.set(counted(figures)),
                _ -> {});
    }

    private String counted(Figures figures) {
        return switch (workplace.post().mode()) {
            case Mode.Door(Product product) -> figures.doors().stream().filter(door -> isDoor(door.door(), product))
                    .findFirst().map(door -> door.capacity() == null ? words.say("whole.in", door.admitted())
                            : words.say("whole.in-of", door.admitted(), door.capacity()))
                    .orElse(words.say("whole.in", 0));
            case Mode.Redeem(Product addon) -> figures.items().stream().filter(item -> item.item().equals(addon.slug()))
                    .findFirst().map(item -> words.say("whole.handed-out", item.redeemed(), item.purchased())).orElse("");
            case Mode.Exit(var door) -> inside(figures, door);
            // @formatter:off
            case Mode.CheckIn _, Mode.Choose _ -> "";
            // @formatter:on
        };
    }

    private String inside(Figures figures, Optional<Product> door) {
        return words.say("whole.in", door.isEmpty() ? figures.inside() : figures.doors().stream()
                .filter(at -> isDoor(at.door(), door.get())).mapToInt(Figures.AtDoor::inside).findFirst().orElse(0));
    }

    private static boolean isDoor(String slug, Product product) {
        return slug.equals(product.slug()) || slug.equals(product.kind().prefix() + ":" + product.slug());
    }

    boolean needsPin() {
        return station.pins().isSet(new Pins.Owner.Kiosk());
    }

    /** @param answered told what became of the PIN; where it was right, the screen is left already */
    void leave(String pin, Consumer<Pins.Answer> answered) {
        background.run(() -> station.pins().check(new Pins.Owner.Kiosk(), pin), answer -> {
            answered.accept(answer);
            if (answer instanceof Pins.Answer.Right) {
                leave.run();
            }
        }, _ -> answered.accept(new Pins.Answer.Wrong()));
    }

    void leave() {
        leave.run();
    }
}
