package org.lanyard.desk.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.Rig;
import org.lanyard.cli.Lanyard;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Corrections;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Connection;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every action that a role decides, in the window and on the command line, by every role and by nobody, with sign-in on and off, and
 * with the clock right, an hour ahead and an hour back. Prints the table of who may do what.
 */
@ExtendWith(ApplicationExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private static final List<String> REFUSALS =
            Stream.of("role.lead", "role.administrator", "void.late").map(key -> Sentence.of(key).toString()).toList();
    private static final Map<String, Duration> CLOCKS = Map.of("right", Duration.ZERO, "an hour ahead", Duration.ofHours(1),
            "an hour back", Duration.ofHours(-1));

    enum Surface { WINDOW, COMMAND }

    /** @param role of who acts; empty where nobody is signed in */
    record Actor(Optional<Role> role, boolean signIn, String clock) {}

    @FunctionalInterface
    interface Attempt {

        /** Returns true if the role was the reason for a refusal. */
        boolean refused(Actor actor) throws Exception;
    }

    /** @param freshOnly a volunteer may do it only within five minutes by a clock that is right */
    record Action(Surface surface, String name, Role least, boolean freshOnly, Attempt attempt) {

        boolean allowed(Actor actor) {
            if (actor.role().isEmpty()) {
                return surface == Surface.COMMAND || !actor.signIn();
            }
            boolean enough = actor.role().get().atLeast(least);
            return enough && (!freshOnly || actor.role().get().atLeast(Role.LEAD) || actor.clock().equals("right"));
        }
    }

    @TempDir static Path folder;
    private final List<Action> actions = new ArrayList<>();
    private Rig rig;
    private Workplace workplace;
    private int number;

    @BeforeAll
    void open() {
        rig = Rig.in(folder.resolve("data"));
        rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,order_status,items"),
                IntStream.range(0, 50).mapToObj(i -> "A%d,Ada,Individual,O%d,paid,lunch".formatted(i, i)))
                .toArray(String[]::new));
        for (Role role : Role.values()) {
            rig.station().venue().setRole(role.word(), role);
        }
    }

    @AfterAll
    void close() {
        rig.close();
    }

    static Stream<Actor> actors() {
        return Stream.of(Optional.<Role>empty(), Optional.of(Role.VOLUNTEER), Optional.of(Role.LEAD),
                Optional.of(Role.ADMINISTRATOR))
                .flatMap(role -> Stream.of(false, true).flatMap(signIn -> CLOCKS.keySet().stream().sorted()
                        .map(clock -> new Actor(role, signIn, clock))));
    }

    @ParameterizedTest
    @MethodSource("actors")
    void everybodyMayDoWhatTheirRoleAllowsAndNoMore(Actor actor) throws Exception {
        work(actor);
        Map<String, Boolean> expected = new LinkedHashMap<>();
        Map<String, Boolean> found = new LinkedHashMap<>();
        for (Action action : allActions()) {
            expected.put(action.name(), action.allowed(actor));
            found.put(action.name(), !action.attempt().refused(actor));
        }
        System.out.println("| " + actor.role().map(Role::word).orElse("nobody") + " | sign-in "
                + (actor.signIn() ? "on" : "off") + " | clock " + actor.clock() + " | may not: "
                + found.entrySet().stream().filter(each -> !each.getValue()).map(Map.Entry::getKey).toList() + " |");
        assertThat(found).isEqualTo(expected);
    }

    private void work(Actor actor) {
        rig.at(Rig.NINE);
        rig.station().settings().set(Settings.SIGN_IN, actor.signIn()).join();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            workplace = new Workplace(rig.station(), rig.post(new Mode.CheckIn()));
            actor.role().ifPresent(role -> workplace.signIn(rig.station().venue().staff(role.word())));
            return true;
        });
    }

    private List<Action> allActions() {
        if (actions.isEmpty()) {
            addStationActions();
            addFileActions();
            addServerActions();
            addRecordActions();
            addCommands();
        }
        return actions;
    }

    private void addStationActions() {
        window("station: rename", Role.LEAD, (m, done, failed) -> m.station().rename("Desk", () -> done.accept(1), failed));
        window("station: task", Role.LEAD, now(m -> m.station().setTask(new Mode.CheckIn())));
        window("station: conference", Role.LEAD, now(m -> m.station().setConference(rig.conference())));
        window("door: capacity", Role.LEAD, (m, done, failed) -> m.station().setCapacity(rig.product("individual"), "7",
                () -> done.accept(1), failed));
        window("items per line or attendee", Role.ADMINISTRATOR, (m, done, failed) -> m.station()
                .setRedeemPer(rig.conference().redeemPer(), () -> done.accept(1), failed));
        window("staff: add, role, PIN", Role.ADMINISTRATOR, (m, done, failed) -> m.staff().save("Eve", Role.VOLUNTEER, "",
                () -> done.accept(1), failed));
        window("staff: sign-in on or off", Role.ADMINISTRATOR, (m, done, failed) -> m.staff()
                .setNeedsSignIn(workplace.needsSignIn(), () -> done.accept(1), failed));
    }

    private void addFileActions() {
        window("roster: load", Role.LEAD, (m, done, failed) -> m.roster().loadDemo(done::accept, failed));
        window("backup: write", Role.LEAD, (m, done, failed) -> m.backups().backup(folder.resolve("b" + number++ + ".db"),
                () -> done.accept(1), failed));
        window("backup: schedule", Role.LEAD, now(m -> m.backups().schedule(java.util.Optional.of(folder), 0)));
        window("practice: begin", Role.LEAD, now(m -> m.backups().practise()));
        window("preparation file: write", Role.ADMINISTRATOR, (m, done, failed) -> m.backups()
                .prepare(folder.resolve("p.zip"), () -> done.accept(1), failed));
    }

    private void addServerActions() {
        window("server: address", Role.LEAD, (m, done, failed) -> server(m).connect(
                Connection.of("http://127.0.0.1:1", "/conf", null, "desk"), "", done::accept, failed));
        window("server: trust a certificate", Role.LEAD, (m, done, failed) -> server(m).trust("AB",
                () -> done.accept(1), failed));
        window("server: settle records", Role.LEAD, (m, done, failed) -> server(m).noteSeen(() -> done.accept(1), failed));
    }

    private void addRecordActions() {
        record("attendee: add", Role.LEAD, false, _ -> rig.station().corrections().add(workplace.post(),
                new Corrections.Newcomer("N" + number++, "New", "", "", null), "why"));
        record("record: void within 5 minutes", Role.VOLUNTEER, true, actor -> voidAfter(Duration.ofMinutes(1), actor));
        record("record: void after 6 minutes", Role.LEAD, false, actor -> voidAfter(Duration.ofMinutes(6), actor));
    }

    private void addCommands() {
        command("scan --override at a full door", Role.LEAD, staff -> {
            rig.station().venue().setCapacity(rig.product("lunch"), 0);
            return run("A" + number++ + "\n", staff, "scan", "--door", "lunch", "--station", "Desk", "--override")
                    .contains("door_full");
        });
        command("void after 6 minutes", Role.LEAD, staff -> {
            rig.at(Instant.now().minus(Duration.ofMinutes(6)));
            return !run("", staff, "void", made().toString(), "--reason", "why").contains("Voided");
        });
        command("every other command (they take no --staff)", Role.VOLUNTEER,
                _ -> !run("", Optional.empty(), "conference", "list").contains("conf"));
    }

    private java.util.UUID made() {
        Scan scan = rig.scan("A1");
        rig.station().gate().decide(rig.post(new Mode.CheckIn()), scan).join();
        return scan.id();
    }

    /** The time that truly passes is the monotonic clock's, whatever the wall clock says. */
    private void voidAfter(Duration age, Actor actor) {
        rig.at(Rig.NINE);
        var id = made();
        rig.pass(age);
        Instant now = Rig.NINE.plus(age).plus(CLOCKS.get(actor.clock()));
        rig.at(now);
        rig.station().gate().voidRecord(id, "why", workplace.post(), now);
    }

    interface WindowAction {

        void begin(SetupModels models, Consumer<Object> done, Consumer<String> failed) throws Exception;
    }

    private static WindowAction now(Consumer<SetupModels> action) {
        return (models, done, _) -> {
            action.accept(models);
            done.accept(1);
        };
    }

    private UpstreamModel server(SetupModels models) {
        return new UpstreamModel(workplace, rig.station().upstream(), new RoleTasks(workplace, models.background()));
    }

    private void window(String name, Role least, WindowAction action) {
        actions.add(new Action(Surface.WINDOW, "window: " + name, least, false, _ -> {
            Object answer = SetupModelsTest.outcome((done, failed) -> {
                try {
                    action.begin(SetupModels.of(workplace, Locale.ENGLISH), done, failed);
                } catch (NotPossible refused) {
                    failed.accept(refused.getMessage());
                } catch (Exception other) {
                    throw new AssertionError(other);
                }
            });
            return REFUSALS.contains(String.valueOf(answer));
        }));
    }

    /** The sign-in screen stands before the others while nobody is signed in. */
    private void record(String name, Role least, boolean freshOnly, Consumer<Actor> action) {
        actions.add(new Action(Surface.WINDOW, "window: " + name, least, freshOnly, actor -> {
            if (workplace.needsSignIn()) {
                return true;
            }
            try {
                action.accept(actor);
                return false;
            } catch (NotPossible refused) {
                return REFUSALS.contains(refused.getMessage());
            }
        }));
    }

    private void command(String name, Role least, java.util.function.Predicate<Optional<String>> refused) {
        actions.add(new Action(Surface.COMMAND, "command: " + name, least, false,
                actor -> refused.test(actor.role().map(Role::word))));
    }

    private static String run(String input, Optional<String> staff, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--data", folder.resolve("data").toString(), "--conference", "conf"));
        all.addAll(List.of(arguments));
        staff.ifPresent(name -> all.addAll(List.of("--staff", name)));
        InputStream in = System.in;
        PrintStream out = System.out;
        var said = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            Lanyard.run(all.toArray(String[]::new));
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
