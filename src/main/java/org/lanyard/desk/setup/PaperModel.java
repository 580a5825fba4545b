package org.lanyard.desk.setup;

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
import org.lanyard.desk.Payment;
import org.lanyard.desk.SheetTarget;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.gate.PaperList;
import org.lanyard.gate.PaperLists;
import org.lanyard.journal.Till;
import org.lanyard.roster.Correction;
import org.lanyard.roster.ListedPerson;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.scan.Sentence;
import org.lanyard.venue.Settings;

/** Lists for when the laptop dies, and the till (R37): as a PDF, and on a printer. On the FX thread. */
final class PaperModel {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Workplace workplace;
    private final PaperLists lists;
    private final Till till;
    private final InstantSource clock;
    private final Words words;
    private final RoleTasks tasks;
    private final Settings settings;

    PaperModel(Workplace workplace, PaperLists lists, Till till, Settings settings, InstantSource clock, Words words,
            RoleTasks tasks) {
        this.settings = settings;
        this.workplace = workplace;
        this.lists = lists;
        this.till = till;
        this.clock = clock;
        this.words = words;
        this.tasks = tasks;
    }

    /** @param rows as they are printed, headings first and the total last */
    record Taken(Sentence title, List<List<String>> rows) {}

    String usualPrinter() {
        return settings.get(Settings.LIST_PRINTER);
    }

    /** Remembers the printer, where whoever chose it may make the sheets. */
    void usePrinter(String name, Role needed) {
        if (workplace.may(needed)) {
            settings.set(Settings.LIST_PRINTER, name);
        }
    }

    void loadPrinters(Consumer<List<String>> loaded, Consumer<String> failed) {
        tasks.read(SheetTarget::printers, loaded, failed);
    }

    void write(PaperList list, SheetTarget target, Consumer<Integer> done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        Locale locale = words.locale();
        tasks.run(Role.VOLUNTEER, () -> {
            List<ListedPerson> people = lists.of(conference, list);
            PeopleListPdf pdf = new PeopleListPdf(conference, list.title(), clock.instant(), locale);
            target.send(out -> pdf.write(people, out));
            return people.size();
        }, done, failed);
    }

    String startOfToday() {
        return TIME.format(LocalDate.ofInstant(clock.instant(), workplace.conference().zone()).atStartOfDay());
    }

    /** Reads what was taken in between two times of the venue as they are typed; an empty end is now. */
    void readTill(String from, String to, Consumer<Taken> read, Consumer<String> failed) {
        tasks.run(Role.LEAD, taken(from, to), read, failed);
    }

    void writeTill(String from, String to, SheetTarget target, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        Locale locale = words.locale();
        Supplier<Taken> reading = taken(from, to);
        tasks.run(Role.LEAD, () -> {
            Taken taken = reading.get();
            TablePdf pdf = new TablePdf(conference, taken.title(), clock.instant(), locale);
            target.send(out -> pdf.write(taken.rows().getFirst(), taken.rows().subList(1, taken.rows().size() - 1),
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
            Instant begin = instant(from, conference.zone()).orElse(Instant.EPOCH);
            Optional<Instant> end = instant(to, conference.zone());
            Till.Takings takings = till.takings(conference, Optional.of(begin), end);
            List<List<String>> rows = new ArrayList<>(List.of(headings));
            takings.rows().forEach(row -> rows.add(List.of(row.station(), row.staff().orElse(""),
                    means.get(Correction.Means.valueOf(row.means().toUpperCase(Locale.ROOT)).ordinal()),
                    String.valueOf(row.count()), Payment.shown(row.amount(), takings.currency(), locale))));
            rows.add(List.of(total, "", "", String.valueOf(takings.rows().stream().mapToInt(Till.Row::count).sum()),
                    Payment.shown(takings.total(), takings.currency(), locale)));
            return new Taken(Sentence.of("paper.till", typed(begin, conference.zone()),
                    typed(end.orElseGet(clock::instant), conference.zone())), rows);
        };
    }

    private static String typed(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }

    private static Optional<Instant> instant(String typed, ZoneId zone) {
        String time = typed.strip();
        try {
            return time.isEmpty() ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(time, TIME).atZone(zone).toInstant());
        } catch (DateTimeParseException noTime) {
            throw new NotPossible(noTime, "till.time", time);
        }
    }
}
