package org.lanyard.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.journal.Till.Takings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "till", mixinStandardHelpOptions = true,
        description = "What was taken in, by station, staff member and means.")
final class TillCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Option(names = "--json", description = "answer in JSON, amounts in minor units") boolean json;

    @Override
    public Integer call() {
        try (Station station = root.common.station()) {
            Takings takings =
                    station.till().takings(root.common.conference(station), Optional.empty(), Optional.empty());
            System.out.println(json ? json(takings) : text(takings));
            return 0;
        }
    }

    private static String json(Takings takings) {
        ObjectNode node = Json.object().put("currency", takings.currency().getCurrencyCode()).put("total", takings.total());
        ArrayNode rows = node.putArray("rows");
        takings.rows().forEach(row -> rows.addObject().put("station", row.station()).put("staff", row.staff().orElse(null))
                .put("means", row.means()).put("amount", row.amount()).put("count", row.count()));
        return Json.line(node);
    }

    private static String text(Takings takings) {
        StringBuilder text = new StringBuilder();
        takings.rows().forEach(row -> text.append("%-24s %-16s %-6s %12s  (%d)%n".formatted(row.station(),
                row.staff().orElse(""), row.means(), amount(takings, row.amount()), row.count())));
        return text + "Total: " + amount(takings, takings.total()) + " " + takings.currency().getCurrencyCode();
    }

    private static String amount(Takings takings, long minor) {
        return BigDecimal.valueOf(minor, takings.currency().getDefaultFractionDigits()).toPlainString();
    }
}
