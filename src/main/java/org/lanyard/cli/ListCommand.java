package org.lanyard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanyard.Station;
import org.lanyard.badge.PeopleListPdf;
import org.lanyard.gate.PaperList;
import org.lanyard.gate.PaperLists.Letters;
import org.lanyard.roster.ListedPerson;
import org.lanyard.scan.Conference;
import org.lanyard.scan.PrivateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists for when the laptop dies.")
final class ListCommand {

    @ParentCommand RootCommand root;

    @Command(name = "print", mixinStandardHelpOptions = true,
            description = "Writes an alphabetical list of everybody, with boxes to tick, as a PDF.")
    int print(@Option(names = "--from", paramLabel = "A", defaultValue = "A", description = "the first letter") String from,
            @Option(names = "--to", paramLabel = "F", defaultValue = "Z",
                    description = "the last letter; names without Latin letters are under Z") String to,
            @Option(names = "--not-yet-come", description = "only those who may come in and have not") boolean notYetCome,
            @Option(names = "--inside", description = "those who are inside the venue now") boolean inside,
            @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true, description = "a PDF") Path file) {
        Letters letters = new Letters(letter(from, "--from"), letter(to, "--to"));
        if (letters.from() > letters.to()) {
            throw new WrongUsage("--from takes a letter that does not come after --to.");
        }
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            PaperList.People everybody = notYetCome ? PaperList.People.NOT_YET_COME : PaperList.People.EVERYBODY;
            PaperList list = new PaperList(inside ? PaperList.People.INSIDE : everybody, letters);
            List<ListedPerson> people = station.paperLists().of(conference, list);
            PeopleListPdf pdf = new PeopleListPdf(conference, list.title(), station.clock().instant(), Locale.ENGLISH);
            PrivateFile.write(file, out -> pdf.write(people, out));
            System.err.println(people.size() + (people.size() == 1 ? " person is in " : " people are in ") + file + ".");
            return 0;
        }
    }

    private static char letter(String text, String option) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).filter(letter -> letter.matches("[A-Z]"))
                .orElseThrow(() -> new WrongUsage(option + " takes one letter from A to Z.")).charAt(0);
    }
}
