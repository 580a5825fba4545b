package org.lanyard.roster.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lanyard.roster.ForeignRosterForm;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.Roster;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.format.table.FileKind;
import org.lanyard.roster.format.table.RawTable;
import org.lanyard.roster.format.table.TableFile;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;

/** Imports rosters from files. All methods may be called from any thread but the ledger's writer. */
public final class RosterFiles {

    static final TableFile TABLES = new TableFile(HeaderFinder::hasHeader, RosterFiles::headerWords);

    private static final int HEADER_WORDS_IN = 2000;

    private final Roster roster;
    private final ZoneId machineZone;
    private final JsonForms json;
    private final RememberedAnswers remembered;

    /**
     * @param machineZone of times without an offset, where the conference has no zone yet
     * @param foreign     JSON forms of other systems that are read as well
     */
    public RosterFiles(Roster roster, ZoneId machineZone, List<ForeignRosterForm> foreign) {
        this.roster = roster;
        this.remembered = new RememberedAnswers(roster);
        this.json = new JsonForms(foreign);
        this.machineZone = machineZone;
    }

    // Known column names in the first lines of a text.
    private static int headerWords(String text) {
        String beginning = text.substring(0, Math.min(text.length(), HEADER_WORDS_IN));
        return (int) beginning.lines().limit(3).flatMap(line -> Stream.of(line.split("[,;\\t|]")))
                .filter(word -> word.chars().anyMatch(c -> c >= 0x80))
                .filter(word -> Synonyms.KNOWN.knows(word.replace("\"", ""))).count();
    }

    /**
     * Reads a table and understands it, which changes nothing.
     *
     * @param options  the conference and its zone count
     * @param progress told the number of rows read so far; what it throws ends the reading
     * @throws NotPossible when the file is no table, or the answers do not fit it
     */
    public RosterDraft open(Path file, Answers answers, ImportOptions options, LongConsumer progress) {
        return inMemory(file, () -> draft(TABLES.read(file, answers.sheet(), progress), answers, options, progress));
    }

    // A file that needs more memory than there is ends alone.
    private static <T> T inMemory(Path file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (OutOfMemoryError tooLarge) {
            throw new NotPossible(tooLarge, "file.memory", file.getFileName());
        }
    }

    private RosterDraft draft(RawTable table, Answers answers, ImportOptions options, LongConsumer progress) {
        Answers known = remembered.of(HeaderFinder.find(table, answers.columns().keySet()), options);
        RosterDraft draft = new RosterDraft(table, answers.over(known), zone(options), progress);
        return known.equals(Answers.NONE) ? draft : draft.noting(Sentence.of("mapping.remembered"));
    }

    /** Drops the answers kept for files with these header names; changes nothing where the options ask for a trial run. */
    public RosterDraft forget(RosterDraft draft, Answers answers, ImportOptions options) {
        if (!options.dryRun()) {
            remembered.forget(draft.table(), options);
        }
        return draft.anew(answers);
    }

    private ZoneId zone(ImportOptions options) {
        if (options.zone() != null) {
            return options.zone();
        }
        return remembered.conference(options).map(Conference::zone).orElse(machineZone);
    }

    /**
     * Imports a draft, all or nothing.
     *
     * @throws NotPossible when questions are open, or too many attendees would vanish
     */
    public ImportReport importDraft(RosterDraft draft, ImportOptions options) {
        return importDraft(draft, options, () -> {});
    }

    public ImportReport importDraft(RosterDraft draft, ImportOptions options, Runnable step) {
        if (!draft.questions().isEmpty()) {
            Question first = draft.questions().getFirst();
            throw new NotPossible("questions.open", draft.questions().size(), first.text(), first.answer());
        }
        ImportReport report = roster.apply(draft.roster(), options, step);
        if (report.applied()) {
            remembered.keep(draft, report.conference());
        }
        return report;
    }

    public static FileKind kind(Path file) {
        return TableFile.kind(file);
    }

    /**
     * Imports a file, all or nothing.
     *
     * @param progress told the number of rows read so far; what it throws ends the import before anything is changed
     * @throws NotPossible when the file cannot be used at all, asks something, or too many attendees would vanish
     */
    public ImportReport importFile(Path file, ImportOptions options, LongConsumer progress) {
        if (kind(file) != FileKind.JSON && options.format() != Format.JSON) {
            return importDraft(open(file, answers(options, Answers.NONE), options, progress).withoutRows(), options);
        }
        return inMemory(file, () -> importJson(file, options, progress));
    }

    private ImportReport importJson(Path file, ImportOptions options, LongConsumer progress) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            AtomicLong rows = new AtomicLong();
            LongConsumer counted = row -> {
                rows.set(row);
                progress.accept(row);
            };
            return roster.apply(json.read(in, counted), options, () -> progress.accept(rows.get()));
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "file.unreadable", file);
        }
    }

    /** {@link #importFile} of a text from a stream, which is read to its end and not closed. */
    public ImportReport importStream(InputStream in, ImportOptions options, LongConsumer progress) throws IOException {
        return importStream(in, options, Answers.NONE, progress);
    }

    public ImportReport importStream(InputStream in, ImportOptions options, Answers answers, LongConsumer progress)
            throws IOException {
        if (options.format() == Format.JSON) {
            return roster.apply(json.read(in, progress), options);
        }
        return importDraft(draft(TABLES.text(in.readAllBytes(), progress), answers(options, answers), options, progress)
                .withoutRows(), options);
    }

    private static Answers answers(ImportOptions options, Answers given) {
        Answers answers = options.force() ? given.withRefusingAll() : given;
        for (var each : options.renamed().entrySet()) {
            Use use = Use.of(each.getValue(), each.getKey()).orElseThrow(() -> new NotPossible("csv.no-field",
                    each.getValue()));
            answers = answers.with(each.getKey(), use);
        }
        return answers;
    }

    /** Writes the full JSON form, which an import reads; withdrawn people are left out. Closes nothing. */
    public void exportJson(Conference conference, OutputStream out) {
        new StatedRosterFile(roster.stated(conference, false, true)).json(out);
    }

    /**
     * Writes a row for each person, order and ticket, withdrawn people marked; an import reads it. Closes nothing.
     *
     * @throws IOException when it cannot be written
     */
    public void exportCsv(Conference conference, Writer out) throws IOException {
        new StatedRosterCsv(roster.stated(conference, true, true), out).write();
    }

    public void exportUnused(Conference conference, OutputStream out) {
        new StatedRosterFile(roster.stated(conference, false, false)).json(out);
    }

    public Conference loadDemo() {
        try (InputStream demo = RosterFiles.class.getResourceAsStream("/org/lanyard/demo/demo-conference.json")) {
            ImportReport report = importStream(java.util.Objects.requireNonNull(demo), ImportOptions.of(Format.JSON, null),
                    Answers.NONE, _ -> {});
            return roster.conference(report.conference());
        } catch (IOException lacking) {
            throw new IllegalStateException("the program lacks its own demo conference", lacking);
        }
    }

    public static void writeSample(int attendees, long seed, Format format, OutputStream out) throws IOException {
        StatedRoster made = SampleRoster.make(attendees, seed);
        if (format == Format.CSV) {
            new StatedRosterCsv(made, new OutputStreamWriter(out, StandardCharsets.UTF_8)).write();
        } else {
            new StatedRosterFile(made).json(out);
        }
    }
}
