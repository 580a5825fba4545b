package org.lanyard.desk.scan;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import org.lanyard.desk.Background;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.sound.Sounds;
import org.lanyard.desk.wand.BareKeys;
import org.lanyard.reader.Pictures;
import org.lanyard.roster.Person;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

/**
 * The scan screen without its widgets. One {@link Card} at a time, replaced as a whole, so that nothing of one person
 * ever stands under another's name. On the FX thread.
 */
public final class ScanModel {

    private final ScanServices services;
    private final Workplace workplace;
    private final Words words;
    private final Background background;
    private final Sounds sounds;
    private final GroupModel groupModel;
    private final LastScans last;
    private final CardState state;
    private final ReadOnlyObjectWrapper<Card> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Item>> armed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper sameBadge = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wandSeen = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper confirming = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper findingItem = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper slowRun = new ReadOnlyBooleanWrapper();

    public ScanModel(ScanServices services, Workplace workplace, Words words, Background background, Sounds sounds,
            DeskClock clock, ObservableBooleanValue scansArrive) {
        this.services = services;
        this.workplace = workplace;
        this.background = background;
        this.sounds = sounds;
        this.words = words;
        groupModel = new GroupModel(services, workplace);
        last = new LastScans(services.journal(), background, words);
        state = new CardState(clock, scansArrive, this::waitedTooLong);
        showIdle();
        last.load(workplace.post(), _ -> {});
    }

    /** A code arrived; the verdict is shown when it is durable, in the order of arrival. */
    public void scanned(String text, Source source) {
        scanned(services.scan(text, source));
    }

    public Scan scan(String text, Source source) {
        return services.scan(text, source);
    }

    public void scanned(Scan scan) {
        wandSeen.set(wandSeen.get() || scan.source() == Source.WAND);
        answer(services.gate().decide(workplace.post(), scan));
    }

    public void scanned(Person person) {
        answer(services.gate().decide(workplace.post(), services.scan(person.accessCode(), Source.SEARCH),
                person.attendee()));
    }

    /** Made on the FX thread, used in the background: looks up whose codes were found in a picture. */
    Function<Pictures.Found, PictureChoice> choice() {
        Conference conference = workplace.conference();
        return found -> PictureChoice.of(found, text -> services.roster().find(conference, Reading.of(text)));
    }

    void pictured(String text) {
        scanned(text, Source.PICTURE);
    }

    void unread(String why) {
        show(Card.notice(words.say("picture.none"), why, words));
    }

    public void notTaken(String title, String why) {
        sendAwayWaiting();
        show(Card.notice(title, why, words));
        sounds.play(Verdict.Kind.STOP);
    }

    public void tooSlow(String title, String why) {
        notTaken(title, why);
        slowRun.set(true);
    }

    /** Shows a person found by search; nothing is recorded until {@link #checkIn}. */
    public void look(Person person) {
        Card before = card();
        Conference conference = workplace.conference();
        background.run(() -> services.gate().dossier(conference, person), dossier -> {
            if (card() == before) {
                sendAwayWaiting();
                show(Card.of(dossier, words));
            }
        }, _ -> {});
    }

    public void checkIn(Card whom) {
        if (whom == card() && whom.lookedUp()) {
            Scan scan = services.scan(whom.code(), Source.SEARCH);
            whom.attendee().ifPresent(attendee -> answer(services.gate().decide(workplace.post(), scan, attendee)));
        }
    }

    void choose(Card shown, Attendee attendee) {
        if (shown == card()) {
            answer(services.gate().decide(workplace.post(), services.scan(attendee.accessCode(), Source.SEARCH), attendee));
        }
    }

    void checkInPicked(Card shown) {
        if (shown == card()) {
            groupModel.checkIn().ifPresent(deciding -> deciding.whenCompleteAsync(this::showGroup, Platform::runLater));
        }
    }

    private void showGroup(GroupDecision group, Throwable fault) {
        if (fault != null) {
            showFault(fault);
            return;
        }
        sendAwayWaiting();
        remember(GroupCard.of(group, words));
        sounds.play(group.anyRecorded() ? Verdict.Kind.GO : Verdict.Kind.ASK);
    }

    private void showFault(Throwable fault) {
        remember(Card.fault(fault, words));
        sounds.play(Verdict.Kind.STOP);
    }

    /** Hands out one unit to the person shown then, if that is still who is shown. */
    public void handOut(Card whom, Item item) {
        if (whom == card() && item.remaining() > 0) {
            Post post = workplace.post();
            Scan scan = services.scan(whom.code(), Source.SEARCH);
            findingItem.set(false);
            whom.attendee().ifPresent(attendee -> answer(services.gate().handOut(post, scan, attendee, item.item())));
        }
    }

    public void acknowledge(Card whom) {
        whom.decision().filter(_ -> whom == card() && whom.waiting()).ifPresent(decision -> whom.attendee().ifPresent(
                attendee -> answer(
                        services.gate().decide(workplace.post().in(decision.post().mode()), decision.scan().acknowledged(),
                                attendee))));
    }

    /** As {@link #acknowledge}, but a note that has waited asks first whether the person still stands here. */
    void acknowledgeByKey(Card whom) {
        if (state.oldProperty().get()) {
            confirming.set(true);
            state.stillHere();
        } else {
            acknowledge(whom);
        }
    }

    public void sendAway(Card whom) {
        if (whom == card() && whom.waiting()) {
            sendAwayWaiting();
            showIdle();
        }
    }

    private void waitedTooLong() {
        Card waited = card();
        sendAwayWaiting();
        last.replace(waited, waited.asSentAway(words));
        showIdle();
    }

    private void answer(CompletableFuture<Decision> deciding) {
        answer(deciding, _ -> {});
    }

    public void answer(CompletableFuture<Decision> deciding, Consumer<Card> shown) {
        deciding.whenCompleteAsync((decision, fault) -> {
            if (fault != null) {
                showFault(fault);
            } else {
                showDecision(decision);
            }
            shown.accept(card());
        }, Platform::runLater);
    }

    private void showDecision(Decision decision) {
        if (decision.verdict() instanceof Verdict.RepeatScan) {
            sameBadge.set(false);
            sameBadge.set(shows(decision));
            return;
        }
        boolean acknowledged = card().waiting()
                && card().decision().filter(shown -> shown.scan().id().equals(decision.scan().id())).isPresent();
        if (!acknowledged) {
            sendAwayWaiting();
        }
        Card answer = Card.of(decision, words);
        remember(answer);
        sounds.play(decision.verdict());
        if (decision.verdict() instanceof Verdict.UnknownCode(String code, var _)) {
            askServer(decision, code);
        }
    }

    private boolean shows(Decision repeated) {
        return card().decision().filter(shown -> shown.scan().text().strip().equals(repeated.scan().text().strip()))
                .isPresent();
    }

    // Nobody here has this code; the server may know its person's real reason, or that they have paid since.
    private void askServer(Decision unknown, String code) {
        Post post = unknown.post();
        background.run(() -> services.upstream().ask(post.conference(), code)
                ? services.roster().find(post.conference(), Reading.of(code)) : Optional.<Person>empty(),
                joined -> joined.filter(_ -> isShown(unknown)).ifPresent(person -> answer(services.gate().decide(post,
                        services.scan(code, unknown.scan().source()), person.attendee()))),
                _ -> {});
    }

    private boolean isShown(Decision decision) {
        return card().decision().filter(decision::equals).isPresent();
    }

    void confirmLookAlike(Card whom) {
        whom.lookAlike().filter(_ -> whom == card()).ifPresent(
                alike -> answer(services.gate().decide(workplace.post(), services.scan(alike.accessCode(), Source.TYPED))));
    }

    void lookAgain(Card before) {
        if (before.aboutSomebody()) {
            Post post = workplace.post();
            background.run(() -> services.roster().find(post.conference(), Reading.of(before.code())),
                    found -> found.ifPresent(this::look), _ -> {});
        }
    }

    void voided(Card voided) {
        Card now = voided.asVoided(words);
        boolean shown = card() == voided;
        boolean samePerson = card().aboutSomebody() && card().code().equals(voided.code());
        last.replace(voided, now);
        if (shown) {
            show(now);
        }
        if (samePerson) {
            lookAgain(voided);
        }
    }

    private void sendAwayWaiting() {
        if (card().waiting()) {
            card().decision().ifPresent(services.gate()::sentAway);
        }
    }

    private void remember(Card next) {
        show(next);
        last.add(next);
    }

    private void show(Card next) {
        sameBadge.set(false);
        slowRun.set(false);
        confirming.set(false);
        findingItem.set(false);
        armed.set(Optional.empty());
        groupModel.begin(next);
        card.set(next);
        state.begin(next);
    }

    private void showIdle() {
        Card idle = Card.idle(words.say("scan.idle.hint"), words);
        show(idle);
        Post post = workplace.post();
        background.run(() -> services.statistics().of(post.conference()), figures -> {
            if (card() == idle) {
                show(Card.idle(LastScans.soFar(figures, post, words), words));
            }
        }, _ -> {});
    }

    public BareKeys bareKeys(BooleanSupplier here) {
        return new CardKeys(this, here);
    }

    void arm(Optional<Item> item) {
        armed.set(item);
    }

    void findItem() {
        findingItem.set(true);
    }

    void stopFindingItem() {
        findingItem.set(false);
    }

    public Card card() {
        return card.get();
    }

    CardState state() {
        return state;
    }

    public ReadOnlyObjectProperty<Card> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** True where keys and eyes must not take the card for the person who stands here. */
    public ObservableBooleanValue neutralProperty() {
        return state.neutralProperty();
    }

    ReadOnlyObjectProperty<Optional<Item>> armedProperty() {
        return armed.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty confirmingProperty() {
        return confirming.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty slowRunProperty() {
        return slowRun.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty findingItemProperty() {
        return findingItem.getReadOnlyProperty();
    }

    /** Set anew by every repeat of the scan that is shown. */
    public ReadOnlyBooleanProperty sameBadgeProperty() {
        return sameBadge.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty wandSeenProperty() {
        return wandSeen.getReadOnlyProperty();
    }

    ObservableList<Card> lastScans() {
        return last.cards();
    }

    GroupModel groupModel() {
        return groupModel;
    }

    boolean checksIn() {
        return groupModel.checksIn();
    }
}
