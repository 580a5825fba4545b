package org.lanyard.desk.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanyard.desk.Words;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.Role;
import org.lanyard.venue.PreparedStation.StaffChange;

final class OfferWords {

    private static final String SERVER = "upstream.";

    private final Words words;

    OfferWords(Words words) {
        this.words = words;
    }

    List<String> of(PreparationFile.Offer offer) {
        List<String> lines = new ArrayList<>();
        ImportReport.Count people = offer.people().attendees();
        lines.add(words.say("takeover.conference", offer.people().conference()));
        lines.add(words.say("mapping.changes", people.added(), people.changed(), people.unchanged(), people.withdrawn()));
        offer.summary().staff().forEach(change -> lines.add(say(change)));
        offer.summary().settings().entrySet().forEach(setting -> lines.add(say(setting)));
        if (offer.summary().kioskPin()) {
            lines.add(words.say("takeover.kiosk-pin"));
        }
        if (offer.summary().doors() > 0) {
            lines.add(words.say("takeover.doors", offer.summary().doors()));
        }
        if (offer.corrections() > 0) {
            lines.add(words.say("takeover.corrections", offer.corrections()));
        }
        if (!offer.summary().leftOut().isEmpty()) {
            lines.add(words.say("takeover.left-out", String.join(", ", offer.summary().leftOut())));
        }
        return lines;
    }

    private String say(StaffChange change) {
        String role = say(change.role());
        String line = change.before().map(before -> before == change.role() ? change.name()
                : words.say("takeover.staff.role", change.name(), role, say(before)))
                .orElseGet(() -> words.say("takeover.staff.new", change.name(), role));
        return change.pin() ? words.say("takeover.staff.pin", line) : line;
    }

    private String say(Role role) {
        return words.say("role." + role.word());
    }

    private String say(Map.Entry<String, String> setting) {
        String key = setting.getKey();
        return key.startsWith(SERVER)
                ? words.say("takeover.server", key.substring(key.lastIndexOf('.') + 1), setting.getValue())
                : words.say("takeover.setting", key, setting.getValue());
    }
}
