package org.lanyard.desk;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.reader.PassingBadges;

/**
 * The window while its camera films 30 frames a second, beside the same window without a camera, first with every core of
 * the machine, then with others at work on all cores but one: frames shown, processor time, the longest frame, and the time
 * from a wand's Enter to the verdict. Headless; arguments: the folder to work in, seconds of each round.
 */
final class LivePreview {

    private static final int ATTENDEES = 20_000;
    private static final int WARM_UP = 300;
    private static final long SCAN_EVERY_MILLIS = 100;

    private final DeskInUse desk;
    private final CameraModel camera;
    private final PassingBadges badges = new PassingBadges();
    private final int seconds;
    private int scanned = WARM_UP;

    private LivePreview(DeskInUse desk, int seconds) {
        this.desk = desk;
        this.camera = desk.shell.camera();
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        try (DeskInUse desk = DeskInUse.open(Path.of(args[0]), ATTENDEES)) {
            desk.latencies(WARM_UP, 0);
            new LivePreview(desk, Integer.parseInt(args[1])).run();
        }
    }

    private void run() throws Exception {
        round("no camera", 0);
        DeskInUse.onFx(() -> camera.use(badges));
        DeskInUse.waitFor(10_000);
        round("camera", 0);
        List<Thread> others = othersAtWork(Runtime.getRuntime().availableProcessors() - 1);
        round("camera, one core to spare", others.size());
        DeskInUse.onFx(camera::off);
        round("no camera, one core to spare", others.size());
        others.forEach(Thread::interrupt);
    }

    private void round(String name, int others) throws Exception {
        AtomicInteger shown = new AtomicInteger();
        DeskInUse.onFx(() -> camera.previewProperty().addListener((_, _, _) -> shown.incrementAndGet()));
        desk.forgetFrames();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        List<Double> times = new ArrayList<>();
        while (System.nanoTime() - start < seconds * 1_000_000_000L) {
            while (badges.badge()) {   // whose verdict could take the place of the wand's before it is seen
                DeskInUse.waitFor(10);
            }
            times.add(desk.latency(desk.codes.get(scanned++ * 7 % desk.codes.size())));
            DeskInUse.waitFor(SCAN_EVERY_MILLIS);
        }
        double wall = System.nanoTime() - start;
        double cores = (system.getProcessCpuTime() - cpu) / wall - others;
        System.out.printf(Locale.ROOT, "%n%s: %.1f frames a second shown, %.2f cores%n", name, shown.get() / wall * 1e9,
                cores);
        DeskInUse.report("from Enter to the verdict, ms", times, 50);
        desk.reportFrames("longest frame, ms");
    }

    private static List<Thread> othersAtWork(int cores) {
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < cores; i++) {
            others.add(Thread.ofPlatform().daemon().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            }));
        }
        return others;
    }
}
