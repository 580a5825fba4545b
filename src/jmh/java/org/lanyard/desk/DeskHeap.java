package org.lanyard.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.Conference;

/**
 * The heap of a desk with 100,000 people that is open, searched, scanned at and looked at, after a full collection, and how
 * long its first answers take. Headless; arguments: a folder, which is filled where it is new, and the number of people. Run
 * it twice: the first process only fills the folder. A smaller {@code -Xmx} shows the least that it lives with.
 */
final class DeskHeap {

    private static final int SCANS = 300;

    private final Station station;
    private final Conference conference;

    private DeskHeap(Station station) {
        this.station = station;
        this.conference = station.roster().conference("sample");
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path list = folder.resolve("list.csv");
        if (Files.exists(list)) {
            use(folder, list);
        } else {
            fill(folder, list, Integer.parseInt(args[1]));
        }
    }

    private static void fill(Path folder, Path list, int people) throws Exception {
        Path made = folder.resolve("unfinished.csv");
        try (var out = Files.newOutputStream(made)) {
            RosterFiles.writeSample(people, 2027, ImportOptions.Format.CSV, out);
        }
        try (Station station = open(folder)) {
            station.rosterFiles().importFile(made, ImportOptions.of(ImportOptions.Format.CSV, "sample"), _ -> {});
        }
        Files.move(made, list);
        System.out.println("filled; run it again");
    }

    private static Station open(Path folder) {
        return Station.open(new StationConfig(folder.resolve("desk"), Duration.ZERO));
    }

    private static void use(Path folder, Path list) throws Exception {
        List<String> codes;
        try (var lines = Files.lines(list)) {
            codes = lines.skip(1).map(line -> line.split(",")[0]).filter(code -> code.matches("[A-Z0-9]{8}")).limit(2_000)
                    .toList();
        }
        Station station = open(folder);
        DeskHeap heap = new DeskHeap(station);
        try (DeskInUse desk = DeskInUse.over(station, codes)) {
            heap.time("from the window to everybody at hand", () -> station.roster().keepAtHand(heap.conference), 1_000);
            heap.time("the first statistics", () -> station.statistics().of(heap.conference), 50);
            heap.time("the first keystroke", () -> station.roster().search(heap.conference, "ab", 50), 50);
            station.ledger().writeNow(db -> db.run("UPDATE conference SET roster_version = roster_version + 1"));
            heap.time("the first keystroke after the roster changed",
                    () -> station.roster().search(heap.conference, "ab", 50), 50);
            heap.live(desk);
            System.out.printf(Locale.ROOT, "%-50s %.1f MB (reach 80)%n", "heap after a full collection", used() / 1e6);
        }
    }

    private void time(String what, Runnable step, int reach) {
        long start = System.nanoTime();
        step.run();
        System.out.printf(Locale.ROOT, "%-50s %.1f ms (reach %d)%n", what, (System.nanoTime() - start) / 1e6, reach);
    }

    private void live(DeskInUse desk) throws Exception {
        desk.latencies(SCANS, 0);
        desk.press(KeyCode.F3);
        while (desk.stage.getScene().lookup("#query") == null) {
            DeskInUse.waitFor(100);
        }
        for (String text : List.of("an", "ande", "smith", "mull", "jose garcia")) {
            DeskInUse.onFx(() -> ((TextField) desk.stage.getScene().lookup("#query")).setText(text));
            DeskInUse.waitFor(300);
        }
        DeskInUse.onFx(() -> desk.stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast).filter(tab -> tab.getText().equals("Dashboard")).findFirst().orElseThrow()
                .fire());
        DeskInUse.waitFor(3_000);
    }

    private static long used() throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            DeskInUse.waitFor(300);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
