package org.lanyard.desk.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.help.Topic;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.upstream.Standing;
import org.lanyard.upstream.UpstreamStatus;
import org.lanyard.venue.Settings;
import org.lanyard.venue.TextSize;
import org.lanyard.venue.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that are always on screen: place, staff, time, the station's health. On the FX thread. */
public final class ShellModel {

    private static final Logger LOG = LoggerFactory.getLogger(ShellModel.class);

    private final Workplace workplace;
    private final Station station;
    private final InstantSource clock;
    private final Words words;
    private final Background background;
    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.SCAN);
    private final ReadOnlyBooleanWrapper person = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Frame> frame = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(new Health("local", "", Topic.OFFLINE));
    private final ReadOnlyStringWrapper healthText = new ReadOnlyStringWrapper("");
    private final MissingPassword missingPassword;
    private final VenueHealth venue;
    private boolean first;
    private boolean kiosk;
    private boolean asking;
    private final DeskClock deskClock;
    private final MachineHealth machine;
    private long lastActive;
    private @Nullable Kept kept;

    ShellModel(Workplace workplace, Words words, Background background, DeskClock deskClock, boolean first,
            boolean kiosk) {
        this.deskClock = deskClock;
        this.lastActive = deskClock.nanoTime();
        this.workplace = workplace;
        this.station = workplace.station();
        this.clock = station.clock();
        this.machine = new MachineHealth(station.config().dataFolder(), station.journal(), station.printing(), clock);
        this.words = words;
        this.background = background;
        this.missingPassword = new MissingPassword(station.upstream(), background);
        this.first = first;
        this.kiosk = kiosk;
        theme.set(station.settings().get(Settings.THEME));
        textSize.set(station.settings().get(Settings.TEXT_SIZE));
        venue = new VenueHealth(station.hub(), words, background, () -> post().conference().zone());
        health.subscribe(_ -> sayHealth());
        venue.property().subscribe(_ -> sayHealth());
        workplace.postProperty().subscribe(_ -> reframe());
        sayTime();
    }

    /**
     * @param look  name of the style: {@code local}, {@code live}, {@code waiting}, {@code offline}, {@code disk}
     * @param topic where the manual says what to do
     */
    record Health(String look, String text, Topic topic) {}

    // Minutes since 1970.
    private record Kept(long conference, long minute) {}

    public void show(Screen chosen) {
        person.set(false);
        screen.set(chosen);
    }

    void showPerson(boolean shown) {
        person.set(shown);
    }

    ReadOnlyBooleanProperty personProperty() {
        return person.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    Frame frame() {
        return frame.get();
    }

    private void sayHealth() {
        healthText.set(Stream.of(hidesLocal() ? "" : health.get().text(), venue.property().get().text())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")));
    }

    boolean hidesLocal() {
        return !venue.property().get().text().isEmpty() && health.get().look().equals("local");
    }

    boolean keepsItems() {
        return venue.keeps();
    }

    ReadOnlyObjectProperty<Health> venueProperty() {
        return venue.property();
    }

    ReadOnlyStringProperty healthTextProperty() {
        return healthText.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    private void reframe() {
        frame.set(wantedFrame());
    }

    private Frame wantedFrame() {
        if (kiosk) {
            return Frame.KIOSK;
        }
        if (first) {
            return Frame.FIRST;
        }
        if (workplace.needsSignIn()) {
            return Frame.SIGN_IN;
        }
        return bound(workplace.post().mode()) ? Frame.BOUND : Frame.DESK;
    }

    private static boolean bound(Mode mode) {
        return mode instanceof Mode.Door || mode instanceof Mode.Redeem || mode instanceof Mode.Exit;
    }

    public void setUp() {
        first = false;
        station.settings().set(Settings.SET_UP, true);
        screen.set(Screen.SCAN);
        reframe();
    }

    public void kiosk(boolean open) {
        kiosk = open;
        screen.set(Screen.SETUP);
        if (!open) {
            signOutWhoCameBefore();
        }
        reframe();
    }

    public void leaveBoundStation() {
        screen.set(Screen.SETUP);
        workplace.doing(new Mode.CheckIn());
        signOutWhoCameBefore();
    }

    // Whoever leaves a kiosk or a door need not be who began it, and has shown no PIN of a staff member.
    private void signOutWhoCameBefore() {
        if (workplace.signedInByPin()) {
            signOut();
        }
    }

    public void signedIn() {
        active();
        reframe();
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public void theme(Theme chosen) {
        theme.set(chosen);
        station.settings().set(Settings.THEME, chosen);
    }

    public Theme theme() {
        return theme.get();
    }

    ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    public void textSize(TextSize chosen) {
        textSize.set(chosen);
        station.settings().set(Settings.TEXT_SIZE, chosen);
    }

    public TextSize textSize() {
        return textSize.get();
    }

    public void language(Locale chosen) {
        station.settings().set(Settings.LANGUAGE, Optional.of(chosen));
        words.speak(chosen);
    }

    MissingPassword missingPassword() {
        return missingPassword;
    }

    private void sayTime() {
        time.set(DateTimeFormatter.ofPattern("HH:mm").format(clock.instant().atZone(post().conference().zone())));
    }

    /** Once a second, from the first painted frame on: what it has read in the background would hold that up. */
    void tick() {
        sayTime();
        keepAtHand(post().conference());
        venue.tick();
        if (!asking) {
            asking = true;
            Post asked = post();
            background.run(() -> machine.problem(asked.conference()), problem -> {
                if (problem.isEmpty()) {
                    background.run(() -> station.upstream().status(asked.conference()), this::healthy, _ -> asking = false);
                } else {
                    asking = false;
                    health.set(new Health(problem.get().look(), sentence(problem.get()), topic(problem.get())));
                }
            }, _ -> asking = false);
        }
        signOutWhenIdle();
    }

    private static Topic topic(MachineHealth.Problem problem) {
        return switch (problem.look()) {
            case "disk" -> Topic.FULL;
            case "clock" -> Topic.CLOCK;
            default -> Topic.PRINTER;
        };
    }

    private String sentence(MachineHealth.Problem problem) {
        String first = words.say(problem.key(), problem.arguments().stream()
                .map(each -> each instanceof Instant since ? words.time(since, post().conference()) : each).toArray());
        return problem.more() == 0 ? first : words.say("health.more", first, problem.more());
    }

    void active() {
        lastActive = deskClock.nanoTime();
    }

    // Nobody leaves their name to the next person; at doors and kiosks nobody is signed out.
    private void signOutWhenIdle() {
        int minutes = station.settings().get(Settings.SIGN_OUT_AFTER);
        boolean idle = deskClock.nanoTime() - lastActive >= Duration.ofMinutes(minutes).toNanos();
        if (minutes > 0 && idle && frame() == Frame.DESK && workplace.signedInByPin()) {
            signOut();
        }
    }

    // Nobody waits for the first scan, search or look at the dashboard. Once a minute: a roster that is changed more often
    // is not worth reading each time.
    private void keepAtHand(Conference conference) {
        Kept now = new Kept(conference.id(), Math.floorDiv(clock.millis(), Duration.ofMinutes(1).toMillis()));
        if (!now.equals(kept)) {
            kept = now;
            background.run(() -> {
                station.roster().keepAtHand(conference);
                return station.statistics().of(conference);
            }, _ -> {}, why -> LOG.debug("the roster is not at hand: {}", why));
        }
    }

    private void healthy(UpstreamStatus status) {
        asking = false;
        missingPassword.look(post().conference(), status);
        if (status.needsAttention() && status.standing() != Standing.LOCAL) {
            health.set(
                    new Health("attention", words.say(attention(status), status.twice(), status.undecided()), Topic.SERVER));
            return;
        }
        health.set(switch (status.standing()) {
            case LOCAL -> new Health("local", words.say("health.local"), Topic.OFFLINE);
            case LIVE -> new Health("live", words.say("health.live"), Topic.OFFLINE);
            case WAITING -> new Health("waiting", words.say("health.waiting", status.pending()), Topic.OFFLINE);
            case OFFLINE -> new Health("offline", words.say("health.offline", DateTimeFormatter.ofPattern("HH:mm")
                    .format(status.since().orElse(clock.instant()).atZone(post().conference().zone()))), Topic.OFFLINE);
            case SIGN_IN_NEEDED -> new Health("offline", words.say("health.sign-in"), Topic.SERVER);
        });
    }

    private static String attention(UpstreamStatus status) {
        if (status.twice() > 0) {
            return "health.twice";
        }
        return status.undecided() > 0 ? "health.undecided" : "health.not-applied";
    }

    ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Health> healthProperty() {
        return health.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Post> postProperty() {
        return workplace.postProperty();
    }

    Post post() {
        return workplace.post();
    }

    void signOut() {
        workplace.signIn(null);
    }

    String mode() {
        return words.mode(post().mode());
    }

    boolean plainCheckIn() {
        return post().mode() instanceof Mode.CheckIn;
    }
}
