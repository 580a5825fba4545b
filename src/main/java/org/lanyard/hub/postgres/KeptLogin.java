package org.lanyard.hub.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.StationFault;

/**
 * The hub that this station has joined, in a file of its own beside the database: no backup and no preparation file takes
 * the password along. Only the user of this machine can read it.
 */
public final class KeptLogin {

    private static final String NAME = "lanyard-hub.login";

    private final Path file;

    public KeptLogin(Path dataFolder) {
        file = dataFolder.resolve(NAME);
    }

    public boolean joined() {
        return Files.exists(file);
    }

    public Optional<HubLogin> load() {
        if (!joined()) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
            return Optional.of(new HubLogin(HubAddress.of(kept.getProperty("hub", "")),
                    Optional.ofNullable(kept.getProperty("certificate")), kept.getProperty("password", "")));
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.file-unusable", file);
        }
    }

    public void save(HubLogin login) {
        Properties kept = new Properties();
        kept.setProperty("hub", login.address().url());
        login.fingerprint().ifPresent(pinned -> kept.setProperty("certificate", pinned));
        kept.setProperty("password", login.password());
        PrivateFile.write(file, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            kept.store(text, null);
            text.flush();
        });
    }

    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.file-unusable", file);
        }
    }
}
