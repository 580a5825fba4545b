package org.lanyard.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import net.harawata.appdirs.AppDirsFactory;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

public final class Lanyard {

    private static final int COULD_NOT = 1;
    private static final int WRONG_USAGE = 2;

    private Lanyard() {}

    /** Exits with 0 (done), 1 (could not be done) or 2 (wrong usage). */
    public static void main(String... arguments) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false,
                StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true,
                StandardCharsets.UTF_8));
        int code = run(Arguments.given(arguments));
        System.out.flush();
        System.exit(code);
    }

    public static int run(String... arguments) {
        if (List.of(arguments).equals(List.of("--version"))) {
            System.out.println(new Version().getVersion()[0]);   // without picocli, which takes longer than all the rest
            return 0;
        }
        int code = inMemory(() -> arguments.length == 0 ? desk() : command(arguments));
        if (System.out.checkError() && code == 0) {
            System.err.println("The answer could not be written to standard output.");
            return COULD_NOT;
        }
        return code;
    }

    // As the menu starts it: without picocli, whose model of the commands takes as long as opening the station.
    private static int desk() {
        RootCommand root = new RootCommand();
        try {
            Logs.into(root.common.folder(), false);
            return root.call();
        } catch (RuntimeException failure) {
            return failed(failure, false);
        }
    }

    private static int command(String... arguments) {
        CommandLine line = line(Commands.meantBy(arguments));
        line.setParameterExceptionHandler((_, given) -> line(Commands.all()).execute(given));
        return line.execute(arguments);
    }

    private static CommandLine line(Stream<Commands> commands) {
        RootCommand root = new RootCommand();
        CommandLine line = Commands.model(root, commands);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, Lanyard::path);
        line.setParameterExceptionHandler((wrong, _) -> wrongUsage(message(wrong), wrong.getCommandLine()));
        line.setExecutionExceptionHandler((failure, command, _) -> failure instanceof WrongUsage
                ? wrongUsage(message(failure), command) : failed(failure, root.common.debug));
        line.setExecutionStrategy(parsed -> execute(root, parsed));
        return line;
    }

    private static int execute(RootCommand root, CommandLine.ParseResult parsed) {
        Optional<Integer> help = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
        if (help.isPresent()) {
            return help.get();
        }
        try {
            Logs.into(root.common.folder(), root.common.debug);
        } catch (NotPossible | WrongUsage noFolder) {
            throw new CommandLine.ExecutionException(parsed.commandSpec().commandLine(), message(noFolder),
                    new WrongUsage(message(noFolder)));
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int inMemory(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (OutOfMemoryError _) {
            System.err.println("There is not enough memory for this. Nothing that was recorded is lost. "
                    + "Close other programs and try again.");
            return COULD_NOT;
        }
    }

    private static String message(Exception failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    private static Path path(String name) {
        try {
            return Arguments.path(name);
        } catch (NotPossible unwritable) {
            throw new CommandLine.TypeConversionException(unwritable.getMessage());
        }
    }

    private static int wrongUsage(String sentence, CommandLine command) {
        System.err.println(sentence);
        System.err.println("See \"" + command.getCommandSpec().qualifiedName() + " --help\".");
        return WRONG_USAGE;
    }

    private static int failed(Exception failure, boolean debug) {
        if (debug) {
            failure.printStackTrace();
        }
        Logger log = LoggerFactory.getLogger(Lanyard.class);
        switch (failure) {
            case NotPossible refused -> {
                System.err.println(refused.getMessage());
                log.info("refused: {}", refused.sentence().key());
            }
            case StationFault fault -> {
                System.err.println(fault.getMessage());
                log.error("the command failed", fault);
            }
            default -> {
                System.err.println("Lanyard has an internal error; the details are in its log.");
                log.error("the command failed", failure);
            }
        }
        return COULD_NOT;
    }

    static Path defaultFolder() {
        String chosen = System.getenv().getOrDefault("LANYARD_DATA", "");
        return Arguments.path(chosen.isBlank() ? AppDirsFactory.getInstance().getUserDataDir("lanyard", null, null)
                : chosen);
    }
}
