package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeImage;
import org.lanyard.badge.BadgeTemplate;
import org.lanyard.badge.PersonBadge;
import org.lanyard.badge.TestPrint;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.BadgeUse;
import org.lanyard.badge.job.Printer;
import org.lanyard.badge.job.Printing;
import org.lanyard.badge.printer.LabelPrinter;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.badge.printer.SystemPrinter;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Sentence;
import org.lanyard.venue.Settings;

/** The printers, what each ticket's badge looks like, and when one is printed. On the FX thread. */
final class BadgesModel {

    // Of the preview: it is shown as large as the label is.
    private static final int PREVIEW_DPI = 203;
    private static final int MOST_BADGES = 200;
    private static final int MOST_LABELS = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Workplace workplace;
    private final Roster roster;
    private final Printing printing;
    private final Settings settings;
    private final RoleTasks tasks;

    BadgesModel(Workplace workplace, Roster roster, Printing printing, Settings settings, RoleTasks tasks) {
        this.workplace = workplace;
        this.roster = roster;
        this.printing = printing;
        this.settings = settings;
        this.tasks = tasks;
    }

    record Choices(List<Printer> printers, List<Product> tickets, List<String> addresses) {}

    /** @param who whose badge it is, the longest name where nobody was chosen */
    record Preview(Image image, String who, double width, double height, List<Sentence> warnings) {}

    /**
     * @param lines  a warning each
     * @param badges that they are of
     * @param more   not all were looked at, since there are more
     */
    record Checked(List<String> lines, int badges, boolean more) {}

    void load(Consumer<Choices> loaded, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.read(() -> new Choices(printing.printers().all(), roster.products(conference).stream()
                .filter(product -> product.kind() == Product.Kind.TICKET_TYPE).toList(),
                SystemPrinter.names(PATIENCE).stream().map(name -> "system:" + name).toList()), loaded, failed);
    }

    /** @param ticket slug; empty for every ticket without a use of its own */
    void loadUse(String ticket, Consumer<BadgeUse> loaded, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.read(() -> printing.printers().use(conference, ticket), loaded, failed);
    }

    void setUse(BadgeUse use, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.ADMINISTRATOR, () -> printing.printers().set(conference, use), done, failed);
    }

    void readTemplate(Path file, Consumer<String> read, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> BadgeTemplate.text(file), read, failed);
    }

    /** @param labels on the roll; empty where nobody counts */
    void setPrinter(String name, String address, String labels, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> {
            Optional<Integer> left = Optional.of(labels.strip()).filter(text -> !text.isEmpty()).map(BadgesModel::count);
            printing.printers().set(name, new PrinterAddress(address.strip()));
            printing.printers().setLabels(name.strip(), left);
        }, done, failed);
    }

    private static int count(String labels) {
        if (!labels.matches("[0-9]{1,6}") || Integer.parseInt(labels) > MOST_LABELS) {
            throw new NotPossible("number.labels", labels, MOST_LABELS);
        }
        return Integer.parseInt(labels);
    }

    void removePrinter(String name, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> printing.printers().remove(name), done, failed);
    }

    void test(Printer known, Consumer<Optional<Sentence>> told, Consumer<String> failed) {
        tasks.run(Role.LEAD, () -> {
            LabelPrinter printer = new PrinterAddress(known.address()).printer();
            if (printer.readiness() instanceof LabelPrinter.Readiness.NotReady(Sentence why)) {
                return Optional.of(why);
            }
            return switch (printer.print(TestPrint.of(printing.drawing().usedWith(known), known.name()))) {
                case LabelPrinter.Outcome.NothingSent(Sentence why) -> Optional.of(why);
                case LabelPrinter.Outcome.Unknown(Sentence why) -> Optional.of(why);
                case LabelPrinter.Outcome.Sent _,LabelPrinter.Outcome.Confirmed _ -> Optional.<Sentence>empty();
            };
        }, told, failed);
    }

    /** @param code of the person to draw; empty for whoever has the longest name */
    void preview(String template, String code, Consumer<Preview> drawn, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.read(() -> {
            Person person = person(conference, code.strip());
            Badge badge = printing.drawing().template(template).fill(new PersonBadge(roster, conference).content(person));
            return new Preview(SwingFXUtils.toFXImage(BadgeImage.of(badge, PREVIEW_DPI), null),
                    person.attendee().shownName(), badge.template().width(), badge.template().height(), badge.warnings());
        }, drawn, failed);
    }

    private Person person(Conference conference, String code) {
        if (!code.isEmpty()) {
            return roster.find(conference, Reading.of(code))
                    .or(() -> roster.search(conference, code, 1).stream().findFirst())
                    .orElseThrow(() -> new NotPossible("person.no-code", conference.slug(), code));
        }
        Deque<Person> longest = new ArrayDeque<>();
        roster.eachPerson(conference, person -> {
            if (longest.isEmpty() || length(person) > length(longest.peek())) {
                longest.push(person);
            }
        });
        return Optional.ofNullable(longest.peek()).orElseThrow(() -> new NotPossible("person.none"));
    }

    private static int length(Person person) {
        return person.attendee().shownName().length();
    }

    void check(Consumer<Checked> found, Function<Sentence, String> words, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.read(() -> {
            List<String> lines = new ArrayList<>();
            int[] badges = {0};
            roster.eachPerson(conference, person -> {
                List<Sentence> warnings = badges[0] > MOST_BADGES ? List.of()
                        : printing.drawing().of(conference, person).warnings();
                badges[0] += warnings.isEmpty() ? 0 : 1;
                if (badges[0] <= MOST_BADGES) {
                    warnings.forEach(warning -> lines.add(person.accessCode() + "  " + words.apply(warning)));
                }
            });
            return new Checked(lines, Math.min(badges[0], MOST_BADGES), badges[0] > MOST_BADGES);
        }, found, failed);
    }

    BadgeSettings.When when() {
        return settings.get(BadgeSettings.WHEN);
    }

    void setWhen(BadgeSettings.When when) {
        workplace.demand(Role.ADMINISTRATOR);
        settings.set(BadgeSettings.WHEN, when);
    }

    Role reprintRole() {
        return settings.get(BadgeSettings.REPRINT_ROLE);
    }

    void setReprintRole(Role role) {
        workplace.demand(Role.ADMINISTRATOR);
        settings.set(BadgeSettings.REPRINT_ROLE, role);
    }

    String pickUp() {
        return settings.get(BadgeSettings.PICK_UP);
    }

    void setPickUp(String text) {
        workplace.demand(Role.ADMINISTRATOR);
        settings.set(BadgeSettings.PICK_UP, text.strip());
    }
}
