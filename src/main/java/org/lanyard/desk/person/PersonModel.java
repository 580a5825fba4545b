package org.lanyard.desk.person;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyCode;
import org.lanyard.badge.job.PrintState;
import org.lanyard.desk.Background;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.NextScan;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.scan.Card;
import org.lanyard.desk.scan.ScanModel;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.wand.BareKeys;
import org.lanyard.desk.wand.PageKeys;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;

/** The page of one person without its widgets. It shows whoever was asked for until it is left. On the FX thread. */
public final class PersonModel {

    private static final int LONGEST_HISTORY = 200;
    private static final int MOST_REASONS = 5;
    private static final int MOST_FOUND = 8;

    private final PersonServices services;
    private final Workplace workplace;
    private final Background background;
    private final ScanModel scan;
    private final Ways ways;
    private final ReadOnlyObjectWrapper<Optional<PersonPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Face>> verdict = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final NextScan nextScan;
    private Map<KeyCode, Runnable> keys = Map.of();
    private long asked;

    public interface Ways {

        void enter();

        void back();

        void toScan();
    }

    public PersonModel(PersonServices services, Workplace workplace, Background background, ScanModel scan,
            DeskClock clock, Ways ways) {
        this.services = services;
        this.workplace = workplace;
        this.background = background;
        this.scan = scan;
        this.nextScan = new NextScan(clock);
        this.ways = ways;
        workplace.postProperty().addListener((_, before, now) -> {
            if (before.conference().id() != now.conference().id()) {
                page.set(Optional.empty());
                ways.back();
            } else {
                reload();
            }
        });
    }

    public void open(String code) {
        verdict.set(Optional.empty());
        page.set(Optional.empty());
        stopListening();
        read(code, ways::enter);
    }

    void reload() {
        page.get().ifPresent(shown -> read(shown.person().accessCode(), () -> {}));
    }

    private void read(String code, Runnable then) {
        long question = ++asked;
        Post post = workplace.post();
        background.run(() -> services.roster().find(post.conference(), Reading.of(code)).map(person -> page(post, person)),
                found -> {
                    if (question == asked && found.isPresent()) {
                        problem.set("");
                        page.set(found);
                        then.run();
                    }
                }, problem::set);
    }

    private PersonPage page(Post post, Person person) {
        Post atEntry = post.in(new Mode.CheckIn());
        return new PersonPage(post, person, services.gate().dossier(post.conference(), person),
                Optional.ofNullable(services.gate().stopped(atEntry, List.of(person)).get(person.id())),
                services.gate().group(atEntry, scan.scan(person.accessCode(), Source.SEARCH), person.attendee()),
                services.roster().catalogue().of(post.conference()),
                services.journal().about(person.id(), LONGEST_HISTORY), services.clock().instant(),
                services.till().currency(post.conference()),
                services.corrections().recentReasons(post.conference(), MOST_REASONS),
                services.jobs().of(person).stream().filter(job -> job.state() != PrintState.CANCELLED)
                        .reduce((_, later) -> later));
    }

    void leave() {
        stopListening();
        ways.back();
    }

    void checkIn(PersonPage shown) {
        decide(shown, new Mode.CheckIn(), scanned -> scanned);
    }

    void checkOut(PersonPage shown) {
        decide(shown, new Mode.Exit(Optional.empty()), scanned -> scanned);
    }

    void admit(PersonPage shown, Product door) {
        decide(shown, new Mode.Door(door), scanned -> scanned);
    }

    void letThrough(PersonPage shown, String reason) {
        decide(shown, new Mode.CheckIn(), scanned -> scanned.overridden().withNote(reason));
    }

    private void decide(PersonPage shown, Mode mode, UnaryOperator<Scan> marked) {
        Scan scanned = marked.apply(scan.scan(shown.person().accessCode(), Source.SEARCH));
        show(shown, services.gate().decide(workplace.post().in(mode), scanned, shown.person().attendee()));
    }

    void handOut(PersonPage shown, Item item) {
        Scan scanned = scan.scan(shown.person().accessCode(), Source.SEARCH);
        show(shown, services.gate().handOut(workplace.post(), scanned, shown.person().attendee(), item.item()));
    }

    private void show(PersonPage shown, CompletableFuture<Decision> deciding) {
        scan.answer(deciding, card -> showAnswer(shown, card));
    }

    // A note waits for somebody on the scan screen, where it is acknowledged.
    private void showAnswer(PersonPage shown, Card card) {
        if (card.waiting()) {
            ways.toScan();
        } else if (isShown(shown)) {
            verdict.set(Optional.of(card.face()));
            reload();
        }
    }

    void showGroup(PersonPage shown) {
        shown.group().ifPresent(group -> {
            Scan scanned = scan.scan(group.order(), Source.SEARCH);
            scan.answer(CompletableFuture.completedFuture(new Decision(scanned, workplace.post(),
                    group, OptionalInt.empty(), List.of())), _ -> {});
            ways.toScan();
        });
    }

    void change(Consumer<Post> work, Runnable done, Consumer<String> failed) {
        Post by = workplace.post();
        background.run(workplace.allowed(Role.VOLUNTEER, () -> {
            work.accept(by);
            return true;
        }), _ -> {
            verdict.set(Optional.empty());
            done.run();
            reload();
        }, failed);
    }

    void find(PersonPage shown, String text, Consumer<List<Person>> found) {
        Conference conference = workplace.conference();
        background.run(() -> services.roster().search(conference, text, MOST_FOUND).stream()
                .filter(person -> person.id() != shown.person().id()).toList(), found, problem::set);
    }

    void listen(Consumer<String> taker) {
        nextScan.await(taker);
    }

    void stopListening() {
        nextScan.stop();
    }

    public boolean takes(String text) {
        return nextScan.takes(text);
    }

    PersonServices services() {
        return services;
    }

    boolean isShown(PersonPage shown) {
        return page.get().filter(now -> now.person().id() == shown.person().id()).isPresent();
    }

    void setKeys(Map<KeyCode, Runnable> acting) {
        keys = acting;
    }

    public BareKeys bareKeys(BooleanSupplier here) {
        return new PageKeys(here, () -> page.get().map(shown -> shown.person().id()),
                key -> Optional.ofNullable(keys.get(key)));
    }

    ReadOnlyObjectProperty<Optional<PersonPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Face>> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
