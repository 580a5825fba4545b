package org.lanyard.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.upstream.Reply.Trouble;

/** Brings the server's roster here: as it is downloaded, and all of it or nothing. */
final class Pull {

    /** What became of it. */
    sealed interface Outcome {

        record Applied(ImportReport report) implements Outcome {}

        /** Nothing was changed. */
        record Failed(Trouble trouble) implements Outcome {}
    }

    private final Session session;
    private final Roster roster;
    private final ImportOptions options;

    Pull(Session session, Roster roster, Conference conference, boolean force) {
        this.session = session;
        this.roster = roster;
        this.options = ImportOptions.of(ImportOptions.Format.JSON, conference.slug()).forced(force);
    }

    /**
     * The caller has the turn.
     *
     * @param progress told how many attendees have arrived; what it throws ends the pull before anything is changed
     * @throws NotPossible when the answer is no roster of this conference, or too many attendees would vanish
     */
    Outcome run(LongConsumer progress) {
        return switch (session.download("preload/")) {
            case Session.Download.Failed(Trouble trouble) -> new Outcome.Failed(trouble);
            case Session.Download.Open(InputStream body) -> {
                try (body) {
                    yield new Outcome.Applied(roster.importPreload(body, options, progress));
                } catch (IOException cutOff) {
                    yield new Outcome.Failed(Trouble.of(Trouble.Kind.CUT,
                            "server.cut-roster"));
                }
            }
        };
    }
}
