package org.lanyard.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the program's answers are not the model's, as sentences: those of one sort are counted, the first told. */
final class Disagreements {

    private static final List<String> FIELDS = List.of("payload", "verdict", "recorded", "access_code", "name",
            "count", "item", "quantity", "remaining");
    private static final List<String> MOMENT = List.of("at", "station", "staff");
    private static final List<String> ITEM = List.of("item", "description", "quantity", "redeemed", "remaining");
    private static final int TOLD = 2;

    private final long seed;
    private final Map<String, List<String>> bySort = new LinkedHashMap<>();

    Disagreements(long seed) {
        this.seed = seed;
    }

    void compare(Run run, int index, byte[] payload, ObjectNode expected, JsonNode got) {
        ObjectNode wanted = kept(expected);
        ObjectNode given = kept(got);
        boolean identified = got.hasNonNull("id") == expected.path("recorded").asBoolean();
        if (wanted.equals(given) && identified) {
            return;
        }
        String sort = run.mode() + ": " + wanted.path("verdict") + " was expected, " + given.path("verdict") + " given"
                + differing(wanted, given);
        note(sort, "At %s, scan %d: the payload %s was to be answered with %s, and was with %s.".formatted(
                run.station(), index, shown(payload), wanted, got));
    }

    /** @param sort what those that are counted together have in common */
    void note(String sort, String sentence) {
        bySort.computeIfAbsent(sort, _ -> new ArrayList<>()).add("Seed " + seed + ". " + sentence);
    }

    private static String differing(ObjectNode wanted, ObjectNode given) {
        List<String> names = new ArrayList<>();
        wanted.propertyNames().forEach(name -> {
            if (!Objects.equals(wanted.get(name), given.get(name))) {
                names.add(name);
            }
        });
        return ", differing in " + names;
    }

    /** What the contract promises, and no other fields; a missing one is null. */
    private static ObjectNode kept(JsonNode answer) {
        ObjectNode kept = only(answer, FIELDS);
        kept.set("look_alike", orNull(answer, "look_alike", only(answer.path("look_alike"),
                List.of("access_code", "name"))));
        boolean again = answer.path("verdict").asString("").matches("re_entry|admitted_again");
        if (again) {
            kept.set("last", only(answer.path("last"), MOMENT));
        }
        if (answer.path("verdict").asString("").equals("order_not_active")) {
            kept.set("order_status", answer.path("order_status"));
        }
        kept.set("items", all(answer.path("items"), ITEM));
        kept.set("units", all(answer.path("units"), MOMENT));
        return kept;
    }

    private static JsonNode orNull(JsonNode answer, String name, JsonNode value) {
        return answer.hasNonNull(name) ? value : JsonMapper.shared().nullNode();
    }

    private static ArrayNode all(JsonNode list, List<String> fields) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        list.forEach(element -> all.add(only(element, fields)));
        return all;
    }

    private static ObjectNode only(JsonNode node, List<String> fields) {
        ObjectNode only = JsonMapper.shared().createObjectNode();
        fields.forEach(field -> only.set(field, node.hasNonNull(field) ? node.get(field)
                : JsonMapper.shared().nullNode()));
        return only;
    }

    /** Every byte that is not plain ASCII escaped, and cut where it is long. */
    private static String shown(byte[] payload) {
        StringBuilder shown = new StringBuilder("\"");
        for (int i = 0; i < Math.min(payload.length, 120); i++) {
            int b = payload[i] & 0xFF;
            shown.append(b >= 32 && b < 127 ? String.valueOf((char) b) : "\\x%02X".formatted(b));
        }
        return shown + "\"" + (payload.length > 120 ? " (%d bytes)".formatted(payload.length) : "");
    }

    /** Empty where there are none. */
    String told() {
        StringBuilder told = new StringBuilder();
        bySort.forEach((sort, sentences) -> {
            told.append("\n").append(sentences.size()).append(" x ").append(sort);
            sentences.stream().limit(TOLD).forEach(sentence -> told.append("\n    ").append(sentence));
        });
        return told.toString();
    }
}
