package org.lanyard.venue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;

/**
 * The valid content of a preparation file, before anybody has accepted it.
 *
 * @param settings texts by key, each a valid value of its setting; of these alone are any taken
 * @param leftOut  keys of settings that no preparation file may set
 */
public record PreparedStation(RedeemPer redeemPer, PreparedTerms terms, List<PreparedDoor> doors, List<PreparedMember> staff,
        Map<String, String> settings, Optional<String> kioskPin, List<String> leftOut) {

    public record PreparedDoor(Product.Kind kind, String slug, OptionalInt capacity, boolean countExits) {}

    /** @param pinHash the bcrypt hash of a PIN; empty leaves the one that there is */
    public record PreparedMember(String name, Role role, Optional<String> pinHash) {}

    public record Summary(List<StaffChange> staff, Map<String, String> settings, boolean kioskPin, int doors,
            List<String> leftOut) {}

    public record StaffChange(String name, Optional<Role> before, Role role, boolean pin) {}
}
