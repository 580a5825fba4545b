package org.lanyard.redemption;

import java.sql.SQLException;
import java.util.Optional;
import org.lanyard.checkin.Rule;
import org.lanyard.checkin.Ruling;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** Offers a person's items; the choice is another scan's business (R22). */
public record ChooseRule(Roster roster) implements Rule {

    @Override
    public Ruling rule(Db db, Post post, Scan scan, Person person) throws SQLException {
        if (!EntryFirst.allows(db, roster, post, person)) {
            return new Ruling.Answered(new Verdict.NotCheckedIn(person.attendee()));
        }
        return new Ruling.Answered(new Verdict.ChooseItem(person.attendee(), Items.of(db, post.conference(), person)));
    }

    @Override
    public Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) {
        return Optional.empty();
    }

    @Override
    public int count(Db db, Post post, Person person) throws SQLException {
        return Units.redeemed(db, post.conference(), person, _ -> true);
    }
}
