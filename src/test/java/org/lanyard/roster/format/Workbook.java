package org.lanyard.roster.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An Excel workbook written part by part, so that a test says exactly which cells it holds. */
final class Workbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final StringBuilder rows = new StringBuilder();
    private final boolean numbered;
    private int count;

    /** @param numbered false for a writer that leaves the numbers of rows and cells out, as the format allows */
    Workbook(boolean numbered) {
        this.numbered = numbered;
    }

    static Workbook of(List<List<String>> rows, boolean numbered) {
        Workbook book = new Workbook(numbered);
        rows.forEach(row -> book.row(row.stream().map(Workbook::text).toArray(String[]::new)));
        return book;
    }

    /** @param cells as {@link #text}, {@link #number}, {@link #formula} and {@link #error} make them */
    Workbook row(String... cells) {
        count++;
        rows.append(numbered ? "<row r=\"" + count + "\">" : "<row>");
        for (int i = 0; i < cells.length; i++) {
            rows.append(cells[i].replaceFirst("^<c", numbered ? "<c r=\"" + (char) ('A' + i) + count + '"' : "<c"));
        }
        rows.append("</row>");
        return this;
    }

    static String text(String text) {
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>";
    }

    /** @param style 0: plain, 1: a date with a time, 2: ten digits with zeros in front */
    static String number(String raw, int style) {
        return "<c s=\"" + style + "\"><v>" + raw + "</v></c>";
    }

    static String formula(String result) {
        return "<c t=\"str\"><f>TEXT(A1,\"0\")</f><v>" + escaped(result) + "</v></c>";
    }

    /** A date as a date, which the format allows and few writers use. */
    static String isoDate(String date) {
        return "<c s=\"1\" t=\"d\"><v>" + date + "</v></c>";
    }

    static String error(String error) {
        return "<c t=\"e\"><v>" + error + "</v></c>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + override("workbook", "sheet.main") + override("worksheets/sheet1", "worksheet")
                    + override("styles", "styles") + "</Types>");
            part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            part(zip, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                    + "\"><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                    + relation(2, "styles", "styles.xml")));
            part(zip, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\">"
                    + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/>"
                    + "<numFmt numFmtId=\"165\" formatCode=\"0000000000\"/></numFmts><cellXfs count=\"3\">"
                    + "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
            part(zip, "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
    }
}
