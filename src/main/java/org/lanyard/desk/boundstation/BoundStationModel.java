package org.lanyard.desk.boundstation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.scan.ScanModel;
import org.lanyard.journal.Figures;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import org.lanyard.venue.Door;
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
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper leaving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Mode>> other = new ReadOnlyObjectWrapper<>(Optional.empty());
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
        other.subscribe(_ -> recount());
        workplace.postProperty().subscribe(_ -> begin());
    }

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

    private String title(Mode mode) {
        return switch (mode) {
            case Mode.Door(Product product) -> ShownText.line(product.name());
            case Mode.Redeem(Product addon) -> ShownText.line(addon.name());
            // @formatter:off
            case Mode.Exit _, Mode.CheckIn _, Mode.Choose _ -> words.mode(mode);
            // @formatter:on
        };
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    void begin() {
        Mode mode = workplace.post().mode();
        title.set(title(mode));
        leaving.set(mode instanceof Mode.Exit);
        other.set(Optional.empty());
        door(mode).ifPresent(product -> background.run(() -> station.venue().doors(List.of(product)), doors -> other.set(
                doors.stream().filter(Door::countExits).findFirst().map(_ -> other(mode, product))), _ -> {}));
    }

    private static Optional<Product> door(Mode mode) {
        return switch (mode) {
            case Mode.Door(Product product) -> Optional.of(product);
            case Mode.Exit(Optional<Product> door) -> door;
            // @formatter:off
            case Mode.Redeem _, Mode.CheckIn _, Mode.Choose _ -> Optional.empty();
            // @formatter:on
        };
    }

    private static Mode other(Mode mode, Product product) {
        return mode instanceof Mode.Exit ? new Mode.Door(product) : new Mode.Exit(Optional.of(product));
    }

    /** From in to out at a door whose exits count, and back. */
    void turn() {
        other.get().ifPresent(workplace::doing);
    }

    /** The mode that {@link #turn} leads to; empty where exits do not count. */
    ReadOnlyObjectProperty<Optional<Mode>> otherProperty() {
        return other.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty leavingProperty() {
        return leaving.getReadOnlyProperty();
    }

    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    void recount() {
        Conference conference = workplace.conference();
        background.run(() -> station.statistics().of(conference), figures -> count.set(counted(figures)), _ -> {});
    }

    private String counted(Figures figures) {
        return switch (workplace.post().mode()) {
            case Mode.Door(Product product) -> figures.doors().stream().filter(door -> isDoor(door.door(), product))
                    .findFirst().map(this::counted).orElse(words.say("whole.in", 0));
            case Mode.Redeem(Product addon) -> figures.items().stream().filter(item -> item.item().equals(addon.slug()))
                    .findFirst().map(item -> words.say("whole.handed-out", item.redeemed(), item.purchased())).orElse("");
            case Mode.Exit(var door) -> inside(figures, door);
            // @formatter:off
            case Mode.CheckIn _, Mode.Choose _ -> "";
            // @formatter:on
        };
    }

    // People inside where exits count, else people admitted.
    private String counted(Figures.AtDoor door) {
        int people = other.get().isPresent() ? door.inside() : door.admitted();
        return door.capacity() == null ? words.say("whole.in", people) : words.say("whole.in-of", people, door.capacity());
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
