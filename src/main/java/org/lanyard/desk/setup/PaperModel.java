package org.lanyard.desk.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lanyard.badge.PeopleListPdf;
import org.lanyard.badge.TablePdf;
import org.lanyard.badge.printer.LabelPrinter;
import org.lanyard.badge.printer.SystemPrinter;
import org.lanyard.desk.Payment;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.gate.PaperList;
import org.lanyard.gate.PaperLists;
import org.lanyard.journal.Till;
import org.lanyard.roster.Correction;
import org.lanyard.roster.ListedPerson;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Role;
import org.lanyard.scan.Sentence;

/** Lists for when the laptop dies, and the till (R37): as a PDF, and on a printer. On the FX thread. */
final class PaperModel {

    /** For the spooler to name its printers, and to take a job. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Workplace workplace;
    private final PaperLists lists;
    private final Till till;
    private final InstantSource clock;
    private final Words words;
    private final RoleTasks tasks;

    PaperModel(Workplace workplace, PaperLists lists, Till till, InstantSource clock, Words words, RoleTasks tasks) {
        this.workplace = workplace;
        this.lists = lists;
        this.till = till;
        this.clock = clock;
        this.words = words;
        this.tasks = tasks;
    }

    /** @param rows as they are printed, headings first and the total last */
    record Taken(Sentence title, List<List<String>> rows) {}

    /** A file or a printer that sheets go to. */
    @FunctionalInterface
    interface Target {

        /** @return what is wrong */
        Optional<Sentence> put(PrivateFile.Content pdf) throws IOException;

        static Target file(Path file) {
            return pdf -> {
                PrivateFile.write(file, pdf);
                return Optional.empty();
            };
        }

        static Target printer(String name) {
            return pdf -> {
                Path sheets = Files.createTempFile("sheets", ".pdf");
                try {
                    PrivateFile.write(sheets, pdf);
                    return switch (new SystemPrinter(name, PATIENCE).printSheets(sheets)) {
                        case LabelPrinter.Outcome.NothingSent(Sentence why) -> Optional.of(why);
                        case LabelPrinter.Outcome.Unknown(Sentence why) -> Optional.of(why);
                        case LabelPrinter.Outcome.Sent _,LabelPrinter.Outcome.Confirmed _ -> Optional.empty();
                    };
                } finally {
                    Files.deleteIfExists(sheets);
                }
            };
        }
    }

    void loadPrinters(Consumer<List<String>> loaded, Consumer<String> failed) {
        tasks.read(() -> SystemPrinter.names(PATIENCE), loaded, failed);
    }

    /** @param done told how many people are on the list */
    void write(PaperList list, Target target, Consumer<Integer> done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        Locale locale = words.locale();
        tasks.run(Role.VOLUNTEER, () -> {
            List<ListedPerson> people = lists.of(conference, list);
            PeopleListPdf pdf = new PeopleListPdf(conference, list.title(), clock.instant(), locale);
            put(target, out -> pdf.write(people, out));
            return people.size();
        }, done, failed);
    }

    /** @throws NotPossible where nothing was sent to the printer, or nobody knows */
    private static void put(Target target, PrivateFile.Content pdf) {
        try {
            Optional<Sentence> wrong = target.put(pdf);
            if (wrong.isPresent()) {
                throw new NotPossible(wrong.get());
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    String startOfToday() {
        return TIME.format(LocalDate.ofInstant(clock.instant(), zone()).atStartOfDay());
    }

    private ZoneId zone() {
        return workplace.conference().zone();
    }

    /** Reads what was taken in between two times of the venue as they are typed; an empty end is now. */
    void readTill(String from, String to, Consumer<Taken> read, Consumer<String> failed) {
        tasks.run(Role.LEAD, taken(from, to), read, failed);
    }

    void writeTill(String from, String to, Target target, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        Locale locale = words.locale();
        Supplier<Taken> reading = taken(from, to);
        tasks.run(Role.LEAD, () -> {
            Taken taken = reading.get();
            TablePdf pdf = new TablePdf(conference, taken.title(), clock.instant(), locale);
            put(target, out -> pdf.write(taken.rows().getFirst(), taken.rows().subList(1, taken.rows().size() - 1),
                    taken.rows().getLast(), out));
        }, done, failed);
    }

    private Supplier<Taken> taken(String from, String to) {
        Conference conference = workplace.conference();
        List<String> headings = List.of(words.say("till.station"), words.say("till.staff"), words.say("till.means"),
                words.say("till.count"), words.say("till.amount"));
        String total = words.say("till.total");
        Locale locale = words.locale();
        List<String> means = Arrays.stream(Correction.Means.values()).map(each -> Payment.means(each, words)).toList();
        return () -> {
            Instant begin = instant(from).orElse(Instant.EPOCH);
            Optional<Instant> end = instant(to);
            Till.Takings takings = till.takings(conference, Optional.of(begin), end);
            List<List<String>> rows = new ArrayList<>(List.of(headings));
            takings.rows().forEach(row -> rows.add(List.of(row.station(), row.staff().orElse(""),
                    means.get(Correction.Means.valueOf(row.means().toUpperCase(Locale.ROOT)).ordinal()),
                    String.valueOf(row.count()), Payment.shown(row.amount(), takings.currency(), locale))));
            rows.add(List.of(total, "", "", String.valueOf(takings.rows().stream().mapToInt(Till.Row::count).sum()),
                    Payment.shown(takings.total(), takings.currency(), locale)));
            return new Taken(Sentence.of("paper.till", typed(begin),
                    typed(end.orElseGet(clock::instant))), rows);
        };
    }

    private String typed(Instant time) {
        return TIME.format(time.atZone(zone()));
    }

    private Optional<Instant> instant(String typed) {
        String time = typed.strip();
        try {
            return time.isEmpty() ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(time, TIME).atZone(zone()).toInstant());
        } catch (DateTimeParseException noTime) {
            throw new NotPossible(noTime, "till.time", time);
        }
    }
}
