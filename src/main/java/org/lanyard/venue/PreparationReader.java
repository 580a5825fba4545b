package org.lanyard.venue;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.venue.PreparedStation.PreparedDoor;
import org.lanyard.venue.PreparedStation.PreparedMember;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a preparation file: every value is checked as the screens check it, and what is not allowed is left out. */
final class PreparationReader {

    private static final int LONGEST_FILE = 1_000_000;
    private static final int MOST_ENTRIES = 1000;
    // A bcrypt hash as Pins writes it, at no higher cost: a check must not last longer.
    static final Pattern PIN_HASH = Pattern.compile("\\$2b\\$(0[4-9]|1[0-2])\\$[./A-Za-z0-9]{53}");

    private final Conference conference;
    private final Map<String, Setting<?>> allowed = new LinkedHashMap<>();

    PreparationReader(Conference conference, List<Setting<?>> shared) {
        this.conference = conference;
        shared.forEach(setting -> allowed.put(setting.of(conference).key(), setting));
    }

    PreparedStation read(String text) {
        JsonNode file = parse(text);
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (var setting : properties(file, "settings")) {
            if (setting.getKey().equals(Pins.KIOSK)) {
                continue;
            }
            Setting<?> known = allowed.get(setting.getKey());
            if (known != null) {
                settings.put(setting.getKey(), checked(known, setting.getKey(), setting.getValue()));
            } else {
                leftOut.add(shortened(setting.getKey()));
            }
        }
        return new PreparedStation(redeemPer(file), terms(file), doors(file), staff(file), settings,
                pinHash(file.path("settings").path(Pins.KIOSK)), leftOut);
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode file =
                    text.length() > LONGEST_FILE ? JsonMapper.shared().nullNode() : JsonMapper.shared().readTree(text);
            if (file.path("lanyard_station").asInt(0) == 1) {
                return file;
            }
        } catch (JacksonException malformed) {
            throw new NotPossible(malformed, "file.no-preparation");
        }
        throw new NotPossible("file.no-preparation");
    }

    private static String checked(Setting<?> setting, String key, JsonNode value) {
        return text(key, value, text -> setting.read(text).map(_ -> text));
    }

    private static RedeemPer redeemPer(JsonNode file) {
        JsonNode per = file.path("redeem_per");
        return per.isMissingNode() ? RedeemPer.ATTENDEE : text("redeem_per", per, word -> Stream.of(RedeemPer.values())
                .filter(one -> one.word().equals(word)).findFirst());
    }

    private static List<PreparedDoor> doors(JsonNode file) {
        List<PreparedDoor> doors = new ArrayList<>();
        for (JsonNode door : elements(file, "doors")) {
            Product.Kind kind = text("doors", door.path("kind"), word -> Stream.of(Product.Kind.values())
                    .filter(one -> one.prefix().equals(word)).findFirst());
            doors.add(
                    new PreparedDoor(kind, text("doors", door.path("slug"), Optional::of), capacity(door.path("capacity")),
                            flag(door, "count_exits")));
        }
        return doors;
    }

    private static PreparedTerms terms(JsonNode file) {
        return new PreparedTerms(flag(file, "redeem_after_entry"), optional(file, "everybody_out", PreparationReader::time),
                optional(file, "currency", code -> Optional.of(code).filter(text -> text.matches("[A-Z]{3}"))));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text)).filter(time -> time.equals(time.truncatedTo(ChronoUnit.MINUTES)));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> optional(JsonNode file, String key, Function<String, Optional<T>> read) {
        JsonNode value = file.path(key);
        return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(text(key, value, read));
    }

    private static boolean flag(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw invalid(key, value);
        }
        return value.asBoolean(false);
    }

    private static OptionalInt capacity(JsonNode people) {
        if (people.isNull() || people.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!people.isInt() || people.asInt() < 0) {
            throw invalid("capacity", people);
        }
        return OptionalInt.of(people.asInt());
    }

    private static List<PreparedMember> staff(JsonNode file) {
        List<PreparedMember> staff = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode member : elements(file, "staff")) {
            String name = text("staff", member.path("name"), text -> Optional.of(text).filter(Venue::validName)
                    .map(String::strip).filter(names::add));
            Role role = text("staff", member.path("role"), word -> Stream.of(Role.values())
                    .filter(one -> one.word().equals(word)).findFirst());
            staff.add(new PreparedMember(name, role, pinHash(member.path("pin_hash"))));
        }
        return staff;
    }

    private static Optional<String> pinHash(JsonNode hash) {
        return hash.isNull() || hash.isMissingNode() ? Optional.empty()
                : Optional.of(text("pin_hash", hash, text -> Optional.of(text).filter(PIN_HASH.asMatchPredicate())));
    }

    private static <T> T text(String what, JsonNode value, Function<String, Optional<T>> read) {
        if (!value.isString()) {
            throw invalid(what, value);
        }
        return read.apply(value.stringValue()).orElseThrow(() -> invalid(what, value));
    }

    private static List<JsonNode> elements(JsonNode file, String list) {
        JsonNode found = file.path(list);
        if (!found.isMissingNode() && !found.isArray() || found.size() > MOST_ENTRIES) {
            throw invalid(list, found);
        }
        return found.valueStream().toList();
    }

    private static Set<Map.Entry<String, JsonNode>> properties(JsonNode file, String object) {
        JsonNode found = file.path(object);
        if (!found.isMissingNode() && !found.isObject() || found.size() > MOST_ENTRIES) {
            throw invalid(object, found);
        }
        return found.properties();
    }

    private static NotPossible invalid(String what, JsonNode value) {
        return new NotPossible("preparation.invalid", shortened(what), shortened(value.toString()));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
