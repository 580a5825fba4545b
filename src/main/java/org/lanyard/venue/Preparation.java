package org.lanyard.venue;

import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.PreparedStation.PreparedDoor;
import org.lanyard.venue.PreparedStation.PreparedMember;
import org.lanyard.venue.PreparedStation.StaffChange;
import org.lanyard.venue.PreparedStation.Summary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

public final class Preparation {

    private final Ledger ledger;
    private final Venue venue;
    private final Settings settings;
    private final List<Setting<?>> shared;
    private final SettingStore store = new SettingStore();

    public Preparation(Ledger ledger, Venue venue, Settings settings, List<Setting<?>> shared) {
        this.ledger = ledger;
        this.venue = venue;
        this.settings = settings;
        this.shared = List.copyOf(shared);
    }

    /**
     * @param products of the conference
     * @param pins     with the hashes of PINs, which somebody who has the file can try at leisure
     */
    public String write(Conference conference, List<Product> products, boolean pins, PreparedTerms terms) {
        ObjectNode file = JsonMapper.shared().createObjectNode().put("lanyard_station", 1)
                .put("conference", conference.slug()).put("redeem_per", conference.redeemPer().word());
        file.put("redeem_after_entry", terms.redeemAfterEntry())
                .put("everybody_out", terms.everybodyOut().map(LocalTime::toString).orElse(null))
                .put("currency", terms.currency().orElse(null));
        for (Door door : venue.doors(products)) {
            file.withArray("doors").addObject().put("kind", door.product().kind().prefix())
                    .put("slug", door.product().slug()).put("capacity", door.capacity())
                    .put("count_exits", door.countExits());
        }
        ledger.read(db -> {
            db.each(row -> file.withArray("staff").addObject().put("name", row.getString(1)).put("role", row.getString(2))
                    .put("pin_hash", pins ? row.getString(3) : null),
                    "SELECT name, role, pin_hash FROM staff_member ORDER BY id");
            Map<String, String> stored = store.all(db);
            for (Setting<?> setting : shared) {
                String key = setting.of(conference).key();
                Optional.ofNullable(stored.get(key)).ifPresent(text -> file.withObject("settings").put(key, text));
            }
            if (pins && stored.containsKey(Pins.KIOSK)) {
                file.withObject("settings").put(Pins.KIOSK, stored.get(Pins.KIOSK));
            }
            return file;
        });
        return file.toString();
    }

    /**
     * Checks a file, and changes nothing.
     *
     * @throws org.lanyard.scan.NotPossible when it was not written by {@link #write}, or a value in it is not valid
     */
    public PreparedStation read(String text, Conference conference) {
        return new PreparationReader(conference, shared).read(text);
    }

    public Summary summary(PreparedStation file, Conference conference) {
        return ledger.read(db -> {
            List<StaffChange> staff = new ArrayList<>();
            for (PreparedMember member : file.staff()) {
                Optional<Role> before = Venue.find(db, member.name()).map(StaffMember::role);
                if (member.pinHash().isPresent() || !before.equals(Optional.of(member.role()))) {
                    staff.add(new StaffChange(member.name(), before, member.role(), member.pinHash().isPresent()));
                }
            }
            Map<String, String> here = store.all(db);
            Map<String, String> changed = new LinkedHashMap<>(file.settings());
            changed.entrySet().removeIf(setting -> !setting.getKey().startsWith("upstream.")
                    && setting.getValue().equals(here.get(setting.getKey())));
            List<String> leftOut = new ArrayList<>(file.leftOut());
            if (changed.containsKey(Settings.SIGN_IN.key()) && !canSignIn(db, file)) {
                changed.remove(Settings.SIGN_IN.key());
                leftOut.add(Settings.SIGN_IN.key());
            }
            return new Summary(staff, changed, file.kioskPin().isPresent(), file.doors().size(), leftOut);
        });
    }

    // Sign-in is asked for only where an administrator could still switch it off.
    private static boolean canSignIn(Db db, PreparedStation file) throws SQLException {
        boolean brought = file.staff().stream()
                .anyMatch(member -> member.role() == Role.ADMINISTRATOR && member.pinHash().isPresent());
        return brought || Venue.hasAdministrator(db);
    }

    /** Takes over a file that somebody has accepted, all or nothing; doors only of these products. Waits for the writer. */
    public void apply(PreparedStation file, Conference conference, List<Product> products) {
        Summary accepted = summary(file, conference);
        ledger.writeNow(db -> Venue.keepingAnAdministrator(db, () -> {
            for (PreparedDoor door : file.doors()) {
                for (Product product : products) {
                    if (product.kind() == door.kind() && product.slug().equals(door.slug())) {
                        Venue.putDoor(db, product, door.capacity());
                        Venue.putCountExits(db, product, door.countExits());
                    }
                }
            }
            for (PreparedMember member : file.staff()) {
                db.run("INSERT INTO staff_member (name, role, pin_hash) VALUES (?1, ?2, ?3)"
                        + " ON CONFLICT DO UPDATE SET role = ?2, pin_hash = ifnull(?3, pin_hash)", member.name(),
                        member.role().word(), member.pinHash());
            }
            for (String key : cleared(file, conference)) {
                store.put(db, key, Optional.empty());
            }
            for (var setting : accepted.settings().entrySet()) {
                store.put(db, setting.getKey(), Optional.of(setting.getValue()));
            }
            if (file.kioskPin().isPresent()) {
                store.put(db, Pins.KIOSK, file.kioskPin());
            }
            return file;
        }));
        settings.reload();
    }

    // A server is taken over whole: nothing of another one, such as a trusted certificate, stays.
    private List<String> cleared(PreparedStation file, Conference conference) {
        List<String> keys =
                shared.stream().filter(Setting::ofConference).map(setting -> setting.of(conference).key()).toList();
        return keys.stream().anyMatch(file.settings()::containsKey) ? keys : List.of();
    }
}
