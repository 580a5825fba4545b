package org.lanyard.desk;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
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

    private final DeskInUse desk;

    private DeskLatency(DeskInUse desk) {
        this.desk = desk;
    }

    public static void main(String[] args) throws Exception {
        try (DeskInUse desk = DeskInUse.open(Path.of(args[0]), Integer.parseInt(args[1]))) {
            new DeskLatency(desk).run(Integer.parseInt(args[2]));
        }
    }

    private void run(int scans) throws Exception {
        desk.latencies(WARM_UP, 0);
        DeskInUse.report("from Enter to the verdict, ms", desk.latencies(1_000, WARM_UP), 50);
        desk.forgetFrames();
        search();
        desk.reportFrames("longest frame while searching, ms");
        desk.press(KeyCode.F2);
        dashboard();
        memory(scans);
    }

    private void search() throws Exception {
        DeskInUse.waitFor(1_000);   // right after a scan F3 could be the wand's end key
        desk.press(KeyCode.F3);
        for (int round = 0; round < 5; round++) {
            for (String text : QUERIES) {
                DeskInUse.onFx(() -> ((TextField) desk.stage.getScene().lookup("#query")).setText(text));
                DeskInUse.waitFor(80);
            }
        }
    }

    private void dashboard() throws Exception {
        DeskInUse.onFx(() -> desk.stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                .filter(node -> node instanceof ToggleButton tab && tab.getText().equals("Dashboard"))
                .findFirst().ifPresent(node -> ((ToggleButton) node).fire()));
        DeskInUse.waitFor(3_000);
        desk.forgetFrames();
        Post post = desk.post("Other");
        for (int i = 0; i < 100; i++) {
            desk.station.gate().decide(post, new Scan(desk.station.ids().get(), desk.codes.get(i * 11 % desk.codes.size()),
                    Source.LINE, desk.station.clock().instant())).join();
            DeskInUse.waitFor(50);
        }
        desk.reportFrames("longest frame while the dashboard refreshes, ms");
        desk.press(KeyCode.F2);
    }

    private void memory(int scans) throws Exception {
        desk.latencies(500, 10_000);
        long before = used();
        int threads = Thread.activeCount();
        long start = System.nanoTime();
        desk.latencies(scans, 20_000);
        System.out.printf(Locale.ROOT, "%-50s %,d in %.0f s%n", "scans", scans, (System.nanoTime() - start) / 1e9);
        System.out.printf(Locale.ROOT, "%-50s %.1f MB (reach 20), %+d threads%n", "memory grew by", (used() - before) / 1e6,
                Thread.activeCount() - threads);
    }

    private static long used() throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            DeskInUse.waitFor(300);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
