package org.lanyard.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.harawata.appdirs.AppDirsFactory;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The command line: which command, and how each kind of failure is said. */
public final class Lanyard {

    private static final int COULD_NOT = 1;
    private static final int WRONG_USAGE = 2;

    private Lanyard() {}

    /** Runs to the end, then exits: 0 done, 1 could not be done, 2 wrong usage. */
    public static void main(String... arguments) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false,
                StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true,
                StandardCharsets.UTF_8));
        int code = run(Arguments.given(arguments));
        System.out.flush();
        System.exit(code);
    }

    /** Runs to the end on standard input and output, and returns the exit code. */
    public static int run(String... arguments) {
        RootCommand root = new RootCommand();
        CommandLine line = new CommandLine(root);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, Lanyard::path);
        line.setParameterExceptionHandler((wrong, _) -> wrongUsage(wrong.getMessage(), wrong.getCommandLine()));
        line.setExecutionExceptionHandler((failure, command, _) -> failure instanceof WrongUsage
                ? wrongUsage(failure.getMessage(), command) : failed(failure, root.common.debug));
        line.setExecutionStrategy(parsed -> {
            try {
                Logs.into(root.common.folder(), root.common.debug);
            } catch (NotPossible | WrongUsage noFolder) {
                throw new CommandLine.ExecutionException(line, noFolder.getMessage(), new WrongUsage(noFolder.getMessage()));
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        int code = line.execute(arguments);
        if (System.out.checkError() && code == 0) {
            System.err.println("The answer could not be written to standard output.");
            return COULD_NOT;
        }
        return code;
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
        boolean expected = failure instanceof NotPossible || failure instanceof StationFault;
        System.err.println(expected ? failure.getMessage()
                : "Lanyard met an error of its own; the details are in its log.");
        if (debug) {
            failure.printStackTrace();
        }
        LoggerFactory.getLogger(Lanyard.class).error("the command failed", failure);
        return COULD_NOT;
    }

    /** The folder of the data that this machine's user keeps, where nothing else is said. */
    static Path defaultFolder() {
        String chosen = System.getenv("LANYARD_DATA");
        return Arguments.path(chosen != null && !chosen.isBlank() ? chosen
                : AppDirsFactory.getInstance().getUserDataDir("lanyard", null, null));
    }
}
