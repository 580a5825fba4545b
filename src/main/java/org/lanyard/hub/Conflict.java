package org.lanyard.hub;

import java.time.Instant;
import java.util.List;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.hub.protocol.StationView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A unit beyond the quantity.
 *
 * @param code    of the person
 * @param product of its claim: {@code addon:SLUG}, {@code codes} for a link, {@code badge} for a first badge
 * @param station name of the one that handed it out
 */
public record Conflict(String conference, String code, String product, Instant at, String station) {

    static Conflict of(Placed placed, List<StationView> stations) {
        JsonNode body = JsonMapper.shared().readTree(placed.entry().body());
        String product = placed.entry().claims().stream().map(claim -> claim.bucket().product()).findFirst().orElse("");
        String station = stations.stream().filter(each -> each.station().equals(placed.station())).map(StationView::name)
                .findFirst().orElse("?");
        return new Conflict(placed.entry().conference(), body.path("code").asString(""),
                product, Instant.ofEpochMilli(body.path("at").asLong(0)), station);
    }

    /** Slug of the add-on. */
    public String item() {
        return product.replaceFirst("^addon:", "");
    }
}
