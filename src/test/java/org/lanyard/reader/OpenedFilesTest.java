package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.OwnStreams;
import org.lanyard.reader.Pictures.PageCode;
import org.lanyard.reader.frame.Code;

/** Whatever people send is read, or named with what to do. */
@OwnStreams
class OpenedFilesTest {

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int CLEAR = 0;

    @TempDir private Path folder;

    private static BufferedImage code(BarcodeFormat format, String text, int ink, int paper, int type) {
        try {
            BitMatrix matrix = new MultiFormatWriter().encode(text, format, 240, 240);
            BufferedImage picture = new BufferedImage(matrix.getWidth() + 80, matrix.getHeight() + 80, type);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    boolean inside = x >= 40 && y >= 40 && x < matrix.getWidth() + 40 && y < matrix.getHeight() + 40;
                    picture.setRGB(x, y, inside && matrix.get(x - 40, y - 40) ? ink : paper);
                }
            }
            return picture;
        } catch (WriterException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static BufferedImage qr(String text) {
        return code(BarcodeFormat.QR_CODE, text, BLACK, WHITE, BufferedImage.TYPE_INT_RGB);
    }

    private Path written(String name, byte... bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] pdf(String... texts) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String text : texts) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    if (!text.isEmpty()) {
                        content.drawImage(LosslessFactory.createFromImage(document, qr(text)), 60, 600, 90, 90);
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void allCodesOfAllPagesAreToldWithTheirPage() throws IOException {
        Pictures.Found found = Pictures.read(written("family.pdf", pdf("SPONSOR1", "", "FAMILY02", "FAMILY03", "FAMILY04")));
        assertThat(found.pageCodes()).containsExactly(new PageCode(Code.qr("SPONSOR1"), Optional.of(1)),
                new PageCode(Code.qr("FAMILY02"), Optional.of(3)), new PageCode(Code.qr("FAMILY03"), Optional.of(4)),
                new PageCode(Code.qr("FAMILY04"), Optional.of(5)));
        assertThat(found.pages()).isEqualTo(new Pictures.Pages(5, 5));
    }

    @Test
    void whatStandsBeforeThePdfIsSkipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFF\r\nX-Junk: 1\r\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(pdf("conf:ADA1"));
        assertThat(Pictures.read(written("junk.pdf", bytes.toByteArray())).codes()).containsExactly(Code.qr("conf:ADA1"));
    }

    @Test
    void severalCodesOfOnePictureAreAllTold() throws IOException {
        BufferedImage both = new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = both.createGraphics();
        graphics.fillRect(0, 0, 1000, 500);
        graphics.drawImage(qr("conf:ADA1"), 50, 80, null);
        graphics.drawImage(code(BarcodeFormat.AZTEC, "conf:BOB2", BLACK, WHITE, BufferedImage.TYPE_INT_RGB), 550, 80, null);
        graphics.dispose();
        ImageIO.write(both, "png", folder.resolve("both.png").toFile());
        assertThat(Pictures.read(folder.resolve("both.png")).codes()).containsExactlyInAnyOrder(Code.qr("conf:ADA1"),
                new Code("conf:BOB2", "AZTEC"));
    }

    @Test
    void aWalletPassIsRead() throws IOException {
        Path file = folder.resolve("wallet.pkpass");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("pass.json"));
            zip.write("{\"barcodes\":[{\"format\":\"PKBarcodeFormatAztec\",\"message\":\"conf:ADA1\"}]}"
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Pictures.read(file).codes()).containsExactly(new Code("conf:ADA1", "AZTEC"));
    }

    @Test
    void transparentGroundAndTransparentModulesAreRead() throws IOException {
        int[][] colours = {{BLACK, CLEAR}, {WHITE, CLEAR}, {CLEAR, WHITE}, {CLEAR, BLACK}};
        for (int[] colour : colours) {
            BufferedImage picture = code(BarcodeFormat.QR_CODE, "conf:ADA1", colour[0], colour[1],
                    BufferedImage.TYPE_INT_ARGB);
            ImageIO.write(picture, "png", folder.resolve("clear.png").toFile());
            assertThat(Pictures.read(folder.resolve("clear.png")).codes()).as("%X on %X", colour[0], colour[1])
                    .containsExactly(Code.qr("conf:ADA1"));
        }
    }

    @Test
    void aTiffOfSixteenBitsIsRead() throws IOException {
        BufferedImage picture = code(BarcodeFormat.QR_CODE, "conf:ADA1", BLACK, WHITE, BufferedImage.TYPE_USHORT_GRAY);
        ImageIO.write(picture, "tiff", folder.resolve("scan.tif").toFile());
        assertThat(Pictures.read(folder.resolve("scan.tif")).codes()).containsExactly(Code.qr("conf:ADA1"));
    }

    @Test
    void furtherFramesOfAGifAreLookedAt() throws IOException {
        Path file = folder.resolve("moving.gif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(writer.getDefaultStreamMetadata(null));
            BufferedImage blank = new BufferedImage(320, 320, BufferedImage.TYPE_BYTE_BINARY);
            for (BufferedImage frame : new BufferedImage[] {blank, blank, qr("conf:ADA1")}) {
                writer.writeToSequence(new javax.imageio.IIOImage(frame, null,
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        assertThat(Pictures.read(file).codes()).containsExactly(Code.qr("conf:ADA1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | empty", "'....ftypheic....mif1' | HEIC", "'....ftypavif....' | AVIF",
            "'<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>' | SVG",
            "'From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello' | e-mail"})
    void whatCannotBeReadIsNamed(String content, String named) throws IOException {
        Path file = written("ticket", content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Pictures.read(file).fault().orElseThrow()).asString().contains(named);
    }

    @Test
    void jpeg2000IsNamed() throws IOException {
        Path file = written("ticket.jp2", "\0\0\0\u000CjP  \r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Pictures.read(file).fault().orElseThrow()).asString().contains("JPEG 2000");
    }
}
