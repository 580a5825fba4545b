package org.lanyard.desk.first;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.setup.ImportRequest;
import org.lanyard.desk.setup.RosterModel;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;

/** The three steps of a station that nobody has set up; each has a default that will do. On the FX thread. */
public final class FirstModel {

    private final Workplace workplace;
    private final RosterModel roster;
    private final Runnable done;

    public FirstModel(Workplace workplace, RosterModel roster, Runnable done) {
        this.workplace = workplace;
        this.roster = roster;
        this.done = done;
    }

    Post post() {
        return workplace.post();
    }

    List<Conference> conferences() {
        return workplace.station().roster().conferences();
    }

    void conference(Conference chosen) {
        workplace.at(chosen);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return roster.busyProperty();
    }

    /** @param conference slug for a file that names none; empty where it does */
    void load(Path file, String conference, Consumer<ImportReport> loaded, Consumer<String> failed) {
        roster.apply(new ImportRequest(file, conference, false, false, false), loaded, failed);
    }

    /** Begins to work: as this station, at check-in or handing out items. */
    void finish(String station, boolean handsOut) {
        workplace.standAt(station);
        workplace.doing(handsOut ? new Mode.Choose() : new Mode.CheckIn());
        done.run();
    }
}
