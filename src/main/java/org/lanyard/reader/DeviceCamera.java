package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openpnp.capture.CaptureDevice;
import org.openpnp.capture.CaptureFormat;
import org.openpnp.capture.CaptureStream;
import org.openpnp.capture.OpenPnpCapture;

final class DeviceCamera implements Camera {

    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final String id;
    private final String name;

    private DeviceCamera(CaptureDevice device) {
        this.id = device.getUniqueId();
        this.name = device.getName();
    }

    static List<Camera> all() {
        OpenPnpCapture capture = new OpenPnpCapture();
        try {
            return capture.getDevices().stream().<Camera>map(DeviceCamera::new).toList();
        } finally {
            capture.close();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Film open(int width) throws Trouble {
        OpenPnpCapture capture = new OpenPnpCapture();
        try {
            CaptureDevice device = capture.getDevices().stream().filter(each -> each.getUniqueId().equals(id)).findFirst()
                    .orElseThrow(() -> new Trouble(Fault.GONE));
            CaptureFormat format = device.getFormats().stream()
                    .min(Comparator.<CaptureFormat>comparingInt(each -> Math.abs(each.getFormatInfo().width - width))
                            .thenComparingInt(each -> -each.getFormatInfo().fps))
                    .orElseThrow(() -> new Trouble(Fault.BUSY));
            return new DeviceFilm(capture, device.openStream(format));
        } catch (Trouble trouble) {
            capture.close();
            throw trouble;
        } catch (RuntimeException refused) {
            capture.close();
            throw new Trouble(Fault.BUSY, refused);
        }
    }

    private record DeviceFilm(OpenPnpCapture capture, CaptureStream stream) implements Film {

        @Override
        public Optional<BufferedImage> next(Duration patience) throws Trouble, InterruptedException {
            long end = System.nanoTime() + patience.toNanos();
            while (!stream.hasNewFrame()) {
                if (System.nanoTime() > end) {
                    return Optional.empty();
                }
                Thread.sleep(LOOK_EVERY);
            }
            try {
                return Optional.of(stream.capture());
            } catch (Exception gone) {
                throw new Trouble(Fault.GONE, gone);
            }
        }

        @Override
        public void close() {
            stream.close();
            capture.close();
        }
    }
}
