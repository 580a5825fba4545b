package org.lanyard.roster.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanyard.roster.RosterArchive;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;

/** Keeps the last five rosters of each conference as JSON files in a folder. */
public final class KeptRosters implements RosterArchive {

    private static final int MOST = 5;
    private static final Pattern NAME = Pattern.compile("(.+)-([0-9]{1,15})\\.json");

    private final Path folder;
    private final InstantSource clock;

    public KeptRosters(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void keep(Conference conference, StatedRoster before) {
        try {
            Files.createDirectories(folder);
            long at = Math.max(clock.millis(),
                    kept(conference).stream().findFirst().map(Instant::toEpochMilli).orElse(0L) + 1);
            PrivateFile.write(file(conference, Instant.ofEpochMilli(at)), new StatedRosterFile(before)::json);
            for (Instant old : kept(conference).stream().skip(MOST).toList()) {
                Files.deleteIfExists(file(conference, old));
            }
        } catch (IOException | NotPossible noRoom) {
            throw new NotPossible(noRoom, "roster.not-kept", folder);
        }
    }

    @Override
    public List<Instant> kept(Conference conference) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches() && name.group(1).equalsIgnoreCase(conference.slug()))
                    .map(KeptRosters::time).sorted(Comparator.reverseOrder()).toList();
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "file.unreadable", folder);
        }
    }

    private static Instant time(Matcher name) {
        return Instant.ofEpochMilli(Long.parseLong(name.group(2)));
    }

    @Override
    public StatedRoster read(Conference conference, Instant at) {
        Path file = file(conference, at);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return JsonRoster.read(in, _ -> {});
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "file.unreadable", file);
        }
    }

    private Path file(Conference conference, Instant at) {
        return folder.resolve(conference.slug() + "-" + at.toEpochMilli() + ".json");
    }
}
