package org.lanyard.desk.signin;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Folding;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Pins;

/** Signs staff in: picked from the list or by their own badge, confirmed by their PIN. On the FX thread. */
public final class SignInModel implements AutoCloseable {

    private final Workplace workplace;
    private final Station station;
    private final Background background;
    private final HeldScans held;
    private final Consumer<List<Scan>> signedIn;
    private final ObjectProperty<StaffMember> chosen = new SimpleObjectProperty<>();

    public SignInModel(Workplace workplace, Background background, DeskClock clock, Consumer<List<Scan>> signedIn) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.background = background;
        this.signedIn = signedIn;
        this.held = new HeldScans(clock, this::notDecided);
        workplace.expected().ifPresent(chosen::set);
    }

    List<StaffMember> staff() {
        return station.venue().staff();
    }

    ObjectProperty<StaffMember> chosenProperty() {
        return chosen;
    }

    String place() {
        return workplace.conference().name() + " · " + workplace.post().station();
    }

    /**
     * A badge picks the staff member who has its attendee's name; the PIN is asked for all the same. Any other scan waits
     * until somebody has signed in.
     */
    public void scanned(Scan scan) {
        held.hold(scan);
        Conference conference = workplace.conference();
        background.run(() -> station.roster().find(conference, Reading.of(scan.text()))
                .flatMap(person -> named(person.name())), found -> found.ifPresent(member -> {
                    held.forget(scan);
                    chosen.set(member);
                }), _ -> {});
    }

    private void notDecided(Scan scan) {
        station.gate().notDecided(workplace.post(), scan);
    }

    HeldScans held() {
        return held;
    }

    @Override
    public void close() {
        held.giveUpAll();
    }

    private Optional<StaffMember> named(String name) {
        return staff().stream().filter(member -> Folding.fold(member.name()).equals(Folding.fold(name))).findFirst();
    }

    void enter(String pin, Consumer<Pins.Answer> answered) {
        StaffMember member = chosen.get();
        background.run(() -> station.pins().check(new Pins.Owner.Staff(member), pin), answer -> {
            answered.accept(answer);
            if (answer instanceof Pins.Answer.Right) {
                chosen.set(null);
                workplace.signIn(member);
                signedIn.accept(held.release());
            }
        }, _ -> answered.accept(new Pins.Answer.Wrong()));
    }
}
