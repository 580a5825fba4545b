package org.lanyard.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The commands by name, in the order of the help. A run builds picocli's model of the commands that its arguments may mean,
 * and no other: the model of all of them takes longer than most commands.
 */
enum Commands {
    ROSTER(RosterCommand.class),
    SCAN(ScanCommand.class),
    READ(ReadCommand.class),
    BADGE(BadgeCommand.class),
    TILL(TillCommand.class),
    LIST(ListCommand.class),
    PRINTER(PrinterCommand.class),
    VOID(VoidCommand.class),
    STATS(StatsCommand.class),
    EXPORT(ExportCommand.class),
    CONFERENCE(ConferenceCommand.class),
    PRODUCT(ProductCommand.class),
    PERSON(PersonCommand.class),
    INSIDE(InsideCommand.class),
    DOOR(DoorCommand.class),
    STAFF(StaffCommand.class),
    UPSTREAM(UpstreamCommand.class),
    PUSH(PushCommand.class),
    HUB(HubCommand.class),
    BACKUP(BackupCommand.class),
    RESTORE(RestoreCommand.class),
    VERIFY(VerifyCommand.class),
    SELF_TEST(SelfTestCommand.class);

    private static final Set<String> HELP = Set.of("-h", "--help");

    private final Class<?> type;

    Commands(Class<?> type) {
        this.type = type;
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Stream<Commands> meantBy(String... arguments) {
        List<String> given = List.of(arguments);
        boolean ofOne = !given.isEmpty() && all().anyMatch(command -> command.id().equals(given.getFirst()));
        return !ofOne && given.stream().anyMatch(HELP::contains) ? all()
                : all().filter(command -> given.contains(command.id()));
    }

    static Stream<Commands> all() {
        return Stream.of(values());
    }

    static CommandLine model(RootCommand root, Stream<Commands> commands) {
        CommandLine line = new CommandLine(root);
        commands.forEach(command -> line.addSubcommand(command.id(), command.type));
        return line;
    }
}
