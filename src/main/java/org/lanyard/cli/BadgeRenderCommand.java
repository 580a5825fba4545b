package org.lanyard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.lanyard.Station;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeImage;
import org.lanyard.badge.BadgePdf;
import org.lanyard.badge.BadgeSvg;
import org.lanyard.badge.BadgeTemplate;
import org.lanyard.badge.PersonBadge;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "render", mixinStandardHelpOptions = true, description = "Draws the badges of these people.")
final class BadgeRenderCommand implements Callable<Integer> {

    // Resolution of a PNG: enough for a print shop, in dots an inch.
    private static final int PNG_DPI = 300;

    @ParentCommand BadgeCommand parent;

    @Parameters(paramLabel = "CODE", arity = "1..*") List<String> codes;

    @Mixin BadgeTemplateChoice choice;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = "badge.pdf",
            description = "PDF, PNG or SVG by its ending (default: badge.pdf)") Path file;

    @Override
    public Integer call() {
        String ending = ending();
        BadgeTemplate template = choice.read();
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            List<Badge> badges = codes.stream().map(code -> badge(station, conference, template, code)).toList();
            badges.forEach(badge -> badge.warnings().forEach(System.err::println));
            PrivateFile.write(file, out -> write(badges, ending, out));
            return 0;
        }
    }

    private String ending() {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (!List.of("pdf", "png", "svg").contains(ending)) {
            throw new WrongUsage("A badge is written as .pdf, .png or .svg.");
        }
        if (codes.size() > 1 && !ending.equals("pdf")) {
            throw new WrongUsage("Several badges go into one PDF; a PNG or an SVG holds one.");
        }
        return ending;
    }

    private static Badge badge(Station station, Conference conference, BadgeTemplate template, String code) {
        return station.roster().find(conference, Reading.of(code))
                .map(person -> template.fill(new PersonBadge(station.roster(), conference).content(person)))
                .orElseThrow(() -> new NotPossible("person.no-code", conference.slug(), code));
    }

    private static void write(List<Badge> badges, String ending, OutputStream out) throws IOException {
        switch (ending) {
            case "png" -> ImageIO.write(BadgeImage.of(badges.getFirst(), PNG_DPI), "png", out);
            case "svg" -> out.write(BadgeSvg.of(badges.getFirst()));
            default -> writePdf(badges, out);
        }
    }

    private static void writePdf(List<Badge> badges, OutputStream out) throws IOException {
        try (BadgePdf pdf = BadgePdf.pages()) {
            for (Badge badge : badges) {
                pdf.add(badge);
            }
            pdf.save(out);
        }
    }
}
