package org.lanyard.upstream;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.Roster;
import org.lanyard.roster.UnusableRow;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.UpstreamStatus.LastPull;

/** Brings the server's roster here once: all of it or nothing, but for people whom the answer does not describe usably. */
final class PullRun {

    private final Roster roster;
    private final Conference conference;
    private final Health health;
    private final InstantSource clock;

    PullRun(Roster roster, Conference conference, Health health, InstantSource clock) {
        this.roster = roster;
        this.conference = conference;
        this.health = health;
        this.clock = clock;
    }

    sealed interface Outcome {

        record Applied(ImportReport report, ServerRoster roster) implements Outcome {}

        record Failed(Trouble trouble) implements Outcome {}
    }

    /**
     * The caller must hold the turn.
     *
     * @param force    also where more than 20 % of the people would be withdrawn
     * @param progress told how many people have arrived; an exception it throws ends the pull before anything is changed
     */
    Outcome run(RegistrationServer server, boolean force, LongConsumer progress) {
        Instant at = clock.instant();
        Outcome outcome = pull(server, force, progress);
        switch (outcome) {
            case Outcome.Failed(Trouble trouble) when trouble.kind() == Trouble.FaultKind.NOT_APPLIED ->
                    health.notePull(conference, new LastPull(at, false, trouble.sentence()));
            case Outcome.Failed _ -> {}
            case Outcome.Applied(ImportReport _, ServerRoster pulled) ->
                    health.notePull(conference, new LastPull(at, true, leftOut(pulled)));
        }
        return outcome;
    }

    private static Sentence ofAPull(Sentence refused) {
        return refused.key().equals("roster.vanishing") ? Sentence.of("pull.vanishing", refused.arguments().toArray())
                : refused;
    }

    private static Sentence leftOut(ServerRoster pulled) {
        int people = pulled.stated().unusable().size();
        return people == 0 ? Sentence.NONE : Sentence.of("pull.left-out-count", people);
    }

    private Outcome pull(RegistrationServer server, boolean force, LongConsumer progress) {
        try {
            return switch (server.pull(conference, progress)) {
                case Answer.Accepted<ServerRoster>(ServerRoster pulled) -> apply(pulled, force);
                case Answer.Refused<ServerRoster>(Refusal why) -> new Outcome.Failed(
                        new Trouble(Trouble.FaultKind.MISDIRECTED, why.sentence(), java.time.Duration.ZERO));
                case Answer.Unreachable<ServerRoster>(Trouble trouble) -> new Outcome.Failed(trouble);
                case Answer.InDoubt<ServerRoster>(Trouble trouble) -> new Outcome.Failed(trouble);
            };
        } catch (NotPossible refused) {
            return new Outcome.Failed(
                    new Trouble(Trouble.FaultKind.NOT_APPLIED, ofAPull(refused.sentence()), java.time.Duration.ZERO));
        }
    }

    private Outcome apply(ServerRoster pulled, boolean force) {
        List<UnusableRow> unusable = pulled.stated().unusable();
        if (!pulled.stated().people().iterator().hasNext() && !unusable.isEmpty()) {
            throw new NotPossible("pull.nobody-usable", unusable.getFirst().reason());
        }
        ImportReport report = roster.apply(pulled.stated(), ImportOptions.of(ImportOptions.Format.JSON, conference.slug())
                .forced(force).skippingBadRows());
        List<Sentence> warnings = new ArrayList<>(report.warnings());
        warnings.addAll(pulled.warnings());
        unusable.forEach(row -> warnings.add(Sentence.of("pull.left-out", row.reason())));
        return new Outcome.Applied(new ImportReport(report.conference(), report.attendees(), report.orders(),
                report.items(), List.of(), warnings, report.applied(), report.moved()), pulled);
    }
}
