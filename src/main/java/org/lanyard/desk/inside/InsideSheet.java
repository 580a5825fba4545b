package org.lanyard.desk.inside;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanyard.badge.PeopleListPdf;
import org.lanyard.desk.SheetTarget;
import org.lanyard.gate.PaperList;
import org.lanyard.gate.PaperLists;
import org.lanyard.roster.ListedPerson;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;
import org.lanyard.venue.Settings;

/** Puts the list of who is inside on paper (R33), as they are inside at that moment. Waits; not for the FX thread. */
public final class InsideSheet {

    private final PaperLists lists;
    private final Settings settings;
    private final InstantSource clock;

    public InsideSheet(PaperLists lists, Settings settings, InstantSource clock) {
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    record Sent(int rows, String to) {}

    /**
     * On the printer that lists were printed on last, else the first there is.
     *
     * @param room empty for the venue
     */
    Sent print(Conference conference, Optional<Product> room, Locale locale) {
        List<String> printers = SheetTarget.printers();
        String usual = settings.get(Settings.LIST_PRINTER);
        String printer = printers.contains(usual) ? usual
                : printers.stream().findFirst().orElseThrow(() -> new NotPossible("paper.no-printer"));
        return send(conference, room, locale, SheetTarget.printer(printer), printer);
    }

    Sent save(Conference conference, Optional<Product> room, Locale locale, Path file) {
        return send(conference, room, locale, SheetTarget.file(file), String.valueOf(file.getFileName()));
    }

    private Sent send(Conference conference, Optional<Product> room, Locale locale, SheetTarget target, String name) {
        List<ListedPerson> people = lists.inside(conference, room);
        Sentence title = room.map(product -> Sentence.of("paper.inside-room", product.name()))
                .orElseGet(() -> new PaperList(PaperList.People.INSIDE, PaperLists.Letters.ALL).title());
        PeopleListPdf pdf = new PeopleListPdf(conference, title, clock.instant(), locale);
        target.send(out -> pdf.write(people, out));
        return new Sent(people.size(), name);
    }
}
