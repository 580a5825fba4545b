package org.lanyard.desk.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.scan.ScanServices;
import org.lanyard.roster.Person;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;

/** Check-ins that were ticked on paper while a laptop was dead, each recorded at the time that was written there. On the FX thread. */
public final class PaperMarks {

    private static final int SHORT_TIME = 4;

    private final ScanServices services;
    private final Workplace workplace;
    private final Words words;

    public PaperMarks(ScanServices services, Workplace workplace, Words words) {
        this.services = services;
        this.workplace = workplace;
        this.words = words;
    }

    /**
     * @param time     of day at the venue, a time still to come being yesterday's; empty for now
     * @param recorded told what was recorded, or why nothing was, and whether it was
     * @throws NotPossible where it is no time
     */
    void take(Person person, String time, BiConsumer<String, Boolean> recorded) {
        Post post = workplace.post().in(new Mode.CheckIn());
        Scan now = services.scan(person.accessCode(), Source.SEARCH);
        Instant at = time.isBlank() ? now.at() : at(time.strip(), now.at(), post.conference().zone());
        Scan scan = new Scan(now.id(), now.text(), now.source(), at, words.say("search.paper.note"), false, false);
        services.gate().decide(post, scan, person.attendee()).whenCompleteAsync((decision, fault) -> {
            if (fault != null) {
                recorded.accept(words.why(fault), false);
            } else {
                recorded.accept(line(decision), decision.verdict().recorded());
            }
        }, Platform::runLater);
    }

    private static Instant at(String time, Instant now, ZoneId zone) {
        try {
            LocalTime typed = LocalTime.parse(time.length() == SHORT_TIME ? "0" + time : time);
            ZonedDateTime today = LocalDate.ofInstant(now, zone).atTime(typed).atZone(zone);
            return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
        } catch (DateTimeException malformed) {
            throw new NotPossible("product.time-of-day", time);
        }
    }

    private String line(Decision decision) {
        return words.say("search.paper.done", words.time(decision.scan().at(), decision.post().conference()),
                decision.verdict().about().map(attendee -> attendee.shownName()).orElse(decision.scan().text()),
                words.verdicts().headline(decision.verdict()));
    }
}
