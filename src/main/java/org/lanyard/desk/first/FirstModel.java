package org.lanyard.desk.first;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.setup.RosterModel;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.venue.Venue;

/** The three steps of the first run. On the FX thread. */
public final class FirstModel {

    private final Workplace workplace;
    private final RosterModel roster;
    private final Venue venue;
    private final Background background;
    private final Runnable done;

    public FirstModel(Workplace workplace, RosterModel roster, Venue venue, Background background, Runnable done) {
        this.workplace = workplace;
        this.roster = roster;
        this.venue = venue;
        this.background = background;
        this.done = done;
    }

    Post post() {
        return workplace.post();
    }

    RosterModel roster() {
        return roster;
    }

    ReadOnlyObjectProperty<Post> postProperty() {
        return workplace.postProperty();
    }

    void finish(String station, boolean handsOut, Consumer<String> failed) {
        background.run(() -> venue.station(station), id -> {
            roster.preferNewConference(false);
            workplace.standAt(id, station);
            workplace.doing(handsOut ? new Mode.Choose() : new Mode.CheckIn());
            done.run();
        }, failed);
    }
}
