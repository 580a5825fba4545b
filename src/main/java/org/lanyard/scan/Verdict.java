package org.lanyard.scan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A station's answer to a scan. */
public sealed interface Verdict {

    enum Kind {
        GO, GO_AGAIN, ASK,
        /** an ask too, with a look and a sound of its own: nothing may be handed out, and nobody is refused */
        UNREACHABLE, AGAIN, STOP
    }

    /** Nothing left after trimming, or too long. */
    record Unreadable() implements Verdict {}

    /** Nobody was signed in, and nobody signed in within a minute. */
    record NotDecided() implements Verdict {}

    record RepeatScan(Optional<Attendee> attendee) implements Verdict {}

    /** @param other the other conference's name where this file has it, else its slug as the payload gave it */
    record WrongConference(String other) implements Verdict {}

    /** @param lookAlike whose code looks like this one (R6), to be offered and never taken; null for none */
    record UnknownCode(String code, @Nullable LookAlike lookAlike) implements Verdict {}

    record NoOrder(Attendee attendee) implements Verdict {}

    /**
     * @param status    the latest order's, or {@code withdrawn}
     * @param reference the latest order's; null when withdrawn
     */
    record OrderNotActive(Attendee attendee, String status, @Nullable String reference) implements Verdict {}

    record NoTicket(Attendee attendee) implements Verdict {}

    record NeedsAttention(Attendee attendee, String note) implements Verdict {}

    /**
     * One of the first entries of a code: the first, or one of as many as its party has people (R10).
     *
     * @param count entries so far, this one included
     */
    record CheckedIn(Attendee attendee, Instant at, int count, boolean overridden) implements Verdict {

        public CheckedIn(Attendee attendee, Instant at) {
            this(attendee, at, 1, false);
        }
    }

    /** @param last the entry before this one; its place is not known when it was made elsewhere */
    record ReEntry(Attendee attendee, Instant at, Seen last, int count, boolean overridden) implements Verdict {

        public ReEntry(Attendee attendee, Instant at, Seen last, int count) {
            this(attendee, at, last, count, false);
        }
    }

    record Admitted(Attendee attendee, Instant at, Occupancy door, boolean overridden) implements Verdict {}

    /** @param count admissions of this attendee at this door, this one included */
    record AdmittedAgain(Attendee attendee, Instant at, Occupancy door, Seen last, int count, boolean overridden)
            implements Verdict {

        public AdmittedAgain(Attendee attendee, Instant at, Occupancy door, Seen last, int count) {
            this(attendee, at, door, last, count, false);
        }
    }

    record DoorFull(Attendee attendee, Occupancy door) implements Verdict {}

    /**
     * @param wanted      name of what this door or desk is for
     * @param instead     names of what was bought instead
     * @param inactive    status of the order that holds it but is not active; null when it was not bought at all
     */
    record NotPurchased(Attendee attendee, String wanted, List<String> instead, @Nullable String inactive)
            implements Verdict {}

    record Redeemed(Attendee attendee, Instant at, Item item, boolean overridden) implements Verdict {

        public Redeemed(Attendee attendee, Instant at, Item item) {
            this(attendee, at, item, false);
        }
    }

    /** @param units where each unit went; what is null in one was handed out elsewhere */
    record FullyRedeemed(Attendee attendee, Item item, List<Seen> units) implements Verdict {}

    record ChooseItem(Attendee attendee, List<Item> items) implements Verdict {}

    record ChoosePeople(String order, List<Member> people) implements Verdict {

        public boolean everybodyIn() {
            return !people.isEmpty() && people.stream().allMatch(member -> member.state() == Member.State.IN);
        }
    }

    /** The person, or the code that was scanned, is blocked (R34). Says nothing of the reason. */
    record Blocked(Attendee attendee, boolean codeOnly) implements Verdict {}

    /**
     * Outside the times in which it is valid, or the day's units are used (R32).
     *
     * @param product name of the ticket type or the add-on
     * @param valid   empty where it is the day's limit that stops
     * @param perDay  units a day; 0 where it is the times that stop
     * @param last    the day's last unit
     */
    record NotValidNow(Attendee attendee, String product, List<ValidTime> valid, int perDay, Optional<Seen> last)
            implements Verdict {}

    /** R39: only those who have checked in may redeem. */
    record NotCheckedIn(Attendee attendee) implements Verdict {}

    /**
     * The venue's hub did not answer, and nobody else may decide.
     *
     * @param keepers names of the stations that may; empty where that is not known
     */
    record HubUnreachable(Attendee attendee, List<String> keepers) implements Verdict {}

    /**
     * Left the venue, or the room of a door (R33).
     *
     * @param door   its name; empty for the venue
     * @param inside people who are still inside there
     * @param count  check-ins, or admissions at this door
     */
    record CheckedOut(Attendee attendee, Instant at, Optional<String> door, int inside, int count)
            implements Verdict {}

    /** Left without having been inside; recorded as {@link CheckedOut} is. */
    record NotInside(Attendee attendee, Instant at, Optional<String> door, int inside, int count)
            implements Verdict {}

    /** A person on an order, and the verdict that a check-in would get now. */
    record Member(Attendee attendee, State state, Verdict verdict) {

        public enum State {
            IN, OUT, NOT_ADMITTED, BLOCKED;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** True where one key checks them in with the others: not yet in, and nothing to be asked about them. */
        public boolean comesIn() {
            return state == State.OUT && verdict.recorded();
        }
    }

    record LookAlike(String accessCode, String name) {}

    /** People who take a place, parties counted (R17); an empty capacity is no limit. */
    record Occupancy(String door, int admitted, OptionalInt capacity) {

        public boolean full() {
            return capacity.isPresent() && admitted >= capacity.getAsInt();
        }
    }

    /** The verdict's name in the specification, on the command line and in the refusals. */
    default String word() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    default Kind kind() {
        return switch (this) {
            // @formatter:off
            case CheckedIn _, Admitted _, Redeemed _, CheckedOut _ -> Kind.GO;
            case ReEntry _, AdmittedAgain _, NotInside _ -> Kind.GO_AGAIN;
            case ChooseItem _, ChoosePeople _, NeedsAttention _ -> Kind.ASK;
            // @formatter:on
            case HubUnreachable _ -> Kind.UNREACHABLE;
            case RepeatScan _ -> Kind.AGAIN;
            // @formatter:off
            case Unreadable _, NotDecided _, WrongConference _, UnknownCode _, NoOrder _, OrderNotActive _, NoTicket _,
                 DoorFull _, NotPurchased _, FullyRedeemed _, NotValidNow _, Blocked _, NotCheckedIn _ -> Kind.STOP;
            // @formatter:on
        };
    }

    /** Returns true if a record was made: for exactly those verdicts that admit, hand out or let leave. */
    default boolean recorded() {
        return kind() == Kind.GO || kind() == Kind.GO_AGAIN;
    }

    /** Returns true for a stop that a lead's word turns into a go for once (R17, R32, R34). */
    default boolean overridable() {
        return this instanceof Blocked || this instanceof NotValidNow || this instanceof DoorFull;
    }

    default Optional<Attendee> about() {
        return switch (this) {
            // @formatter:off
            case Unreadable _, NotDecided _, WrongConference _, UnknownCode _, ChoosePeople _ -> Optional.empty();
            // @formatter:on
            case RepeatScan v -> v.attendee();
            case NoOrder v -> Optional.of(v.attendee());
            case OrderNotActive v -> Optional.of(v.attendee());
            case NoTicket v -> Optional.of(v.attendee());
            case NeedsAttention v -> Optional.of(v.attendee());
            case CheckedIn v -> Optional.of(v.attendee());
            case ReEntry v -> Optional.of(v.attendee());
            case Admitted v -> Optional.of(v.attendee());
            case AdmittedAgain v -> Optional.of(v.attendee());
            case DoorFull v -> Optional.of(v.attendee());
            case NotPurchased v -> Optional.of(v.attendee());
            case Redeemed v -> Optional.of(v.attendee());
            case FullyRedeemed v -> Optional.of(v.attendee());
            case ChooseItem v -> Optional.of(v.attendee());
            case Blocked v -> Optional.of(v.attendee());
            case NotValidNow v -> Optional.of(v.attendee());
            case NotCheckedIn v -> Optional.of(v.attendee());
            case HubUnreachable v -> Optional.of(v.attendee());
            case CheckedOut v -> Optional.of(v.attendee());
            case NotInside v -> Optional.of(v.attendee());
        };
    }
}
