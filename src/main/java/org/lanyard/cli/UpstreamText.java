package org.lanyard.cli;

import java.util.ArrayList;
import java.util.List;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Undelivered;
import org.lanyard.upstream.UpstreamStatus;
import org.lanyard.upstream.UpstreamStatus.LastPull;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class UpstreamText {

    private UpstreamText() {}

    static String json(UpstreamStatus status) {
        ObjectNode json = JsonMapper.shared().createObjectNode()
                .put("state", status.standing().word()).put("pending", status.pending()).put("sent", status.sent())
                .put("confirmed", status.confirmed()).put("refused", status.refused())
                .put("in_doubt", status.inDoubt()).put("undeliverable", status.undeliverable());
        if (status.twice() > 0) {
            json.put("twice", status.twice());
        }
        status.lastPull().filter(UpstreamText::isWorthTelling).ifPresent(pull -> json.putObject("last_pull")
                .put("at", pull.at().toString()).put("applied", pull.applied())
                .put("message", pull.sentence().toString()));
        return JsonMapper.shared().writeValueAsString(json);
    }

    static String of(UpstreamStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add(status.standing().word() + ": " + status.pending() + " wait, " + status.confirmed() + " confirmed, "
                + status.refused() + " refused, " + (status.sent() + status.inDoubt()) + " in doubt, "
                + status.undeliverable() + " not sent to the server");
        if (status.twice() > 0) {
            lines.add("ATTENTION: " + status.twice() + " handed out or counted twice");
        }
        status.lastPull().filter(UpstreamText::isWorthTelling).map(UpstreamText::of).ifPresent(lines::add);
        boolean known = status.lastPull().filter(pull -> pull.sentence().equals(status.sentence())).isPresent();
        if (!known && !status.sentence().equals(Sentence.NONE)) {
            lines.add(status.sentence().toString());
        }
        return String.join("\n", lines);
    }

    private static boolean isWorthTelling(LastPull pull) {
        return !pull.applied() || !pull.sentence().equals(Sentence.NONE);
    }

    private static String of(LastPull pull) {
        String sentence = pull.sentence().equals(Sentence.NONE) ? "" : ": " + pull.sentence();
        return "roster of " + pull.at() + (pull.applied() ? " applied" : " NOT applied") + sentence;
    }

    private static String command(Undelivered record) {
        return switch (record.group()) {
            case UNDECIDED -> " (upstream decide NUMBER --arrived, or --no-arrived)";
            case REFUSED, UNDELIVERABLE -> " (upstream retry NUMBER)";
            case HANDED_OUT_TWICE, COUNTED_TWICE -> " (upstream seen)";
            case IN_DOUBT -> "";
        };
    }

    static List<String> of(List<Undelivered> records) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Undelivered record = records.get(i);
            lines.add("%-17s %d  %s  %s  %s  %s  %s".formatted(record.group().word(), record.seq(), record.accessCode(),
                    record.name(), record.item().orElse("check-in"), record.station(), record.reason()).stripTrailing());
            if (i + 1 == records.size() || !records.get(i + 1).advice().equals(record.advice())) {
                lines.add("  " + record.advice() + command(record));
            }
        }
        return lines;
    }
}
