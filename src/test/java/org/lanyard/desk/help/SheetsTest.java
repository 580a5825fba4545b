package org.lanyard.desk.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.desk.Words;
import org.testfx.framework.junit5.ApplicationExtension;

/** The manual on paper. */
@ExtendWith(ApplicationExtension.class)
class SheetsTest {

    /** A4 within the margins of a usual printer. */
    private static final double A4 = 1.47;

    private static List<Sheets.Slice> slices(Page page, Locale language) {
        return onFx(() -> new Sheets(PageView.of(page.in(language), _ -> {}), styles()).slices(A4));
    }

    private static List<String> styles() {
        return Stream.of("desk.css", "help/manual.css", "light.css")
                .map(name -> Objects.requireNonNull(Words.class.getResource(name)).toExternalForm()).toList();
    }

    private static <T> T onFx(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    static Stream<Locale> languages() {
        return Words.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void thePageForVolunteersIsOneSheet(Locale language) {
        assertThat(slices(Page.VOLUNTEERS, language)).hasSize(1);
    }

    @Test
    void aLongPageIsCutAndNothingOfItIsLost() {
        List<Sheets.Slice> slices = slices(Page.HELPDESK, Locale.ENGLISH);
        assertThat(slices).hasSizeGreaterThan(1);
        assertThat(slices.getFirst().from()).isZero();
        for (int sheet = 1; sheet < slices.size(); sheet++) {
            assertThat(slices.get(sheet).from()).isEqualTo(slices.get(sheet - 1).to());
        }
    }

    @Test
    void whatIsPinnedUpAtTheVenueBeginsOnASheetOfItsOwn() {
        double end = slices(Page.VENUE, Locale.ENGLISH).getLast().to();
        double from = onFx(() -> {
            var content = PageView.of(Page.VENUE.in(Locale.ENGLISH), _ -> {});
            new Sheets(content, styles());
            return content.getChildren().stream().filter(block -> block.getStyleClass().contains(PageView.NEW_SHEET))
                    .mapToDouble(block -> block.getBoundsInParent().getMinY()).max().orElseThrow();
        });
        assertThat(slices(Page.VENUE, Locale.ENGLISH).getLast()).isEqualTo(new Sheets.Slice(from, end));
    }
}
