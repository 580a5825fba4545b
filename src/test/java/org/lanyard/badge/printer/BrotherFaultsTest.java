package org.lanyard.badge.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Soon;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeContent;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.badge.printer.FakeBrother.Mood;
import org.lanyard.reader.Pictures;
import org.lanyard.reader.frame.Code;

/** Every fault that a Brother QL has, over its raw port: what is told of the badge, and what came out. */
@Execution(ExecutionMode.CONCURRENT)
class BrotherFaultsTest {

    private static final String PAYLOAD = "pycon:A3K9M2X1";
    private static final Badge BADGE = BuiltInTemplates.template(BuiltInTemplates.DEFAULT).fill(new BadgeContent(
            "Zoë Ångström", "Zoë", "Röda Korset", "Individual", "PyCon", "A3K9M2X1", PAYLOAD, Color.BLUE, Map.of()));
    /** More than a system keeps for a reader that does not read. */
    private static final Badge LARGE = BuiltInTemplates.template("badge-a6").fill(new BadgeContent(
            "Zoë Ångström", "Zoë", "Röda Korset", "Individual", "PyCon", "A3K9M2X1", PAYLOAD, Color.BLUE, Map.of()));

    private FakeBrother brother;

    @BeforeEach
    void switchOn() throws IOException {
        brother = new FakeBrother();
    }

    @AfterEach
    void switchOff() throws IOException {
        brother.close();
    }

    private LabelPrinter printer(Duration patience) {
        return new PrinterAddress("brother://127.0.0.1:" + brother.port()).printer(patience);
    }

    private void awaitLabels(int number) {
        Soon.until(number + " labels", () -> brother.labels().size() >= number);
        assertThat(brother.labels()).hasSize(number);
        assertThat(Pictures.read(brother.labels().getLast()).codes()).extracting(Code::text).containsExactly(PAYLOAD);
        assertThat(brother.nonsense()).isEmpty();
    }

    @Test
    void aBadgeComesOutAndIsSentSinceThePrinterSaysNothing() {
        LabelPrinter printer = printer(Duration.ofSeconds(5));
        assertThat(printer.readiness()).isEqualTo(new LabelPrinter.Readiness.Ready());
        assertThat(printer.print(BADGE)).isEqualTo(new LabelPrinter.Outcome.Sent());
        awaitLabels(1);
    }

    @Test
    void aConnectionThatBreaksLeavesTheBadgeUnknownAndTheNextOneWhole() {
        brother.mood = Mood.DROPS_IN_THE_MIDDLE;
        assertThat(printer(Duration.ofSeconds(5)).print(LARGE)).isNotInstanceOf(LabelPrinter.Outcome.NothingSent.class);
        assertThat(brother.labels()).isEmpty();
        brother.mood = Mood.READY;
        printer(Duration.ofSeconds(5)).print(BADGE);
        awaitLabels(1);
    }

    @Test
    void aLatePrinterPrintsWhatItWasGivenOnce() {
        brother.mood = Mood.LATE;
        assertThat(printer(Duration.ofSeconds(5)).print(BADGE)).isEqualTo(new LabelPrinter.Outcome.Sent());
        assertThat(brother.labels()).isEmpty();
        brother.goOn();
        awaitLabels(1);
    }

    @Test
    void aPrinterWithoutPaperIsNotToldFromOneThatPrints() {
        brother.mood = Mood.PAPER_OUT;
        assertThat(printer(Duration.ofSeconds(5)).print(BADGE)).isEqualTo(new LabelPrinter.Outcome.Sent());
        assertThat(brother.labels()).isEmpty();
    }

    @Test
    void aPrinterThatIsSwitchedOffWasSentNothing() throws IOException {
        try (Socket nobodyElse = new Socket()) {   // holds the port, and does not listen
            nobodyElse.bind(new InetSocketAddress("127.0.0.1", 0));
            LabelPrinter off = new PrinterAddress("brother://127.0.0.1:" + nobodyElse.getLocalPort())
                    .printer(Duration.ofSeconds(1));
            assertThat(off.readiness()).isInstanceOf(LabelPrinter.Readiness.NotReady.class);
            assertThat(off.print(BADGE)).isInstanceOf(LabelPrinter.Outcome.NothingSent.class);
        }
    }
}
