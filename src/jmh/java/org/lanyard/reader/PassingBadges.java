package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lanyard.reader.frame.GreyFrame;

/**
 * A camera of 1280 × 720 at 30 frames a second before which synthetic badges pass, a second each, with a second of
 * whatever else a hall shows between them. Its frames are made before it films, and are in colour as a device's are.
 */
public final class PassingBadges implements Camera {

    public static final int A_SECOND = 30;

    private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
    private static final long SEED = 20270514;
    private static final int BADGES = 12;

    private final List<BufferedImage> frames = new ArrayList<>();
    private volatile boolean badge;

    public PassingBadges() {
        for (int i = 0; i < BADGES; i++) {
            frames.add(coloured(SyntheticFrames.make(SEED, i).frame()));
            frames.add(coloured(EmptyFrames.make(SEED, i)));
        }
    }

    private static BufferedImage coloured(GreyFrame frame) {
        BufferedImage picture = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] data = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < data.length; i++) {
            data[i] = frame.pixels()[i / 3];
        }
        return picture;
    }

    /** Whether a badge passes now. */
    public boolean badge() {
        return badge;
    }

    @Override
    public String name() {
        return "passing badges";
    }

    @Override
    public Film open(int width) {
        long start = System.nanoTime();
        return new Film() {
            private long shown;

            /** Frames that nobody fetched in time are lost, as a camera's are. */
            @Override
            public Optional<BufferedImage> next(Duration patience) throws InterruptedException {
                shown = Math.max(shown + 1, (System.nanoTime() - start) / FRAME_NANOS);
                TimeUnit.NANOSECONDS.sleep(start + shown * FRAME_NANOS - System.nanoTime());
                int scene = (int) (shown / A_SECOND % frames.size());
                badge = scene % 2 == 0;
                return Optional.of(frames.get(scene));
            }

            @Override
            public void close() {
                badge = false;
            }
        };
    }
}
