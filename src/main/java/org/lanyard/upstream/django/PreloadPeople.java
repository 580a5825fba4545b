package org.lanyard.upstream.django;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanyard.roster.LineGroups;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.UnusableRow;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Sentence;
import tools.jackson.databind.JsonNode;

/**
 * Takes one person of the server's roster after the other, and makes up the orders that it leaves out: people who share a
 * line share a paid order, named after its lowest line. Whoever cannot be read is left out and named.
 */
final class PreloadPeople {

    private final StatedRoster.Builder roster;
    private final LineGroups groups = new LineGroups();
    private final Map<Long, StatedLine> lines = new TreeMap<>();
    private final List<Sentence> warnings = new ArrayList<>();
    private final Map<String, List<Long>> linesOf = new LinkedHashMap<>();

    PreloadPeople(StatedRoster.Builder roster) {
        this.roster = roster;
    }

    /**
     * @param place among the people of the answer, from 1
     * @param row   of the document
     */
    void add(JsonNode person, long place, long row) {
        String given = person.path("access_code").asString("");
        Optional<AccessCode> code = AccessCode.of(given);
        if (code.isEmpty()) {
            unusable(row, "attendees.access_code", "#" + place, given.isBlank() ? Sentence.of("row.missing")
                    : Sentence.of("row.no-code"));
            return;
        }
        String access = code.get().text();
        boolean twice = roster.person(access).isPresent();
        if (!twice) {
            roster.unusableCode(access);
        }
        Optional<Sentence> wrong = twice ? Optional.of(Sentence.of("row.code-twice", access)) : take(person, access);
        wrong.ifPresent(reason -> unusable(row, "attendees." + field(reason), named(person, access), reason));
    }

    private static String field(Sentence reason) {
        return switch (reason.key()) {
            case "row.code-twice" -> "access_code";
            case "row.time" -> "checked_in_at";
            default -> "products";
        };
    }

    // Empty once taken; else the reason why not.
    private Optional<Sentence> take(JsonNode person, String code) {
        Map<Long, Integer> redeemed = new HashMap<>();
        List<StatedLine> read = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (JsonNode product : person.path("products")) {
            if (Wire.isWithoutProduct(product)) {
                warnings.add(Sentence.of("pull.no-product", named(person, code), product.path("description").asString("")));
                roster.withoutProduct(product.path("id").asLong());
                ids.add(product.path("id").asLong());
                continue;
            }
            Optional<StatedLine> line = Wire.line(product, roster);
            if (line.isEmpty()) {
                return Optional.of(Sentence.of("row.product-unreadable", product.path("description").asString("")));
            }
            read.add(line.get());
            ids.add(line.get().upstreamId().orElseThrow());
            redeemed.put(line.get().upstreamId().orElseThrow(), Math.max(0, product.path("redeemed_count").asInt(0)));
        }
        StatedPerson.CheckIn checkIn;
        try {
            checkIn = checkIn(person);
        } catch (DateTimeException | ArithmeticException noTime) {
            return Optional.of(Sentence.of("row.time", person.path("checked_in_at").asString("")));
        }
        roster.put(new StatedPerson(code, Wire.details(person)).with(checkIn).withRedeemed(redeemed));
        read.forEach(line -> lines.put(line.upstreamId().orElseThrow(), line));
        ids.forEach(id -> groups.join(ids.getFirst(), id));
        linesOf.put(code, ids);
        return Optional.empty();
    }

    List<Sentence> warnings() {
        return warnings;
    }

    StatedRoster roster() {
        linesOf.forEach((code, ids) -> {
            String reference = ids.isEmpty() ? StatedRoster.MADE_UP + code : reference(ids.getFirst());
            roster.person(code).ifPresent(person -> roster.put(person.withOrder(reference)));
            if (roster.order(reference).isEmpty()) {
                roster.put(StatedOrder.unnamed(reference));
            }
        });
        Map<String, List<StatedLine>> byOrder = new LinkedHashMap<>();
        lines.forEach((id, line) -> byOrder.computeIfAbsent(reference(id), _ -> new ArrayList<>(3)).add(line));
        byOrder.forEach((reference, its) -> roster.order(reference).ifPresent(order -> roster.put(order.withLines(its))));
        return roster.build();
    }

    private String reference(long line) {
        return StatedRoster.MADE_UP + groups.lowest(line);
    }

    private void unusable(long row, String column, String who, Sentence reason) {
        roster.unusable(new UnusableRow(row, column, Sentence.of("row.of-person", who, reason)));
    }

    private static String named(JsonNode person, String code) {
        String name = person.path("name").asString("");
        return name.isBlank() ? code : name + " (" + code + ")";
    }

    private static StatedPerson.CheckIn checkIn(JsonNode person) {
        if (!person.has("checked_in_at")) {
            return StatedPerson.NOT_STATED;
        }
        String text = person.path("checked_in_at").asString("");
        return text.isBlank() ? new StatedPerson.CheckIn.None() : new StatedPerson.CheckIn.At(
                Instant.ofEpochMilli(OffsetDateTime.parse(text).toInstant().toEpochMilli()));
    }
}
