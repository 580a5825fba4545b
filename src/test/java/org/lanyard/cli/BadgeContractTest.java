package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;
import org.lanyard.badge.printer.FakeZebra;
import tools.jackson.databind.JsonNode;

/** Badges from the command line: the files that are written, what is said, and the exit code. */
@OwnStreams
class BadgeContractTest {

    @TempDir Path folder;
    private Script script;

    @BeforeEach
    void withARoster() {
        script = Script.withRoster(folder);
    }

    @Test
    void aBadgeIsDrawnAsPdfPngAndSvg() throws IOException {
        for (String ending : new String[] {"pdf", "png", "svg"}) {
            script.run("badge", "render", "ADA1", "-o", file("ada." + ending)).exits(0);
        }
        assertThat(script.run("read", file("ada.png")).exits(0).json().get("text").asString()).isEqualTo("conf:ADA1");
        assertThat(script.run("read", file("ada.pdf")).exits(0).json().get("text").asString()).isEqualTo("conf:ADA1");
        assertThat(Files.readString(Path.of(file("ada.svg")))).contains("<path").doesNotContain("<text");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file("ada.pdf")))))
                .isEqualTo("rw-------");
    }

    @Test
    void theBatchHoldsEverybodyWithATicketOnAnActiveOrder() throws IOException {
        script.run("badge", "batch", "-o", file("all.pdf")).exits(0);
        try (PDDocument all = Loader.loadPDF(Path.of(file("all.pdf")).toFile())) {
            assertThat(all.getNumberOfPages()).isEqualTo(2);   // Ada and Eve; Bob has not paid, Cyd and Dee have no ticket
        }
    }

    @Test
    void aBuiltInTemplateIsWrittenAndTakenBack() {
        script.run("badge", "template", "card-86x54", "-o", file("card.svg")).exits(0);
        script.run("badge", "render", "ADA1", "--template", file("card.svg"), "-o", file("card.png")).exits(0);
    }

    @Test
    void whatCannotBeDrawnIsSaidAndWritesNothing() throws IOException {
        Files.writeString(Path.of(file("bad.svg")),
                "<svg xmlns='http://www.w3.org/2000/svg' width='9cm' height='5cm'><script/></svg>");
        script.run("badge", "render", "ADA1", "--template", file("bad.svg"), "-o", file("x.pdf")).exits(1);
        script.run("badge", "render", "NOBODY", "-o", file("x.pdf")).exits(1);
        script.run("badge", "render", "ADA1", "-o", file("x.docx")).exits(2);
        script.run("badge", "render", "ADA1", "BOB1", "-o", file("x.png")).exits(2);
        script.run("badge", "batch", "--n-up", "A9", "-o", file("x.pdf")).exits(2);
        script.run("badge", "template", "none", "-o", file("x.svg")).exits(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .allMatch(name -> Set.of("data", "roster.csv", "bad.svg").contains(name));
        }
    }

    @Test
    void aScanSaysWhichBadgesWaitAndTheNextStartPrintsThem() throws IOException {
        try (FakeZebra zebra = new FakeZebra()) {
            zebra.mood = FakeZebra.Mood.PAPER_OUT;
            script.run("printer", "set", "Zebra", "zpl://127.0.0.1:" + zebra.port(), "--when", "first").exits(0);
            assertThat(script.piped("ADA1\n", "scan", "--check-in", "--station", "Desk").exits(0).err())
                    .contains("1 badge is not printed yet", "Zebra: The printer has no paper.");
            zebra.mood = FakeZebra.Mood.READY;
            assertThat(script.piped("", "scan", "--check-in", "--station", "Desk").exits(0).err()).isEmpty();
            assertThat(zebra.labels()).hasSize(1);
        }
    }

    @Test
    void aBadgeThatMayHaveComeOutIsSettledFromTheCommandLine() throws IOException {
        try (FakeZebra zebra = new FakeZebra()) {
            zebra.mood = FakeZebra.Mood.DROPS_IN_THE_MIDDLE;
            script.run("printer", "set", "Zebra", "zpl://127.0.0.1:" + zebra.port(), "--when", "first").exits(0);
            script.piped("ADA1\n", "scan", "--check-in", "--station", "Desk").exits(0);
            zebra.mood = FakeZebra.Mood.READY;
            JsonNode unknown = script.run("badge", "queue", "--open", "--json").exits(0).json().get(0);
            assertThat(unknown.get("state").asString()).isEqualTo("unknown");
            String id = unknown.get("id").asString();
            assertThat(script.run("badge", "queue", "--open", "--print-again", id).exits(0).out()).isBlank();
            assertThat(zebra.labels()).hasSize(1);
            assertThat(script.run("badge", "queue", "--came-out", id).exits(1).err()).contains("is open for that");
            script.run("badge", "queue", "--came-out", id, "--not-wanted", id).exits(2);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
