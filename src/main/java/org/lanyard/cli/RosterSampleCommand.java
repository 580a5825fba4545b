package org.lanyard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.PrivateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sample", mixinStandardHelpOptions = true,
        description = "Writes a roster of made-up people, for practice and load tests.")
final class RosterSampleCommand implements Callable<Integer> {

    private static final int MOST = 10_000_000;

    @Option(names = "--attendees", paramLabel = "N", required = true, description = "how many people") int attendees;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "the same seed, the same people") long seed;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true,
            description = "CSV, or JSON by its ending") Path file;

    @Override
    public Integer call() {
        if (attendees < 0 || attendees > MOST) {
            throw new WrongUsage("--attendees takes a number from 0 to " + MOST + ".");
        }
        PrivateFile.write(file, out -> RosterFiles.writeSample(attendees, seed, RosterImportCommand.format(file), out));
        return 0;
    }
}
