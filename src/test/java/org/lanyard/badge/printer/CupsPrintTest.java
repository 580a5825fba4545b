package org.lanyard.badge.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.LanyardProcess;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeContent;
import org.lanyard.badge.BadgePdf;
import org.lanyard.badge.BadgeTemplate;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.badge.PersonBadge;
import org.lanyard.reader.Pictures;
import org.lanyard.reader.frame.Code;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Reading;

/** The system's way to a printer, through a real CUPS and cups-pdf: what came out, and that nothing comes out twice. */
@Tag("slow")
@Timeout(300)
class CupsPrintTest {

    private static final int DPI = 203;
    private static final double POINTS_PER_MM = 72 / 25.4;

    @TempDir Path folder;
    private Path data;
    private Cups cups;

    @BeforeEach
    void begin() throws IOException {
        List<String> missing = Cups.missing();
        if (!missing.isEmpty()) {
            System.out.println("Not tried against CUPS: this computer lacks " + String.join(", ", missing)
                    + " (Debian: apt-get install cups printer-driver-cups-pdf).");
        }
        assumeTrue(missing.isEmpty(), "CUPS and cups-pdf");
        cups = new Cups(Files.createDirectory(folder.resolve("cups")));
        Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(folder.resolve("cups")));
        data = folder.resolve("data");
        Path roster = Files.writeString(folder.resolve("roster.csv"), """
                code,name,ticket,order,status,company
                AAAA0001,Zoë Ångström,Regular,O1,paid,Röda Korset
                AAAA0002,محمد حسن,Regular,O2,paid,
                AAAA0003,Ada Lovelace,Speaker,O3,paid,Analytical Engines
                AAAA0004,王小明,Student,O4,paid,
                """);
        ends(0, "--conference", "demo", "roster", "import", roster.toString());
        ends(0, "--conference", "demo", "printer", "set", Cups.QUEUE, "system:" + Cups.QUEUE);
    }

    @AfterEach
    void end() throws IOException {
        if (cups != null) {
            cups.close();
        }
    }

    @Test
    void eachTemplateComesOutInItsSizeWithItsWordsAndItsCode() throws IOException {
        List<String> templates = BuiltInTemplates.names();
        for (int i = 0; i < templates.size(); i++) {
            String code = "AAAA000" + (i + 1);
            ends(0, "--conference", "demo", "printer", "set", Cups.QUEUE, "--template", templates.get(i));
            List<Path> before = cups.printed();
            ends(0, "badge", "print", code);
            List<Path> now = new ArrayList<>(cups.printed());
            now.removeAll(before);
            assertThat(now).as(templates.get(i)).hasSize(1);
            looksLike(templates.get(i), code, now.getFirst());
        }
    }

    @Test
    void aPrinterThatIsSwitchedOffAndOnPrintsNothingTwice() throws IOException {
        cups.says("cupsdisable", Cups.QUEUE);
        assertThat(ends(1, "badge", "print", "AAAA0001").out()).first().asString().contains("waits for Badges");
        assertThat(cups.printed()).isEmpty();
        cups.says("cupsenable", Cups.QUEUE);
        ends(0, "scan", "--check-in", "--station", "Desk 1");
        assertThat(cups.printed()).hasSize(1);

        cups.says("lpadmin", "-p", Cups.QUEUE, "-o", "job-hold-until-default=indefinite");
        ends(0, "badge", "print", "AAAA0002");
        cups.cut();
        cups.start();
        ends(0, "scan", "--check-in", "--station", "Desk 1");
        assertThat(cups.jobs()).as("what waits in the spooler").hasSize(1);
        cups.says("lp", "-i", cups.jobs().getFirst(), "-H", "resume");
        assertThat(cups.printed()).hasSize(2);

        ends(0, "badge", "print", "AAAA0003");
        String waiting = cups.jobs().getFirst();
        ends(0, "badge", "print", "AAAA0003", "--again", "--reason", "it did not come out");
        assertThat(cups.jobs()).as("the first was taken back").hasSize(1).doesNotContain(waiting);
        cups.says("lp", "-i", cups.jobs().getFirst(), "-H", "resume");
        assertThat(cups.printed()).hasSize(3);
    }

    private LanyardProcess.Outcome ends(int exit, String... arguments) {
        LanyardProcess.Outcome outcome = cups.lanyard(data, arguments);
        assertThat(outcome.exit()).as("%s %s", outcome.out(), outcome.err()).isEqualTo(exit);
        return outcome;
    }

    private void looksLike(String name, String code, Path pdf) throws IOException {
        BadgeTemplate template = BuiltInTemplates.template(name);
        try (PDDocument read = Loader.loadPDF(pdf.toFile())) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            PDRectangle size = read.getPage(0).getMediaBox();
            assertThat(size.getWidth() / POINTS_PER_MM).as(name).isCloseTo(template.width(), within(1.0));
            assertThat(size.getHeight() / POINTS_PER_MM).as(name).isCloseTo(template.height(), within(1.0));
            BufferedImage page = new PDFRenderer(read).renderImageWithDPI(0, DPI);
            assertThat(Pictures.read(page).codes()).as(name).extracting(Code::text).containsExactly("demo:" + code);
            BadgeContent content = content(code);
            double drawn = unlike(page, drawn(template.fill(content)));
            double nameless = unlike(page, drawn(template.fill(without(content))));
            System.out.printf("%s: %.0f × %.0f mm; %.1f of 255 unlike what was drawn, %.1f unlike one without a name%n",
                    name,
                    size.getWidth() / POINTS_PER_MM, size.getHeight() / POINTS_PER_MM, drawn, nameless);
            assertThat(drawn).as(name).isLessThan(nameless / 2);
        }
    }

    private static BufferedImage drawn(Badge badge) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BadgePdf pdf = BadgePdf.pages()) {
            pdf.add(badge);
            pdf.save(bytes);
        }
        try (PDDocument read = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFRenderer(read).renderImageWithDPI(0, DPI);
        }
    }

    private BadgeContent content(String code) {
        try (Station station = Station.open(new StationConfig(data, Duration.ZERO))) {
            Conference conference = station.roster().conference("demo");
            return new PersonBadge(station.roster(), conference)
                    .content(station.roster().find(conference, Reading.of(code)).orElseThrow());
        }
    }

    private static BadgeContent without(BadgeContent content) {
        return new BadgeContent("", "", "", content.ticket(), content.conference(), content.code(), content.payload(),
                content.ticketColour(), content.fields());
    }

    /** The mean difference of their points, at a third of their size: the edges of letters may differ. */
    private static double unlike(BufferedImage one, BufferedImage other) {
        int width = other.getWidth() / 3;
        int height = other.getHeight() / 3;
        BufferedImage first = scaled(one, width, height);
        BufferedImage second = scaled(other, width, height);
        long sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum += Math.abs((first.getRGB(x, y) & 0xFF) - (second.getRGB(x, y) & 0xFF));
            }
        }
        return (double) sum / width / height;
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return scaled;
    }
}
