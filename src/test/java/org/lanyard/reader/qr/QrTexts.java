package org.lanyard.reader.qr;

import java.awt.image.BufferedImage;
import java.util.List;
import org.lanyard.reader.Pictures;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Buffers;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.StageRotation;

/** Runs every stage of the decoder on one frame. */
public final class QrTexts {

    private static final double PICTURE_MILLIS = 400;

    static {
        // waits until everything is compiled, so that budgets hold
        Pictures.read(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
    }

    private QrTexts() {}

    /** The most central text, or "". */
    static String decode(BufferedImage picture) {
        return decode(GreyFrame.of(picture), PICTURE_MILLIS).stream().findFirst().orElse("");
    }

    /** All texts, the most central first. */
    public static List<String> decode(GreyFrame frame, double millis) {
        QrDecoder decoder = new QrDecoder(frame, Goal.ANY, new Buffers(), Budget.ofMillis(millis));
        try {
            if (!decoder.readCheaply()) {
                new StageRotation().run(decoder.stages());
            }
        } catch (Budget.Spent spent) {
            // codes read until then count
        }
        return decoder.sightings().stream().map(seen -> seen.code().text()).toList();
    }
}
