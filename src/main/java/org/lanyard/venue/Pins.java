package org.lanyard.venue;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
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

    /** Digits of a PIN; six or more are recommended. */
    public static final int SHORTEST = 4;
    public static final int LONGEST = 12;
    /** Bcrypt's: a quarter of a second of a desk's processor. */
    public static final int COST = 12;

    static final String KIOSK = "pin.kiosk";

    private final Ledger ledger;
    private final InstantSource clock;
    private final SettingStore settings = new SettingStore();
    private final PinPauses pauses;
    private final BcryptFunction hashing;

    /**
     * @param nanoTime a monotonic clock, in nanoseconds
     * @param cost     of a new hash; one that exists is checked at its own
     */
    public Pins(Ledger ledger, InstantSource clock, LongSupplier nanoTime, int cost) {
        this.ledger = ledger;
        this.clock = clock;
        this.pauses = new PinPauses(nanoTime);
        this.hashing = BcryptFunction.getInstance(Bcrypt.B, cost);
    }

    public sealed interface Owner {

        record Staff(StaffMember member) implements Owner {}

        record Kiosk() implements Owner {}

        private String key() {
            return switch (this) {
                case Staff(StaffMember member) -> "pin.staff." + member.id();
                case Kiosk() -> KIOSK;
            };
        }
    }

    public sealed interface Answer {

        record Right() implements Answer {}

        record Wrong() implements Answer {}

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
        Optional<String> hash = Optional.ofNullable(pin).map(digits -> Password.hash(digits).with(hashing).getResult());
        ledger.writeNow(db -> put(db, owner, hash));
    }

    static Owner put(Db db, Owner owner, Optional<String> hash) throws SQLException {
        return Venue.keepingAnAdministrator(db, () -> {
            SettingStore settings = new SettingStore();
            settings.put(db, failures(owner), Optional.empty());
            if (owner instanceof Owner.Staff(StaffMember member)) {
                db.run("UPDATE staff_member SET pin_hash = ? WHERE id = ?", hash, member.id());
            } else {
                settings.put(db, owner.key(), hash);
            }
            return owner;
        });
    }

    /** A try is counted before it is looked at, in one transaction, so that neither haste nor pulling the plug gains any. */
    public Answer check(Owner owner, String pin) {
        Attempt attempt = ledger.writeNow(db -> begin(db, owner));
        if (attempt.pause().isPositive()) {
            return new Answer.Wait(attempt.pause());
        }
        if (attempt.hash().isEmpty() || !Password.check(pin, attempt.hash().get()).with(hashing)) {
            return new Answer.Wrong();
        }
        ledger.writeNow(db -> {
            settings.put(db, failures(owner), Optional.empty());
            return true;
        });
        return new Answer.Right();
    }

    private record Attempt(Duration pause, Optional<String> hash) {}

    private Attempt begin(Db db, Owner owner) throws SQLException {
        Failures before = Failures.of(settings.get(db, failures(owner)));
        Duration left = pauses.left(failures(owner), before, clock.instant());
        if (left.isPositive()) {
            return new Attempt(left, Optional.empty());
        }
        Failures now = new Failures(before.count() + 1, clock.instant());
        settings.put(db, failures(owner), Optional.of(now.text()));
        pauses.begin(failures(owner), now);
        return new Attempt(Duration.ZERO, hash(db, owner));
    }

    private Optional<String> hash(Db db, Owner owner) throws SQLException {
        return owner instanceof Owner.Staff(StaffMember member)
                ? db.one(row -> row.getString(1), "SELECT pin_hash FROM staff_member WHERE id = ? AND pin_hash IS NOT NULL",
                        member.id())
                : settings.get(db, owner.key());
    }

    private static String failures(Owner owner) {
        return owner.key() + ".wrong";
    }
}
