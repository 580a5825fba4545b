package org.lanyard.desk;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Settings;

/**
 * Station, mode and staff member of this window; every screen follows it. What is chosen here is there again
 * at the next start, but for who is signed in. On the FX thread.
 */
public final class Workplace {

    private final Station station;
    private final Optional<StaffMember> expected;
    private final ReadOnlyObjectWrapper<Post> post = new ReadOnlyObjectWrapper<>();

    public Workplace(Station station, Post start) {
        this.station = station;
        boolean signIn = station.settings().get(Settings.SIGN_IN);
        expected = Optional.ofNullable(start.staff()).filter(_ -> signIn);
        post.set(signIn ? start.by(null) : start);
    }

    /** The staff member whom the start named, where they still have to sign in with their PIN. */
    public Optional<StaffMember> expected() {
        return expected;
    }

    public Station station() {
        return station;
    }

    public Post post() {
        FxThread.check();
        return post.get();
    }

    public Conference conference() {
        return post().conference();
    }

    public ReadOnlyObjectProperty<Post> postProperty() {
        FxThread.check();
        return post.getReadOnlyProperty();
    }

    /**
     * Works as another station from now on.
     *
     * @param id as {@link org.lanyard.venue.Venue#station} gives it, in the background
     */
    public void standAt(long id, String name) {
        FxThread.check();
        station.settings().set(Settings.STATION, Optional.of(name.strip()));
        post.set(new Post(conference(), id, name.strip(), post().staff(), post().mode()));
    }

    public void doing(Mode mode) {
        FxThread.check();
        station.settings().set(Settings.MODE, mode.word());
        post.set(post().in(mode));
    }

    /** Takes up another conference, or this one with its settings as they are now; a door or an item stays behind. */
    public void at(Conference conference) {
        FxThread.check();
        boolean same = conference.id() == conference().id();
        station.settings().set(Settings.CONFERENCE, conference.slug());
        post.set(new Post(conference, post().stationId(), post().station(), post().staff(),
                same ? post().mode() : new Mode.CheckIn()));
    }

    public void signIn(@Nullable StaffMember member) {
        FxThread.check();
        post.set(post().by(member));
    }

    /** True where somebody is signed in who had to. */
    public boolean signedInByPin() {
        return post().staff() != null && station.settings().get(Settings.SIGN_IN);
    }

    public boolean needsSignIn() {
        return post().staff() == null && station.settings().get(Settings.SIGN_IN);
    }

    /** False for everything where somebody has to sign in first. */
    public boolean may(Role role) {
        return !needsSignIn() && post().allows(role);
    }

    public void demand(Role role) {
        FxThread.check();
        if (needsSignIn()) {
            throw new NotPossible("sign-in.first");
        }
        if (!may(role)) {
            throw new NotPossible(role == Role.ADMINISTRATOR ? "role.administrator" : "role.lead");
        }
    }

    public <T> Supplier<T> allowed(Role needed, Supplier<T> work) {
        try {
            demand(needed);
            return work;
        } catch (NotPossible refusal) {
            return () -> {
                throw refusal;
            };
        }
    }
}
