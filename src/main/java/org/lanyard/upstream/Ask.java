package org.lanyard.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the server about a code that nobody here has: the roster holds those who have paid, and as of the last pull. Whom
 * it knows joins the roster, whatever became of the order, so that the rules can say the real reason.
 */
final class Ask {

    private final Session session;
    private final Roster roster;
    private final Conference conference;

    Ask(Session session, Roster roster, Conference conference) {
        this.session = session;
        this.roster = roster;
        this.conference = conference;
    }

    /** Whether somebody joined the roster. */
    boolean about(String code) {
        String path = "lookup/" + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20") + "/";
        if (!(session.get(path) instanceof Reply.Accepted(JsonNode answer))) {
            return false;
        }
        String status = answer.path("order_status").asString("");
        ObjectNode file = Person.isActive(status) ? asPreload(answer) : withOrder(answer, status);
        try {
            new org.lanyard.roster.format.RosterFiles(roster).importStream(
                    new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)),
                    ImportOptions.of(ImportOptions.Format.JSON, conference.slug()).adding(), _ -> {});
            return true;
        } catch (NotPossible unusable) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As the server's roster would have it, with what was handed out elsewhere. */
    private ObjectNode asPreload(JsonNode answer) {
        ObjectNode file = JsonMapper.shared().createObjectNode().put("conference", conference.slug());
        ArrayNode products = person(file, answer).putArray("products");
        lines(answer).forEach(products::add);
        return file;
    }

    private ObjectNode withOrder(JsonNode answer, String status) {
        ObjectNode file = JsonMapper.shared().createObjectNode();
        file.putObject("conference").put("slug", conference.slug());
        ObjectNode person = person(file, answer);
        if (!status.isEmpty()) {
            String reference = "upstream:" + person.path("access_code").asString();
            ArrayNode items = file.putArray("orders").addObject().put("reference", reference).put("status", status)
                    .putArray("items");
            lines(answer).forEach(line -> item(items.addObject(), line));
            person.putArray("orders").add(reference);
        }
        return file;
    }

    /** What was bought, with the count of what was handed out where there is one. */
    private static Collection<JsonNode> lines(JsonNode answer) {
        Map<Long, JsonNode> lines = new TreeMap<>();
        for (String list : new String[] {"products", "redeemable"}) {
            answer.path(list).forEach(line -> lines.put(line.path("id").asLong(0), line));
        }
        return lines.values();
    }

    private static void item(ObjectNode item, JsonNode line) {
        item.set("id", line.path("id"));
        item.set("quantity", line.path("quantity"));
        item.put("description", line.path("description").asString(""));
        boolean addon = line.path("addon_slug").isString();
        item.put(addon ? "addon" : "ticket_type", line.path(addon ? "addon_slug" : "ticket_type_slug").asString(""));
    }

    private static ObjectNode person(ObjectNode file, JsonNode answer) {
        JsonNode attendee = answer.path("attendee");
        ObjectNode person = file.putArray("attendees").addObject();
        for (String field : new String[] {"access_code", "name", "email", "checked_in_at"}) {
            person.put(field, attendee.path(field).asString(null));
        }
        return person;
    }
}
