package org.lanyard.roster.carry;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.ledger.Db;
import org.lanyard.roster.carry.Maker.By;
import org.lanyard.roster.carry.Maker.What;
import org.lanyard.roster.carry.Pools.Hold;
import org.lanyard.scan.Sentence;

/** Sets an attention note for whoever takes over a ticket that has been used to enter: when, and where (R38). */
final class TicketNotes {

    private static final String ENTERED = """
            SELECT first.at, first.station, attendee.access_code, timezone
              FROM first_entry first JOIN attendee ON attendee.id = first.attendee_id
              JOIN conference ON conference.id = attendee.conference_id WHERE first.attendee_id = ?
            """;
    private static final String NOTE = "UPDATE attendee SET attention_here = ? WHERE id = ?";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Db db;
    private final Maker maker;
    private final By by;
    private final Map<Long, Long> heirs;

    TicketNotes(Db db, Maker maker, By by, Map<Long, Long> heirs) {
        this.db = db;
        this.maker = maker;
        this.by = by;
        this.heirs = heirs;
    }

    void write(List<Hold> before, List<Hold> after, Carrying.Outcome outcome) throws SQLException {
        Map<Long, List<Hold>> lost = new HashMap<>();
        less(before, after).forEach(hold -> {
            lost.computeIfAbsent(hold.line().order(), _ -> new ArrayList<>()).add(hold);
            Optional.ofNullable(heirs.get(hold.attendee()))
                    .ifPresent(heir -> lost.computeIfAbsent(-heir, _ -> new ArrayList<>()).add(hold));
        });
        for (Hold gained : less(after, before)) {
            Optional<Hold> from = Stream.of(gained.line().order(), -gained.attendee())
                    .flatMap(key -> lost.getOrDefault(key, List.of()).stream())
                    .filter(hold -> hold.attendee() != gained.attendee())
                    .min(Comparator.comparing(hold -> hold.line().id() != gained.line().id()));
            if (from.isPresent()) {
                lost.getOrDefault(from.get().line().order(), new ArrayList<>()).remove(from.get());
                write(from.get().attendee(), gained.attendee(), outcome);
            }
        }
    }

    private static List<Hold> less(List<Hold> some, List<Hold> others) {
        Set<Place> there = others.stream().map(Hold::place).collect(Collectors.toSet());
        return some.stream().filter(hold -> hold.line().addon() == 0 && !there.contains(hold.place()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void write(long from, long to, Carrying.Outcome outcome) throws SQLException {
        boolean merged = db.number("SELECT 1 FROM attendee WHERE id = ? AND merged_into = ?", from, to) != 0;
        Optional<String> note = merged ? Optional.empty() : db.one(row -> note(Instant.ofEpochMilli(row.getLong(1)),
                Optional.ofNullable(row.getString(2)), row.getString(3), ZoneId.of(row.getString(4))), ENTERED, from);
        if (note.isPresent()) {
            String known = db.one(row -> row.getString(1),
                    "SELECT ifnull(attention_here, attention) FROM attendee WHERE id = ?", to).orElseThrow();
            db.run(NOTE, known.isEmpty() ? note.get() : known + " " + note.get(), to);
            maker.record(db, by, to, new What("attention", "", note.get()));
            outcome.noted().add(to);
        }
    }

    private static String note(Instant at, Optional<String> station, String code, ZoneId zone) {
        String time = TIME.format(at.atZone(zone));
        return (station.isPresent() ? Sentence.of("carry.entered", time, station.get(), code)
                : Sentence.of("carry.entered-elsewhere", time, code)).toString();
    }
}
