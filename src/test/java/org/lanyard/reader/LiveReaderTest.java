package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.frame.Sighting;

/** A camera is read while it runs, and whatever becomes of it is said. */
@Isolated("counts open files, which are everybody's")
class LiveReaderTest {

    private final BlockingQueue<Code> codes = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiveReader.State> states = new LinkedBlockingQueue<>();
    private final AtomicInteger frames = new AtomicInteger();

    private final LiveReader.Audience audience = new LiveReader.Audience() {
        @Override
        public void frame(BufferedImage frame) {
            frames.incrementAndGet();
        }

        @Override
        public void read(BufferedImage frame, Sighting code) {
            codes.add(code.code());
        }

        @Override
        public void state(LiveReader.State state) {
            states.add(state);
        }
    };

    private static void badge(Path file, String text) throws IOException {
        boolean[][] modules = Codes.qr(text);
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                int row = (y - 60) / 10;
                int column = (x - 120) / 10;
                boolean dark = x >= 120 && y >= 60 && row < modules.length && column < modules.length
                        && modules[row][column];
                picture.setRGB(x, y, dark ? 0x101010 : 0xE0E0E0);
            }
        }
        ImageIO.write(picture, "png", file.toFile());
    }

    private LiveReader reading(Path folder, int millis) {
        return new LiveReader(new FramesFolder(folder, Duration.ofMillis(millis)), 640, Symbologies.QR, audience);
    }

    @Test
    void whatComesBeforeTheCameraIsRead(@TempDir Path folder) throws Exception {
        badge(folder.resolve("1.png"), "conf:ADA1");
        try (LiveReader reader = reading(folder, 20)) {
            assertThat(codes.poll(20, TimeUnit.SECONDS)).isEqualTo(new Code("conf:ADA1", "QR_CODE"));
            assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(LiveReader.State.RUNNING);
            assertThat(reader).isNotNull();
        }
        assertThat(frames.get()).isPositive();
    }

    @Test
    void aCameraThatIsNotThereIsSaidAndAskedForAgain(@TempDir Path folder) throws Exception {
        Path later = folder.resolve("later");
        try (LiveReader reader = reading(later, 20)) {
            assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(LiveReader.State.GONE);
            Files.createDirectory(later);
            badge(later.resolve("1.png"), "conf:ADA1");
            assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(LiveReader.State.RUNNING);
            assertThat(reader).isNotNull();
        }
    }

    /** Gives no frame, and the clock goes on by as long as it was waited for. */
    private static final class Frozen implements Camera {

        private final AtomicLong nanos = new AtomicLong();
        private final CountDownLatch openedAgain = new CountDownLatch(2);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public String name() {
            return "frozen";
        }

        @Override
        public Film open(int width) {
            openedAgain.countDown();
            return new Film() {
                @Override
                public Optional<BufferedImage> next(Duration patience) {
                    nanos.addAndGet(patience.toNanos());
                    return Optional.empty();
                }

                @Override
                public void close() {
                    closed.countDown();
                }
            };
        }
    }

    @Test
    void aCameraThatFreezesIsSaidAndOpenedAgain() throws Exception {
        Frozen frozen = new Frozen();
        try (LiveReader reader = new LiveReader(frozen, 640, Symbologies.QR, audience, frozen.nanos::get)) {
            assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(LiveReader.State.FROZEN);
            assertThat(frozen.closed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(frozen.openedAgain.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(reader).isNotNull();
        }
    }

    @Test
    void openingAndClosingLeavesNothingBehind(@TempDir Path folder) throws Exception {
        badge(folder.resolve("1.png"), "conf:ADA1");
        openedAndClosed(folder, 10);
        long files = openFiles();
        openedAndClosed(folder, 200);
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .doesNotContain("camera", "camera-decoding");
        assertThat(openFiles()).as("open files").isLessThanOrEqualTo(files);
    }

    private void openedAndClosed(Path folder, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            try (LiveReader reader = reading(folder, 1)) {
                assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(LiveReader.State.RUNNING);
                assertThat(reader).isNotNull();
            }
        }
    }

    /** As far as the system tells. */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount() : 0;
    }
}
