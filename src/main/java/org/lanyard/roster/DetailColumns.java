package org.lanyard.roster;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class DetailColumns {

    static final int COUNT = Detail.values().length + 1;
    static final String NAMES = names("");
    static final String PLACES = String.join(", ", Collections.nCopies(COUNT, "?"));

    private static final String NO_FIELDS = "{}";
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private DetailColumns() {}

    /** @param table with its dot */
    static String names(String table) {
        return Arrays.stream(Detail.values()).map(detail -> table + detail.word() + ", ").collect(joining())
                + table + "shown_fields";
    }

    /** @param from the first of the columns, from 1 */
    static PersonDetails read(ResultSet row, int from) throws SQLException {
        Map<Detail, String> texts = new EnumMap<>(Detail.class);
        for (Detail detail : Detail.values()) {
            String text = row.getString(from + detail.ordinal());
            if (!text.isEmpty()) {
                texts.put(detail, text);
            }
        }
        return PersonDetails.of(detail -> Optional.ofNullable(texts.get(detail)), fields(row.getString(from + COUNT - 1)));
    }

    static List<Object> values(PersonDetails details) {
        List<Object> values = new ArrayList<>(COUNT);
        for (Detail detail : Detail.values()) {
            values.add(details.text(detail));
        }
        values.add(details.shown().isEmpty() ? NO_FIELDS : JsonMapper.shared().writeValueAsString(details.shown()));
        return values;
    }

    private static Map<String, String> fields(String json) {
        return json.equals(NO_FIELDS) ? Map.of() : JsonMapper.shared().readValue(json, FIELDS);
    }
}
