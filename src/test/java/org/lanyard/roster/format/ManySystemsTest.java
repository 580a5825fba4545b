package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Product;

/**
 * Made-up people in the columns and words of many ticketing systems, without any answer: what each file says, or what it is
 * asked. {@code exports.txt} has both, a line for each person and each question.
 */
class ManySystemsTest {

    private record Export(String name, String text, List<String> says) {

        static Export of(String part) {
            String[] halves = part.split("\n---\n");
            return new Export(halves[0].lines().findFirst().orElseThrow(), halves[0].substring(halves[0].indexOf('\n') + 1),
                    halves[1].lines().filter(line -> !line.isEmpty()).toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> eachIsRightByItselfOrAsks() throws IOException {
        try (InputStream file = ManySystemsTest.class.getResourceAsStream("exports.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n=== ")).skip(1).map(Export::of)
                    .map(export -> DynamicTest.dynamicTest(export.name(),
                            () -> assertThat(lines(Drafts.text(export.text(), Answers.NONE)))
                                    .containsExactlyElementsOf(export.says())));
        }
    }

    private static List<String> lines(RosterDraft draft) {
        List<String> lines = new ArrayList<>();
        draft.questions().forEach(question -> lines.add("asks " + Stream.of(question.about().word(), question.column(),
                question.value()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" | "))));
        draft.unusable().forEach(row -> lines.add("row " + row.line() + " " + row.column() + " " + row.reason()));
        if (draft.questions().isEmpty()) {
            StreamSupport.stream(draft.roster().people().spliterator(), false)
                    .forEach(person -> lines.add(line(draft.roster(), person)));
        }
        return lines;
    }

    private static String line(StatedRoster roster, StatedPerson person) {
        StatedOrder order = roster.order(person.orders().getFirst()).orElseThrow();
        StatedLine ticket = order.lines().stream().filter(line -> line.product().kind() == Product.Kind.TICKET_TYPE)
                .filter(line -> line.holder().filter(person.accessCode()::equals).isPresent()).findFirst().orElseThrow();
        String came = person.checkIn() instanceof StatedPerson.CheckIn.At(var at) ? at.toString() : "";
        return Stream.of(person.accessCode(), person.details().name(), person.details().email(),
                person.details().company(), ticket.description(), order.reference(),
                ticket.status().orElse(order.status()), came).collect(Collectors.joining(" | ")).strip();
    }
}
