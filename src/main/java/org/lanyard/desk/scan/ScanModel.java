package org.lanyard.desk.scan;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
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
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.sound.Sounds;
import org.lanyard.gate.Dossier;
import org.lanyard.reader.Pictures;
import org.lanyard.roster.Person;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

/**
 * The scan screen without its widgets. One {@link Shown} at a time, replaced as a whole, so that nothing of one person
 * ever stands under another's name. On the FX thread.
 */
public final class ScanModel {

    private static final int LAST_SCANS = 8;

    private final Station station;
    private final Workplace workplace;
    private final Words words;
    private final Background background;
    private final Sounds sounds;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper sameBadge = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wandSeen = new ReadOnlyBooleanWrapper();
    private final ObservableList<Shown> last = FXCollections.observableArrayList();

    public ScanModel(Workplace workplace, Words words, Background background, Sounds sounds) {
        this.station = workplace.station();
        this.workplace = workplace;
        this.background = background;
        this.sounds = sounds;
        this.words = words;
        shown.set(idle());
    }

    /** A code arrived; the verdict is shown when it is durable, in the order of arrival. */
    public void scanned(String text, Source source) {
        wandSeen.set(wandSeen.get() || source == Source.WAND);
        answer(station.gate().decide(workplace.post(), newScan(text, source)));
    }

    /** A picture was looked at: every code in it is a scan; where there is none, that is said. */
    void pictured(Pictures.Found found) {
        found.codes().forEach(code -> scanned(code.text(), Source.PICTURE));
        if (found.codes().isEmpty()) {
            unread(found.fault() == null ? words.say("picture.none.hint") : words.say(found.fault()));
        }
    }

    void unread(String why) {
        show(Shown.notice(words.say("picture.none"), why), false);
    }

    /** Shows a person found by search; nothing is recorded until {@link #checkIn}. */
    public void look(Person person) {
        sendAwayWaiting();
        Dossier dossier = station.gate().dossier(workplace.conference(), person);
        show(Shown.of(dossier, words), false);
    }

    /** Checks in the person that was looked up. */
    public void checkIn(Shown whom) {
        if (whom == shown.get() && whom.lookedUp()) {
            Scan scan = newScan(whom.attendee().accessCode(), Source.SEARCH);
            answer(station.gate().decide(workplace.post(), scan, whom.attendee()));
        }
    }

    /** Hands out one unit to the person shown then, if that is still who is shown. */
    public void handOut(Shown whom, Item item) {
        if (whom == shown.get() && item.remaining() > 0) {
            Scan scan = newScan(whom.attendee().accessCode(), Source.SEARCH);
            answer(station.gate().handOut(workplace.post(), scan, whom.attendee(), item.item()));
        }
    }

    /** Acknowledges the attention note that is shown (R12). */
    public void acknowledge(Shown whom) {
        if (whom == shown.get() && whom.waiting()) {
            answer(station.gate().decide(workplace.post(), whom.decision().scan().acknowledged(), whom.attendee()));
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
                show(Shown.fault(fault, words), true);
                sounds.play(Verdict.Kind.STOP);
            } else {
                decided(decision);
            }
        }, Platform::runLater);
    }

    private void decided(Decision decision) {
        if (decision.verdict() instanceof Verdict.RepeatScan) {
            Decision before = shown.get().decision();
            boolean same = before != null && before.scan().text().strip().equals(decision.scan().text().strip());
            sameBadge.set(false);
            sameBadge.set(same);
            return;
        }
        boolean acknowledged = shown.get().waiting()
                && shown.get().decision().scan().id().equals(decision.scan().id());
        if (!acknowledged) {
            sendAwayWaiting();
        }
        show(Shown.of(decision, words), true);
        sounds.play(decision.verdict().kind());
        if (decision.verdict() instanceof Verdict.UnknownCode(String code, var _)) {
            askServer(decision, code);
        }
    }

    /** Nobody here has this code; the server may know its person's real reason, or that they have paid since. */
    private void askServer(Decision unknown, String code) {
        Post post = unknown.post();
        background.run(() -> station.upstream().ask(post.conference(), code)
                ? station.roster().find(post.conference(), Reading.of(code)) : Optional.<Person>empty(),
                joined -> joined.filter(_ -> isShown(unknown)).ifPresent(person -> answer(station.gate().decide(post,
                        newScan(code, unknown.scan().source()), person.attendee()))),
                _ -> {});
    }

    private boolean isShown(Decision decision) {
        return decision.equals(shown.get().decision());
    }

    /** The code that was typed looks like this person's, and somebody has said that it is theirs (R6). */
    void confirmLookAlike(Shown whom) {
        if (whom == shown.get() && whom.lookAlike() != null) {
            answer(station.gate().decide(workplace.post(), newScan(whom.lookAlike().accessCode(), Source.TYPED)));
        }
    }

    private Scan newScan(String text, Source source) {
        return new Scan(station.ids().get(), text, source, station.clock().instant());
    }

    /** Shows again who was shown before, as things are now. */
    void lookAgain(Shown before) {
        if (before.attendee() != null) {
            background.run(() -> station.roster().find(workplace.conference(), Reading.of(before.attendee().accessCode())),
                    found -> found.ifPresent(this::look), _ -> {});
        }
    }

    /** Something of what was recorded has been voided: what is shown of it must not stay. */
    void voided(Shown voided) {
        last.replaceAll(each -> each == voided ? each.asVoided(words) : each);
        if (shown.get() == voided) {
            show(voided.asVoided(words), false);
        }
        if (shown.get().attendee() != null && voided.attendee() != null
                && shown.get().attendee().id() == voided.attendee().id()) {
            lookAgain(voided);
        }
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
                default -> {}
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
        return workplace.post().mode() instanceof Mode.CheckIn;
    }

    void checkedInToday(IntConsumer told) {
        background.run(() -> station.statistics().of(workplace.conference()).today(), told::accept, _ -> {});
    }
}
