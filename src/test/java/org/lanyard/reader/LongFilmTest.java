package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.qr.PrintedCode;

/** Ten minutes before the camera, as fast as the frames are read, leave memory where it was. */
class LongFilmTest {

    private static final int FRAMES = 18_000;
    private static final int FIRST = 1_000;
    /** A badge that is not read at once gives way to the next. */
    private static final int MOST_MILLIS = 100;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    /** A few frames are under way whenever the heap is looked at. */
    private static final long MOST_LEFT = 8L * 1024 * 1024;

    /** Badges straight, small and bent in turn, each after a frame of nothing; the next once this one was read. */
    private static final class Badges implements Camera, LiveReader.Audience {

        private final List<GreyFrame> badges = new ArrayList<>();
        private final Semaphore read = new Semaphore(1);
        private final CountDownLatch first = new CountDownLatch(FIRST);
        private final CountDownLatch all = new CountDownLatch(FRAMES);
        private int count;

        Badges() {
            PrintedCode code = PrintedCode.of("pycon-us-2027:A3K9M2X1", ErrorCorrectionLevel.M);
            badges.add(code.drawn(8, PrintedCode.flat(8)));
            badges.add(code.drawn(3, PrintedCode.flat(3)));
            badges.add(code.drawn(6, PrintedCode.bowed(6, code.size(), 2)));
        }

        @Override
        public String name() {
            return "badges";
        }

        @Override
        public Film open(int width) {
            return new Film() {
                @Override
                public Optional<BufferedImage> next(Duration patience) throws InterruptedException {
                    boolean badge = ++count % 2 == 1;
                    if (badge) {
                        read.tryAcquire(MOST_MILLIS, TimeUnit.MILLISECONDS);
                    }
                    return Optional.of(frame(badge ? badges.get(count / 2 % badges.size()) : null));
                }

                @Override
                public void close() {
                    badges.clear();
                }
            };
        }

        /** A new one each, as a device makes it. */
        private static BufferedImage frame(GreyFrame badge) {
            BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
            if (badge != null) {
                frame.getRaster().setDataElements(200, 100, badge.width(), badge.height(), badge.pixels());
            }
            return frame;
        }

        @Override
        public void frame(BufferedImage frame) {
            first.countDown();
            all.countDown();
        }

        @Override
        public void read(BufferedImage frame, Sighting code) {
            read.release();
        }

        @Override
        public void state(LiveReader.State state) {
            assertThat(state).isEqualTo(LiveReader.State.RUNNING);
        }
    }

    @Test
    @Tag("slow")
    void tenMinutesOfFramesLeaveMemoryWhereItWas() throws InterruptedException {
        Badges badges = new Badges();
        try (LiveReader reader = new LiveReader(badges, WIDTH, Symbologies.EVERY, badges)) {
            assertThat(badges.first.await(5, TimeUnit.MINUTES)).isTrue();
            long before = heap();
            assertThat(badges.all.await(20, TimeUnit.MINUTES)).isTrue();
            long after = heap();
            System.out.printf("The heap after %d frames: %.1f MB, after %d: %.1f MB.%n", FIRST, before / 1e6, FRAMES,
                    after / 1e6);
            assertThat(after - before).as("bytes left behind").isLessThan(MOST_LEFT);
            assertThat(reader).isNotNull();
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
