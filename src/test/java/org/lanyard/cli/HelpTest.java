package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.OwnStreams;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --help} after any command lists its options, on standard output. */
@OwnStreams
class HelpTest {

    static Stream<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>();
        collect(Commands.model(new RootCommand(), Commands.all()).getCommandSpec(), all);
        return all.stream();
    }

    private static void collect(CommandSpec command, List<CommandSpec> all) {
        all.add(command);
        command.subcommands().values().forEach(sub -> collect(sub.getCommandSpec(), all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpNamesEveryOptionAndEndsWithZero(CommandSpec command) {
        var answer = Script.asGiven("", (command.qualifiedName() + " --help").replaceFirst("\\S+ ", "").split(" ")).exits(0);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("Usage: " + command.qualifiedName());
        assertThat(command.options()).allSatisfy(option -> assertThat(answer.out())
                .contains(option.negatable() ? option.longestName().substring(2) : option.longestName()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysWhatItDoesInASentence(CommandSpec command) {
        assertThat(command.usageMessage().description()).as(command.qualifiedName()).isNotEmpty()
                .allSatisfy(text -> assertThat(text).matches("(?s)[A-Z].*[.]"));
    }
}
