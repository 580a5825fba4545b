package org.lanyard.gate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lanyard.checkin.Ruling;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Lookup;
import org.lanyard.roster.Person;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/**
 * Asks the venue's hub before one scan is decided: for its consent where the rules here allow a shared unit or seat, and for
 * news where they refuse what another station may have changed.
 */
final class Question {

    private static final CompletableFuture<FromHub> NOT_ASKED = CompletableFuture.completedFuture(FromHub.NOTHING);

    private final Ledger ledger;
    private final Decider decider;
    private final VenueHub hub;
    private final Scan scan;
    private final Search search;

    Question(Ledger ledger, Decider decider, VenueHub hub, Scan scan, Search search) {
        this.ledger = ledger;
        this.decider = decider;
        this.hub = hub;
        this.scan = scan;
        this.search = search;
    }

    private record Look(Search.Found found, Optional<Person> person, Optional<Ruling> ruling) {}

    CompletableFuture<FromHub> ask() {
        Look look = look();
        return look.ruling().filter(Question::othersMayKnowBetter).isEmpty() ? ask(look)
                : hub.catchUp().thenCompose(level -> level ? ask(look())
                        : CompletableFuture.completedFuture(new FromHub(look.person().map(Question::unreachable), false)));
    }

    private Look look() {
        return ledger.read(db -> {
            Search.Found found = search.in(db);
            return hub.decides(found.post()) && found.lookup() instanceof Lookup.Found known
                    ? new Look(found, Optional.of(known.person()), Optional.of(decider.rule(db, found.post(), scan, known)))
                    : new Look(found, Optional.empty(), Optional.empty());
        });
    }

    private CompletableFuture<FromHub> ask(Look look) {
        boolean shared =
                look.ruling().filter(ruling -> ruling instanceof Ruling.Allowed allowed && allowed.shared()).isPresent();
        return shared ? hub.ask(look.found().post(), scan, look.person().orElseThrow())
                .thenApply(against -> new FromHub(against, true)) : NOT_ASKED;
    }

    private static Verdict unreachable(Person person) {
        return new Verdict.HubUnreachable(person.attendee(), List.of());
    }

    private static boolean othersMayKnowBetter(Ruling ruling) {
        return ruling instanceof Ruling.Answered(Verdict verdict) && (isDoubtful(verdict)
                || verdict instanceof Verdict.FullyRedeemed || verdict instanceof Verdict.DoorFull);
    }

    // A refusal that is said only where the hub has been heard (R32, R39).
    static boolean isDoubtful(Verdict verdict) {
        return verdict instanceof Verdict.NotCheckedIn
                || verdict instanceof Verdict.NotValidNow refused && refused.perDay() > 0;
    }
}
