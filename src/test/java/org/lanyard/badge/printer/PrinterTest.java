package org.lanyard.badge.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeContent;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.Pictures;
import org.lanyard.scan.NotPossible;

@Execution(ExecutionMode.CONCURRENT)
class PrinterTest {

    private static final String PAYLOAD = "pycon-us-2027:A3K9M2X1";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Badge BADGE =
            BuiltInTemplates.template(BuiltInTemplates.DEFAULT).fill(new BadgeContent("Zoë Ångström", "Zoë",
                    "Röda Korset", "Individual", "PyCon US 2027", "A3K9M2X1", PAYLOAD, Color.BLUE, Map.of()));

    @TempDir Path folder;

    @Test
    void aZebraPrintsTheBadgeAndConfirmsIt() throws IOException, DataFormatException {
        try (FakeZebra zebra = new FakeZebra()) {
            LabelPrinter printer = zebra("zpl://127.0.0.1:" + zebra.port());
            assertThat(printer.readiness()).isEqualTo(new LabelPrinter.Readiness.Ready());
            assertThat(printer.print(BADGE)).isEqualTo(new LabelPrinter.Outcome.Confirmed());
            assertThat(zebra.labels()).hasSize(1);
            assertThat(zebra.labels().getFirst()).hasSizeLessThan(12_000);
            assertThat(Pictures.read(FakeZebra.picture(zebra.labels().getFirst())).codes()).extracting(Code::text)
                    .containsExactly(PAYLOAD);
        }
    }

    @ParameterizedTest
    @CsvSource({"PAPER_OUT,printer.paper", "HEAD_OPEN,printer.head", "RIBBON_OUT,printer.ribbon", "PAUSED,printer.paused",
            "NONSENSE,printer.no-status"})
    void aZebraThatCannotPrintSaysWhy(FakeZebra.Mood mood, String key) throws IOException {
        try (FakeZebra zebra = new FakeZebra()) {
            zebra.mood = mood;
            assertThat(zebra("zpl://127.0.0.1:" + zebra.port()).readiness()).isInstanceOfSatisfying(
                    LabelPrinter.Readiness.NotReady.class, not -> assertThat(not.why().key()).isEqualTo(key));
        }
    }

    @Test
    void aPrinterThatDoesNotAnswerIsNotWaitedForWithoutEnd() throws IOException {
        try (FakeZebra zebra = new FakeZebra()) {
            zebra.mood = FakeZebra.Mood.SILENT;
            LabelPrinter printer = new PrinterAddress("zpl://127.0.0.1:" + zebra.port()).printer(Duration.ofMillis(100));
            assertThat(printer.readiness()).isInstanceOf(LabelPrinter.Readiness.NotReady.class);
            assertThat(printer.print(BADGE)).isEqualTo(new LabelPrinter.Outcome.Sent());
        }
    }

    @Test
    void aPrinterThatTakesNothingMoreIsNotWaitedForWithoutEnd() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deaf.setReceiveBufferSize(1024);
            LabelPrinter printer =
                    new PrinterAddress("brother://127.0.0.1:" + deaf.getLocalPort()).printer(Duration.ofMillis(100));
            assertThat(printer.print(BADGE)).isInstanceOfAny(LabelPrinter.Outcome.Sent.class,
                    LabelPrinter.Outcome.Unknown.class);
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleLeavesItUnknown() throws IOException {
        try (FakeZebra zebra = new FakeZebra()) {
            zebra.mood = FakeZebra.Mood.DROPS_IN_THE_MIDDLE;
            assertThat(zebra("zpl://127.0.0.1:" + zebra.port()).print(BADGE)).isNotInstanceOfAny(
                    LabelPrinter.Outcome.Confirmed.class,
                    LabelPrinter.Outcome.NothingSent.class);
            assertThat(zebra.labels()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zpl", "brother"})
    void aPrinterThatIsNotThereWasSentNothing(String language) throws IOException {
        int port = freePort();
        LabelPrinter printer = zebra(language + "://127.0.0.1:" + port);
        assertThat(printer.readiness()).isInstanceOf(LabelPrinter.Readiness.NotReady.class);
        assertThat(printer.print(BADGE)).isInstanceOf(LabelPrinter.Outcome.NothingSent.class);
    }

    @Test
    void aFolderGetsAPdfForEachBadge() throws IOException {
        LabelPrinter printer = zebra("folder:" + folder);
        printer.print(BADGE);
        assertThat(printer.print(BADGE)).isEqualTo(new LabelPrinter.Outcome.Confirmed());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("badge-00001.pdf",
                    "badge-00002.pdf");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zpl:", "zpl://", "zpl://a b", "zpl://host:0", "zpl://host:70000", "http://host", "system:",
            "folder:",
            "zpl://host?dpi=1"})
    void anAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> new PrinterAddress(address)).isInstanceOf(NotPossible.class);
    }

    private static LabelPrinter zebra(String address) {
        return new PrinterAddress(address).printer(PATIENCE);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
