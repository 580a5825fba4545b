package org.lanyard.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.lanyard.Station;

/** The CSV of 100,000 as a workbook, beside the library's own bare read of it and the import of the CSV. */
final class WorkbookTimes {

    private static final int ROUNDS = 3;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"" + OFFICE + "/%s\" Target=\"%s\"/></Relationships>";

    private static final String TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="%1$s.styles+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$s.worksheet+xml"/></Types>"""
            .formatted("application/vnd.openxmlformats-officedocument.spreadsheetml");

    private WorkbookTimes() {}

    static void measure(Table table) throws IOException {
        Path csv = Stations.sample("sample.csv", Stations.ATTENDEES);
        Path workbook = workbook(csv);
        double[] ours = new double[ROUNDS];
        double[] read = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) {
            double one = imported(workbook);
            double bare = bare(workbook);
            double text = imported(csv);
            if (i >= 0) {
                ours[i] = one;
                read[i] = bare;
                plain[i] = text;
                ratio[i] = one / (bare + text);
            }
        }
        table.group("import of a workbook of 100,000 attendees").info("XLSX to commit", Times.median(ours), "ms")
                .info("the library's bare read", Times.median(read), "ms").info("CSV to commit", Times.median(plain), "ms")
                .reach("to bare read and CSV import", Times.median(ratio), "times", 2);
    }

    private static double imported(Path file) throws IOException {
        try (Station station = Stations.open(Stations.folder("import"))) {
            System.gc();
            return Times.millis(() -> station.rosterFiles().importFile(file, Stations.CSV, _ -> {}));
        }
    }

    private static double bare(Path workbook) {
        System.gc();
        return Times.millis(() -> {
            try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, false));
                    Stream<Row> rows = book.getFirstSheet().openStream()) {
                rows.forEach(row -> row.forEach(cell -> cell.getRawValue()));
            }
        });
    }

    private static Path workbook(Path csv) throws IOException {
        Path workbook = csv.resolveSibling("sample.xlsx");
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook));
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            part(zip, out, "[Content_Types].xml", TYPES);
            part(zip, out, "_rels/.rels", RELATIONS.formatted("officeDocument", "xl/workbook.xml"));
            part(zip, out, "xl/_rels/workbook.xml.rels", RELATIONS.formatted("worksheet", "worksheets/sheet1.xml"));
            part(zip, out, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                    + "\"><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, out, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"/>");
            part(zip, out, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            for (CsvRecord row : rows) {
                out.write("<row>");
                for (String cell : row.getFields()) {
                    out.write("<c t=\"inlineStr\"><is><t>" + cell.replace("&", "&amp;").replace("<", "&lt;")
                            + "</t></is></c>");
                }
                out.write("</row>");
            }
            out.write("</sheetData></worksheet>");
        }
        return workbook;
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String xml) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(name));
        out.write(xml);
    }
}
