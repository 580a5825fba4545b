package org.lanyard.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.Pictures;

/** Every built-in template, in every script, is read back by the station's own reader. */
@Execution(ExecutionMode.CONCURRENT)
class BadgeReadBackTest {

    @TempDir Path folder;

    static Stream<Arguments> templates() {
        return BuiltInTemplates.names().stream()
                .flatMap(name -> Stream.of(Arguments.of(name, 203), Arguments.of(name, 300)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyScriptAndLengthStaysOnTheBadge(String template, int dpi) {
        BadgeTemplate built = BuiltInTemplates.template(template);
        Rectangle2D badge = new Rectangle2D.Double(0, 0, built.width(), built.height());
        Stream.concat(Badges.NAMES.values().stream(), Stream.of(Badges.LONGEST, "Li", "")).forEach(name -> assertThat(
                Badges.outlines(built.fill(Badges.named(name)))).allSatisfy(
                        ink -> assertThat(badge.contains(ink.shape().getBounds2D())).as(name).isTrue()));
    }

    @Test
    void aPdfHasAPageForEachBadgeAtItsTrueSize() throws IOException {
        Path pdf = folder.resolve("badges.pdf");
        try (BadgePdf pages = BadgePdf.pages(); OutputStream out = Files.newOutputStream(pdf)) {
            for (String name : BuiltInTemplates.names()) {
                pages.add(BuiltInTemplates.template(name).fill(Badges.named("Zoë Ångström")));
            }
            pages.save(out);
        }
        try (PDDocument read = Loader.loadPDF(pdf.toFile())) {
            List<String> sizes = Stream.iterate(0, i -> i < read.getNumberOfPages(), i -> i + 1)
                    .map(i -> Math.round(read.getPage(i).getMediaBox().getWidth() / 72 * 25.4) + "x"
                            + Math.round(read.getPage(i).getMediaBox().getHeight() / 72 * 25.4))
                    .toList();
            assertThat(sizes).containsExactly("100x62", "57x32", "86x54", "105x148");
        }
        assertThat(texts(pdf)).contains(Badges.PAYLOAD);
    }

    @Test
    void twoBadgesOfA6ShareASheetOfA4() throws IOException {
        Path pdf = folder.resolve("sheets.pdf");
        try (BadgePdf sheets = BadgePdf.sheetsOfA4(); OutputStream out = Files.newOutputStream(pdf)) {
            for (String code : List.of("CODE0001", "CODE0002", "CODE0003")) {
                sheets.add(BuiltInTemplates.template("badge-a6").fill(Badges.coded(code)));
            }
            sheets.save(out);
        }
        try (PDDocument read = Loader.loadPDF(pdf.toFile())) {
            assertThat(read.getNumberOfPages()).isEqualTo(2);
            BufferedImage sheet = new PDFRenderer(read).renderImageWithDPI(0, 150);
            BufferedImage left = sheet.getSubimage(0, 0, sheet.getWidth() * 113 / 297, sheet.getHeight());
            BufferedImage right =
                    sheet.getSubimage(left.getWidth(), 0, sheet.getWidth() - left.getWidth(), sheet.getHeight());
            assertThat(Stream.of(left, right).flatMap(half -> Pictures.read(half).codes().stream()).map(Code::text))
                    .containsExactly("CODE0001", "CODE0002");
        }
    }

    private static List<String> texts(Path file) {
        return Pictures.read(file).codes().stream().map(Code::text).toList();
    }
}
