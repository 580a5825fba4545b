package org.lanyard.venue;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.lanyard.ledger.Db;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;

/** Doors and staff as another station of the venue has set them, within a transaction; fields are those of its view. */
public final class SharedVenue {

    private SharedVenue() {}

    /** @throws NotPossible where the value does not hold here */
    public static boolean setDoor(Db db, Product product, String field, Optional<String> value) throws SQLException {
        try {
            switch (field) {
                case "door" -> {
                    if (value.isPresent()) {
                        Venue.putCountExits(db, product, Venue.door(db, product).countExits());
                    }
                }
                case "capacity" -> {
                    if (value.isPresent() || Venue.door(db, product).capacity() != null) {
                        Venue.putDoor(db, product,
                                value.map(people -> OptionalInt.of(Integer.parseInt(people))).orElse(OptionalInt.empty()));
                    }
                }
                case "count_exits" -> {
                    boolean counts = value.equals(Optional.of("1"));
                    if (counts != Venue.door(db, product).countExits()) {
                        Venue.putCountExits(db, product, counts);
                    }
                }
                default -> {
                    return false;
                }
            }
            return true;
        } catch (NumberFormatException malformed) {
            throw new NotPossible(malformed, "hub.setting.unknown");
        }
    }

    /** As {@link #setDoor}; a new name becomes a new volunteer. */
    public static boolean setStaff(Db db, String name, String field, Optional<String> value) throws SQLException {
        if (!Venue.validName(name) || !field.matches("known|role|pin_hash")) {
            return false;
        }
        Names.staff(db, name);
        switch (field) {
            case "role" -> Venue.putRole(db, name, role(value));
            case "pin_hash" -> {
                if (value.filter(PreparationReader.PIN_HASH.asMatchPredicate().negate()).isPresent()) {
                    throw new NotPossible("hub.setting.unknown");
                }
                Pins.put(db, new Pins.Owner.Staff(Venue.staff(db, name)), value);
            }
            default -> {}
        }
        return true;
    }

    private static Role role(Optional<String> word) {
        try {
            return word.map(Role::of).orElse(Role.VOLUNTEER);
        } catch (IllegalArgumentException malformed) {
            throw new NotPossible(malformed, "hub.setting.unknown");
        }
    }
}
