package org.lanyard.desk.setup;

import java.util.List;
import java.util.Optional;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Folding;

/** The conference that a roster is imported into. */
sealed interface ImportTarget {

    /** One that this station knows. */
    record Known(Conference conference) implements ImportTarget {}

    /** A new one; its slug is made from its name. */
    record New(String name) implements ImportTarget {

        private static final int LONGEST_SLUG = 100;

        /** Unlike all known slugs. */
        String slug(List<Conference> known) {
            String plain = Folding.slug(name).replaceAll("[^A-Za-z0-9_-]+", "");
            String slug = plain.isEmpty() ? "conference" : plain.substring(0, Math.min(plain.length(), LONGEST_SLUG - 4));
            int number = 1;
            while (isTaken(numbered(slug, number), known)) {
                number++;
            }
            return numbered(slug, number);
        }

        private static String numbered(String slug, int number) {
            return number == 1 ? slug : slug + "-" + number;
        }

        private static boolean isTaken(String slug, List<Conference> known) {
            return known.stream().anyMatch(conference -> conference.slug().equalsIgnoreCase(slug));
        }
    }

    /** The conference that the file itself names. */
    record OfTheFile() implements ImportTarget {}

    /** The known conference of this name, else a new one; a name is compared without case and surrounding spaces. */
    static ImportTarget named(String name, List<Conference> known) {
        Optional<Conference> same = known.stream()
                .filter(conference -> conference.name().strip().equalsIgnoreCase(name.strip())).findFirst();
        return same.<ImportTarget>map(Known::new).orElseGet(() -> new New(name.strip()));
    }
}
