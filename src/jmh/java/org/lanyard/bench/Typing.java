package org.lanyard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lanyard.Station;

/**
 * What people type to find somebody, letter by letter from the second on: names, companies, codes, e-mail addresses,
 * order references, two words in either order, and all of these misspelt. The same seed types the same.
 */
final class Typing {

    private static final int PEOPLE = 120;
    private static final int SHORTEST = 2;

    private final Station station;
    private final Random random = new Random(Stations.SEED);
    private final List<String> keystrokes = new ArrayList<>();

    Typing(Station station) {
        this.station = station;
    }

    private record Known(String name, String company, String email, String code, String order) {}

    /** Kinds take turns, so that any stretch of it is like the whole. */
    List<String> keystrokes() {
        for (Known person : people()) {
            String[] name = person.name().split(" ");
            type(person.name());
            type(person.company());
            type(person.code().toLowerCase(java.util.Locale.ROOT));
            type(person.email());
            type(person.order());
            type(name[name.length - 1] + " " + name[0].charAt(0));
            type(name[0] + " " + person.company());
            type(slipped(person.name()));
            type(slipped(person.company()));
            type(slipped(person.code()));
            type(slipped(name[name.length - 1]) + " " + slipped(name[0]));
        }
        return keystrokes;
    }

    private List<Known> people() {
        return station.ledger().read(db -> db.list(row -> new Known(row.getString(1), row.getString(2),
                row.getString(3), row.getString(4), row.getString(5)), """
                SELECT name, company, email, access_code, ifnull((SELECT reference FROM attendee_order link
                         JOIN orders ON orders.id = link.order_id WHERE attendee_id = attendee.id), '')
                  FROM attendee WHERE id % ? = 7 LIMIT ?
                """, Stations.ATTENDEES / PEOPLE, PEOPLE));
    }

    private void type(String text) {
        for (int length = SHORTEST; length <= text.length(); length++) {
            keystrokes.add(text.substring(0, length));
        }
    }

    /** One letter wrong, missing, too many, or two swapped. */
    private String slipped(String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        String before = text.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> before + "x" + text.substring(at + 1);
            case 1 -> before + text.substring(at + 1);
            case 2 -> before + text.charAt(at) + text.substring(at);
            default -> before + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }
}
