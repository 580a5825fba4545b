package org.lanyard.journal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.SpreadsheetText;
import org.lanyard.scan.Times;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes corrections, or the payments among them, out in the journal's order; times are UTC. */
public final class CorrectionExport {

    private static final List<String> COMMON = List.of("id", "at", "access_code", "name", "station", "staff", "note",
            "voided_at", "voided_by", "void_reason");
    private static final String ROWS = """
            SELECT correction.id, corrected_at, access_code, attendee.name, station.name, staff.name, what, about, value,
                   correction.reason, amount, means
              FROM correction JOIN attendee ON attendee.id = attendee_id LEFT JOIN station ON station.id = station_id
              LEFT JOIN staff_member staff ON staff.id = corrected_by
             WHERE correction.conference_id = ?1 AND (?2 = 0 OR amount IS NOT NULL) ORDER BY correction.seq
            """;

    private final Ledger ledger;
    private final Till till;

    public CorrectionExport(Ledger ledger, Till till) {
        this.ledger = ledger;
        this.till = till;
    }

    public enum What {
        CORRECTIONS("what", "about", "value", "reason"), PAYMENTS("amount", "currency", "means", "reason");

        private final List<String> header;

        What(String... own) {
            header = new ArrayList<>(COMMON);
            header.addAll(List.of(own));
        }
    }

    public void csv(Conference conference, What what, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(what.header);
        each(conference, what, cells -> csv.writeRecord(
                cells.stream().map(cell -> SpreadsheetText.neutralize(Objects.requireNonNullElse(cell, ""))).toList()));
        csv.flush();
    }

    public void json(Conference conference, What what, Writer out) {
        JsonGenerator json = JsonMapper.shared().writerWithDefaultPrettyPrinter().createGenerator(out);
        json.writeStartArray();
        each(conference, what, cells -> {
            json.writeStartObject();
            for (int i = 0; i < cells.size(); i++) {
                json.writeStringProperty(what.header.get(i), cells.get(i));
            }
            json.writeEndObject();
        });
        json.writeEndArray();
        json.flush();
    }

    private void each(Conference conference, What what, Consumer<List<String>> row) {
        Currency currency = till.currency(conference);
        ledger.read(db -> {
            db.each(found -> {
                row.accept(cells(found, what, currency));
                return null;
            }, ROWS, conference.id(), what == What.PAYMENTS);
            return true;
        });
    }

    private static List<String> cells(ResultSet row, What what, Currency currency) throws SQLException {
        List<String> cells = new ArrayList<>(what.header.size());
        cells.add(row.getString(1));
        cells.add(Times.iso(Db.instant(row, 2)));
        for (int column = 3; column <= 6; column++) {
            cells.add(row.getString(column));
        }
        for (int i = cells.size(); i < COMMON.size(); i++) {
            cells.add(null);
        }
        if (what == What.PAYMENTS) {
            cells.add(BigDecimal.valueOf(row.getLong(11), currency.getDefaultFractionDigits()).toPlainString());
            cells.add(currency.getCurrencyCode());
            cells.add(row.getString(12));
        } else {
            cells.addAll(List.of(row.getString(7), row.getString(8), row.getString(9).replace('\u001F', ' ')));
        }
        cells.add(row.getString(10));
        return cells;
    }
}
