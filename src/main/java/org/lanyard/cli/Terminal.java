package org.lanyard.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.lanyard.Station;
import org.lanyard.desk.ShownText;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Wording;

final class Terminal {

    private final Station station;
    private final Post post;
    private final Wording wording = new Wording(Locale.ENGLISH);

    Terminal(Station station, Post post) {
        this.station = station;
        this.post = post;
    }

    int run() {
        System.out.println("There is no display here, so this station works in the terminal: " + post.conference().name()
                + ", " + post.station() + ". Scan or type a code; Ctrl+D ends.");
        System.out.flush();
        Lines lines = new Lines(System.in);
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                answer(line.get());
            }
            return 0;
        } catch (IOException gone) {
            throw new StationFault(gone, "terminal.input");
        }
    }

    private void answer(String line) {
        Scan scan = new Scan(station.ids().get(), line, Source.LINE, station.clock().instant());
        try {
            Decision decision = station.gate().decide(post, scan).join();
            if (decision.verdict() instanceof Verdict.NeedsAttention) {
                station.gate().sentAway(decision).join();
            }
            String whose = decision.verdict().about().map(about -> ShownText.line(about.shownName()) + ": ").orElse("");
            System.out.println(whose + ShownText.text(wording.message(decision)));
        } catch (CompletionException failure) {
            System.out.println("The station has a fault: " + StationFault.of(failure).getMessage());
        }
        System.out.flush();
    }
}
