package org.lanyard.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeBatch;
import org.lanyard.badge.BadgeImage;
import org.lanyard.badge.BadgePdf;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.badge.PersonBadge;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.printer.FakeZebra;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;

/**
 * Badges of everybody as one PDF, beside PDFBox writing as many pages with one line of text each; one badge as a desk draws
 * it; and the time from a wand's Enter to the verdict without printing, with it, and while the printer hangs, turn by turn.
 * Headless; arguments: the folder to work in, attendees, scans of each turn,
 * and, where not all are wanted, the parts: one, all, latency.
 */
final class BadgesInUse {

    private static final int WARM_UP = 300;
    /** Scans of a turn: what else the machine does falls upon all three alike. */
    private static final int TURN = 10;
    /** Faster than anybody hands over badges. */
    private static final long SCAN_EVERY_MILLIS = 400;
    private static final Duration DRAINED = Duration.ofMinutes(10);

    private final DeskInUse desk;
    private final Path folder;
    private final int scans;
    private final Conference conference;
    private int scanned;

    private BadgesInUse(DeskInUse desk, Path folder, int scans) {
        this.desk = desk;
        this.folder = folder;
        this.scans = scans;
        this.conference = desk.station.roster().conference("sample");
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (DeskInUse desk = DeskInUse.open(folder, Integer.parseInt(args[1]))) {
            BadgesInUse badges = new BadgesInUse(desk, folder, Integer.parseInt(args[2]));
            List<String> parts = args.length > 3 ? List.of(args).subList(3, args.length) : List.of("one", "all", "latency");
            for (String part : parts) {
                switch (part) {
                    case "one" -> badges.one();
                    case "all" -> badges.everybody();
                    default -> badges.latencies();
                }
            }
        }
    }

    private void one() {
        desk.station.printing().printers().set("PDF", new PrinterAddress("folder:" + folder));
        long begun = System.nanoTime();
        desk.station.printing().warmUp(conference);
        System.out.printf(Locale.ROOT, "%-50s %.0f%n", "warming up, ms", (System.nanoTime() - begun) / 1e6);
        desk.station.printing().printers().remove("PDF");
        List<Person> people = desk.station.roster().search(conference, "a", 200);
        PersonBadge words = new PersonBadge(desk.station.roster(), conference);
        for (String name : BuiltInTemplates.names()) {
            for (int dpi : new int[] {203, 300}) {
                List<Double> times = new ArrayList<>();
                List<Double> processor = new ArrayList<>();
                ThreadMXBean thread = ManagementFactory.getThreadMXBean();
                for (Person person : people) {
                    long used = thread.getCurrentThreadCpuTime();
                    long start = System.nanoTime();
                    Badge badge = desk.station.printing().drawing().template(name).fill(words.content(person));
                    BadgeImage.of(badge, dpi);
                    times.add((System.nanoTime() - start) / 1e6);
                    processor.add((thread.getCurrentThreadCpuTime() - used) / 1e6);
                }
                System.out.printf(Locale.ROOT, "%-50s first %.0f%n", "a badge, " + name + " at " + dpi + " dpi, ms",
                        times.getFirst());
                DeskInUse.report("  and " + times.size(), times, 100);
                DeskInUse.report("  of which the processor's", processor, 100);
            }
        }
    }

    private void everybody() throws IOException {
        for (String name : List.of("label-100x62", "badge-a6")) {
            Path pdf = folder.resolve("badges.pdf");
            long start = System.nanoTime();
            int pages = batch(name, pdf);
            report(pages + " badges, " + name, start, pdf);
            Path lines = folder.resolve("lines.pdf");
            start = System.nanoTime();
            pdfBox(pages, lines);
            report(pages + " pages of one line by PDFBox", start, lines);
        }
        System.out.printf("%-50s %d MB%n", "most memory", Runtime.getRuntime().maxMemory() >> 20);
    }

    private int batch(String template, Path file) throws IOException {
        try (BadgePdf pdf = BadgePdf.pages()) {
            BadgeBatch batch = new BadgeBatch(desk.station.roster(), conference, BuiltInTemplates.template(template),
                    Optional.empty(), BadgeBatch.Order.NAME);
            batch.write(pdf, file, _ -> {}, _ -> {});
            return batch.size();
        }
    }

    private static void pdfBox(int pages, Path file) throws IOException {
        PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                    text.beginText();
                    text.setFont(font, 24);
                    text.newLineAtOffset(72, 700);
                    text.showText("Attendee " + i);
                    text.endText();
                }
            }
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
    }

    private static void report(String what, long start, Path file) throws IOException {
        System.out.printf(Locale.ROOT, "%-50s %.1f s, %.1f MB%n", what, (System.nanoTime() - start) / 1e9,
                Files.size(file) / 1e6);
    }

    private void latencies() throws Exception {
        try (FakeZebra zebra = new FakeZebra()) {
            desk.station.printing().printers().set("Zebra", new PrinterAddress("zpl://127.0.0.1:" + zebra.port()));
            desk.station.printing().begin();
            desk.latencies(WARM_UP, 0);
            scanned = WARM_UP;
            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int turn = 0; turn < scans / TURN; turn++) {
                turn(times, "printing off", BadgeSettings.When.OFF);
                turn(times, "printing on", BadgeSettings.When.FIRST);
                desk.station.printing().finish(DRAINED);
                CountDownLatch hung = new CountDownLatch(1);
                zebra.watcher = step -> await(hung);
                turn(times, "printing on, the printer hangs", BadgeSettings.When.FIRST);
                zebra.watcher = _ -> {};
                hung.countDown();
                drain();
            }
            times.forEach((name, all) -> DeskInUse.report("from Enter to the verdict, " + name + ", ms", all, 50));
            System.out.printf("%-50s %d%n", "  labels", zebra.labels().size());
        }
    }

    private void drain() throws InterruptedException {
        while (desk.station.printing().jobs().waiting() > 0) {
            DeskInUse.waitFor(SCAN_EVERY_MILLIS);
        }
    }

    private void turn(Map<String, List<Double>> all, String name, BadgeSettings.When when) throws Exception {
        desk.station.settings().set(BadgeSettings.WHEN, when).join();
        List<Double> times = all.computeIfAbsent(name, _ -> new ArrayList<>());
        for (int i = 0; i < TURN; i++) {
            times.addAll(desk.latencies(1, scanned++));
            DeskInUse.waitFor(SCAN_EVERY_MILLIS);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
