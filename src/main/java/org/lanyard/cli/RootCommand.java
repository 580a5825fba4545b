package org.lanyard.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.desk.Opening;
import org.lanyard.desk.setup.PreparationFile;
import org.lanyard.desk.shell.Desk;
import org.lanyard.desk.shell.Toolkit;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.venue.Pins;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** With no command: the desk window, or the same station in the terminal where there is no display. {@link Commands} lists the commands. */
@Command(name = "lanyard", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "The check-in station for conferences. Without a command it opens the desk.")
final class RootCommand implements Callable<Integer> {

    @Mixin Common common = new Common();

    @Option(names = "--station", paramLabel = "NAME",
            description = "start as this station, past the first-run steps") Optional<String> station = Optional.empty();

    @Option(names = "--staff", paramLabel = "NAME",
            description = "the staff member who starts; where staff members have PINs, theirs is asked for") Optional<String> staff =
                    Optional.empty();

    @ArgGroup(exclusive = true)
    @Nullable ModeChoice mode;

    @Option(names = "--kiosk", description = "start as a kiosk, which only its PIN leaves") boolean kiosk;

    @Parameters(paramLabel = "FILE", arity = "0..1",
            description = "a station's preparation file (.lanyard), shown in Setup before anything is taken over") Optional<Path> file =
                    Optional.empty();

    /** Shows a window, and returns when it is closed. */
    @FunctionalInterface
    interface Window {
        void show(Toolkit toolkit, Station station, Post post, Opening opening);
    }

    @Override
    public Integer call() {
        return open(StationConfig.REPEAT_WINDOW, Desk::open);
    }

    /** Opens the station with its window or, without a display, in the terminal. */
    int open(Duration repeatWindow, Window window) {
        file.map(Path::toString).filter(name -> !name.endsWith(PreparationFile.ENDING)).ifPresent(name -> {
            throw new WrongUsage("There is no command \"" + name + "\".");
        });
        Names.check(station, "--station");
        Names.check(staff, "--staff");
        Optional<Toolkit> toolkit = Display.start();
        try (Station opened = Display.told(toolkit, () -> Station.open(common.config(repeatWindow)))) {
            Start start = new Start(opened, common.conference, station, staff, mode);
            if (kiosk && !opened.pins().isSet(new Pins.Owner.Kiosk())) {
                throw new NotPossible("kiosk.no-pin");
            }
            Post post = Display.told(toolkit, start::post);
            opened.printing().begin();
            if (toolkit.isEmpty()) {
                return new Terminal(opened, post).run();
            }
            window.show(toolkit.get(), opened, post, start.opening(kiosk, file));
            return 0;
        }
    }
}
