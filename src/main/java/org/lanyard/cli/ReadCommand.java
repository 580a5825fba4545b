package org.lanyard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.reader.Pictures;
import org.lanyard.reader.Pictures.PageCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "read", mixinStandardHelpOptions = true,
        description = "Reads the codes in pictures and PDFs, a line of JSON for each code.")
final class ReadCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files;

    @Override
    public Integer call() {
        boolean allOpened = true;
        for (Path file : files) {
            Pictures.Found found = Pictures.read(file);
            if (found.codes().isEmpty()) {
                print(file, Optional.empty(), found.millis());
            }
            found.pageCodes().forEach(code -> print(file, Optional.of(code), found.millis()));
            if (!found.pages().all()) {
                System.err.println(found.pages().sentence());
            }
            found.fault().ifPresent(System.err::println);
            allOpened &= found.fault().isEmpty();
        }
        return allOpened ? 0 : 1;
    }

    private static void print(Path file, Optional<PageCode> code, double millis) {
        ObjectNode line = Json.object().put("file", file.toString());
        Json.put(line, "text", code.map(read -> read.code().text()));
        Json.put(line, "format", code.map(read -> read.code().format()));
        code.flatMap(PageCode::page).ifPresent(page -> line.put("page", page));
        System.out.println(Json.line(line.put("ms", millis)));
    }
}
