package org.lanyard.roster.format;

import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;

final class SampleRoster {

    private static final String CODE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String[][] NAMES = {
            {"Zoë", "Pat", "Jürgen", "Ana-María", "Łukasz", "Siân", "Ada", "Grace", "Noor", "Emeka", "Chloé", "Søren",
                    "İpek", "Björk", "Mateusz", "Inês", "Olena", "Tomáš", "Kim", "Aroha"},
            {"Ångström", "O’Brien", "Müller", "Fernández de la Vega", "Żółć", "Lovelace", "Hopper", "al-Rashid", "Okafor",
                    "Lefèvre", "Kierkegaard", "Çelik", "Guðmundsdóttir", "Núñez", "van der Berg", "Novák", "Silva", "Smith",
                    "McKenzie", "Großmann"},
            {"李", "王", "佐藤", "田中", "김", "박", "محمد", "فاطمة", "דוד", "Иван", "Ольга", "Νίκος", "अनिता", "สมชาย"},
            {"小龍", "芳", "健一", "さくら", "민준", "서연", "علي", "حسن", "לוי", "Петров", "Шевченко", "Παπαδόπουλος", "शर्मा",
                    "ใจดี"}};
    private static final String[] COMPANIES = {"", "", "Northern Lights AB", "Acme", "Universidad de Sevilla",
            "Kraków Labs", "東京データ", "Bits & Bytes GmbH", "Café del Código"};
    private static final String[] NOTES = {"Speaker: hand over the green lanyard and the schedule.", "ID check",
            "Outstanding balance", "Lost property: a blue scarf"};
    private static final String[] TICKETS = {"individual", "Individual", "corporate", "Corporate", "student",
            "Student", "speaker", "Speaker"};
    private static final String[] ADDONS = {"tutorial-rust", "Tutorial: Rust from Python", "tutorial-css",
            "Tutorial: Modern CSS", "lunch", "Lunch", "tshirt-m", "T-shirt M", "tshirt-l", "T-shirt L", "dinner",
            "Speakers' dinner"};
    private static final String[] STATUSES = {"paid", "paid", "paid", "paid", "paid", "paid", "paid", "paid", "paid",
            "paid", "paid", "paid", "partially_refunded", "pending", "refunded", "cancelled"};

    private final Random random;
    private final StatedRoster.Builder roster = StatedRoster.builder();
    private final Set<String> codes = new HashSet<>();

    private SampleRoster(long seed) {
        this.random = new Random(seed);
    }

    /** The same seed makes the same people. */
    static StatedRoster make(int attendees, long seed) {
        SampleRoster sample = new SampleRoster(seed);
        sample.roster.conference("sample").name("Sample Conference").timezone("Europe/Berlin");
        sample.products(Product.Kind.TICKET_TYPE, TICKETS);
        sample.products(Product.Kind.ADDON, ADDONS);
        int made = 0;
        for (int order = 1; made < attendees; order++) {
            int sharers = sample.random.nextInt(12) == 0 ? 2 + sample.random.nextInt(3) : 1;
            made += sample.order(order, Math.min(sharers, attendees - made));
        }
        return sample.roster.build();
    }

    private void products(Product.Kind kind, String[] slugsAndNames) {
        for (int i = 0; i < slugsAndNames.length; i += 2) {
            roster.product(kind, slugsAndNames[i], slugsAndNames[i + 1]);
        }
    }

    // One order and the people of it; one in fifty has none.
    private int order(int number, int people) {
        boolean none = people == 1 && random.nextInt(50) == 0;
        String reference = "ORD-%06d".formatted(number);
        String status = pick(STATUSES);
        List<StatedLine> lines = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            StatedPerson person = person();
            roster.put(none ? person : person.withOrder(reference));
            if (!none && random.nextInt(40) != 0) {
                lines.add(line(Product.Kind.TICKET_TYPE, TICKETS, random.nextInt(TICKETS.length / 2), 1,
                        Optional.of(person.accessCode())));
            }
        }
        if (!none) {
            lines.addAll(items());
            roster.put(new StatedOrder(reference, status).withLines(lines));
        }
        return people;
    }

    private List<StatedLine> items() {
        List<Integer> chosen = new ArrayList<>();
        List<StatedLine> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int addon = random.nextInt(ADDONS.length / 2);
            if (!chosen.contains(addon)) {
                chosen.add(addon);
                items.add(line(Product.Kind.ADDON, ADDONS, addon, 1 + random.nextInt(3), Optional.empty()));
            }
        }
        return items;
    }

    private StatedPerson person() {
        String code = code();
        int script = random.nextInt(5) == 0 ? 2 : 0;
        return new StatedPerson(code, PersonDetails.named(pick(NAMES[script]) + " " + pick(NAMES[script + 1]))
                .with(Detail.EMAIL, random.nextInt(30) == 0 ? "" : code.toLowerCase(java.util.Locale.ROOT) + "@example.org")
                .with(Detail.COMPANY, pick(COMPANIES))
                .with(Detail.ATTENTION, random.nextInt(25) == 0 ? pick(NOTES) : ""));
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        do {
            code.setLength(0);
            for (int i = 0; i < 8; i++) {
                code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
            }
        } while (!codes.add(code.toString()));
        return code.toString();
    }

    private StatedLine line(Product.Kind kind, String[] products, int product, int quantity, Optional<String> holder) {
        String name = products[product * 2 + 1];
        return new StatedLine(roster.product(kind, products[product * 2], name), name, quantity, holder);
    }

    private String pick(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
