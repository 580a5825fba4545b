package org.lanyard.roster.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.format.Answers.ProductUse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers as a JSON object and reads them; without the sheet and the leave to let nobody in, which are for once. */
final class AnswersCodec {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AnswersCodec() {}

    static String write(Answers answers) {
        ObjectNode node = MAPPER.createObjectNode();
        ObjectNode columns = node.putObject("columns");
        answers.columns().forEach((column, uses) -> {
            ArrayNode words = columns.putArray(column);
            uses.forEach(use -> words.add(use instanceof Use.Shown(String name) ? "show:" + name : use.word()));
        });
        ObjectNode statuses = node.putObject("statuses");
        answers.statuses().forEach((word, state) -> statuses.put(word, state.word()));
        ObjectNode products = node.putObject("products");
        answers.products().forEach((name, use) -> products.put(name, use.word()));
        answers.ticket().ifPresent(ticket -> node.put("ticket", ticket));
        return node.put("items_per_order", answers.itemsPerOrder()).put("make_codes", answers.makeCodes()).toString();
    }

    // Leaves out what it does not know.
    static Answers read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException damaged) {
            return Answers.NONE;
        }
    }

    private static Answers read(JsonNode node) {
        Answers answers = Answers.NONE.withItemsPerOrder(node.path("items_per_order").asBoolean(false));
        answers = node.path("make_codes").asBoolean(false) ? answers.withMadeCodes() : answers;
        answers = JsonElements.text(node, "ticket").map(answers::withTicket).orElse(answers);
        for (Map.Entry<String, JsonNode> column : node.path("columns").properties()) {
            for (Use use : uses(column.getKey(), column.getValue())) {
                answers = answers.with(column.getKey(), use);
            }
        }
        for (Map.Entry<String, JsonNode> word : node.path("statuses").properties()) {
            Optional<State> state = State.of(word.getValue().asString(""));
            answers = state.isPresent() ? answers.withStatus(word.getKey(), state.get()) : answers;
        }
        for (Map.Entry<String, JsonNode> product : node.path("products").properties()) {
            Optional<ProductUse> use = ProductUse.of(product.getValue().asString(""));
            answers = use.isPresent() ? answers.withProduct(product.getKey(), use.get()) : answers;
        }
        return answers;
    }

    private static List<Use> uses(String column, JsonNode words) {
        return words.values().stream().map(word -> Use.of(word.asString(""), column)).flatMap(Optional::stream).toList();
    }
}
