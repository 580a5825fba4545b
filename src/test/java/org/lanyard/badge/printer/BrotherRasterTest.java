package org.lanyard.badge.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.badge.BadgeContent;
import org.lanyard.badge.BadgeImage;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.Pictures;

@Execution(ExecutionMode.CONCURRENT)
class BrotherRasterTest {

    @Test
    void everyBuiltInTemplateFitsTheTapeAndIsReadBackFromItsDots() {
        for (String name : BuiltInTemplates.names()) {
            BadgeContent content = new BadgeContent("Zoë", "Zoë", "", "Individual", "PyCon", "A3K9M2X1", "pycon:A3K9M2X1",
                    Color.BLUE, Map.of());
            BufferedImage image = BadgeImage.across(BuiltInTemplates.template(name).fill(content), BrotherRaster.DPI,
                    BrotherRaster.PRINTABLE);
            assertThat(image.getWidth()).as(name).isLessThanOrEqualTo(BrotherRaster.PRINTABLE);
            byte[] label = BrotherRaster.label(Dots.of(image));
            assertThat(Pictures.read(printed(label, image.getHeight())).codes()).as(name).extracting(Code::text)
                    .containsExactly("pycon:A3K9M2X1");
        }
    }

    /** The tape as the head prints it: pin 0 at the right. */
    private static BufferedImage printed(byte[] label, int height) {
        BufferedImage tape = new BufferedImage(720, height, BufferedImage.TYPE_INT_RGB);
        int first = label.length - 1 - height * 93;
        for (int y = 0; y < height; y++) {
            int line = first + y * 93;
            assertThat(label[line]).isEqualTo((byte) 'g');
            for (int pin = 0; pin < 720; pin++) {
                boolean black = (label[line + 3 + pin / 8] & 0x80 >> pin % 8) != 0;
                tape.setRGB(719 - pin, y, black ? 0 : 0xFFFFFF);
            }
        }
        return tape;
    }
}
