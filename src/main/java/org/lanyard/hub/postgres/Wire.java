package org.lanyard.hub.postgres;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Deliveries;
import org.lanyard.hub.protocol.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists as the functions take and give them: JSON. */
final class Wire {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Wire() {}

    static String claims(List<Claim> claims) {
        return MAPPER.writeValueAsString(array(claims));
    }

    private static ArrayNode array(List<Claim> claims) {
        ArrayNode list = MAPPER.createArrayNode();
        for (Claim claim : claims) {
            list.addObject().put("product", claim.bucket().product()).put("number", claim.bucket().number())
                    .put("pool", claim.pool()).put("quantity", claim.limit()).put("version", claim.version());
        }
        return list;
    }

    static List<Claim> claims(String conference, Optional<String> json) {
        return json.map(text -> StreamSupport.stream(MAPPER.readTree(text).spliterator(), false)
                .map(claim -> new Claim(bucket(conference, claim), claim.get("pool").asString(),
                        claim.get("quantity").asInt(), claim.get("version").asLong()))
                .toList()).orElse(List.of());
    }

    static Bucket bucket(String conference, JsonNode node) {
        return new Bucket(conference, node.get("product").asString(), node.get("number").asInt());
    }

    static String entries(List<Entry> entries) {
        ArrayNode list = MAPPER.createArrayNode();
        for (Entry entry : entries) {
            ObjectNode node = list.addObject().put("conference", entry.conference()).put("kind", entry.kind())
                    .put("key", entry.key()).put("state", entry.state().name()).put("body", entry.body())
                    .put("base", entry.base());
            node.set("claims", array(entry.claims()));
        }
        return MAPPER.writeValueAsString(list);
    }

    static String buckets(List<Bucket> buckets) {
        ArrayNode list = MAPPER.createArrayNode();
        buckets.forEach(bucket -> list.addObject().put("conference", bucket.conference()).put("product", bucket.product())
                .put("number", bucket.number()));
        return MAPPER.writeValueAsString(list);
    }

    static String outcomes(List<Deliveries.Told> outcomes) {
        ArrayNode list = MAPPER.createArrayNode();
        outcomes.forEach(told -> list.addObject().put("conference", told.conference())
                .put("record", told.record().toString()).put("body", told.body()));
        return MAPPER.writeValueAsString(list);
    }

    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }
}
