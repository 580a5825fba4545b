package org.lanyard.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.badge.printer.Printed;
import org.lanyard.reader.Pictures;
import org.lanyard.reader.frame.Code;

/**
 * Every built-in template for everybody that a name may be trouble for: each code is read back from the dots that a label
 * printer burns and from the coloured picture. The long form leaves sheets to look at in {@code target/badge-pages}.
 */
@Execution(ExecutionMode.CONCURRENT)
class BadgePagesTest {

    private static final Path SHEETS = Path.of("target", "badge-pages");
    private static final int COLUMNS = 6;
    private static final int GAP = 12;
    private static final List<Color> COLOURS = List.of(new Color(0x0B5FA5), new Color(0x8A3B12), new Color(0xF2C500),
            new Color(0x9FD3FF), Color.BLACK, Color.WHITE);
    private static final List<BadgeContent> EVERYBODY = everybody();

    static Stream<Arguments> templates() {
        return BuiltInTemplates.names().stream()
                .flatMap(name -> Stream.of(Arguments.of(name, 203), Arguments.of(name, 300)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void codesAreReadBackFromTheDots(String template, int dpi) {
        int first = (BuiltInTemplates.names().indexOf(template) * 2 + dpi / 300) * 4 % EVERYBODY.size();
        for (int i = first; i < first + 4; i++) {
            BadgeContent content = EVERYBODY.get(i % EVERYBODY.size());
            assertThat(readBack(Printed.of(picture(template, content, dpi)))).as(content.name())
                    .containsExactly(Badges.PAYLOAD);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("templates")
    void everyCodeOfEverybodyIsReadBack(String template, int dpi) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        for (BadgeContent content : EVERYBODY) {
            BufferedImage picture = picture(template, content, dpi);
            pictures.add(picture);
            assertThat(readBack(picture)).as("in colour: " + content).containsExactly(Badges.PAYLOAD);
            assertThat(readBack(Printed.of(picture))).as("in dots: " + content).containsExactly(Badges.PAYLOAD);
        }
        Files.createDirectories(SHEETS);
        ImageIO.write(sheet(pictures), "png", SHEETS.resolve(template + "-" + dpi + ".png").toFile());
        System.out.printf("%s at %d dpi: %d badges read back, in colour and in dots%n", template, dpi, pictures.size());
    }

    private static BufferedImage picture(String template, BadgeContent content, int dpi) {
        return BadgeImage.of(BuiltInTemplates.template(template).fill(content), dpi);
    }

    private static List<String> readBack(BufferedImage picture) {
        return Pictures.read(picture).codes().stream().map(Code::text).toList();
    }

    private static List<BadgeContent> everybody() {
        List<BadgeContent> all = new ArrayList<>();
        Badges.NAMES.values().stream().sorted().forEach(name -> {
            all.add(content(all.size(), name, "Röda Korset", "Individual"));
            all.add(content(all.size(), (name + " ").repeat(4).strip(), name, name));
        });
        all.add(content(0, Badges.LONGEST, "Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ) GmbH",
                "Conference pass with tutorials, sprints and the education summit"));
        all.add(content(1, "Wolfeschlegelsteinhausenbergerdorff", "Rindfleischetikettierungsüberwachungsaufgabe",
                "Student"));
        all.add(content(2, "Li", "", "Individual"));
        all.add(content(3, "Ö", "X", ""));
        all.add(content(4, "", "", ""));
        all.add(content(5, "محمد عبد الرحمن بن سلمان آل سعود القحطاني", "مؤسسة الملك", "طالب"));
        return all;
    }

    private static BadgeContent content(int number, String name, String company, String ticket) {
        return new BadgeContent(name, PersonBadge.firstName(name), company, ticket, "PyCon US 2027", "A3K9M2X1",
                Badges.PAYLOAD, COLOURS.get(number % COLOURS.size()), Map.of());
    }

    private static BufferedImage sheet(List<BufferedImage> pictures) {
        int width = 300;
        int height = width * pictures.getFirst().getHeight() / pictures.getFirst().getWidth();
        int rows = (pictures.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(COLUMNS * (width + GAP) + GAP, rows * (height + GAP) + GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < pictures.size(); i++) {
            graphics.drawImage(pictures.get(i).getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING),
                    GAP + i % COLUMNS * (width + GAP), GAP + i / COLUMNS * (height + GAP), null);
        }
        graphics.dispose();
        return sheet;
    }
}
