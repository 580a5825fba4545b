package org.lanyard.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.roster.Catalogue;
import org.lanyard.scan.Product;

class PersonBadgeTest {

    @ParameterizedTest
    @CsvSource({"Zoë Ångström,Zoë", "Dr. Zach Berg,Zach", "Prof. Dr. Ada Lovelace,Ada", "J. R. R. Tolkien,J. R. R. Tolkien",
            "'Smith, John','Smith, John'", "山田 花子,山田 花子", "김 민준,김 민준", "やまだ はなこ,やまだ はなこ", "Li,Li",
            "محمد حسن,محمد"})
    void theFirstNameIsWhatSomebodyIsCalledBy(String name, String first) {
        assertThat(PersonBadge.firstName(name)).isEqualTo(first);
    }

    @Test
    void aChosenColourCountsAndTheOthersDiffer() {
        List<Catalogue.Entry> types = IntStream.range(0, 8).mapToObj(i -> type("type-" + i,
                i == 3 ? Optional.of("F2C500") : Optional.empty())).toList();
        TicketColours colours = new TicketColours(types);
        assertThat(colours.of("type-3")).isEqualTo(new Color(0xF2C500));
        assertThat(types.stream().map(type -> colours.of(type.product().slug())).distinct()).hasSize(8);
    }

    @Test
    void aNewTicketTypeChangesNoOthersColour() {
        List<Catalogue.Entry> types = IntStream.range(0, 12).mapToObj(i -> type("type-" + i, Optional.empty())).toList();
        TicketColours before = new TicketColours(types.subList(0, 5));
        TicketColours after = new TicketColours(types);
        assertThat(types.subList(0, 5)).allSatisfy(type -> assertThat(after.of(type.product().slug()))
                .isEqualTo(before.of(type.product().slug())));
    }

    private static Catalogue.Entry type(String slug, Optional<String> colour) {
        return new Catalogue.Entry(new Product(Product.Kind.TICKET_TYPE, 1, slug, slug), colour, List.of(), 0);
    }
}
