package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;
import org.lanyard.Rig;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.journal.Filter;
import org.lanyard.roster.Correction;
import org.lanyard.roster.Person;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.SpreadsheetPayloads;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Venue;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every text column of every export holds each of forty texts that some spreadsheet takes for a formula; opened with a comma, a
 * semicolon or a tab as separator, none is one (case 59).
 */
@OwnStreams
class SpreadsheetExportsTest {

    private static final List<String> EXPORTS = List.of("check-ins", "door-checks", "redemptions", "check-outs", "refusals",
            "corrections", "payments", "badges", "attendees");
    /** Columns of numbers, times, and words of the program's own. */
    private static final Set<String> OWN_WORDS = Set.of("id", "at", "voided_at", "changed_at", "kind", "verdict", "what",
            "means",
            "amount", "currency", "state", "again", "door", "item", "order_status", "ticket_status", "party", "withdrawn",
            "checked_in_at", "ticket_type");
    /** Of a text that a column may refuse: nothing but spaces and signs is no name of a station, say. */
    private static final int FEWEST = 20;
    private static final Pattern CELL = Pattern.compile("<table:table-cell[^>]*office:value-type");
    private static final Pattern FORMULA_CELL = Pattern.compile("table:formula=\"([^\"]*)\"");
    @TempDir static Path folder;
    private static Script script;

    @BeforeAll
    static void recordEveryPayload() {
        script = new Script(folder.resolve("data"));
        try (Rig rig = Rig.in(folder.resolve("data"))) {
            rig.json(Json.line(roster()));
            rig.station().printing().printers().set("Folder", new PrinterAddress("folder:" + folder));
            for (int i = 0; i < SpreadsheetPayloads.ALL.size(); i++) {
                recordAndVoid(rig, "CODE" + i, SpreadsheetPayloads.ALL.get(i));
            }
        }
    }

    private static void recordAndVoid(Rig rig, String code, String text) {
        String place = Venue.validName(text) ? text : "Desk";
        for (Mode mode : List.of(new Mode.CheckIn(), new Mode.Door(rig.product("lunch")),
                new Mode.Redeem(rig.product("lunch")), new Mode.Exit(Optional.empty()))) {
            Scan scan = rig.scan(code).withNote(text).acknowledged();
            var decision = rig.station().gate().decide(rig.post(mode, place, place), scan).join();
            assertThat(decision.verdict().recorded()).as("%s", decision).isTrue();
            rig.station().gate().voidRecord(scan.id(), text, rig.post(mode, place, place).by(boss(rig, place)),
                    Rig.NINE);
            rig.station().gate().decide(rig.post(mode, place, place), rig.scan(text)).join();
        }
        correct(rig, rig.post(new Mode.CheckIn(), place, place).by(boss(rig, place)), code, text);
    }

    private static StaffMember boss(Rig rig, String name) {
        return rig.station().venue().setRole(name, Role.ADMINISTRATOR);
    }

    private static void correct(Rig rig, Post by, String code, String text) {
        Person person = rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
        rig.station().corrections().correct(by, person.id(), List.of(new Correction.Text(Detail.COMPANY, text + "!"),
                new Correction.Shown(text, text), new Correction.Attention(text + "!"),
                new Correction.Paid(100, Correction.Means.CASH)), text);
        rig.station().printing().jobs().print(by, person, Optional.of("Folder"));
        rig.station().printing().jobs().printAgain(by, person, Optional.of("Folder"), text);
    }

    private static ObjectNode roster() {
        ObjectNode roster = Json.object();
        roster.putObject("conference").put("slug", "conf").put("name", "Conf").put("timezone", "Europe/Berlin");
        roster.putArray("ticket_types").addObject().put("slug", "individual").put("name", "=1+1;=2");
        roster.putArray("addons").addObject().put("slug", "lunch").put("name", "a;=1+1;b");
        ArrayNode orders = roster.putArray("orders");
        ArrayNode attendees = roster.putArray("attendees");
        for (int i = 0; i < SpreadsheetPayloads.ALL.size(); i++) {
            ArrayNode items = orders.addObject().put("reference", "O" + i).put("status", "paid").putArray("items");
            items.addObject().put("id", 2 * i + 1).put("ticket_type", "individual").put("description", "t")
                    .put("quantity", 1);
            items.addObject().put("id", 2 * i + 2).put("addon", "lunch").put("description", SpreadsheetPayloads.ALL.get(i))
                    .put("quantity", 3);
            addAttendee(attendees.addObject(), i, SpreadsheetPayloads.ALL.get(i));
        }
        return roster;
    }

    private static void addAttendee(ObjectNode attendee, int number, String text) {
        attendee.put("access_code", "CODE" + number).putArray("orders").add("O" + number);
        for (Detail detail : List.of(Detail.NAME, Detail.EMAIL, Detail.COMPANY, Detail.NOTE, Detail.ATTENTION)) {
            attendee.put(detail.word(), text);
        }
        attendee.putObject("fields").put("pronouns", text).put(text, "value");
    }

    private static List<Path> exported() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String what : EXPORTS) {
            files.add(folder.resolve(what + ".csv"));
            script.run("export", what, "-o", files.getLast().toString()).exits(0);
        }
        files.add(folder.resolve("journal.csv"));
        try (Rig rig = Rig.in(folder.resolve("data")); Writer out = Files.newBufferedWriter(files.getLast())) {
            rig.station().export().csv(rig.conference(), Filter.NONE, out);
        }
        return files;
    }

    @Test
    void noCellBeginsWithTheSignOfAFormula() throws IOException {
        for (Path file : exported()) {
            String text = Files.readString(file);
            System.out.println(file.getFileName() + ": " + hostile(text));
            assertThat(SpreadsheetPayloads.formulas(text)).as("%s", file.getFileName()).isEmpty();
            assertThat(hostile(text)).as("%s: a column that no hostile text reached", file.getFileName())
                    .allSatisfy((_, texts) -> assertThat(texts).isGreaterThanOrEqualTo(FEWEST));
        }
    }

    /** How many of the texts stand in each column. */
    private static Map<String, Integer> hostile(String file) {
        Map<String, Set<String>> found = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(file.startsWith("\uFEFF") ? file.substring(1) : file)) {
            rows.forEach(row -> row.getFieldsAsMap().forEach((column, cell) -> {
                Set<String> texts = found.computeIfAbsent(column, _ -> new TreeSet<>());
                if (cell.contains("1") || cell.contains("2")) {
                    texts.add(cell);
                }
            }));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, Integer> columns = new TreeMap<>();
        found.forEach((column, texts) -> columns.put(column, texts.size()));
        columns.keySet().removeIf(column -> OWN_WORDS.contains(column) || column.startsWith("show:"));
        columns.values().removeIf(texts -> texts == 0);   // such as who voided a refusal
        return columns;
    }

    @Test
    @Tag("slow")
    void libreOfficeFindsNoFormula() throws Exception {
        assumeTrue(installed(), "LibreOffice is not installed, so no export was opened with it");
        List<Path> files = new ArrayList<>(exported());
        files.add(Files.writeString(folder.resolve("unprotected.csv"), "x,\"a;=1+1;b\",\"a\t=1+1\"\nx,=1+1\n"));
        for (int separator : SpreadsheetPayloads.SEPARATORS.values()) {
            Path sheets = open(files, separator);
            for (Path file : files) {
                String sheet = Files.readString(sheets.resolve(file.getFileName().toString().replace(".csv", ".fods")));
                var formulas = FORMULA_CELL.matcher(sheet).results().map(found -> found.group(1)).toList();
                System.out.println(
                        file.getFileName() + ", separator " + separator + ": " + CELL.matcher(sheet).results().count()
                                + " cells, " + formulas.size() + " formulas");
                if (file.endsWith("unprotected.csv")) {
                    assertThat(formulas).as("formulas are found where there are some").isNotEmpty();
                } else {
                    assertThat(formulas).as("%s, separator %d", file.getFileName(), separator).isEmpty();
                }
            }
        }
    }

    private static boolean installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
    }

    private static Path open(List<Path> files, int separator) throws IOException, InterruptedException {
        Path sheets = folder.resolve("sheets" + separator);
        List<String> line = new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless", "--convert-to", "fods", "--infilter=CSV:" + separator + ",34,76", "--outdir",
                sheets.toString()));
        files.forEach(file -> line.add(file.toString()));
        Process office = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return sheets;
    }
}
