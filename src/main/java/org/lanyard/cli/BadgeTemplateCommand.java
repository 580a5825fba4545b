package org.lanyard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.scan.PrivateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "template", mixinStandardHelpOptions = true, description = "Writes a built-in template, to start from.")
final class BadgeTemplateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "label-100x62, label-57x32, card-86x54 or badge-a6") String name;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true, description = "an SVG") Path file;

    @Override
    public Integer call() {
        byte[] svg = BuiltInTemplates.svg(name);
        PrivateFile.write(file, out -> out.write(svg));
        return 0;
    }
}
