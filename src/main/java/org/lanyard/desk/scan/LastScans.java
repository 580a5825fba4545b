package org.lanyard.desk.scan;

import org.lanyard.journal.Figures;
import java.util.Optional;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.journal.Filter;
import org.lanyard.journal.Journal;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Post;

/** The strip of what was scanned last at this station, latest first; also what was before the program's start. */
final class LastScans {

    private static final int LENGTH = 8;

    private final Journal journal;
    private final Background background;
    private final Words words;
    private final ObservableList<Card> cards = FXCollections.observableArrayList();

    LastScans(Journal journal, Background background, Words words) {
        this.journal = journal;
        this.background = background;
        this.words = words;
    }

    void add(Card card) {
        cards.addFirst(card);
        if (cards.size() > LENGTH) {
            cards.removeLast();
        }
    }

    /** Shows the scans of an earlier run, unless some of this one are shown already. */
    void load(Post post, Consumer<String> failed) {
        Filter here = new Filter("", null, post.station(), null, null);
        background.run(() -> {
            long[] places = journal.places(post.conference(), here, 0);
            long[] latest = java.util.Arrays.copyOf(places, Math.min(Journal.PAGE, places.length));
            return journal.at(latest).stream().filter(entry -> entry.kind() != RecordKind.CORRECTION).limit(LENGTH)
                    .map(entry -> Card.of(entry, post.conference(), words)).toList();
        }, this::show, failed);
    }

    private void show(List<Card> earlier) {
        if (cards.isEmpty()) {
            cards.setAll(earlier);
        }
    }

    void replace(Card before, Card now) {
        cards.replaceAll(each -> each == before ? now : each);
    }

    ObservableList<Card> cards() {
        return cards;
    }

    static String soFar(Figures figures, Post post, Words words) {
        return lastAt(figures, post)
                .map(at -> words.say("scan.idle.last", figures.checkedIn(), figures.attendees(), at))
                .orElseGet(() -> words.say("scan.idle.in", figures.checkedIn(), figures.attendees()));
    }

    private static Optional<String> lastAt(Figures figures, Post post) {
        return figures.stations().stream().filter(each -> each.station().equals(post.station())).findFirst()
                .map(each -> DateTimeFormatter.ofPattern("HH:mm").format(each.lastAt().atZone(post.conference().zone())));
    }
}
