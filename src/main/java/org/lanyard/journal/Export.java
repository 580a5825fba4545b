package org.lanyard.journal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.lanyard.scan.SpreadsheetText;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Times;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes records out, voided ones marked; times are UTC. */
public final class Export {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> COMMON = List.of("id", "at", "access_code", "name", "station", "staff", "note",
            "voided_at", "voided_by", "void_reason");

    private static final String OVERRIDDEN = "overridden";

    private final Journal journal;

    public Export(Journal journal) {
        this.journal = journal;
    }

    public void csv(Conference conference, RecordKind kind, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(header(kind));
        journal.each(conference, kind, entry -> csv.writeRecord(
                harmless(cells(entry))));
        csv.flush();
    }

    private static List<String> harmless(List<String> cells) {
        return cells.stream().map(cell -> SpreadsheetText.neutralize(Objects.requireNonNullElse(cell, ""))).toList();
    }

    public void csv(Conference conference, Filter filter, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        List<String> header = new ArrayList<>(COMMON);
        header.addFirst("kind");
        header.add("detail");
        header.add(OVERRIDDEN);
        csv.writeRecord(header);
        long[] places = journal.places(conference, filter, 0);
        for (int from = 0; from < places.length; from += Journal.PAGE) {
            long[] page = Arrays.copyOfRange(places, from, Math.min(places.length, from + Journal.PAGE));
            for (Entry entry : journal.at(page)) {
                List<String> cells = common(entry);
                cells.addFirst(entry.kind().word());
                cells.add(entry.detail());
                cells.add(overridden(entry));
                csv.writeRecord(harmless(cells));
            }
        }
        csv.flush();
    }

    public void json(Conference conference, RecordKind kind, Writer out) {
        List<String> keys = header(kind);
        JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter().createGenerator(out);
        json.writeStartArray();
        journal.each(conference, kind, entry -> {
            List<String> cells = cells(entry);
            json.writeStartObject();
            for (int i = 0; i < keys.size(); i++) {
                json.writeStringProperty(keys.get(i), cells.get(i));
            }
            json.writeEndObject();
        });
        json.writeEndArray();
        json.flush();
    }

    private static List<String> header(RecordKind kind) {
        List<String> header = new ArrayList<>(COMMON);
        header.addAll(switch (kind) {
            case CHECK_IN -> List.of(OVERRIDDEN);
            case DOOR_CHECK -> List.of("door", OVERRIDDEN);
            case CHECK_OUT -> List.of("door");
            case REDEMPTION -> List.of("item", OVERRIDDEN);
            case REFUSAL -> List.of("verdict", "payload");
            case CORRECTION -> List.of("what", "value");
        });
        return header;
    }

    private static List<String> common(Entry entry) {
        List<String> cells = new ArrayList<>(13);
        for (Object value : new Object[] {entry.id(), Times.iso(entry.at()), entry.accessCode(), entry.name(),
                entry.station(),
                entry.staff(), entry.note(), Times.iso(entry.voidedAt()), entry.voidedBy(), entry.voidReason()}) {
            cells.add(Objects.toString(value, null));
        }
        return cells;
    }

    private static String overridden(Entry entry) {
        return entry.overridden() ? "yes" : "no";
    }

    private static List<String> cells(Entry entry) {
        List<String> cells = common(entry);
        switch (entry.kind()) {
            case CHECK_IN -> cells.add(overridden(entry));
            case DOOR_CHECK, REDEMPTION -> {
                cells.add(entry.detail());
                cells.add(overridden(entry));
            }
            case CHECK_OUT -> cells.add(entry.detail());
            case REFUSAL, CORRECTION -> {
                cells.add(entry.detail());
                cells.add(entry.payload());
            }
        }
        return cells;
    }
}
