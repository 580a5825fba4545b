package org.lanyard.desk.shell;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.lanyard.Station;
import org.lanyard.desk.Words;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;

/** What is always on screen: where this is, who works here, the time, the station's health. On the FX thread. */
public final class ShellModel {

    /** Room below which a day of records may no longer fit, in bytes. */
    private static final long LITTLE_ROOM = 200L * 1024 * 1024;
    private static final String THEME = "theme";

    private final Station station;
    private final InstantSource clock;
    private final Post post;
    private final Words words;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.SCAN);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper health = new ReadOnlyStringWrapper();

    ShellModel(Station station, Post post, Words words) {
        this.station = station;
        this.clock = station.clock();
        this.post = post;
        this.words = words;
        theme.set(station.venue().setting(THEME).map(Theme::valueOf).orElse(Theme.LIGHT));
        tick();
    }

    /** The places of the rail. */
    public enum Screen { SCAN, SEARCH }

    public void show(Screen chosen) {
        screen.set(chosen);
    }

    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Turns light into dark and back; it stays so at the next start. */
    void switchTheme() {
        theme.set(theme.get().other());
        station.venue().set(THEME, theme.get().name());
    }

    /** Once a second. */
    void tick() {
        time.set(DateTimeFormatter.ofPattern("HH:mm", words.locale())
                .format(clock.instant().atZone(post.conference().zone())));
        health.set(words.say(littleRoom() ? "health.disk" : "health.local"));
    }

    private boolean littleRoom() {
        try {
            FileStore disk = Files.getFileStore(station.config().dataFolder());
            return disk.getUsableSpace() < LITTLE_ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }

    ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    ReadOnlyStringProperty healthProperty() {
        return health.getReadOnlyProperty();
    }

    String conference() {
        return post.conference().name();
    }

    String place() {
        return post.station();
    }

    /** Empty where nobody is signed in. */
    String staff() {
        return post.staff() == null ? "" : post.staff().name();
    }

    String mode() {
        return switch (post.mode()) {
            case Mode.CheckIn() -> words.say("mode.check-in");
            case Mode.Door(var product) -> words.say("mode.door", product.name());
            case Mode.Redeem(var addon) -> words.say("mode.redeem", addon.name());
            case Mode.Choose() -> words.say("mode.choose");
        };
    }

    boolean plainCheckIn() {
        return post.mode() instanceof Mode.CheckIn;
    }
}
