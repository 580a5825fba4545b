package org.lanyard.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Answer.Accepted;
import org.lanyard.upstream.Answer.InDoubt;
import org.lanyard.upstream.Answer.Refused;
import org.lanyard.upstream.Answer.Unreachable;

/**
 * Sends one record: a redemption once, a check-in at least once. That a request is about to leave is committed before it
 * leaves; what became of a lost answer is asked, never guessed, and nothing is sent again while the request may still
 * arrive. May be used by several threads, for different people.
 */
final class RecordDelivery {

    // The server's clock may be this far from ours, and what it recorded still be what we had just sent.
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private final RegistrationServer server;
    private final DeliveryTable table;
    private final Roster roster;
    private final ServerOrders orders;
    private final InstantSource clock;
    private final Patience patience;
    private final Claims claims;
    private final AtomicBoolean asked = new AtomicBoolean();

    RecordDelivery(RegistrationServer server, DeliveryTable table, Roster roster, ServerOrders orders,
            InstantSource clock, Patience patience, Claims claims) {
        this.server = server;
        this.table = table;
        this.roster = roster;
        this.orders = orders;
        this.clock = clock;
        this.patience = patience;
        this.claims = claims;
    }

    @FunctionalInterface
    interface Claims {

        VenueTurn.Claimed claim(String record, boolean again);
    }

    boolean asked() {
        return asked.get();
    }

    /**
     * @param sends else only a record in doubt is asked about
     * @return the trouble that it met
     */
    Optional<Trouble> handle(long seq, boolean sends) {
        Delivery delivery = table.read(seq);
        return switch (delivery.state()) {
            case PENDING -> sends ? send(delivery) : Optional.empty();
            case IN_DOUBT -> settle(delivery, sends);
            case SENT, UNDECIDED, CONFIRMED, REFUSED, UNDELIVERABLE -> Optional.empty();
        };
    }

    private Optional<Trouble> send(Delivery delivery) {
        if (delivery.voided() || delivery.held()) {
            return Optional.empty();
        }
        return delivery.item().map(item -> sendUnit(delivery, item)).orElseGet(() -> sendCheckIn(delivery));
    }

    // A check-in may be sent again where another station may have sent it; about a unit a person has to decide.
    private boolean claimed(Delivery delivery) {
        return switch (claims.claim(delivery.id(), delivery.reopened())) {
            case OURS -> true;
            case SETTLED, NOT_NOW -> false;
            case LOST -> delivery.item().isEmpty()
                    ? claims.claim(delivery.id(), true) == VenueTurn.Claimed.OURS : leaveLost(delivery);
        };
    }

    private boolean leaveLost(Delivery delivery) {
        table.leaveToAPerson(delivery, 0, Sentence.of("delivery.lost-station"));
        return false;
    }

    private Optional<Trouble> sendCheckIn(Delivery delivery) {
        if (!claimed(delivery)) {
            return Optional.empty();
        }
        asked.set(true);
        table.markCheckInLeaving(delivery, clock.instant());
        return handleAnswer(delivery, server.deliver(
                new OutgoingRecord.CheckIn(delivery.accessCode(), delivery.station())));
    }

    private Optional<Trouble> sendUnit(Delivery delivery, Delivery.Item item) {
        if (table.standIn(delivery.seq()) || !claimed(delivery)) {
            return Optional.empty();
        }
        asked.set(true);
        Answer<ServerPerson> answer = server.lookUp(delivery.accessCode());
        if (!(answer instanceof Accepted<ServerPerson>(ServerPerson person))) {
            return handleUnseen(delivery, answer);
        }
        Optional<ServerPerson.ServerLine> line = person.match(item);
        if (line.isEmpty()) {
            table.refuse(delivery, Refusal.of(Refusal.Reason.ITEM, Sentence.of(
                    item.idThere().flatMap(person::line).isPresent() ? "delivery.item-deleted" : "delivery.no-item")));
            return Optional.empty();
        }
        if (item.idThere().isEmpty()) {
            roster.noteUpstreamId(item.line(), line.get().id());
        }
        table.noteCounted(delivery.attendee(), item.line(), line.get().redeemed() - item.confirmed());
        table.markUnitLeaving(delivery, item, line.get().id(), line.get().redeemed(), clock.instant());
        return handleAnswer(delivery,
                server.deliver(new OutgoingRecord.Redemption(delivery.accessCode(), line.get().id())));
    }

    private Optional<Trouble> handleAnswer(Delivery delivery, Answer<Receipt> answer) {
        return switch (answer) {
            case Accepted<Receipt>(Receipt receipt) -> {
                table.confirm(delivery, receipt);
                yield Optional.empty();
            }
            case Refused<Receipt>(Refusal why) -> {
                handleRefusal(delivery, why);
                yield Optional.empty();
            }
            case Unreachable<Receipt>(Trouble trouble) -> {
                table.putBack(delivery);
                yield Optional.of(trouble);
            }
            case InDoubt<Receipt>(Trouble trouble) -> {
                table.doubt(delivery, trouble.sentence());
                yield Optional.of(trouble);
            }
        };
    }

    // The last unit may have been used up by our own first request, which arrived after all.
    private void handleRefusal(Delivery delivery, Refusal why) {
        if (why.reason() == Refusal.Reason.USED_UP && delivery.sentAt().isPresent()) {
            int counted = table.read(delivery.seq()).item().map(Delivery.Item::countedThen).orElse(0);
            table.leaveToAPerson(delivery, counted + 1, Sentence.of("delivery.used-up-meanwhile"));
            return;
        }
        table.refuse(delivery, why);
        why.orderStatus().ifPresent(status -> orders.believe(delivery, status));
    }

    private Optional<Trouble> handleUnseen(Delivery delivery, Answer<ServerPerson> answer) {
        return switch (answer) {
            case Accepted<ServerPerson> _ -> Optional.empty();
            case Refused<ServerPerson>(Refusal why) -> {
                table.refuse(delivery, why);
                yield Optional.empty();
            }
            case Unreachable<ServerPerson>(Trouble trouble) -> Optional.of(trouble);
            case InDoubt<ServerPerson>(Trouble trouble) -> Optional.of(trouble);
        };
    }

    private Optional<Trouble> settle(Delivery delivery, boolean sends) {
        Duration since = delivery.sentAt().map(at -> Duration.between(at, clock.instant()).abs()).orElse(patience.arrive());
        boolean mayArrive = since.compareTo(patience.arrive()) < 0;
        if (since.compareTo(patience.settle()) < 0 || mayArrive && delivery.askedAt().isPresent()) {
            return Optional.empty();
        }
        return delivery.item().map(item -> settleUnit(delivery, item, mayArrive, sends))
                .orElseGet(() -> settleCheckIn(delivery, mayArrive, sends));
    }

    // A second row does no harm where one is there already; a first one is looked for.
    private Optional<Trouble> settleCheckIn(Delivery delivery, boolean mayArrive, boolean sends) {
        if (delivery.again()) {
            return waitOrSendAgain(delivery, mayArrive, sends);
        }
        asked.set(true);
        Answer<ServerPerson> answer = server.lookUp(delivery.accessCode());
        if (answer instanceof Refused<ServerPerson>(Refusal why) && why.reason() == Refusal.Reason.UNASKABLE) {
            return waitOrSendAgain(delivery, mayArrive, sends);
        }
        if (!(answer instanceof Accepted<ServerPerson>(ServerPerson person))) {
            return handleUnseen(delivery, answer);
        }
        Instant earliest = delivery.sentAt().orElse(Instant.EPOCH).minus(CLOCKS_APART);
        Optional<Instant> ours = person.firstCheckIn().filter(first -> !first.isBefore(earliest));
        if (ours.isPresent()) {
            table.confirm(delivery, new Receipt(0, ours, ours));
            return Optional.empty();
        }
        return waitOrSendAgain(delivery, mayArrive, sends);
    }

    // The server's count before and after tells, unless another desk redeemed meanwhile.
    private Optional<Trouble> settleUnit(Delivery delivery, Delivery.Item item, boolean mayArrive, boolean sends) {
        asked.set(true);
        Answer<ServerPerson> answer = server.lookUp(delivery.accessCode());
        if (!(answer instanceof Accepted<ServerPerson>(ServerPerson person))) {
            return handleUnseen(delivery, answer);
        }
        Optional<ServerPerson.ServerLine> line = person.match(item);
        int before = item.countedThen();
        int now = line.map(ServerPerson.ServerLine::redeemed).orElse(-1);
        if (now == before) {
            return waitOrSendAgain(delivery, mayArrive, sends);
        }
        if (now == before + 1) {
            table.confirm(delivery, new Receipt(0, Optional.empty(), Optional.empty()));
        } else {
            table.leaveToAPerson(delivery, Math.max(0, now), line.isEmpty() ? Sentence.of("delivery.item-gone")
                    : Sentence.of("delivery.counted", before, now));
        }
        return Optional.empty();
    }

    // It has not arrived. What was voided meanwhile is never sent.
    private Optional<Trouble> waitOrSendAgain(Delivery delivery, boolean mayArrive, boolean sends) {
        if (mayArrive) {
            table.noteAsked(delivery, clock.instant());
            return Optional.empty();
        }
        table.sendAgain(delivery);
        return sends ? send(table.read(delivery.seq())) : Optional.empty();
    }
}
