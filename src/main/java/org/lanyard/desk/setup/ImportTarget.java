package org.lanyard.desk.setup;

import java.util.List;
import org.lanyard.roster.Slugs;
import org.lanyard.scan.Conference;

sealed interface ImportTarget {

    record Known(Conference conference) implements ImportTarget {}

    record New(String name) implements ImportTarget {

        String slug(List<Conference> known) {
            String slug = Slugs.ofConference(name);
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

    record OfTheFile() implements ImportTarget {}
}
