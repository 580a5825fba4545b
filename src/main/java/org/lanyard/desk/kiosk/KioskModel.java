package org.lanyard.desk.kiosk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.lanyard.Station;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.sound.Sounds;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.verdict.Look;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.StaffMember;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.Pins;

/**
 * A kiosk without its widgets. It tells an attendee no more than they need: a first name and an initial, and for
 * everything but a yes the way to the desk. On the FX thread.
 */
public final class KioskModel {

    private final Workplace workplace;
    private final Station station;
    private final Words usual;
    private final Words words;
    private final Background background;
    private final Sounds sounds;
    private final Runnable leave;
    private final ReadOnlyObjectWrapper<KioskScreen> screen = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty leaving = new SimpleBooleanProperty();
    private final KioskBadges badges;
    private boolean outOfOrder;
    private boolean idle;
    // Counts what was shown: an answer about somebody before is late.
    private long shown;
    private Runnable lookAgain = () -> {};

    public KioskModel(Workplace workplace, Words usual, Background background, Sounds sounds, Runnable leave) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.usual = usual;
        this.words = new Words(usual.locale());
        this.background = background;
        this.sounds = sounds;
        this.leave = leave;
        this.badges = new KioskBadges(station.printing(), station.settings(), station.clock());
        usual.localeProperty().subscribe(_ -> idle());
    }

    ReadOnlyObjectProperty<KioskScreen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public BooleanProperty leavingProperty() {
        return leaving;
    }

    Words words() {
        return words;
    }

    public void scanned(String text, Source source) {
        leaving.set(false);
        if (outOfOrder) {
            sounds.play(Verdict.Kind.STOP);
            idle();
            return;
        }
        answer(station.gate().decide(workplace.post(), scan(text, source)));
    }

    private Scan scan(String text, Source source) {
        return new Scan(station.ids().get(), text, source, station.clock().instant());
    }

    private void answer(CompletableFuture<Decision> deciding) {
        deciding.whenCompleteAsync((decision, fault) -> {
            if (fault != null) {
                showFault();
            } else if (decision.verdict() instanceof Verdict.ChoosePeople order) {
                show(order);
            } else if (!(decision.verdict() instanceof Verdict.RepeatScan)) {
                show(decision);
            }
        }, Platform::runLater);
    }

    private void showFault() {
        show(Look.FAULT, "", words.say("kiosk.fault"), words.say("kiosk.desk"));
    }

    private void show(Verdict.ChoosePeople order) {
        Optional<KioskGroup> group = KioskGroup.of(order, workplace.post().mode() instanceof Mode.CheckIn);
        if (group.isPresent()) {
            sounds.play(Verdict.Kind.ASK);
            show(new KioskScreen(group.get().question(words), group));
        } else if (order.everybodyIn()) {
            sounds.play(Verdict.Kind.GO_AGAIN);
            show(KioskGroup.allIn(order, words));
        } else {
            sounds.play(Verdict.Kind.STOP);
            notTaken(Look.STOP);
        }
    }

    void checkIn(KioskGroup group) {
        List<Attendee> people = group.picked();
        if (screen.get().group().filter(group::equals).isEmpty() || people.isEmpty()) {
            return;
        }
        waitFor(group);
        station.gate().checkInAll(workplace.post(), scan(group.order(), Source.SEARCH), group.order(), people)
                .whenCompleteAsync((result, fault) -> {
                    if (fault != null) {
                        showFault();
                    } else {
                        show(result);
                    }
                }, Platform::runLater);
    }

    void choose(KioskGroup group, Attendee attendee) {
        if (screen.get().group().filter(group::equals).isPresent()) {
            waitFor(group);
            answer(station.gate().decide(workplace.post(), scan(attendee.accessCode(), Source.SEARCH), attendee));
        }
    }

    // Touched twice, it is done once.
    private void waitFor(KioskGroup group) {
        show(group.question(words));
    }

    private void show(GroupDecision result) {
        sounds.play(result.anyRecorded() ? Verdict.Kind.GO : Verdict.Kind.STOP);
        List<UUID> checkIns = result.people().stream().flatMap(person -> person.record().stream()).toList();
        if (checkIns.isEmpty()) {
            notTaken(Look.STOP);
        } else if (badges.mayPrint()) {
            welcome(checkIns, greeting -> KioskGroup.result(result, greeting, words), false);
        } else {
            show(KioskGroup.result(result, words.say("kiosk.welcome"), words));
        }
    }

    private void show(Decision decision) {
        Verdict verdict = decision.verdict();
        boolean welcome = verdict.kind() == Verdict.Kind.GO || verdict.kind() == Verdict.Kind.GO_AGAIN;
        if (verdict instanceof Verdict.NeedsAttention) {
            station.gate().sentAway(decision);
        }
        sounds.play(welcome || verdict.kind() == Verdict.Kind.UNREACHABLE ? verdict.kind() : Verdict.Kind.STOP);
        if (verdict instanceof Verdict.CheckedIn && badges.mayPrint()) {
            welcome(List.of(decision.scan().id()), greeting -> face(verdict, greeting), false);
        } else if (welcome) {
            show(face(verdict, verdict instanceof Verdict.Redeemed redeemed ? redeemed.item().description()
                    : words.say("kiosk.welcome")));
        } else {
            notTaken(Look.of(verdict.kind()));
        }
    }

    private Face face(Verdict verdict, String sentence) {
        return face(Look.of(verdict.kind()), words.verdicts().headline(verdict), discreet(verdict.about().orElseThrow()),
                sentence);
    }

    // Says where the badges are; and again while the card stands, since a printer's fault is known only when it prints.
    private void welcome(List<UUID> checkIns, Function<String, Face> saying, boolean again) {
        long question = ++shown;
        background.run(() -> badges.fetched(checkIns), fetched -> {
            if (question == shown) {
                Face face = saying.apply(greeting(fetched));
                if (!face.equals(screen.get().face()) || !again) {   // shown again it would stand for longer
                    show(face);
                }
                lookAgain = () -> welcome(checkIns, saying, true);
            }
        }, _ -> showFault());
    }

    private String greeting(KioskBadges.Fetched badge) {
        String place = station.settings().get(BadgeSettings.PICK_UP);
        return switch (badge) {
            case NONE -> words.say("kiosk.welcome");
            case AT_THE_DESK -> words.say("kiosk.badge-at-desk");
            case HERE -> place.isBlank() ? words.say("kiosk.badge") : words.say("kiosk.badge-at", place);
        };
    }

    void tick() {
        Conference conference = workplace.conference();
        lookAgain.run();
        background.run(() -> badges.outOfOrder(conference), broken -> {
            if (broken != outOfOrder) {
                outOfOrder = broken;
                if (idle) {
                    idle();
                }
            }
        }, _ -> {});
    }

    private void show(Look look, String headline, String title, String sentence) {
        show(face(look, headline, title, sentence));
    }

    private Face face(Look look, String headline, String title, String sentence) {
        return new Face(look, headline, title, sentence, words.verdicts().inOne(title, sentence));
    }

    private void show(Face face) {
        show(new KioskScreen(face, Optional.empty()));
    }

    private void show(KioskScreen next) {
        shown++;
        idle = false;
        lookAgain = () -> {};
        screen.set(next);
    }

    public void notTaken() {
        notTaken(Look.ASK);
    }

    private void notTaken(Look look) {
        show(look, "", words.say("kiosk.desk"), words.say("kiosk.desk.hint"));
    }

    /** The first name and an initial; of a single name all of it. */
    public static String discreet(Attendee attendee) {
        String[] names = attendee.name().strip().split("\\s+");
        if (attendee.name().isBlank()) {
            return "";
        }
        String last = names[names.length - 1];
        return names.length == 1 ? names[0] : names[0] + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
    }

    void idle() {
        speak(usual.locale());
    }

    void speak(Locale language) {
        words.speak(language);
        if (outOfOrder) {
            show(Look.FAULT, workplace.conference().name(), words.say("kiosk.fault"), words.say("kiosk.desk"));
        } else {
            show(Look.IDLE, workplace.conference().name(), words.say("kiosk.idle"), words.say("kiosk.idle.hint"));
        }
        idle = true;
    }

    void administrators(Consumer<List<StaffMember>> found) {
        background.run(() -> station.venue().staff().stream().filter(member -> member.role() == Role.ADMINISTRATOR)
                .filter(member -> station.pins().isSet(new Pins.Owner.Staff(member))).toList(), found,
                _ -> found.accept(List.of()));
    }

    // An administrator who left by their own PIN need not enter it twice.
    private void signIn(Pins.Owner owner) {
        if (workplace.needsSignIn() && owner instanceof Pins.Owner.Staff(StaffMember member)) {
            workplace.signIn(member);
        }
    }

    void leave(Pins.Owner owner, String pin, Consumer<Pins.Answer> answered) {
        background.run(() -> station.pins().check(owner, pin), answer -> {
            answered.accept(answer);
            if (answer instanceof Pins.Answer.Right) {
                leaving.set(false);
                leave.run();
                signIn(owner);
            }
        }, _ -> answered.accept(new Pins.Answer.Wrong()));
    }
}
