package org.lanyard.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.StationFault;

/**
 * The hub that this station has joined, and who it is there: its instance is kept outside of the database, with a mark of the
 * folder: a restored database and a copied folder are not the station that they were.
 */
final class HubLink implements AutoCloseable {

    private static final String INSTANCE = "lanyard-hub.instance";

    private final KeptLogin kept;
    private final Path folder;
    private final Path file;
    private final Supplier<UUID> ids;
    private Optional<HubLogin> login = Optional.empty();
    private Optional<PostgresHub> hub = Optional.empty();

    HubLink(Path dataFolder, Supplier<UUID> ids) {
        this.kept = new KeptLogin(dataFolder);
        this.folder = dataFolder;
        this.file = dataFolder.resolve(INSTANCE);
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
            List<String> known = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return known.size() == 2 && known.get(1).equals(folderMark()) ? UUID.fromString(known.getFirst())
                    : newInstance();
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.file-unusable", file);
        }
    }

    synchronized UUID newInstance() {
        UUID made = ids.get();
        PrivateFile.write(file, out -> out.write((made + "\n" + folderMark()).getBytes(StandardCharsets.US_ASCII)));
        return made;
    }

    static void forgetInstance(Path dataFolder) {
        try {
            Files.deleteIfExists(dataFolder.resolve(INSTANCE));
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.unwritable");
        }
    }

    // The same for as long as the folder exists, also when it is renamed; another in a copy of it.
    private String folderMark() throws IOException {
        boolean unix = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
        return String.valueOf(Files.getAttribute(folder, unix ? "unix:ino" : "creationTime"));
    }

    @Override
    public synchronized void close() {
        hub.ifPresent(PostgresHub::close);
        hub = Optional.empty();
        login = Optional.empty();
    }
}
