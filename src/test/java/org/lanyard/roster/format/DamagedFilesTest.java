package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.scan.NotPossible;

/** Damaged and foreign files: a sentence each, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class DamagedFilesTest {

    @TempDir Path folder;

    @Test
    void anyDamageIsASentence() throws IOException {
        damage(200, 99);
    }

    @Test
    @Tag("slow")
    void twoThousandDamagedFilesAreASentenceEach() throws IOException {
        damage(2000, 100);
    }

    private void damage(int files, long seed) throws IOException {
        System.out.println("seed " + seed);
        int read = 0;
        for (int i = 0; i < files; i++) {
            Random random = new Random(seed * 10_000 + i);
            Path file = Files.write(folder.resolve("file" + i), damaged(random));
            try {
                read += Drafts.open(file, Answers.NONE).columns().size() >= 0 ? 1 : 0;
            } catch (NotPossible told) {
                assertThat(told).message().isNotBlank().doesNotContain("Exception");
            }
            Files.delete(file);
        }
        assertThat(read).isBetween(1, files);
    }

    private static byte[] damaged(Random random) throws IOException {
        var shape = ExportShapes.SHAPES.get(random.nextInt(ExportShapes.SHAPES.size()));
        byte[] csv = ExportShapes.csv(ExportShapes.rows(shape, ExportShapes.guests(random)), shape.delimiter())
                .getBytes(StandardCharsets.UTF_8);
        byte[] file = switch (random.nextInt(12)) {
            case 0, 1, 2 -> ods(new String(csv, StandardCharsets.UTF_8));
            case 3, 4, 5 -> Workbook.of(ExportShapes.rows(shape, ExportShapes.guests(random)), true).bytes();
            case 6 -> hostile(random, csv);
            default -> csv;
        };
        byte[] damaged = random.nextInt(3) == 0 ? Arrays.copyOf(file, 1 + random.nextInt(file.length)) : file.clone();
        for (int i = random.nextInt(12); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static byte[] hostile(Random random, byte[] csv) throws IOException {
        String text = new String(csv, StandardCharsets.UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> ods("x".repeat(30 << 20));
            case 1 -> (",x".repeat(10_000) + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> (text + "\"" + "e\u0301".repeat(1 << 19) + "\"\n").getBytes(StandardCharsets.UTF_8);
            case 3 -> mixed(text);
            case 4 -> new Workbook(true).row(Workbook.text("Barcode"), Workbook.text("Name"), Workbook.text("Ticket"))
                    .row(Workbook.formula("=WEBSERVICE(\"http://example.org\")"), Workbook.formula("Ada"),
                            Workbook.error("#REF!"))
                    .bytes();
            case 5 -> zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
                    "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>");
            default -> zip("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"" + "b".repeat(1000)
                    + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]><a>" + "&c;".repeat(1000) + "</a>", "xl/workbook.xml",
                    "<workbook/>");
        };
    }

    // One half of the file in another encoding, as two lists pasted together have it.
    private static byte[] mixed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8));
        bytes.write(text.substring(text.length() / 2).getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    private static byte[] ods(String text) throws IOException {
        StringBuilder rows = new StringBuilder();
        text.lines().forEach(line -> {
            rows.append("<table:table-row>");
            for (String cell : line.split("[,;\t]")) {
                rows.append("<table:table-cell office:value-type=\"string\"><text:p>").append(cell.replace("&", "&amp;"))
                        .append("</text:p></table:table-cell>");
            }
            rows.append("</table:table-row>");
        });
        return zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
                  <table:table table:name="Sheet1">%s</table:table>
                </office:spreadsheet></office:body></office:document-content>""".formatted(rows));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void anOpenDocumentSpreadsheetIsRead() throws IOException {
        Path file = Files.write(folder.resolve("people.ods"),
                ods("Barcode,Name,Ticket,Status\n000123456789012345678901,Zoë,Regular,Paid\n"));
        RosterDraft draft = Drafts.open(file, Answers.NONE);
        assertThat(draft.questions()).isEmpty();
        assertThat(draft.roster().person("000123456789012345678901").orElseThrow().details().name()).isEqualTo("Zoë");
    }

    @Test
    void aZipThatUnpacksToTooMuchIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("bomb.ods"), ods("x".repeat(30 << 20)));
        assertThatThrownBy(() -> Drafts.open(file, Answers.NONE)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("too large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"%PDF-1.7 | a PDF", "<html><table> | a web page", "{\\rtf1 | an RTF",
            "BEGIN:VCARD | business card", "<?xml version='1.0'?><a/> | an XML file"})
    void whatIsNoTableIsCalledByItsName(String content, String name) throws IOException {
        Path file = Files.writeString(folder.resolve("people.xls"), content);
        assertThatThrownBy(() -> Drafts.open(file, Answers.NONE)).isInstanceOf(NotPossible.class)
                .hasMessageContaining(name).hasMessageContaining("XLSX");
    }

    @Test
    void tooManyColumnsAreRefusedAndALongCellIsCutWithAWarning() {
        assertThatThrownBy(() -> Drafts.text("x,".repeat(10_000) + "y\n", Answers.NONE)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("columns");
        RosterDraft draft = Drafts.text("Barcode,Name,Ticket,Status\nC1,e" + "\u0301".repeat(100_000) + ",Regular,Paid\n",
                Answers.NONE);
        assertThat(draft.roster().person("C1").orElseThrow().details().name()).hasSizeLessThan(20);
        assertThat(draft.warnings()).anySatisfy(warning -> assertThat(warning).asString().contains("Row 2"));
    }

    @Test
    void ruinedCodesAreNamedByRow() {
        for (String code : List.of("1.12E+24", "#NAME?", "1,234,567", "3-Mar")) {
            RosterDraft draft = Drafts.text("Barcode;Name;Ticket;Status\nAB12;Ada;Regular;Paid\n" + code
                    + ";Bob;Regular;Paid\n", Answers.NONE);
            assertThat(draft.unusable()).singleElement().satisfies(row -> {
                assertThat(row.line()).isEqualTo(3);
                assertThat(row.value()).isEqualTo(code);
                assertThat(row.reason().toString()).contains("spreadsheet").contains("XLSX");
            });
        }
    }
}
