package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Product;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real exports with the result that each must give, where they lie beside the project. */
class SampleExportsTest {

    private static final Path SAMPLES = Path.of("..", "shared", "data", "rosters");

    /** The options that each file needs: which products are add-ons, which columns are items, no program can know. */
    private static final Map<String, Answers> NEEDED = Map.of(
            "01-pretix-checkinlist.csv", items("Conference dinner", "T-shirt – M", "T-shirt – XL"),
            "08-eventbrite-attendees-barcode.csv", Answers.NONE.with("Lunch (Saturday)?", Use.ITEM),
            "33-excel-de-cp1252.csv", Answers.NONE.with("Abendessen", Use.ITEM).with("T-Shirt", Use.ITEM));

    private static Answers items(String... names) {
        return Arrays.stream(names).reduce(Answers.NONE, (answers, name) -> answers.withProduct(name,
                Answers.ProductUse.ITEM), (one, _) -> one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-pretix-checkinlist.csv", "08-eventbrite-attendees-barcode.csv",
            "27-django-program-attendees.csv", "33-excel-de-cp1252.csv", "51-items-per-ticket-shared-order.csv",
            "57-status-column-not-mapped.csv"})
    void theFileGivesExactlyWhatItSays(String name) throws Exception {
        assumeTrue(Files.exists(SAMPLES), "the samples do not lie beside the project");
        RosterDraft draft = Drafts.open(SAMPLES.resolve(name), NEEDED.getOrDefault(name, Answers.NONE));
        assertThat(draft.questions()).isEmpty();
        assertThat(draft.unusable()).isEmpty();
        List<String> expected = JsonMapper.shared().readTree(SAMPLES.resolve("expected.json").toFile()).path(name)
                .path("people").valueStream().map(SampleExportsTest::expected).toList();
        assertThat(StreamSupport.stream(draft.roster().people().spliterator(), false)
                .map(person -> found(draft.roster(), person)).toList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String expected(JsonNode person) {
        Map<String, Integer> items = new TreeMap<>();
        person.path("items").properties().forEach(item -> items.put(item.getKey(), item.getValue().asInt()));
        return String.join("|", person.path("code").asString(), person.path("name").asString(),
                person.path("email").asString(), person.path("ticket").asString(), items.toString(),
                String.valueOf(person.path("admit").asBoolean()),
                person.path("order").isNull() ? person.path("code").asString() : person.path("order").asString());
    }

    private static String found(StatedRoster roster, StatedPerson person) {
        StatedOrder order = roster.order(person.orders().getFirst()).orElseThrow();
        List<StatedLine> lines = order.lines().stream()
                .filter(line -> line.holder().filter(person.accessCode()::equals).isPresent()).toList();
        Map<String, Integer> items = lines.stream().filter(line -> line.product().kind() == Product.Kind.ADDON)
                .collect(Collectors.toMap(StatedLine::description, StatedLine::quantity, Integer::sum, TreeMap::new));
        StatedLine ticket = lines.stream().filter(line -> line.product().kind() == Product.Kind.TICKET_TYPE).findFirst()
                .orElseThrow();
        String status = ticket.status().orElse(order.status());
        return String.join("|", person.accessCode(), person.details().name(), person.details().email(), ticket.description(),
                items.toString(), String.valueOf(status.equals("paid")), order.reference());
    }

    @Test
    void aFileThatDoesNotSayWhoHasPaidSaysSoFirst() {
        RosterDraft draft = Drafts.text("Access Code,Name,Ticket\nA1,Ada,Individual\n", Answers.NONE);
        assertThat(draft.warnings().getFirst().key()).isEqualTo("status.none");
        assertThat(draft.outcome().admitted()).isEqualTo(1);
    }
}
