package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.format.ExportShapes.Guest;
import org.lanyard.roster.format.ExportShapes.Shape;
import org.lanyard.scan.NotPossible;

/** Exports of many systems: each gives exactly what went in, or asks, or refuses. None is wrong in silence. */
class ExportShapesTest {

    @TempDir Path folder;

    private static final String[] ENCODINGS = {"UTF-8", "UTF-16", "windows-1252", "UTF-8"};

    @Test
    void noExportIsWrongInSilence() throws IOException {
        run(56, 20270514);
    }

    @Test
    @Tag("slow")
    void noneOfFiveHundredExportsIsWrongInSilence() throws IOException {
        run(500, 20270515);
    }

    private void run(int files, long seed) throws IOException {
        System.out.println("seed " + seed);
        int understood = 0;
        for (int i = 0; i < files; i++) {
            Random random = new Random(seed + i);
            Shape shape = ExportShapes.SHAPES.get(i % ExportShapes.SHAPES.size());
            boolean damaged = random.nextInt(4) == 0;
            understood += understood(shape, random, damaged) ? 1 : 0;
        }
        assertThat(understood).as("files understood without a question").isGreaterThan(files * 6 / 10);
    }

    /** True if everything came in; false if it was asked or refused. */
    private boolean understood(Shape shape, Random random, boolean damaged) throws IOException {
        List<Guest> guests = ExportShapes.guests(random);
        List<List<String>> rows = ExportShapes.rows(shape, guests);
        Path file = folder.resolve("export");
        Files.write(file, random.nextInt(3) == 0 ? Workbook.of(damaged ? damage(rows, shape, random) : rows,
                random.nextBoolean()).bytes() : csv(shape, random, damaged ? damage(rows, shape, random) : rows));
        RosterDraft draft;
        try {
            draft = Drafts.open(file, Answers.NONE);
        } catch (NotPossible refused) {
            return false;
        }
        if (!draft.questions().isEmpty() || !draft.unusable().isEmpty()) {
            return false;
        }
        assertThat(StreamSupport.stream(draft.roster().people().spliterator(), false)
                .map(person -> found(draft.roster(), person)).toList())
                .as(shape.name() + " as " + draft.table().facts()).containsExactlyInAnyOrderElementsOf(guests.stream()
                        .map(ExportShapesTest::expected).toList());
        return true;
    }

    private static byte[] csv(Shape shape, Random random, List<List<String>> rows) {
        String text = ExportShapes.csv(rows, shape.delimiter());
        Charset charset = Charset.forName(ENCODINGS[random.nextInt(ENCODINGS.length)]);
        return text.getBytes(charset.newEncoder().canEncode(text) ? charset : Charset.forName("UTF-8"));
    }

    private static List<List<String>> damage(List<List<String>> rows, Shape shape, Random random) {
        int code = shape.cells().indexOf("code");
        String ruined = List.of("1.12E+24", "#NAME?", "", "1,234,567", "Processing").get(random.nextInt(5));
        int column = ruined.equals("Processing") ? shape.cells().indexOf("status") : code;
        int row = 1 + random.nextInt(rows.size() - 1);
        List<List<String>> damaged = new java.util.ArrayList<>(rows);
        List<String> cells = new java.util.ArrayList<>(rows.get(row));
        cells.set(column, ruined);
        damaged.set(row, cells);
        return damaged;
    }

    private static String expected(Guest guest) {
        return String.join("|", guest.code(), guest.name(), guest.email(), guest.ticket(), String.valueOf(guest.admitted()),
                guest.order());
    }

    private static String found(StatedRoster roster, StatedPerson person) {
        StatedOrder order = roster.order(person.orders().getFirst()).orElseThrow();
        return String.join("|", person.accessCode(), person.details().name(), person.details().email(),
                order.lines().getFirst().description(), String.valueOf(order.status().equals("paid")), order.reference());
    }
}
