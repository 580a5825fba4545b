package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.format.ExportShapes.Guest;
import org.lanyard.roster.format.ExportShapes.Shape;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;

/** Exports of many systems: each gives exactly what went in, or asks, or refuses. None is wrong in silence. */
class ExportShapesTest {

    @TempDir Path folder;

    private static final String[] ENCODINGS = {"UTF-8", "UTF-8 with a mark", "UTF-16", "windows-1252", "Shift_JIS"};
    private static final ExportDamage[] DAMAGES = ExportDamage.values();

    private int understood;
    private int asked;
    private int refused;

    @Test
    void noExportIsWrongInSilence() throws IOException {
        run(57, 20270514);
    }

    @Test
    @Tag("slow")
    void noneOfFiveHundredExportsIsWrongInSilence() throws IOException {
        run(500, 20270515);
    }

    private void run(int files, long seed) throws IOException {
        for (int i = 0; i < files; i++) {
            Random random = new Random(seed + i);
            Shape shape = ExportShapes.SHAPES.get(i % ExportShapes.SHAPES.size());
            check(shape, random, "file " + i);
        }
        System.out.printf("seed %d, %d files of %d systems: %d exactly right, %d asked, %d refused%n", seed, files,
                ExportShapes.SHAPES.size(), understood, asked, refused);
        assertThat(understood).as("files understood").isGreaterThan(files * 6 / 10);
    }

    private void check(Shape shape, Random random, String name) throws IOException {
        List<Guest> guests = ExportShapes.guests(random);
        List<List<String>> rows = new ArrayList<>(ExportShapes.rows(shape, guests));
        Optional<ExportDamage> damage = random.nextInt(2) == 0 ? Optional.empty()
                : Optional.of(DAMAGES[random.nextInt(DAMAGES.length)]);
        damage.ifPresent(each -> each.to(rows, shape, random));
        String what = name + ": " + shape.name() + damage.map(each -> ", " + each).orElse("");
        Path file = folder.resolve("export");
        Files.write(file, random.nextInt(3) == 0 ? Workbook.of(rows, random.nextBoolean()).bytes()
                : csv(shape, random, rows));
        try {
            RosterDraft draft = answered(file, shape);
            boolean warned = draft.warnings().stream().anyMatch(warning -> warning.key().equals("file.beside"));
            if (warned || !draft.questions().isEmpty() || !draft.unusable().isEmpty()) {
                asked++;
                assertThat(damage.filter(ExportDamage::isHarmless)).as("%s asked %s, could not use %s", what,
                        draft.questions(), draft.unusable()).isEmpty();
                return;
            }
            assertThat(StreamSupport.stream(draft.roster().people().spliterator(), false)
                    .map(person -> found(draft.roster(), person)).toList())
                    .as("%s as %s", what, draft.table().facts())
                    .containsExactlyInAnyOrderElementsOf(guests.stream().map(guest -> expected(shape, guest)).toList());
            understood++;
        } catch (NotPossible told) {
            refused++;
            assertThat(told).message().isNotBlank();
        }
    }

    /** With the answers that no program can know: which columns are add-ons, and which rows. */
    private static RosterDraft answered(Path file, Shape shape) {
        Answers answers = Answers.NONE;
        for (String column : shape.items()) {
            answers = answers.with(column, Use.ITEM);
        }
        RosterDraft draft = Drafts.open(file, answers);
        boolean extras = draft.questions().stream().anyMatch(question -> question.about() == Question.About.PRODUCT
                && question.value().equals("Dinner"));
        return extras ? Drafts.open(file, answers.withProduct("Dinner", Answers.ProductUse.ITEM)) : draft;
    }

    private static byte[] csv(Shape shape, Random random, List<List<String>> rows) {
        String text = ExportShapes.csv(rows, shape.delimiter());
        String name = ENCODINGS[random.nextInt(ENCODINGS.length)];
        boolean mark = name.equals("UTF-8 with a mark");
        Charset charset = Charset.forName(mark ? "UTF-8" : name);
        return charset.newEncoder().canEncode(text) ? ((mark ? "\uFEFF" : "") + text).getBytes(charset)
                : text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String expected(Shape shape, Guest guest) {
        return String.join("|", guest.code(), guest.name(), guest.email(),
                shape.column("company") < 0 ? "" : guest.company(), guest.ticket(), guest.order(),
                shape.words().get(guest.state()).state().word(),
                String.valueOf(shape.hasItems() ? guest.items() : Map.of()));
    }

    private static String found(StatedRoster roster, StatedPerson person) {
        StatedOrder order = roster.order(person.orders().getFirst()).orElseThrow();
        List<StatedLine> lines = order.lines().stream()
                .filter(line -> line.holder().filter(person.accessCode()::equals).isPresent()).toList();
        StatedLine ticket = lines.stream().filter(line -> line.product().kind() == Product.Kind.TICKET_TYPE).findFirst()
                .orElseThrow();
        Map<String, Integer> items = lines.stream().filter(line -> line.product().kind() == Product.Kind.ADDON)
                .collect(Collectors.toMap(line -> line.description().replace("Abendessen", "Dinner"), StatedLine::quantity,
                        Integer::sum, TreeMap::new));
        return String.join("|", person.accessCode(), person.details().name(), person.details().email(),
                person.details().company(), ticket.description(), order.reference(),
                ticket.status().orElse(order.status()), items.toString());
    }
}
