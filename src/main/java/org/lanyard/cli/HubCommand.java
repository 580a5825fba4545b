package org.lanyard.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubTables;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.HubFolder;
import org.lanyard.hub.server.HubServer;
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
        try {
            HubFolder folder = HubFolder.in(root.common.folder());
            HubServer server = HubServer.start(folder, new InetSocketAddress(InetAddress.getByName(address), port));
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
        System.out.println(HubFolder.in(root.common.folder()).invite().text());
        return 0;
    }

    @Command(name = "join", mixinStandardHelpOptions = true,
            description = "Joins a hub: by a code of \"hub invite\", or by the address of its database.")
    int join(@Parameters(paramLabel = "CODE|URL", arity = "1..*") List<String> where, @Mixin Password password) {
        Joining joining = new Joining(new KeptLogin(root.common.folder()));
        String text = String.join(" ", where);
        if (text.contains("://")) {
            joining.byUrl(text, password(password));
        } else {
            joining.byCode(text);
        }
        return 0;
    }

    private static String password(Password given) {
        return given.readIfAny().map(String::new).orElse("");
    }
}
