package org.lanyard.cli;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ObjectNode put(ObjectNode node, String key, Optional<String> text) {
        text.ifPresentOrElse(present -> node.put(key, present), () -> node.putNull(key));
        return node;
    }

    static ObjectNode put(ObjectNode node, String key, OptionalInt number) {
        number.ifPresentOrElse(present -> node.put(key, present), () -> node.putNull(key));
        return node;
    }

    static String line(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}
