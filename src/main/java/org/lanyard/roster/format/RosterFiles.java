package org.lanyard.roster.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.lanyard.roster.ForeignRosterForm;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.Roster;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;

/** Imports rosters from files. All methods may be called from any thread but the ledger's writer. */
public final class RosterFiles {

    private final Roster roster;
    private final JsonForms json;

    /** @param foreign JSON forms of other systems that are read as well */
    public RosterFiles(Roster roster, List<ForeignRosterForm> foreign) {
        this.roster = roster;
        this.json = new JsonForms(foreign);
    }

    /**
     * Imports a file, all or nothing.
     *
     * @param progress told the number of rows read so far; what it throws ends the import before anything is changed
     * @throws NotPossible when the file cannot be used at all, or too many attendees would vanish
     */
    public ImportReport importFile(Path file, ImportOptions options, LongConsumer progress) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return importStream(in, options, progress);
        } catch (NoSuchFileException missing) {
            throw new NotPossible(missing, "file.missing", file);
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "file.unreadable", file);
        }
    }

    /** {@link #importFile} from a stream, which is read to its end and not closed. */
    public ImportReport importStream(InputStream in, ImportOptions options, LongConsumer progress) throws IOException {
        return roster.apply(read(in, options, progress), options);
    }

    private StatedRoster read(InputStream in, ImportOptions options, LongConsumer progress) throws IOException {
        return options.format() == Format.CSV ? CsvRoster.read(in, options.renamed(), progress)
                : json.read(in, progress);
    }

    public static boolean isField(String name) {
        return CsvColumns.Field.of(name).isPresent();
    }

    /** Loads the demo conference that the program brings along. */
    public Conference loadDemo() {
        try (InputStream demo = RosterFiles.class.getResourceAsStream("/org/lanyard/demo/demo-conference.json")) {
            ImportReport report = importStream(demo, ImportOptions.of(Format.JSON, null), _ -> {});
            return roster.conference(report.conference());
        } catch (IOException lacking) {
            throw new IllegalStateException("the program lacks its own demo conference", lacking);
        }
    }

    /**
     * Writes a roster of made-up people; the same seed gives the same file.
     *
     * @throws IOException when it cannot be written
     */
    public static void writeSample(int attendees, long seed, Format format, OutputStream out) throws IOException {
        StatedRosterFile file = new StatedRosterFile(SampleRoster.make(attendees, seed));
        if (format == Format.CSV) {
            file.csv(out);
        } else {
            file.json(out);
        }
    }
}
