package org.lanyard.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.StationFault;

/**
 * The hub that this station has joined, and who it is there: its instance is kept outside of the database, so that a database
 * from a backup is not the station that it was.
 */
final class HubLink implements AutoCloseable {

    private final KeptLogin kept;
    private final Path file;
    private final Supplier<UUID> ids;
    private Optional<HubLogin> login = Optional.empty();
    private Optional<PostgresHub> hub = Optional.empty();

    HubLink(Path dataFolder, Supplier<UUID> ids) {
        this.kept = new KeptLogin(dataFolder);
        this.file = dataFolder.resolve("lanyard-hub.instance");
        this.ids = ids;
    }

    boolean joined() {
        return kept.joined();
    }

    /** Empty where no hub was joined; connects when it is first asked something. */
    synchronized Optional<PostgresHub> hub() {
        Optional<HubLogin> now = kept.load();
        if (!now.equals(login)) {
            close();
            login = now;
            hub = now.map(PostgresHub::new);
        }
        return hub;
    }

    synchronized UUID instance() {
        try {
            return Files.exists(file) ? UUID.fromString(Files.readString(file).strip()) : newInstance();
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.file-unusable", file);
        }
    }

    /** A copy is another station: it owns nothing. */
    synchronized UUID newInstance() {
        UUID made = ids.get();
        PrivateFile.write(file, out -> out.write(made.toString().getBytes(StandardCharsets.US_ASCII)));
        return made;
    }

    @Override
    public synchronized void close() {
        hub.ifPresent(PostgresHub::close);
        hub = Optional.empty();
        login = Optional.empty();
    }
}
