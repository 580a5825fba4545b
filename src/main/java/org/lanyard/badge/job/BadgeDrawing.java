package org.lanyard.badge.job;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeContent;
import org.lanyard.badge.BadgeImage;
import org.lanyard.badge.BadgeTemplate;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.badge.PersonBadge;
import org.lanyard.badge.printer.LabelPrinter;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;

/** Draws a person's badge as they are on the roster now, with the template of their ticket. */
public final class BadgeDrawing {

    private static final int WARM_UP_DPI = 203;

    private final Ledger ledger;
    private final Roster roster;
    private final Map<String, BadgeTemplate> templates = new ConcurrentHashMap<>();

    BadgeDrawing(Ledger ledger, Roster roster) {
        this.ledger = ledger;
        this.roster = roster;
    }

    /** @throws NotPossible when it cannot be drawn; the libraries that draw throw what they do not announce */
    LabelPrinter.Drawn of(PrintJob job, LabelPrinter printer) {
        try {
            return printer.draw(badge(job));
        } catch (NotPossible | StationFault known) {
            throw known;
        } catch (RuntimeException unexpected) {
            throw new NotPossible(unexpected, "badge.not-drawn", unexpected.toString());
        }
    }

    private Badge badge(PrintJob job) {
        long conference = ledger.read(db -> JobTable.conference(db, job.id()));
        Person person = ledger.read(db -> roster.person(db, job.attendee()))
                .orElseThrow(() -> new NotPossible("person.no-code", "", job.accessCode()));
        return of(roster.conferences().stream().filter(each -> each.id() == conference).findFirst().orElseThrow(), person);
    }

    public Badge of(Conference conference, Person person) {
        String ticket = person.ticket().map(held -> held.slug()).orElse("");
        return template(ledger.read(db -> PrinterTable.use(db, conference, ticket)).template())
                .fill(new PersonBadge(roster, conference).content(person));
    }

    /** Loads what the first badge of a process waits for: fonts of several scripts, and the libraries that draw. */
    void warmUp(Conference conference) {
        BadgeTemplate template = template(ledger.read(db -> PrinterTable.use(db, conference, "")).template());
        for (String name : List.of("Zo\u00eb \u00c5ngstr\u00f6m", "\u5c71\u7530 \u592a\u90ce", "\u0639\u0645\u0631")) {
            BadgeImage.of(template.fill(new BadgeContent(name, name, name, name, name, "A3K9M2X1", "A3K9M2X1", Color.BLACK,
                    Map.of())), WARM_UP_DPI);
        }
    }

    /** The template of the first badge that a printer prints, in any conference; a built-in one where it prints none. */
    public BadgeTemplate usedWith(Printer printer) {
        return template(roster.conferences().stream()
                .flatMap(conference -> ledger.read(db -> PrinterTable.uses(db, conference)).stream())
                .filter(use -> use.printer().filter(printer.name()::equals).isPresent()).map(BadgeUse::template).findFirst()
                .orElse(BuiltInTemplates.DEFAULT));
    }

    /** @param template a built-in one's name, or the SVG itself */
    public BadgeTemplate template(String template) {
        return templates.computeIfAbsent(template,
                text -> text.startsWith("<") ? BadgeTemplate.parse(text.getBytes(StandardCharsets.UTF_8))
                        : BuiltInTemplates.template(text));
    }
}
