package org.lanyard.desk.scan;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyCode;
import org.lanyard.Station;
import org.lanyard.desk.WandFilter;
import org.lanyard.desk.Words;
import org.lanyard.gate.Dossier;
import org.lanyard.roster.Person;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;

/**
 * The scan screen without its widgets. One {@link Shown} at a time, replaced as a whole, so that nothing of one person
 * ever stands under another's name. On the FX thread.
 */
public final class ScanModel {

    private static final int LAST_SCANS = 8;

    private final Station station;
    private final Post post;
    private final Words words;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper sameBadge = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wandSeen = new ReadOnlyBooleanWrapper();
    private final ObservableList<Shown> last = FXCollections.observableArrayList();

    public ScanModel(Station station, Post post, Words words) {
        this.station = station;
        this.post = post;
        this.words = words;
        shown.set(idle());
    }

    /** A code arrived; the verdict is shown when it is durable, in the order of arrival. */
    public void scanned(String text, Source source) {
        wandSeen.set(wandSeen.get() || source == Source.WAND);
        Scan scan = new Scan(station.ids().get(), text, source, station.clock().instant());
        answer(station.gate().decide(post, scan));
    }

    /** Shows a person found by search; nothing is recorded until {@link #checkIn}. */
    public void look(Person person) {
        sendAwayWaiting();
        Dossier dossier = station.gate().dossier(post.conference(), person);
        show(Shown.of(dossier, words), false);
    }

    /** Checks in the person that was looked up. */
    public void checkIn(Shown whom) {
        if (whom == shown.get() && whom.lookedUp()) {
            Scan scan = new Scan(station.ids().get(), whom.attendee().accessCode(), Source.SEARCH,
                    station.clock().instant());
            answer(station.gate().decide(post, scan, whom.attendee()));
        }
    }

    /** Hands out one unit to the person shown then, if that is still who is shown. */
    public void handOut(Shown whom, Item item) {
        if (whom == shown.get() && item.remaining() > 0) {
            Scan scan = new Scan(station.ids().get(), whom.attendee().accessCode(), Source.SEARCH,
                    station.clock().instant());
            answer(station.gate().handOut(post, scan, whom.attendee(), item.item()));
        }
    }

    /** Acknowledges the attention note that is shown (R12). */
    public void acknowledge(Shown whom) {
        if (whom == shown.get() && whom.waiting()) {
            answer(station.gate().decide(post, whom.decision().scan().acknowledged(), whom.attendee()));
        }
    }

    /** Sends the person away whose attention note is shown. */
    public void sendAway(Shown whom) {
        if (whom == shown.get() && whom.waiting()) {
            sendAwayWaiting();
            show(idle(), false);
        }
    }

    private void answer(CompletableFuture<Decision> deciding) {
        deciding.whenCompleteAsync((decision, fault) -> {
            if (fault != null) {
                show(Shown.fault(StationFault.of(fault), words), true);
            } else {
                decided(decision);
            }
        }, Platform::runLater);
    }

    private void decided(Decision decision) {
        if (decision.verdict() instanceof Verdict.RepeatScan) {
            sameBadge.set(false);
            sameBadge.set(true);
            return;
        }
        boolean acknowledged = shown.get().waiting()
                && shown.get().decision().scan().id().equals(decision.scan().id());
        if (!acknowledged) {
            sendAwayWaiting();
        }
        show(Shown.of(decision, words), true);
    }

    private void sendAwayWaiting() {
        if (shown.get().waiting()) {
            station.gate().sentAway(shown.get().decision());
        }
    }

    private void show(Shown next, boolean remember) {
        sameBadge.set(false);
        shown.set(next);
        if (remember) {
            last.addFirst(next);
            if (last.size() > LAST_SCANS) {
                last.removeLast();
            }
        }
    }

    private Shown idle() {
        return Shown.idle(words);
    }

    /**
     * Keys that act on the person shown when they went down: 1 to 9, Enter, Space, Escape.
     *
     * @param here whether this screen is the one in front
     */
    public WandFilter.BareKeys bareKeys(BooleanSupplier here) {
        return new WandFilter.BareKeys() {
            @Override
            public Object shown() {
                return shown.get();
            }

            @Override
            public boolean pressed(KeyCode key, Object shownThen) {
                return here.getAsBoolean() && shownThen instanceof Shown whom && key(key, whom);
            }
        };
    }

    private boolean key(KeyCode key, Shown whom) {
        if (whom.waiting()) {
            switch (key) {
                case ENTER, SPACE -> acknowledge(whom);
                case ESCAPE -> sendAway(whom);
                default -> { }
            }
            return true;
        }
        int number = "123456789".indexOf(key.getChar().isEmpty() ? ' ' : key.getChar().charAt(0));
        if (key.isDigitKey() && number >= 0 && number < whom.items().size()) {
            handOut(whom, whom.items().get(number));
            return true;
        }
        return false;
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Set anew by every repeat of the scan that is shown. */
    public ReadOnlyBooleanProperty sameBadgeProperty() {
        return sameBadge.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty wandSeenProperty() {
        return wandSeen.getReadOnlyProperty();
    }

    /** What was shown before, latest first. */
    public List<Shown> last() {
        return last;
    }

    ObservableList<Shown> lastObservable() {
        return last;
    }

    /** Whether the person shown could be checked in by hand. */
    boolean checksIn() {
        return post.mode() instanceof Mode.CheckIn;
    }

    int checkedInToday() {
        return station.statistics().of(post.conference()).today();
    }
}
