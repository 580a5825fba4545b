package org.lanyard.desk.setup;

import java.time.format.DateTimeFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.desk.Workplace;
import org.lanyard.hub.Conflict;
import org.lanyard.hub.HubAdministration;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.hub.server.HubServer;
import org.lanyard.hub.server.OwnHub;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The venue's hub: being it, joining it, and what an organizer does there. On the FX thread. */
public final class VenueModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VenueModel.class);

    private final Workplace workplace;
    private final Roster roster;
    private final OwnHub ownHub;
    private final Joining joining;
    private final HubAdministration hub;
    private final PreparationFile preparation;
    private final RoleTasks tasks;
    private final ReadOnlyStringWrapper scanned = new ReadOnlyStringWrapper("");

    VenueModel(Workplace workplace, Roster roster, OwnHub ownHub, Joining joining, HubAdministration hub,
            PreparationFile preparation, RoleTasks tasks) {
        this.workplace = workplace;
        this.roster = roster;
        this.ownHub = ownHub;
        this.joining = joining;
        this.hub = hub;
        this.preparation = preparation;
        this.tasks = tasks;
        tasks.read(() -> {
            ownHub.resume();
            return true;
        }, _ -> {}, why -> LOG.warn("the hub of this laptop does not run: {}", why));
    }

    ReadOnlyStringProperty scannedProperty() {
        return scanned.getReadOnlyProperty();
    }

    boolean takes(String text) {
        boolean code = JoinCode.read(text).isPresent();
        if (code) {
            scanned.set("");
            scanned.set(text);
        }
        return code;
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(workplace.conference().zone()));
    }

    /**
     * @param address of the hub; empty where none was joined
     * @param own     this station's instance
     * @param code    to be shown to an administrator where this laptop is the hub
     */
    record Venue(Optional<String> address, UUID own, Optional<JoinCode> code, List<StationView> stations,
            List<Hub.Owned> owned, List<Beyond> conflicts, List<Sentence> notices) {}

    /** @param item name of the add-on, or its slug where it is not here */
    record Beyond(Conflict conflict, String person, String item) {}

    void look(Consumer<Venue> shown, Consumer<String> failed) {
        Conference conference = workplace.conference();
        boolean mayInvite = workplace.may(Role.ADMINISTRATOR);
        tasks.read(() -> {
            Optional<String> address = hub.address();
            UUID own = workplace.station().hub().instance();
            Optional<JoinCode> code = mayInvite && ownHub.running() ? Optional.of(ownHub.code()) : Optional.empty();
            return address.isEmpty() ? new Venue(address, own, code, List.of(), List.of(), List.of(), List.of())
                    : new Venue(address, own, code, hub.stations(), hub.owned(slug(conference)),
                            beyond(conference, hub.conflicts()),
                            workplace.station().hub().known().notices());
        }, shown, failed);
    }

    private List<Beyond> beyond(Conference conference, List<Conflict> conflicts) {
        Map<String, String> names = conflicts.isEmpty() ? Map.of() : roster.products(conference).stream()
                .filter(product -> product.kind() == Product.Kind.ADDON)
                .collect(Collectors.toMap(Product::slug, Product::name));
        return conflicts.stream().map(conflict -> new Beyond(conflict,
                roster.find(conference, Reading.of(conflict.code())).map(Person::name).orElse("?"),
                names.getOrDefault(conflict.item(), conflict.item()))).toList();
    }

    private String slug() {
        return slug(workplace.conference());
    }

    private static String slug(Conference conference) {
        return conference.slug().toLowerCase(Locale.ROOT);
    }

    void addons(Consumer<List<Product>> shown) {
        var conference = workplace.conference();
        tasks.read(() -> roster.products(conference).stream().filter(each -> each.kind() == Product.Kind.ADDON).toList(),
                shown, _ -> {});
    }

    // As an administrator: what the hub keeps for stations that join sets roles, too.
    void join(String code, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> {
            joining.byCode(code);
            return hub.preparation().map(preparation::apply);
        }, prepared -> {
            prepared.ifPresent(workplace::at);
            done.run();
        }, failed);
    }

    void joinServer(String url, String password, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> joining.byUrl(url, password), _ -> done.run(), failed);
    }

    void beHub(Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.ADMINISTRATOR, () -> {
            ownHub.choose(HubServer.PORT);
            keepPreparation(conference);
        }, done, failed);
    }

    void prepare(Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.ADMINISTRATOR, () -> keepPreparation(conference), done, failed);
    }

    private void keepPreparation(Conference conference) {
        hub.prepare(workplace.station().hub().instance(), slug(conference),
                preparation.bytes(conference));
    }

    void giveUp(Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, ownHub::giveUp, done, failed);
    }

    void returnAll(Consumer<Boolean> done, Consumer<String> failed) {
        tasks.run(Role.LEAD, () -> workplace.station().hub().returnAll().nothingLeft(), done, failed);
    }

    void leave(Runnable done, Consumer<String> failed) {
        tasks.run(Role.LEAD, joining::leave, done, failed);
    }

    void test(Consumer<Duration> done, Consumer<String> failed) {
        tasks.run(Role.VOLUNTEER, hub::test, done, failed);
    }

    void share(Product addon, List<String> stations, Runnable done, Consumer<String> failed) {
        String conference = slug();
        tasks.run(Role.LEAD, () -> hub.share(conference, addon.slug(), stations), done, failed);
    }

    void keep(Product addon, Runnable done, Consumer<String> failed) {
        String conference = slug();
        tasks.run(Role.LEAD, () -> hub.keep(conference, addon.slug()), done, failed);
    }

    void takeOver(StationView lost, String reason, Runnable done, Consumer<String> failed) {
        String by = Optional.ofNullable(workplace.post().staff()).map(member -> member.name()).orElse("");
        tasks.run(Role.LEAD, () -> hub.takeOver(lost, by, reason), done, failed);
    }

    // Only at the hub itself, where the station's role can be closed.
    void shutOut(StationView station, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> ownHub.shutOut(station.station()), done, failed);
    }

    /** Returns at once: the station, which ends after its window, waits until the server has stopped. */
    @Override
    public void close() {
        workplace.station().background().execute(() -> {
            hub.close();
            ownHub.close();
        });
    }
}
