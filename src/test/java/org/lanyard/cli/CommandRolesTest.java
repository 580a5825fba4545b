package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;
import org.lanyard.Rig;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Sentence;
import org.lanyard.venue.Settings;
import picocli.CommandLine;

/**
 * Every command that takes {@code --staff}, by each role and by nobody, which is an administrator there (SECURITY says so). Prints the
 * table. A command that is new and takes it fails here until it stands in the table.
 */
@OwnStreams
class CommandRolesTest {

    private static final List<String> REFUSALS = Stream.concat(
            Stream.of("role.lead", "role.administrator", "void.late").map(Sentence::of),
            Stream.of(Sentence.of("badge.again.role", Role.LEAD.word()))).map(Sentence::toString).toList();
    private static final Duration PAST = Duration.ofMinutes(-6);
    /** Made before the clock was set back. */
    private static final Duration AHEAD = Duration.ofHours(1);

    /** @param command as it stands before {@code --staff}; N is a number that was not used before, RECORD a record made then */
    private record Case(String command, Role least, Duration made) {

        Case(String command, Role least) {
            this(command, least, Duration.ZERO);
        }

        String name() {
            return command.replaceFirst(" (-|[A-Z]).*", "");
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("scan --door lunch --station Desk --override", Role.LEAD),
            new Case("void RECORD --reason why", Role.VOLUNTEER),
            new Case("void RECORD --reason why", Role.LEAD, PAST),
            new Case("void RECORD --reason why", Role.LEAD, AHEAD),
            new Case("void RECORD --reason why --station Elsewhere", Role.LEAD),
            new Case("void RECORD --reason why --station Desk", Role.VOLUNTEER),
            new Case("person add ZN --name Zoe --reason why", Role.LEAD),
            new Case("person block AN --reason why", Role.LEAD),
            new Case("person unblock AN", Role.LEAD),
            new Case("person link-code AN LN", Role.VOLUNTEER),
            new Case("person replace-code AN RN", Role.VOLUNTEER),
            new Case("person correct AN --name Other --reason why", Role.LEAD),
            new Case("person move AN MN --name Other", Role.LEAD),
            new Case("person merge AN A0", Role.LEAD),
            new Case("person undo-carry AN --reason why", Role.LEAD),
            new Case("badge print AN --again --reason why", Role.LEAD),
            new Case("badge queue", Role.VOLUNTEER),
            new Case("hub take-over Lunch --reason why", Role.LEAD));

    @TempDir Path folder;
    private Script script;
    private int number = 1;

    @BeforeAll
    static void language() {
        java.util.Locale.setDefault(java.util.Locale.ENGLISH);
    }

    @Test
    void everyCommandAsksForTheRoleThatItsRuleNames() {
        table(true);
    }

    /** The command line asks for no PIN, whether the window does or not. */
    @Test
    @Tag("slow")
    void alsoWithoutSignIn() {
        table(false);
    }

    private void table(boolean signIn) {
        prepare(signIn);
        TreeSet<String> known = new TreeSet<>(CASES.stream().map(Case::name).toList());
        assertThat(takingStaff(Commands.model(new RootCommand(), Commands.all()), "")).isEqualTo(known);
        List<String> wrong = new ArrayList<>();
        System.out.println(
                "| command, sign-in " + (signIn ? "on" : "off") + " | no --staff | volunteer | lead | administrator |");
        for (Case each : CASES) {
            StringBuilder line = new StringBuilder("| " + each.command() + when(each.made()));
            for (String staff : List.of("", "volunteer", "lead", "administrator")) {
                boolean may = !refused(each, staff);
                boolean should = staff.isEmpty() || Role.of(staff).atLeast(each.least());
                line.append(" | ").append(may ? "yes" : "–");
                if (may != should) {
                    wrong.add(each + " by " + staff);
                }
            }
            System.out.println(line + " |");
        }
        assertThat(wrong).isEmpty();
    }

    private static String when(Duration made) {
        return made.equals(PAST) ? ", made six minutes ago"
                : made.equals(AHEAD) ? ", made in an hour (the clock was set back)" : "";
    }

    private void prepare(boolean signIn) {
        script = new Script(folder.resolve("data"));
        try (Rig rig = Rig.in(folder.resolve("data"))) {
            rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,order_status,items"),
                    IntStream.range(0, 100).mapToObj(i -> "A%d,Ada,Individual,O%d,paid,lunch".formatted(i, i)))
                    .toArray(String[]::new));
            for (Role role : Role.values()) {
                rig.station().venue().setRole(role.word(), role);
            }
            rig.station().venue().setCapacity(rig.product("lunch"), 0);
            rig.station().settings().set(BadgeSettings.REPRINT_ROLE, Role.LEAD).join();
            rig.station().settings().set(Settings.SIGN_IN, signIn).join();
        }
    }

    private static TreeSet<String> takingStaff(CommandLine command, String name) {
        TreeSet<String> found = new TreeSet<>();
        Predicate<CommandLine> takes = line -> line.getCommandSpec().findOption("--staff") != null;
        if (command.getSubcommands().isEmpty() && takes.test(command)) {
            found.add(name.strip());
        }
        for (Map.Entry<String, CommandLine> sub : new TreeMap<>(command.getSubcommands()).entrySet()) {
            found.addAll(takingStaff(sub.getValue(), name + " " + sub.getKey()));
        }
        return found;
    }

    private boolean refused(Case each, String staff) {
        number++;
        List<String> words = new ArrayList<>(List.of("--conference", "conf"));
        for (String word : each.command().split(" ")) {
            words.add(
                    word.equals("RECORD") ? record(each.made()).toString() : word.replaceFirst("^([A-Z])N$", "$1" + number));
        }
        if (!staff.isEmpty()) {
            words.addAll(List.of("--staff", staff));
        }
        Script.Answer answer = script.piped("A" + number + "\n", words.toArray(String[]::new));
        return answer.out().contains("door_full") || REFUSALS.stream().anyMatch(answer.err()::contains);
    }

    private UUID record(Duration made) {
        try (Rig rig = Rig.in(folder.resolve("data")).at(Instant.now().plus(made))) {
            Scan scan = rig.scan("A1");
            rig.station().gate().decide(rig.post(new Mode.CheckIn()), scan).join();
            return scan.id();
        }
    }
}
