package org.lanyard.cli;

import java.util.Locale;
import java.util.Optional;
import org.lanyard.hub.Conflict;
import org.lanyard.hub.VenueStatus;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.scan.Times;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells how a station stands with the venue's hub. */
final class HubText {

    private HubText() {}

    static String json(VenueStatus status) {
        ObjectNode json = Json.object().put("state", state(status));
        Json.put(json, "since", status.since().map(Times::iso));
        ArrayNode stations = json.putArray("stations");
        for (StationView station : status.stations()) {
            stations.addObject().put("name", station.name()).put("last_seen", Times.iso(station.lastSeen()))
                    .put("owns", station.owns()).put("to_send", station.toSend());
        }
        json.put("to_send", status.toSend()).put("in_doubt", status.inDoubt()).put("conflicts", status.conflicts());
        return Json.line(json);
    }

    private static String state(VenueStatus status) {
        return status.state().name().toLowerCase(Locale.ROOT);
    }

    static String of(Conflict conflict, String person) {
        return "conflict: " + person + " (" + conflict.code() + "), " + conflict.item() + ", " + Times.iso(conflict.at())
                + ", recorded at " + conflict.station();
    }

    static String of(VenueStatus status) {
        String since = status.since().map(at -> " since " + Times.iso(at)).orElse("");
        StringBuilder text = new StringBuilder(state(status) + since + ": " + status.toSend() + " to send, "
                + status.inDoubt() + " in doubt, " + status.conflicts() + " conflicts");
        Optional.of(status.why().toString()).filter(why -> !why.isEmpty()).ifPresent(why -> text.append('\n').append(why));
        status.notices().forEach(notice -> text.append('\n').append(notice));
        for (StationView station : status.stations()) {
            text.append('\n').append(station.name()).append(": last seen ").append(Times.iso(station.lastSeen()))
                    .append(", keeps ")
                    .append(station.owns()).append(", ").append(station.toSend()).append(" to send")
                    .append(station.shutOut() ? ", shut out" : "");
        }
        return text.toString();
    }
}
