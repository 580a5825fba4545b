package org.lanyard.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.desk.shell.Shell;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;

/**
 * The window as a person waits for it, at 100,000 attendees: the time from a wand's Enter to the verdict in the scene, disk
 * included; the longest frames while searching and while the dashboard refreshes; the memory before and after as many scans
 * as an hour of five a second brings. Headless; arguments: the folder to work in, attendees, scans.
 */
final class DeskLatency {

    private static final int WARM_UP = 300;
    private static final String[] QUERIES = {"an", "and", "ande", "a", "sm", "smi", "smit", "smith", "m", "mu", "mul"};

    private final Station station;
    private final List<String> codes;
    private final AtomicLong worstFrame = new AtomicLong();
    private Stage stage;

    private DeskLatency(Station station, List<String> codes) {
        this.station = station;
        this.codes = codes;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int attendees = Integer.parseInt(args[1]);
        int scans = Integer.parseInt(args[2]);
        Files.createDirectories(folder);
        Path csv = folder.resolve("sample.csv");
        try (var out = Files.newOutputStream(csv)) {
            Roster.writeSample(attendees, 2027, ImportOptions.Format.CSV, out);
        }
        Path data = folder.resolve("desk");
        if (Files.exists(data)) {
            try (var files = Files.list(data)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        try (Station station = Station.open(new StationConfig(data, Duration.ZERO))) {
            station.roster().importFile(csv, ImportOptions.of(ImportOptions.Format.CSV, "sample"), _ -> { });
            List<String> codes = Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",")[0])
                    .filter(code -> code.matches("[A-Z0-9]{8}")).toList();
            new DeskLatency(station, codes).run(scans);
        }
        Platform.exit();
    }

    private void run(int scans) throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            stage = new Stage();
            Post post = new Post(station.roster().conference("sample"), station.venue().station("Desk"), "Desk", null,
                    new Mode.CheckIn());
            new Shell(new Workplace(station, post), Opening.STRAIGHT, new Words(Locale.ENGLISH), () -> { }).show(stage);
            frames().start();
            shown.countDown();
        });
        shown.await();
        latencies(WARM_UP, 0);
        report("from Enter to the verdict, ms", latencies(1_000, WARM_UP), 50);
        worstFrame.set(0);
        search();
        frame("longest frame while searching, ms");
        press(KeyCode.F2);
        dashboard();
        memory(scans);
    }

    private AnimationTimer frames() {
        return new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (last != 0) {
                    worstFrame.accumulateAndGet(now - last, Math::max);
                }
                last = now;
            }
        };
    }

    private List<Double> latencies(int count, int from) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = codes.get((from + i) * 7 % codes.size());
            CompletableFuture<Long> seen = new CompletableFuture<>();
            AtomicLong entered = new AtomicLong();
            Platform.runLater(() -> {
                var before = new AtomicBoolean();
                stage.getScene().addPostLayoutPulseListener(new Runnable() {
                    @Override
                    public void run() {
                        boolean there = stage.getScene().lookup(".last-scan") != null && shows(code);
                        if (there && before.compareAndSet(false, true)) {
                            seen.complete(System.nanoTime());
                            Platform.runLater(() -> stage.getScene().removePostLayoutPulseListener(this));
                        }
                    }
                });
                type(code);
                entered.set(System.nanoTime());
                strike(KeyCode.ENTER, "\r");
            });
            times.add((seen.get(30, TimeUnit.SECONDS) - entered.get()) / 1e6);
        }
        return times;
    }

    private boolean shows(String code) {
        return stage.getScene().getRoot().lookupAll(".chip").stream().anyMatch(chip -> chip instanceof Label label
                && label.getText().equals(code));
    }

    private void search() throws Exception {
        press(KeyCode.F3);
        for (int round = 0; round < 5; round++) {
            for (String text : QUERIES) {
                onFx(() -> ((TextField) stage.getScene().lookup("#query")).setText(text));
                waitFor(80);
            }
        }
    }

    private void dashboard() throws Exception {
        onFx(() -> stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                .filter(node -> node instanceof ToggleButton tab && tab.getText().equals("Dashboard"))
                .findFirst().ifPresent(node -> ((ToggleButton) node).fire()));
        waitFor(3_000);
        worstFrame.set(0);
        Post post = new Post(station.roster().conference("sample"), station.venue().station("Other"), "Other", null,
                new Mode.CheckIn());
        for (int i = 0; i < 100; i++) {
            station.gate().decide(post, new Scan(station.ids().get(), codes.get(i * 11 % codes.size()),
                    Source.LINE, station.clock().instant())).join();
            waitFor(50);
        }
        frame("longest frame while the dashboard refreshes, ms");
        press(KeyCode.F2);
    }

    private void memory(int scans) throws Exception {
        latencies(500, 10_000);
        long before = used();
        int threads = Thread.activeCount();
        long start = System.nanoTime();
        latencies(scans, 20_000);
        System.out.printf(Locale.ROOT, "%-50s %,d in %.0f s%n", "scans", scans, (System.nanoTime() - start) / 1e9);
        System.out.printf(Locale.ROOT, "%-50s %.1f MB (reach 20), %+d threads%n", "memory grew by", (used() - before) / 1e6,
                Thread.activeCount() - threads);
    }

    private static long used() throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            waitFor(300);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void frame(String what) {
        System.out.printf(Locale.ROOT, "%-50s %.1f (reach 50)%n", what, worstFrame.get() / 1e6);
    }

    private static void report(String what, List<Double> times, double reach) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-50s p50 %.1f, p99 %.1f (reach %.0f), max %.1f%n", what,
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), reach, sorted.getLast());
    }

    private void type(String text) {
        text.chars().forEach(c -> strike(KeyCode.getKeyCode(String.valueOf((char) c)), String.valueOf((char) c)));
    }

    private void press(KeyCode key) throws Exception {
        onFx(() -> strike(key, ""));
        waitFor(500);
    }

    private void strike(KeyCode key, String character) {
        Scene scene = stage.getScene();
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key == null ? KeyCode.UNDEFINED : key, false,
                false, false, false));
        if (!character.isEmpty()) {
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false,
                    false));
        }
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key == null ? KeyCode.UNDEFINED : key, false,
                false, false, false));
    }

    private static void onFx(Runnable work) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            work.run();
            done.complete(null);
        });
        done.get(30, TimeUnit.SECONDS);
    }

    /** Lets the window live for a while, as time goes by at a desk. */
    private static void waitFor(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
