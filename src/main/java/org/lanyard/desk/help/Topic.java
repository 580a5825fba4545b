package org.lanyard.desk.help;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lanyard.desk.Words;
import org.lanyard.scan.Sentence;

/** Subjects of sentences of failure, each with the part of the manual that says what to do. */
public enum Topic {
    FILE(Page.ROSTERS, "When a file is refused", "csv", "file", "json", "questions", "roster", "row", "number"),
    SERVER(Page.ROSTERS, "When the registration server refuses", "server", "pull", "delivery", "advice"),
    HUB(Page.VENUE, "What can be wrong", "hub"),
    PRINTER(Page.BADGES, "When something is wrong", "printer", "badge",
            "paper.no-printer"),
    TEMPLATE(Page.BADGES, "When a drawing is refused", "badge.template"),
    DISK(Page.TROUBLE, "The disk, the folder, the database", "database", "folder", "fault", "closing"),
    START(Page.TROUBLE, "It does not start", "desk", "self-test"),
    PICTURE(Page.TROUBLE, "It does not read", "picture"),
    BACKUP(Page.ADMINISTRATORS, "Backups", "backup"),
    KIOSK(Page.ADMINISTRATORS, "A kiosk", "kiosk"),
    STAFF(Page.ORGANIZERS, "Staff", "pin", "role", "sign-in", "name"),
    PRODUCT(Page.ORGANIZERS, "Stations, doors and lunch queues", "product", "conference", "item", "preparation"),
    PERSON(Page.HELPDESK, "Correcting", "person", "code", "carry", "void", "till"),
    OFFLINE(Page.TROUBLE, "It is offline"),
    FULL(Page.TROUBLE, "The disk is almost full"),
    CLOCK(Page.ADMINISTRATORS, "Sleep, updates, time"),
    VENUE(Page.VENUE, "What the top bar says");

    private final Page page;
    private final String heading;
    private final List<String> keys;

    /** @param keys what the keys of its sentences begin with; the longest counts */
    Topic(Page page, String heading, String... keys) {
        this.page = page;
        this.heading = heading;
        this.keys = List.of(keys);
    }

    public Page page() {
        return page;
    }

    String heading() {
        return heading;
    }

    public static Optional<Topic> of(String key) {
        for (String begin = key; !begin.isEmpty(); begin = begin.substring(0, Math.max(0, begin.lastIndexOf('.')))) {
            String beginning = begin;
            Optional<Topic> found = Arrays.stream(values()).filter(topic -> topic.keys.contains(beginning)).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public static Optional<Topic> said(String said, Words words) {
        return words.sentence(said).map(Sentence::key).flatMap(Topic::of);
    }
}
