package org.lanyard.venue;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StaffMember;

/**
 * PINs, kept as salted hashes only. After five wrong ones in a row each next has to wait, longer and longer, also after a
 * restart. Checking takes a quarter of a second on purpose: not on the FX thread.
 */
public final class Pins {

    /** Digits of a PIN. */
    public static final int SHORTEST = 4;
    public static final int LONGEST = 12;

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final BcryptFunction HASH = BcryptFunction.getInstance(Bcrypt.B, 12);

    private final Ledger ledger;
    private final InstantSource clock;

    public Pins(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whose PIN it is. */
    public sealed interface Owner {

        record Staff(StaffMember member) implements Owner {}

        /** leaves a kiosk, a door or a lunch queue */
        record Kiosk() implements Owner {}

        private String key() {
            return switch (this) {
                case Staff(StaffMember member) -> "pin.staff." + member.id();
                case Kiosk() -> "pin.kiosk";
            };
        }
    }

    /** What became of a PIN that was tried. */
    public sealed interface Answer {

        record Right() implements Answer {}

        record Wrong() implements Answer {}

        /** It was not even looked at: too many were wrong before. */
        record Wait(Duration left) implements Answer {}
    }

    public boolean isSet(Owner owner) {
        return ledger.read(db -> hash(db, owner)).isPresent();
    }

    /**
     * @param pin null to take it away
     * @throws NotPossible when it is no PIN
     */
    public void set(Owner owner, @Nullable String pin) {
        if (pin != null && !pin.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}")) {
            throw new NotPossible("pin.length", SHORTEST, LONGEST);
        }
        String hash = pin == null ? null : Password.hash(pin).with(HASH).getResult();
        ledger.writeNow(db -> {
            store(db, failures(owner), null);
            return owner instanceof Owner.Staff(StaffMember member)
                    ? db.run("UPDATE staff_member SET pin_hash = ? WHERE id = ?", hash, member.id())
                    : store(db, owner.key(), hash);
        });
    }

    /** A try is counted before it is looked at, so that pulling the plug gains nothing. */
    public Answer check(Owner owner, String pin) {
        Instant now = clock.instant();
        Failures before = ledger.read(db -> Failures.of(db, failures(owner)));
        Duration left = before.left(now);
        if (left.isPositive()) {
            return new Answer.Wait(left);
        }
        ledger.writeNow(db -> store(db, failures(owner), (before.count() + 1) + " " + now.toEpochMilli()));
        Optional<String> hash = ledger.read(db -> hash(db, owner));
        if (hash.isEmpty() || !Password.check(pin, hash.get()).with(HASH)) {
            return new Answer.Wrong();
        }
        ledger.writeNow(db -> store(db, failures(owner), null));
        return new Answer.Right();
    }

    private record Failures(int count, Instant last) {

        static Failures of(Db db, String key) throws SQLException {
            String[] parts = db.one(row -> row.getString(1), "SELECT value FROM setting WHERE key = ?", key)
                    .orElse("0 0").split(" ");
            return new Failures(Integer.parseInt(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
        }

        /** A clock set back does not lock anybody out for longer than the wait itself. */
        Duration left(Instant now) {
            if (count < FREE_TRIES) {
                return Duration.ZERO;
            }
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_TRIES, 10));
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            Duration gone = Duration.between(last, now);
            return gone.isNegative() ? wait : wait.minus(gone);
        }
    }

    private static Optional<String> hash(Db db, Owner owner) throws SQLException {
        return owner instanceof Owner.Staff(StaffMember member)
                ? db.one(row -> row.getString(1), "SELECT pin_hash FROM staff_member WHERE id = ? AND pin_hash IS NOT NULL",
                        member.id())
                : db.one(row -> row.getString(1), "SELECT value FROM setting WHERE key = ?", owner.key());
    }

    private static String failures(Owner owner) {
        return owner.key() + ".wrong";
    }

    private static int store(Db db, String key, @Nullable String value) throws SQLException {
        return value == null ? db.run("DELETE FROM setting WHERE key = ?", key)
                : db.run("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                        key, value);
    }
}
