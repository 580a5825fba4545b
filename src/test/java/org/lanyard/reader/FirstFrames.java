package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.qr.FuzzedFrames;

/** The first frames that a program looks at, before anything is compiled; a program of its own. */
final class FirstFrames {

    private static final int FRAMES = 80;
    private static final int[] BUDGETS = {20, 5, 60, 1};

    private FirstFrames() {}

    /** Prints by how many milliseconds of CPU the worst of the frames of a seed was beyond its budget. */
    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[0]));
        List<BufferedImage> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            frames.add(picture(FuzzedFrames.frame(random).frame()));
        }
        CodeReader camera = new CodeReader();
        WarmUp.await();
        double beyond = 0;
        for (int i = 0; i < FRAMES; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            camera.sightings(frames.get(i), Symbologies.EVERY, BUDGETS[i % BUDGETS.length]);
            double millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            beyond = Math.max(beyond, millis - BUDGETS[i % BUDGETS.length]);
        }
        System.out.println(beyond);
    }

    private static BufferedImage picture(GreyFrame frame) {
        BufferedImage picture = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.pixels());
        return picture;
    }
}
