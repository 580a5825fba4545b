package org.lanyard.gate;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lanyard.checkin.Presence;
import org.lanyard.checkin.Ruling;
import org.lanyard.journal.Refusals;
import org.lanyard.ledger.Db;
import org.lanyard.redemption.Items;
import org.lanyard.roster.Lookup;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Party;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** Decides one scan and records what it leads to, within the transaction that it is handed. */
final class Decider {

    private final Roster roster;
    private final Rules rules;
    private final VenueHub hub;
    private final RecordAges ages;
    private final List<AfterRecord> afterRecord;
    private final Refusals refusals = new Refusals();

    Decider(Roster roster, VenueHub hub, RecordAges ages, List<AfterRecord> afterRecord) {
        this.roster = roster;
        this.rules = new Rules(roster);
        this.hub = hub;
        this.ages = ages;
        this.afterRecord = List.copyOf(afterRecord);
    }

    Decision decide(Db db, Post post, Scan scan, Lookup lookup, FromHub fromHub) throws SQLException {
        return switch (lookup) {
            case Lookup.Elsewhere(String other) -> refuse(db, post, scan, new Verdict.WrongConference(other));
            case Lookup.Unknown(var lookAlike) ->
                    refuse(db, post, scan, new Verdict.UnknownCode(Reading.of(scan.text()).code(), lookAlike));
            case Lookup.Group group -> nobody(post, scan, new Verdict.ChoosePeople(group.order(),
                    members(db, post, scan, group.people())));
            case Lookup.Found found ->
                    answer(db, post, scan, found.person(), recordOrRefuse(db, post, scan, found, fromHub));
        };
    }

    private Verdict recordOrRefuse(Db db, Post post, Scan scan, Lookup.Found found, FromHub fromHub)
            throws SQLException {
        Person person = found.person();
        return switch (rule(db, post, scan, found)) {
            case Ruling.Answered(Verdict verdict) ->
                    earlierAnswer(db, post, scan, person).orElse(fromHub.insteadOf(verdict));
            case Ruling.Allowed _ when fromHub.against().isPresent() ->
                    earlierAnswer(db, post, scan, person).orElse(fromHub.against().get());
            case Ruling.Allowed(Ruling.Recording recording, boolean shared) when !shared
                    || hub.consents(db, post, scan, person) -> record(db, post, scan, found, recording);
            case Ruling.Allowed _ -> earlierAnswer(db, post, scan, person)   // what changed meanwhile needs a question
                    .orElse(new Verdict.HubUnreachable(person.attendee(), List.of()));
        };
    }

    // Only reads. An exit asks for no order and no block (R33, R34).
    Ruling rule(Db db, Post post, Scan scan, Lookup.Found found) throws SQLException {
        if (blocks(post.mode(), found) && !post.overrides(scan)) {
            Person person = found.person();
            return new Ruling.Answered(new Verdict.Blocked(person.attendee(), !person.blocked()));
        }
        Optional<Verdict> refusal = Rules.refuse(post.mode(), found.person());
        return refusal.isPresent() ? new Ruling.Answered(refusal.get())
                : rules.of(post.mode()).rule(db, post, scan, found.person());
    }

    private static boolean blocks(Mode mode, Lookup.Found found) {
        return !(mode instanceof Mode.Exit) && (found.blocked() || found.person().blocked());
    }

    private Verdict record(Db db, Post post, Scan scan, Lookup.Found found, Ruling.Recording recording)
            throws SQLException {
        Person person = found.person();
        Optional<Verdict> recorded = recording.record(db, blocks(post.mode(), found));
        if (recorded.isEmpty()) {
            return earlierAnswer(db, post, scan, person).orElseThrow();
        }
        ages.note(db.latestPlace());
        for (AfterRecord listener : afterRecord) {
            listener.recorded(db, post, scan, person, recorded.get());
        }
        return recorded.get();
    }

    // A scan that led to a record keeps its answer, whatever became of the order since (R27).
    private Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException {
        return rules.of(post.mode()).earlierAnswer(db, post, scan, person);
    }

    Decision repeat(Db db, Post post, Scan scan, Lookup lookup) throws SQLException {
        if (!(lookup instanceof Lookup.Found(Person person, var _))) {
            return nobody(post, scan, new Verdict.RepeatScan(Optional.empty()));
        }
        Optional<Verdict> earlier = earlierAnswer(db, post, scan, person);
        return answer(db, post, scan, person,
                earlier.orElse(new Verdict.RepeatScan(Optional.of(person.attendee()))));
    }

    Decision refuse(Db db, Post post, Scan scan, Verdict verdict) throws SQLException {
        keepRefusal(db, post, scan, verdict);
        return nobody(post, scan, verdict);
    }

    void keepRefusal(Db db, Post post, Scan scan, Verdict verdict) throws SQLException {
        refusals.add(db, post, scan, verdict);
    }

    private static Decision nobody(Post post, Scan scan, Verdict verdict) {
        return new Decision(scan, post, verdict, OptionalInt.empty(), List.of());
    }

    Decision asShown(Db db, Post post, Scan scan, Person person, Verdict verdict) throws SQLException {
        return new Decision(scan, post, verdict, OptionalInt.of(rules.of(post.mode()).count(db, post, person)), List.of());
    }

    private Decision answer(Db db, Post post, Scan scan, Person person, Verdict verdict) throws SQLException {
        if (verdict.kind() == Verdict.Kind.STOP) {
            keepRefusal(db, post, scan, verdict);
        }
        List<Item> items = scan.source().onScreen() ? Items.of(db, post.conference(), person) : List.of();
        return new Decision(scan, post, verdict, OptionalInt.of(count(db, post, person, verdict)), items,
                person.details().party() == 1 ? Optional.empty() : Optional.of(party(db, post, scan, person)));
    }

    Party party(Db db, Post post, Scan scan, Person person) throws SQLException {
        return Presence.party(db, person, roster.terms(db, post.conference()).insideSince(scan.at()));
    }

    private List<Verdict.Member> members(Db db, Post post, Scan scan, List<Person> people) throws SQLException {
        return new GroupCheckIn(this, db, post, scan).members(people);
    }

    Verdict foreseen(Db db, Post post, Scan scan, Person person) throws SQLException {
        return rule(db, post, scan, Lookup.Found.of(person)) instanceof Ruling.Answered(Verdict stop) ? stop
                : rules.checkIn().foreseen(db, scan, person);
    }

    private int count(Db db, Post post, Person person, Verdict verdict) throws SQLException {
        return switch (verdict) {
            case Verdict.Admitted _ -> 1;   // the first, however many came since
            case Verdict.CheckedIn first -> first.count();
            case Verdict.ReEntry again -> again.count();
            case Verdict.AdmittedAgain again -> again.count();
            case Verdict.CheckedOut left -> left.count();
            case Verdict.NotInside left -> left.count();
            // @formatter:off
            case Verdict.RepeatScan _, Verdict.NoOrder _, Verdict.OrderNotActive _, Verdict.NoTicket _,
                 Verdict.NeedsAttention _, Verdict.Redeemed _, Verdict.FullyRedeemed _, Verdict.ChooseItem _,
                 Verdict.DoorFull _, Verdict.NotPurchased _, Verdict.Blocked _, Verdict.NotValidNow _,
                 Verdict.NotCheckedIn _, Verdict.HubUnreachable _, Verdict.ChoosePeople _,
                 Verdict.Unreadable _, Verdict.NotDecided _, Verdict.WrongConference _, Verdict.UnknownCode _ ->
                    rules.of(post.mode()).count(db, post, person);
            // @formatter:on
        };
    }
}
