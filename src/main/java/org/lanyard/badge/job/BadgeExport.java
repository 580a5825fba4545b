package org.lanyard.badge.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.LinkedHashMap;
import org.lanyard.scan.Conference;
import org.lanyard.scan.SpreadsheetText;
import org.lanyard.scan.Times;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the print jobs out, oldest first; times are UTC. */
public final class BadgeExport {

    private static final List<String> COLUMNS = List.of("id", "at", "access_code", "name", "state", "changed_at", "printer",
            "again", "reason", "station", "staff");

    private final PrintJobs jobs;

    public BadgeExport(PrintJobs jobs) {
        this.jobs = jobs;
    }

    public void csv(Conference conference, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(COLUMNS);
        for (PrintJob job : jobs.all(conference)) {
            csv.writeRecord(cells(job).values().stream().map(SpreadsheetText::neutralize).toList());
        }
        csv.flush();
    }

    public void json(Conference conference, Writer out) {
        JsonGenerator json = JsonMapper.shared().writerWithDefaultPrettyPrinter().createGenerator(out);
        json.writeStartArray();
        for (PrintJob job : jobs.all(conference)) {
            json.writeStartObject();
            for (Map.Entry<String, String> cell : cells(job).entrySet()) {
                json.writeStringProperty(cell.getKey(), cell.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.flush();
    }

    private static SequencedMap<String, String> cells(PrintJob job) {
        List<String> values = List.of(job.id().toString(), Times.iso(job.at()), job.accessCode(), job.name(),
                job.state().word(), Times.iso(job.changedAt()), job.printer(), job.again() ? "yes" : "no", job.reason(),
                job.station(), job.staff());
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            cells.put(COLUMNS.get(column), values.get(column));
        }
        return cells;
    }
}
