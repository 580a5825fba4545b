package org.lanyard.desk;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.desk.shell.Shell;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;

/** A real window, headless, over a station of made-up people; its keys, and how long it makes a person wait. */
final class DeskInUse implements AutoCloseable {

    final Station station;
    final List<String> codes;
    Stage stage;
    Shell shell;
    private final AtomicLong worstFrame = new AtomicLong();
    private final AtomicLong worstCpu = new AtomicLong();

    /** @param folder emptied before */
    static DeskInUse open(Path folder, int attendees) throws Exception {
        Files.createDirectories(folder);
        Path csv = folder.resolve("sample.csv");
        try (var out = Files.newOutputStream(csv)) {
            RosterFiles.writeSample(attendees, 2027, ImportOptions.Format.CSV, out);
        }
        Path data = folder.resolve("desk");
        if (Files.exists(data)) {
            try (var files = Files.list(data)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Station station = Station.open(new StationConfig(data, Duration.ZERO));
        station.rosterFiles().importFile(csv, ImportOptions.of(ImportOptions.Format.CSV, "sample"), _ -> {});
        List<String> codes = Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",")[0])
                .filter(code -> code.matches("[A-Z0-9]{8}")).toList();
        return over(station, codes);
    }

    static DeskInUse over(Station station, List<String> codes) throws Exception {
        DeskInUse desk = new DeskInUse(station, codes);
        desk.show();
        return desk;
    }

    private DeskInUse(Station station, List<String> codes) {
        this.station = station;
        this.codes = codes;
    }

    Post post(String name) {
        return new Post(station.roster().conference("sample"), station.venue().station(name), name, null,
                new Mode.CheckIn());
    }

    private void show() throws Exception {
        CompletableFuture<Void> shown = new CompletableFuture<>();
        Post post = post("Desk");
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            stage = new Stage();
            shell = new Shell(new Workplace(station, post), Opening.STRAIGHT, new Words(Locale.ENGLISH), new FxClock(),
                    _ -> {});
            shell.show(stage);
            frames().start();
            shown.complete(null);
        });
        shown.get(60, TimeUnit.SECONDS);
    }

    private AnimationTimer frames() {
        return new AnimationTimer() {
            private long last;
            private long lastCpu;

            @Override
            public void handle(long now) {
                long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                if (last != 0) {
                    worstFrame.accumulateAndGet(now - last, Math::max);
                    worstCpu.accumulateAndGet(cpu - lastCpu, Math::max);
                }
                last = now;
                lastCpu = cpu;
            }
        };
    }

    void forgetFrames() {
        worstFrame.set(0);
        worstCpu.set(0);
    }

    /** Since {@link #forgetFrames}. */
    void reportFrames(String what) {
        System.out.printf(Locale.ROOT, "%-50s %.1f (reach 50), the thread's own work in a frame at most %.1f%n", what,
                worstFrame.get() / 1e6, worstCpu.get() / 1e6);
    }

    /** From a wand's Enter to the verdict in the scene, in milliseconds. */
    List<Double> latencies(int count, int from) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(latency(codes.get((from + i) * 7 % codes.size())));
        }
        return times;
    }

    double latency(String code) throws Exception {
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
        return (seen.get(30, TimeUnit.SECONDS) - entered.get()) / 1e6;
    }

    static void report(String what, List<Double> times, double reach) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-50s p50 %.1f, p99 %.1f (reach %.0f), max %.1f%n", what,
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), reach, sorted.getLast());
    }

    private boolean shows(String code) {
        return stage.getScene().getRoot().lookupAll(".chip").stream().anyMatch(chip -> chip instanceof Label label
                && label.getText().equals(code));
    }

    private void type(String text) {
        text.chars().forEach(c -> strike(KeyCode.getKeyCode(String.valueOf((char) c)), String.valueOf((char) c)));
    }

    void press(KeyCode key) throws Exception {
        onFx(() -> strike(key, ""));
        waitFor(500);
    }

    void strike(KeyCode key, String character) {
        Scene scene = stage.getScene();
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        KeyCode code = key == null ? KeyCode.UNDEFINED : key;
        Event.fireEvent(target, event(KeyEvent.KEY_PRESSED, "", code));
        if (!character.isEmpty()) {
            Event.fireEvent(target, event(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED));
        }
        Event.fireEvent(target, event(KeyEvent.KEY_RELEASED, "", code));
    }

    private static KeyEvent event(javafx.event.EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(type, character, "", code, false, false, false, false);
    }

    static void onFx(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Lets the window live for a while, as time goes by at a desk. */
    static void waitFor(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    @Override
    public void close() {
        onFx(stage::close);
        station.close();
        Platform.exit();
    }
}
