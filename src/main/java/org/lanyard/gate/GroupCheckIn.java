package org.lanyard.gate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Lookup;
import org.lanyard.roster.Person;
import org.lanyard.scan.Decision;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Party;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict.Member;
import org.lanyard.scan.Verdict;

/** Checks in several people within one transaction (R10, R36), each by the rules and with a record of their own. */
final class GroupCheckIn {

    private final Decider decider;
    private final Db db;
    private final Post post;
    private final Scan scan;

    GroupCheckIn(Decider decider, Db db, Post post, Scan scan) {
        this.decider = decider;
        this.db = db;
        this.post = post.in(new Mode.CheckIn());
        this.scan = scan;
    }

    List<Member> members(List<Person> people) throws SQLException {
        List<Member> members = new ArrayList<>();
        for (Person person : people) {
            members.add(member(person));
        }
        return List.copyOf(members);
    }

    private Member member(Person person) throws SQLException {
        Verdict verdict = decider.foreseen(db, post, scan, person);
        return new Member(person.attendee(), state(person, verdict), verdict);
    }

    private Member.State state(Person person, Verdict verdict) throws SQLException {
        if (person.blocked()) {
            return Member.State.BLOCKED;
        }
        if (allIn(decider.party(db, post, scan, person))) {
            return Member.State.IN;
        }
        return verdict.kind() == Verdict.Kind.STOP ? Member.State.NOT_ADMITTED : Member.State.OUT;
    }

    private static boolean allIn(Party party) {
        return party.in() >= party.size();
    }

    GroupDecision all(String order, List<Person> chosen, List<Person> people, Supplier<UUID> ids) throws SQLException {
        List<GroupDecision.Result> results = new ArrayList<>();
        for (Person person : chosen) {
            results.add(allIn(decider.party(db, post, scan, person)) ? notMade(person) : made(person, ids));
        }
        Verdict after = new Verdict.ChoosePeople(order, members(people));
        return new GroupDecision(new Decision(scan, post, after, OptionalInt.empty(), List.of()), List.copyOf(results));
    }

    private GroupDecision.Result notMade(Person person) throws SQLException {
        Member member = member(person);
        Decision as = decider.asShown(db, post, scan, person, member.verdict());
        return new GroupDecision.Result(person.attendee(), member.state(), member.verdict(), Optional.empty(),
                as.count().orElse(0));
    }

    private GroupDecision.Result made(Person person, Supplier<UUID> ids) throws SQLException {
        Decision last = party(Lookup.Found.of(person), ids);
        return new GroupDecision.Result(person.attendee(), state(person, last.verdict()), last.verdict(),
                Optional.of(last.scan().id()).filter(_ -> last.verdict().recorded()), last.count().orElse(0));
    }

    /** Checks in those of a party who are not in; the last of their decisions. At least one check-in is decided. */
    Decision party(Lookup.Found found, Supplier<UUID> ids) throws SQLException {
        Decision last = decider.decide(db, post, scan.withId(ids.get()), found, FromHub.NOTHING);
        while (last.verdict().recorded() && !allIn(decider.party(db, post, scan, found.person()))) {
            last = decider.decide(db, post, scan.withId(ids.get()), found, FromHub.NOTHING);
        }
        return last;
    }
}
