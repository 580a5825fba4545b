package org.lanyard.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanyard.Station;
import org.lanyard.desk.setup.PreparationFile;
import org.lanyard.hub.Conflict;
import org.lanyard.hub.HubAdministration;
import org.lanyard.hub.VenueStatus;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubTables;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.HubFolder;
import org.lanyard.hub.server.HubServer;
import org.lanyard.hub.server.OwnHub;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "hub", mixinStandardHelpOptions = true, description = "Several stations of one venue, one truth.")
final class HubCommand {

    private static final int HIGHEST_PORT = 65_535;

    @ParentCommand RootCommand root;

    @Command(name = "start", mixinStandardHelpOptions = true,
            description = "Makes this machine the hub, in the foreground, with a database server of its own.")
    int start(@Option(names = "--listen", paramLabel = "ADDR", defaultValue = "0.0.0.0",
            description = "the address for other stations (default: every address of this machine)") String address,
            @Option(names = "--port", paramLabel = "N", defaultValue = "" + HubServer.PORT,
                    description = "default: ${DEFAULT-VALUE}") int port)
            throws InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new WrongUsage("--port takes 0 to " + HIGHEST_PORT + ".");
        }
        root.common.station().close();
        try {
            HubFolder folder = HubFolder.in(root.common.folder());
            HubServer server = new OwnHub(root.common.folder(), new Joining(new KeptLogin(root.common.folder())))
                    .start(new InetSocketAddress(InetAddress.getByName(address), port));
            String addresses = folder.addresses().stream().map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            System.out.println("The hub listens at " + addresses + ", port " + folder.port()
                    + ". \"hub invite\" lets a station in. Ctrl+C stops the hub.");
            System.out.flush();
            server.runUntilTheProcessEnds();
            return 0;
        } catch (UnknownHostException unknown) {
            throw new WrongUsage("--listen takes an address of this machine.");
        }
    }

    @Command(name = "init", mixinStandardHelpOptions = true,
            description = "Makes the hub's tables in a database of an existing PostgreSQL server, 15 or newer.")
    int init(@Parameters(paramLabel = "URL", description = "postgresql://user@host:port/database") String url,
            @Mixin Password password) {
        HubTables.make(Joining.login(HubAddress.of(url), password(password)), UUID.randomUUID());
        return 0;
    }

    @Command(name = "invite", mixinStandardHelpOptions = true,
            description = "Prints a code that lets one station join this machine's hub, once.")
    int invite() {
        String code = HubFolder.in(root.common.folder()).invite().text();
        prepareFromHere();
        System.out.println(code);
        return 0;
    }

    @Command(name = "join", mixinStandardHelpOptions = true,
            description = "Joins a hub: by a code of \"hub invite\", or by the address of its database.")
    int join(@Parameters(paramLabel = "CODE|URL", arity = "1..*") List<String> where, @Mixin Password password) {
        try (Station station = root.common.station()) {
            Joining joining = new Joining(new KeptLogin(station.config().dataFolder()));
            String text = String.join(" ", where);
            if (text.contains("://")) {
                joining.byUrl(text, password(password));
            } else {
                joining.byCode(text);
            }
            try (HubAdministration hub = administration()) {
                hub.preparation().map(preparation(station)::apply).ifPresent(taken -> System.err
                        .println("Took over the roster, doors and staff of " + taken.slug() + "."));
            }
            return 0;
        }
    }

    @Command(name = "leave", mixinStandardHelpOptions = true, description = "Leaves the hub; what was sent stays there.")
    int leave() {
        new Joining(new KeptLogin(root.common.folder())).leave();
        return 0;
    }

    @Command(name = "share", mixinStandardHelpOptions = true,
            description = "Shares an add-on out among stations, which then go on alone with their part.")
    int share(@Parameters(paramLabel = "ADDON") String addon,
            @Option(names = "--stations", paramLabel = "A,B", split = ",", required = true) List<String> stations) {
        return withAddon(addon, (hub, conference, slug) -> hub.share(conference, slug, stations));
    }

    @Command(name = "keep", mixinStandardHelpOptions = true,
            description = "Lets nobody but the hub decide about an add-on: stations return their part.")
    int keep(@Parameters(paramLabel = "ADDON") String addon) {
        return withAddon(addon, HubAdministration::keep);
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description = "How this station and the others stand.")
    int status(@Option(names = "--json", description = "answer in JSON") boolean json) {
        try (Station station = root.common.station()) {
            VenueStatus status = station.hub().syncNow();
            System.out.println(json ? HubText.json(status) : HubText.of(status));
            if (!json && status.conflicts() > 0) {
                conflicts(station).forEach(System.out::println);
            }
            return 0;
        }
    }

    private List<String> conflicts(Station station) {
        try (HubAdministration hub = administration()) {
            return hub.conflicts().stream().map(conflict -> HubText.of(conflict, name(station, conflict))).toList();
        }
    }

    private static String name(Station station, Conflict conflict) {
        return station.roster().conferences().stream().filter(each -> each.slug().equalsIgnoreCase(conflict.conference()))
                .flatMap(each -> station.roster().find(each, Reading.of(conflict.code())).stream()).map(Person::name)
                .findFirst().orElse("?");
    }

    @Command(name = "sync", mixinStandardHelpOptions = true,
            description = "Sends and fetches until nothing more can be now; exit 0 when nothing is left to send or in doubt.")
    int sync() {
        try (Station station = root.common.station()) {
            return end(station.hub().syncNow());
        }
    }

    @Command(name = "return", mixinStandardHelpOptions = true,
            description = "Returns to the hub everything that this station owns.")
    int returnAll() {
        try (Station station = root.common.station()) {
            return end(station.hub().returnAll());
        }
    }

    private static int end(VenueStatus status) {
        if (status.state() == VenueStatus.State.NONE) {
            throw new NotPossible("hub.not-joined");
        }
        if (status.state() == VenueStatus.State.ALONE) {
            System.err.println(status.why());
        }
        System.out.println(HubText.of(status));
        return status.nothingLeft() ? 0 : 1;
    }

    @Command(name = "take-over", mixinStandardHelpOptions = true,
            description = "Takes what a lost station owns. Only if that machine is off and stays off.")
    int takeOver(@Parameters(paramLabel = "STATION") String name,
            @Option(names = "--reason", paramLabel = "TEXT", required = true) String reason,
            @Option(names = "--staff", paramLabel = "NAME") Optional<String> staff) {
        Names.check(staff, "--staff");
        try (Station station = root.common.station(); HubAdministration hub = administration()) {
            if (staff.map(station.venue()::staff).filter(member -> !member.role().atLeast(Role.LEAD)).isPresent()) {
                throw new NotPossible("role.lead");
            }
            hub.takeOver(hub.station(name), staff.orElse(""), reason);
            return 0;
        }
    }

    @FunctionalInterface
    private interface Act {

        void run(HubAdministration hub, String conference, String addon);
    }

    private int withAddon(String addon, Act act) {
        try (Station station = root.common.station(); HubAdministration hub = administration()) {
            Conference conference = root.common.conference(station);
            act.run(hub, conference.slug().toLowerCase(Locale.ROOT),
                    station.roster().product(conference, addon, Product.Kind.ADDON).slug());
            return 0;
        }
    }

    private void prepareFromHere() {
        try (Station station = root.common.station(); HubAdministration hub = administration()) {
            if (hub.address().isPresent() && station.roster().conferences().size() == 1) {
                Conference conference = station.roster().conferences().getFirst();
                hub.prepare(station.hub().instance(), conference.slug().toLowerCase(Locale.ROOT),
                        preparation(station).bytes(conference));
            }
        }
    }

    private static PreparationFile preparation(Station station) {
        return new PreparationFile(station.roster(), station.rosterFiles(), station.preparation(),
                station.preparedCorrections());
    }

    @Command(name = "prepare", mixinStandardHelpOptions = true,
            description = "Keeps roster, doors and staff at the hub, for the stations that join from now on.")
    int prepare() {
        try (Station station = root.common.station(); HubAdministration hub = administration()) {
            Conference conference = root.common.conference(station);
            hub.prepare(station.hub().instance(), conference.slug().toLowerCase(Locale.ROOT),
                    preparation(station).bytes(conference));
            return 0;
        }
    }

    private HubAdministration administration() {
        return new HubAdministration(new KeptLogin(root.common.folder()));
    }

    private static String password(Password given) {
        return given.readIfAny().map(String::new).orElse("");
    }
}
