package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.reader.frame.Code;

/** Pictures of every kind are read, and hostile ones refused in words. */
@Execution(ExecutionMode.CONCURRENT)
class PicturesTest {

    @TempDir private Path folder;

    private static BufferedImage code(BarcodeFormat format, String text, int width, int height) {
        try {
            BitMatrix matrix = new MultiFormatWriter().encode(text, format, width, height);
            BufferedImage picture = new BufferedImage(matrix.getWidth() + 80, matrix.getHeight() + 80,
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D paper = picture.createGraphics();
            paper.setColor(Color.WHITE);
            paper.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            paper.dispose();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    picture.setRGB(x + 40, y + 40, matrix.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
            return picture;
        } catch (WriterException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Path written(BufferedImage picture, String kind) throws IOException {
        Path file = folder.resolve("ticket." + kind);
        assertThat(ImageIO.write(picture, kind, file.toFile())).isTrue();
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void everyKindOfPictureIsRead(String kind) throws IOException {
        assertThat(Pictures.read(written(code(BarcodeFormat.QR_CODE, "conf:ADA1", 240, 240), kind)).codes())
                .containsExactly(new Code("conf:ADA1", "QR_CODE"));
    }

    @ParameterizedTest
    @CsvSource({"AZTEC, A3K9M2X1, 200, 200", "DATA_MATRIX, A3K9M2X1, 200, 200", "PDF_417, A3K9M2X1, 400, 160",
            "CODE_128, A3K9M2X1, 400, 120", "CODE_39, A3K9M2X1, 500, 120", "EAN_13, 4006381333931, 300, 120"})
    void badgesWithAnotherSymbologyAreRead(BarcodeFormat format, String text, int width, int height) throws IOException {
        assertThat(Pictures.read(written(code(format, text, width, height), "png")).codes())
                .containsExactly(new Code(text, format.name()));
    }

    /** Two rows apart have to say the same. */
    @Test
    void aLinearCodeOfAFewRowsIsNotBelieved() throws IOException {
        BufferedImage whole = code(BarcodeFormat.CODE_128, "AAAA1111", 400, 60);
        BufferedImage thin = new BufferedImage(whole.getWidth(), 60, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = thin.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, thin.getWidth(), thin.getHeight());
        paper.drawImage(whole.getSubimage(0, 60, whole.getWidth(), 3), 0, 29, null);
        paper.dispose();
        assertThat(Pictures.read(written(thin, "png")).codes()).isEmpty();
    }

    @Test
    void aPdfTicketIsReadAlsoOnItsSecondPage() throws IOException {
        Path file = folder.resolve("ticket.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            PDPage second = new PDPage();
            document.addPage(second);
            try (PDPageContentStream content = new PDPageContentStream(document, second)) {
                content.drawImage(LosslessFactory.createFromImage(document, code(BarcodeFormat.QR_CODE, "conf:ADA1", 100,
                        100)), 60, 600, 90, 90);
            }
            document.save(file.toFile());
        }
        assertThat(Pictures.read(file).codes()).containsExactly(new Code("conf:ADA1", "QR_CODE"));
    }

    @Test
    void aPictureWithoutACodeHasNone() throws IOException {
        Pictures.Found found = Pictures.read(written(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png"));
        assertThat(found.codes()).isEmpty();
        assertThat(found.fault()).isEmpty();
    }

    @Test
    void aHugePictureIsRefusedByItsHeaderAlone() throws IOException {
        Path file = folder.resolve("huge.png");
        Files.write(file, pngHeader(50_000, 50_000));
        assertThat(Pictures.read(file).fault().orElseThrow()).asString().contains("larger than 120 megapixels");
    }

    @Test
    void aTruncatedPictureIsRefusedOrReadAsFarAsItGoes() throws IOException {
        Path file = written(code(BarcodeFormat.QR_CODE, "conf:ADA1", 400, 400), "jpg");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 3, 20, 100, 300, whole.length / 2}) {
            Files.write(file, Arrays.copyOf(whole, length));
            Pictures.Found found = Pictures.read(file);
            assertThat(found.codes()).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoPictureIsSaidToBeNone() throws IOException {
        Path text = Files.writeString(folder.resolve("badge.png"), "no picture");
        assertThat(Pictures.read(text).fault().orElseThrow()).asString().contains("its picture format is not supported");
        assertThat(Pictures.read(folder.resolve("nowhere.png")).fault().orElseThrow()).asString().contains("no such file");
        Path half = folder.resolve("half.png");
        ImageIO.write(code(BarcodeFormat.QR_CODE, "A3K9M2X1", 300, 300), "png", half.toFile());
        byte[] bytes = Files.readAllBytes(half);
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(Pictures.read(half).codes()).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefusedInWords() throws IOException {
        Path text = Files.writeString(folder.resolve("ticket.png"), "not a picture");
        assertThat(Pictures.read(text).fault().orElseThrow()).asString().contains("its picture format is not supported");
        assertThat(Pictures.read(folder.resolve("nowhere.png")).fault().orElseThrow()).asString().contains("no such file");
        assertThat(Pictures.read(folder).fault().orElseThrow()).asString().contains("folder");
        Path pdf = Files.write(folder.resolve("broken.pdf"), "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertThat(Pictures.read(pdf).fault().orElseThrow()).asString().contains("cannot be read");
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(chunk);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeInt(13);
        out.write(chunk.toByteArray());
        out.writeInt((int) crc.getValue());
        return file.toByteArray();
    }
}
