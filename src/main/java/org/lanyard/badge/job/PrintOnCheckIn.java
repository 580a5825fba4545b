package org.lanyard.badge.job;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.gate.AfterRecord;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.Settings;

/** Makes the print job of a check-in in its own transaction: neither is there without the other. */
public final class PrintOnCheckIn implements AfterRecord {

    private final Settings settings;
    private final Supplier<UUID> ids;
    private final Bell bell;

    /** @param bell rung while the transaction is still open: whoever wakes asks the writer, which comes after it */
    PrintOnCheckIn(Settings settings, Supplier<UUID> ids, Bell bell) {
        this.settings = settings;
        this.ids = ids;
        this.bell = bell;
    }

    @Override
    public void recorded(Db db, Post post, Scan scan, Person person, Verdict verdict) throws SQLException {
        BadgeSettings.When when = settings.get(BadgeSettings.WHEN);
        if (when == BadgeSettings.When.OFF || !(verdict instanceof Verdict.CheckedIn)) {
            return;
        }
        Optional<PrintJob> before = JobTable.first(db, person.id());
        Optional<String> printer = printer(db, post, person);
        if (before.isPresent()) {
            if (before.get().checkInVoid()) {
                QuestionTable.ask(db, post, scan.id(), person.id(), PrintQuestion.Ask.AGAIN, scan.at());
            }
        } else if (printer.isPresent() && when == BadgeSettings.When.ASK) {
            QuestionTable.ask(db, post, scan.id(), person.id(), PrintQuestion.Ask.PRINT, scan.at());
        } else if (printer.isPresent()) {
            JobTable.add(db, ids.get(), new PrintOrder(post.conference().id(), person.id(), Optional.of(scan.id()),
                    post.stationId(), Optional.ofNullable(post.staffId()), printer.get(), Optional.empty()), scan.at());
            bell.ring();
        }
    }

    private static Optional<String> printer(Db db, Post post, Person person) throws SQLException {
        String ticket = person.ticket().map(held -> held.slug()).orElse("");
        return PrinterTable.printer(db, PrinterTable.use(db, post.conference(), ticket));
    }
}
