package org.lanyard.hub;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.roster.Terms;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.StaffMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The claims that one scan may make, and the entry that is sent with one of them. */
final class Claims {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String SEATS = "seats";

    private final HubLog log;

    Claims(HubLog log) {
        this.log = log;
    }

    /** One for each of a person's lines of the add-on; one for a room; none where nothing is shared. */
    List<Claim> of(Db db, Post post, Person person) throws SQLException {
        return switch (post.mode()) {
            case Mode.Redeem(Product addon) -> ofLines(db, person, addon);
            case Mode.Door(Product product) -> List.of(ofRoom(post.conference().slug(), product));
            case Mode.CheckIn _,Mode.Exit _,Mode.Choose _ -> List.of();
        };
    }

    private List<Claim> ofLines(Db db, Person person, Product addon) throws SQLException {
        List<Long> lines = person.activeOrders().flatMap(order -> order.lines().stream())
                .filter(line -> line.product().is(addon) && line.quantity() > 0).map(Person.Line::id).toList();
        List<Claim> claims = new ArrayList<>();
        for (long line : lines) {
            claims.add(log.claim(db, line, person.accessCode()));
        }
        return claims;
    }

    // A seat is counted by the station that asks, once it has mirrored everything before the place that the hub gave
    // it: rooms know of exits, parties and who still holds the product. The hub gives places and says who decides.
    private static Claim ofRoom(String conference, Product product) {
        String room = "door:" + product.kind().prefix() + ":" + product.slug();
        return new Claim(new Bucket(conference.toLowerCase(Locale.ROOT), room, 0), SEATS, Integer.MAX_VALUE, 1);
    }

    /**
     * The day's units of an add-on with a limit a day (R32), on whichever line; none of another post. The hub always owns this
     * pool, so that two stations which ask for two lines do not both take a unit and give one back.
     */
    List<Claim> ofDay(Db db, Post post, Scan scan, Person person) throws SQLException {
        if (!(post.mode() instanceof Mode.Redeem(Product addon)) || post.overrides(scan)) {
            return List.of();
        }
        Terms terms = Terms.read(db, post.conference().id());
        int perDay = terms.of(addon).perDay();
        String day = addon.slug() + ":day";
        return perDay == 0 ? List.of()
                : List.of(new Claim(Bucket.of(post.conference().slug().toLowerCase(Locale.ROOT), day, person.accessCode()),
                        person.accessCode() + "/" + terms.dayBegins(scan.at()), perDay, 1));
    }

    static Entry entry(Post post, Scan scan, Person person, List<Claim> claims) {
        Claim claim = claims.getFirst();
        ObjectNode body = MAPPER.createObjectNode().put("code", person.accessCode()).put("at", scan.at().toEpochMilli())
                .put("station", post.station()).put("overridden", 0);
        Optional.ofNullable(post.staff()).map(StaffMember::name).ifPresent(name -> body.put("by", name));
        Optional.ofNullable(scan.note()).ifPresent(text -> body.put("note", text));
        boolean room = post.mode() instanceof Mode.Door;
        if (room) {
            body.put("product", claim.bucket().product().substring("door:".length()));
        } else {
            String[] pool = claim.pool().split("/");
            body.put("order", pool[0]).put("line", pool[1]);
        }
        return new Entry(claim.bucket().conference(), room ? "door_check" : "redemption", scan.id().toString(),
                Entry.State.LIVE, MAPPER.writeValueAsString(body), claims, 0);
    }
}
