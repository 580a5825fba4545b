package org.lanyard.desk.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.Topic;
import org.lanyard.desk.shell.ShellModel.Health;
import org.lanyard.hub.VenueStation;
import org.lanyard.hub.VenueStatus;
import org.lanyard.hub.protocol.StationView;

/** The part of the top bar that tells of the venue's hub; empty where none was joined. On the FX thread. */
final class VenueHealth {

    static final Health NONE = new Health("", "", Topic.VENUE);

    private final VenueStation hub;
    private final Words words;
    private final Background background;
    private final Supplier<ZoneId> zone;
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(NONE);
    private boolean asking;
    private boolean keeps;

    VenueHealth(VenueStation hub, Words words, Background background, Supplier<ZoneId> zone) {
        this.hub = hub;
        this.words = words;
        this.background = background;
        this.zone = zone;
    }

    ReadOnlyObjectProperty<Health> property() {
        return health.getReadOnlyProperty();
    }

    boolean keeps() {
        return keeps;
    }

    /** Once a second; reads this station's own file and waits for no hub. */
    void tick() {
        if (!asking) {
            asking = true;
            background.run(hub::known, status -> {
                asking = false;
                keeps = status.keeps();
                health.set(of(status));
            }, _ -> asking = false);
        }
    }

    private Health of(VenueStatus status) {
        return switch (status.state()) {
            case NONE -> NONE;
            case LIVE -> live(status);
            case SENDING ->
                    new Health("waiting", words.say("venue.sending", status.toSend() + status.inDoubt()), Topic.VENUE);
            case ALONE -> new Health("offline", words.say("venue.alone",
                    DateTimeFormatter.ofPattern("HH:mm").format(status.since().orElse(Instant.EPOCH).atZone(zone.get()))),
                    Topic.VENUE);
        };
    }

    private Health live(VenueStatus status) {
        if (!status.notices().isEmpty()) {
            return new Health("waiting", words.say("venue.notice"), Topic.VENUE);
        }
        long stations = status.stations().stream().filter(station -> !station.shutOut()).map(StationView::name).distinct()
                .count();
        return new Health("live", stations == 1 ? words.say("venue.live.one") : words.say("venue.live", stations),
                Topic.VENUE);
    }
}
