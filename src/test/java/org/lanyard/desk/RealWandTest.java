package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.StationConfig;
import org.lanyard.desk.wand.Calibration;
import org.lanyard.venue.Settings;

/** The program itself in a window of an X server, and a wand's keys by xdotool, in real time. Skipped where these are absent. */
@Tag("slow")
class RealWandTest {

    private static final long SEED = 20261127;
    private static final int PEOPLE = 60;
    private static final int CODES = 20;
    private static final List<String> LAYOUTS =
            List.of("us", "gb", "de", "fr", "be", "es", "it", "pt", "se", "ch", "cz", "pl",
                    "tr", "ru");
    private static final List<Integer> PACES = List.of(2, 5, 10, 15, 20);
    private static final List<String> ENDS = List.of("36", "23", "116", "114");   // Enter, Tab, Down, Right
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    /** The keys of an American keyboard by their codes in X. */
    private static final String[] ROWS = {"1234567890-=", "qwertyuiop[]", "asdfghjkl;'`", "\\zxcvbnm,./"};
    private static final String[] SHIFTED = {"!@#$%^&*()_+", "QWERTYUIOP{}", "ASDFGHJKL:\"~", "|ZXCVBNM<>?"};
    private static final int[] FIRST = {10, 24, 38, 51};
    /** On Setup's page for the wand, where this window has its button. */
    private static final String[] WAND_BUTTON = {"230", "330"};

    @TempDir Path folder;
    private final Random random = new Random(SEED);
    private final List<Process> processes = new ArrayList<>();
    private final List<String> codes = IntStream.range(0, PEOPLE).mapToObj(_ -> code()).toList();
    private String display;
    private int taken;

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            code.append(random.nextInt(2, 10)).append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The same badge within a few seconds would be the same scan (R7). */
    private String next() {
        return codes.get(taken++ % codes.size());
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        for (String needed : List.of("Xvfb", "xdotool", "setxkbmap")) {
            assumeTrue(installed(needed), needed + " is absent: no real keys are struck");
        }
        try (Rig rig = Rig.in(folder)) {
            rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,order_status"),
                    codes.stream().map(code -> code + ",Person " + code + ",Individual,O" + code + ",paid"))
                    .toArray(String[]::new));
            rig.station().settings().set(Settings.SET_UP, true).join();
        }
        Process server = started(new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"));
        display = ":" + server.inputReader().readLine();
        ProcessBuilder window = new ProcessBuilder(command());
        window.environment().put("DISPLAY", display);
        started(window);
        run("xdotool", "search", "--sync", "--onlyvisible", "--name", "Lanyard");
        run("xdotool", "search", "--name", "Lanyard", "windowmove", "0", "0", "windowsize", "1366", "768", "windowfocus",
                "--sync");
    }

    @AfterEach
    void close() {
        processes.reversed().forEach(process -> process.destroyForcibly().onExit().join());
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private List<String> command() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path", System.getProperty("lanyard.fx.path"),
                "--add-modules=javafx.controls,javafx.fxml,javafx.swing",
                "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED", "-Dprism.order=sw", "-cp",
                System.getProperty("java.class.path"), "org.lanyard.Main", "--data", folder.toString(), "--station", "Desk",
                "--check-in");
    }

    private Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        processes.add(process);
        return process;
    }

    private void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
    }

    /** Strikes an American keyboard's keys, whatever layout the computer is set to. */
    private void wand(String text, int perKey, String end) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool", "key", "--delay", String.valueOf(perKey)));
        text.chars().forEach(c -> command.add(key((char) c)));
        command.add(end);
        run(command.toArray(String[]::new));
    }

    private static String key(char c) {
        for (int row = 0; row < ROWS.length; row++) {
            int plain = ROWS[row].indexOf(c);
            int shifted = SHIFTED[row].indexOf(c);
            if (plain >= 0 || shifted >= 0) {
                return (plain >= 0 ? "" : "shift+") + (FIRST[row] + Math.max(plain, shifted));
            }
        }
        throw new IllegalArgumentException("no key has " + c);
    }

    private List<String> refused() throws SQLException {
        return column("SELECT verdict || ' ' || payload FROM refusal ORDER BY seq");
    }

    private List<String> recorded() throws SQLException {
        return column("SELECT access_code FROM check_in JOIN attendee ON attendee.id = attendee_id ORDER BY seq");
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(StationConfig.DATABASE));
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void arrive(List<String> sent, String how) throws SQLException {
        try {
            QuickRobot.await(() -> recorded().size() >= sent.size(), Duration.ofSeconds(5));
        } catch (TimeoutException late) {
            // said below
        }
        assertThat(recorded()).as(how + ", refused " + refused()).isEqualTo(sent);
    }

    @Test
    void twentyCodesOfEachOfTwentyWandsArrive() throws IOException, InterruptedException, SQLException {
        System.out.println("Wands with seed " + SEED);
        List<String> sent = new ArrayList<>();
        for (int pace : PACES) {
            for (String end : ENDS) {
                for (int i = 0; i < CODES; i++) {
                    String code = next();
                    wand(random.nextBoolean() ? code : "conf:" + code, pace, end);
                    sent.add(code);
                }
                arrive(sent, pace + " ms a key, ended by key " + end);
            }
        }
    }

    @Test
    void R6_theCodesArriveUnderEachLayoutBeforeAndAfterCalibration() throws IOException, InterruptedException, SQLException {
        System.out.println("Layouts with seed " + SEED);
        List<String> sent = new ArrayList<>();
        for (String layout : LAYOUTS) {
            run("setxkbmap", "-layout", layout);
            scans(sent, layout + ", not calibrated");
            run("xdotool", "key", "--delay", "300", "F7");
            run("xdotool", "mousemove", WAND_BUTTON[0], WAND_BUTTON[1], "click", "1", "sleep", "1");
            wand(Calibration.CODE, 5, "36");
            run("xdotool", "key", "--delay", "700", "F2", "F2");
            scans(sent, layout + ", calibrated");
        }
    }

    private void scans(List<String> sent, String how) throws IOException, InterruptedException, SQLException {
        for (int i = 0; i < 5; i++) {
            String code = next();
            wand(i % 2 == 0 ? code : "conf:" + code, 5, "36");
            sent.add(code);
        }
        arrive(sent, how);
    }
}
