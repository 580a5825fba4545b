package org.lanyard.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanyard.scan.Conference;
import org.lanyard.upstream.Delivery.State;
import org.lanyard.upstream.Reply.Accepted;
import org.lanyard.upstream.Reply.Lost;
import org.lanyard.upstream.Reply.Refused;
import org.lanyard.upstream.Reply.Stopped;
import org.lanyard.upstream.Reply.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends what was recorded, one record at a time in the journal's order: each redemption once, each check-in at least
 * once. That a request is about to leave is committed before it leaves; what became of one whose answer was lost is
 * asked, never guessed. One record that fails does not hold up the next.
 */
final class Push {

    /** The server's clock may be this far from ours, and what it recorded still be what we had just sent. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);
    /** Records that may fail one after the other before the server is left alone for a while. */
    private static final int FAILURES_IN_A_ROW = 5;

    private final Session session;
    private final Deliveries deliveries;
    private final Conference conference;
    private final InstantSource clock;
    private final Duration settle;
    private int failures;
    private boolean sending;
    private boolean asked;
    private long resume;

    Push(Session session, Deliveries deliveries, Conference conference, InstantSource clock, Duration settle) {
        this.session = session;
        this.deliveries = deliveries;
        this.conference = conference;
        this.clock = clock;
        this.settle = settle;
    }

    /**
     * Sees to each record once. The caller has the turn.
     *
     * @param after where the run before this one ended, as {@link #resume} says
     * @return what the last of them met with, or why it ended before; empty where all is well
     */
    Optional<Trouble> run(long after) {
        return run(true, after);
    }

    /** Where it ended before the last record, so that the next run begins with those behind it; else 0. */
    long resume() {
        return resume;
    }

    /** Only asks what became of what is in doubt, and sends nothing. The caller has the turn. */
    void settle() {
        run(false, 0);
    }

    /** Whether the server was asked anything. */
    boolean asked() {
        return asked;
    }

    private Optional<Trouble> run(boolean sends, long after) {
        sending = sends;
        deliveries.enrol(conference);
        long at = after;
        Optional<Delivery> next = deliveries.next(conference, at, sending);
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            Delivery delivery = next.get();
            Optional<Trouble> trouble = see(delivery);
            failures = trouble.isPresent() ? failures + 1 : 0;
            at = delivery.seq();
            next = deliveries.next(conference, at, sending);
            if (trouble.isPresent() && (next.isEmpty() || failures == FAILURES_IN_A_ROW || ends(trouble.get()))) {
                resume = next.isPresent() ? at : 0;
                return trouble;
            }
        }
        return Optional.empty();
    }

    /** What the next record would meet as well. */
    private static boolean ends(Trouble trouble) {
        return trouble.kind() == Trouble.Kind.SIGN_IN || trouble.kind() == Trouble.Kind.AWAY
                || !trouble.pause().isZero();
    }

    private Optional<Trouble> see(Delivery delivery) {
        if (delivery.state() == State.PENDING) {
            asked = true;
            return delivery.line() == null ? checkIn(delivery) : redeem(delivery);
        }
        if (Duration.between(delivery.sentAt(), clock.instant()).abs().compareTo(settle) < 0) {
            return Optional.empty();
        }
        asked = true;
        return delivery.line() == null ? settleCheckIn(delivery) : settleRedemption(delivery);
    }

    private Optional<Trouble> checkIn(Delivery delivery) {
        deliveries.leaving(delivery, clock.instant(), null, null);
        ObjectNode request = request(delivery).put("station", delivery.station());
        return answered(delivery, session.post("scan/", request.toString()), "checkin_id", "checked_in_at");
    }

    private Optional<Trouble> redeem(Delivery delivery) {
        Reply looked = session.get("lookup/" + delivery.accessCode() + "/");
        if (!(looked instanceof Accepted(JsonNode person))) {
            return unseen(delivery, looked);
        }
        Optional<Lines.Line> line = Lines.of(person).match(delivery.line());
        if (line.isEmpty()) {
            deliveries.set(delivery, State.UNDELIVERABLE, "The server has no line that this item could be.");
            return Optional.empty();
        }
        if (delivery.line().idThere() == null) {
            deliveries.matched(delivery.line(), line.get().id());
        }
        deliveries.leaving(delivery, clock.instant(), line.get().id(), line.get().redeemed());
        ObjectNode request = request(delivery).put("line_item_id", line.get().id());
        return answered(delivery, session.post("redeem/", request.toString()), "redemption_id", "redeemed_at");
    }

    private Optional<Trouble> answered(Delivery delivery, Reply reply, String id, String at) {
        return switch (reply) {
            case Accepted(JsonNode body) -> {
                JsonNode there = body.path(id);
                deliveries.confirmed(delivery, there.canConvertToLong() ? there.asLong() : null, instant(body.path(at)));
                yield Optional.empty();
            }
            case Refused refused -> {
                deliveries.set(delivery, State.REFUSED, refused.why());
                yield Optional.empty();
            }
            case Stopped(Trouble trouble) -> {
                deliveries.set(delivery, State.PENDING, null);
                yield Optional.of(trouble);
            }
            case Lost(Trouble trouble) -> {
                deliveries.set(delivery, State.IN_DOUBT, trouble.sentence().toString());
                yield Optional.of(trouble);
            }
        };
    }

    /** The person could not be looked up before anything was sent. */
    private Optional<Trouble> unseen(Delivery delivery, Reply looked) {
        return switch (looked) {
            case Accepted _ -> Optional.empty();
            case Refused refused -> {
                deliveries.set(delivery, State.REFUSED, refused.why());
                yield Optional.empty();
            }
            case Stopped(Trouble trouble) -> Optional.of(trouble);
            case Lost(Trouble trouble) -> Optional.of(trouble);
        };
    }

    /** A second row does no harm where one is there already; a first one is looked for. */
    private Optional<Trouble> settleCheckIn(Delivery delivery) {
        if (delivery.again()) {
            deliveries.set(delivery, State.PENDING, null);
            return again(delivery);
        }
        Reply looked = session.get("lookup/" + delivery.accessCode() + "/");
        if (!(looked instanceof Accepted(JsonNode person))) {
            return unseen(delivery, looked);
        }
        Instant first = instant(person.path("attendee").path("checked_in_at"));
        if (first != null && !first.isBefore(delivery.sentAt().minus(CLOCKS_APART))) {
            deliveries.confirmed(delivery, null, first);
            return Optional.empty();
        }
        deliveries.set(delivery, State.PENDING, null);
        return again(delivery);
    }

    /** The server's count before and after tells, unless somebody else redeemed meanwhile. */
    private Optional<Trouble> settleRedemption(Delivery delivery) {
        Reply looked = session.get("lookup/" + delivery.accessCode() + "/");
        if (!(looked instanceof Accepted(JsonNode person))) {
            return unseen(delivery, looked);
        }
        int before = delivery.line().countedThen();
        Optional<Lines.Line> line = Lines.of(person).match(delivery.line());
        int now = line.map(Lines.Line::redeemed).orElse(-1);
        if (now == before) {
            deliveries.set(delivery, State.PENDING, null);
            return again(delivery);
        }
        if (now == before + 1) {
            deliveries.confirmed(delivery, null, null);
        } else {
            deliveries.undecided(delivery, Math.max(0, now), line.isEmpty() ? "The server no longer has this item."
                    : "The server counted " + before + " before and " + now + " after; the answer in between was lost.");
        }
        return Optional.empty();
    }

    /** It did not arrive. What was voided meanwhile is never sent. */
    private Optional<Trouble> again(Delivery delivery) {
        if (delivery.voided() || !sending) {
            return Optional.empty();
        }
        return delivery.line() == null ? checkIn(delivery) : redeem(delivery);
    }

    private static ObjectNode request(Delivery delivery) {
        return JsonMapper.shared().createObjectNode().put("access_code", delivery.accessCode());
    }

    /** Null where there is no time. */
    private static Instant instant(JsonNode text) {
        try {
            return text.isString() ? OffsetDateTime.parse(text.stringValue()).toInstant() : null;
        } catch (DateTimeParseException noTime) {
            return null;
        }
    }

    /** What the server says of a person's items. */
    record Lines(List<Line> all) {

        record Line(long id, String addon, int redeemed) {}

        /** @param person an answer of {@code lookup/} */
        static Lines of(JsonNode person) {
            List<Line> lines = new ArrayList<>();
            person.path("redeemable").forEach(line -> {
                if (line.path("id").canConvertToLong() && line.path("addon_slug").isString()) {
                    lines.add(new Line(line.path("id").asLong(), line.path("addon_slug").stringValue(),
                            line.path("redeemed_count").asInt(0)));
                }
            });
            return new Lines(lines);
        }

        /** By the server's id; else the one in the same place among as many lines of the same add-on. */
        Optional<Line> match(Delivery.Line ours) {
            if (ours.idThere() != null) {
                return all.stream().filter(line -> line.id() == ours.idThere()).findFirst();
            }
            List<Line> alike = all.stream().filter(line -> line.addon().equals(ours.addon()))
                    .sorted(java.util.Comparator.comparingLong(Line::id)).toList();
            return alike.size() == ours.lines() ? Optional.of(alike.get(ours.place())) : Optional.empty();
        }
    }
}
