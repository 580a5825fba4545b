package org.lanyard.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.TextLimits;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Wording;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "scan", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Reads payloads from standard input, one a line, and answers each with one line of JSON.")
final class ScanCommand implements Callable<Integer> {

    // Scans that wait for the writer at most, so that piped payloads share commits; typed ones are answered at once.
    private static final int MOST_WAITING = 256;
    // In seconds: a year, so that the window still fits a duration.
    private static final double LONGEST_WINDOW = 31_536_000;

    @ParentCommand RootCommand root;

    @ArgGroup(exclusive = true, multiplicity = "1") ModeChoice mode;

    @Option(names = "--station", paramLabel = "NAME", required = true,
            description = "the name of this station") String stationName;

    @Option(names = "--staff", paramLabel = "NAME", description = "the staff member at this station") Optional<String> staff;

    @Option(names = "--note", paramLabel = "TEXT", description = "kept with each record") Optional<String> note;

    @Option(names = "--acknowledge", description = "acknowledge attention notes") boolean acknowledge;

    @Option(names = "--override",
            description = "let people through a full door, outside valid times, or though blocked; leads only") boolean override;

    @Option(names = "--group",
            description = "with an order reference or the code of a party, check in everybody who is not yet in") boolean group;

    @Option(names = "--repeat-window", paramLabel = "SECONDS", defaultValue = "0",
            description = "treat the same payload within this time as one scan (default: off)") double repeatWindow;

    private record Waiting(Scan scan, CompletableFuture<GroupDecision> decision) {}

    private final Wording wording = new Wording(Locale.ENGLISH);
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean faulty;
    // Standard output is closed: payloads that nobody would see answered are no longer read.
    private boolean outputClosed;

    @Override
    public Integer call() throws IOException {
        Names.check(stationName, "--station");
        Names.check(staff, "--staff");
        note.ifPresent(text -> Names.checkText(text, TextLimits.NOTE, "--note"));
        if (!(repeatWindow >= 0)) {
            throw new WrongUsage("--repeat-window takes 0 or more seconds.");
        }
        if (group && !mode.checkIn) {
            throw new WrongUsage("--group goes with --check-in only.");
        }
        Duration window = Duration.ofMillis(Math.round(Math.min(repeatWindow, LONGEST_WINDOW) * 1000));
        try (Station station = Station.open(root.common.config(window))) {
            Conference conference = root.common.conference(station);
            Post post = new Post(conference, station.venue().station(stationName), stationName.strip(),
                    staff.map(station.venue()::staff).orElse(null), mode.mode(station, conference));
            station.hub().setName(stationName);
            station.hub().syncNow();
            station.hub().keepLevel();
            station.printing().begin();
            answerAll(station, post);
            BadgesAtTheEnd.await(station.printing());
        }
        return faulty ? 1 : 0;
    }

    private void answerAll(Station station, Post post) throws IOException {
        Lines lines = new Lines(System.in);
        while (true) {
            if (!waiting.isEmpty() && (waiting.size() >= MOST_WAITING || !lines.ready())) {
                answer(station, waiting.remove());
                continue;
            }
            Optional<String> line = outputClosed ? Optional.empty() : lines.next();
            if (line.isEmpty()) {
                break;
            }
            Scan scan = new Scan(station.ids().get(), line.get(), Source.LINE, station.clock().instant(),
                    note.orElse(null), acknowledge, override);
            waiting.add(new Waiting(scan, group ? station.gate().checkInAll(post, scan)
                    : station.gate().decide(post, scan).thenApply(decision -> new GroupDecision(decision, List.of()))));
        }
        while (!waiting.isEmpty()) {
            answer(station, waiting.remove());
        }
    }

    private void answer(Station station, Waiting next) {
        String line;
        try {
            GroupDecision group = next.decision().join();
            Decision decision = group.decision();
            if (decision.verdict() instanceof Verdict.NeedsAttention) {
                station.gate().sentAway(decision).join();
            }
            line = Answer.of(group, wording);
        } catch (CompletionException failure) {
            faulty = true;
            line = Answer.fault(next.scan(), StationFault.of(failure));
        }
        System.out.println(line);
        outputClosed |= System.out.checkError();
    }
}
