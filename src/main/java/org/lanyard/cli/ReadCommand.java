package org.lanyard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lanyard.reader.Pictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "read", mixinStandardHelpOptions = true, description = "Reads the codes in pictures, a line of JSON each.")
final class ReadCommand implements Callable<Integer> {

    @ParentCommand
    RootCommand root;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    List<Path> files;

    @Override
    public Integer call() {
        boolean allOpened = true;
        for (Path file : files) {
            Pictures.Found found = Pictures.read(file);
            System.out.println(JsonMapper.shared().writeValueAsString(JsonMapper.shared().createObjectNode()
                    .put("file", file.toString()).put("text", found.text()).put("format", found.format())
                    .put("ms", found.millis())));
            if (found.fault() != null) {
                System.err.println(found.fault());
                allOpened = false;
            }
        }
        return allOpened ? 0 : 1;
    }
}
