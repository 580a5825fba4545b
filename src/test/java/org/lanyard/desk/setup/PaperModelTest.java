package org.lanyard.desk.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.desk.SheetTarget;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.gate.PaperList;
import org.lanyard.gate.PaperLists.Letters;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What Setup puts on paper, without its widgets. */
@ExtendWith(ApplicationExtension.class)
class PaperModelTest {

    @TempDir Path folder;
    private Rig rig;
    private PaperModel model;

    @BeforeEach
    void open() {
        rig = Rig.in(folder.resolve("station"));
        rig.csv("access_code,name,ticket_type,order_reference,order_status", "AAAA1111,Ada Lovelace,Individual,O1,paid",
                "BBBB2222,Bob Müller,Individual,O2,paid", "CCCC3333,Cyd Wu,Individual,O3,pending");
        rig.checkIn("AAAA1111");
        Workplace workplace = new Workplace(rig.station(), rig.post(new Mode.CheckIn()));
        model = new PaperModel(workplace, rig.station().paperLists(), rig.station().till(),
                rig.station().settings(), rig.station().clock(),
                new Words(Locale.ENGLISH), SetupModels.of(workplace, Locale.ENGLISH).tasks());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Object written(PaperList.People kind, Letters letters) throws TimeoutException {
        return SetupModelsTest.outcome((done, failed) -> model.write(new PaperList(kind, letters),
                SheetTarget.file(folder.resolve("list.pdf")), done::accept, failed));
    }

    @Test
    void eachListHasItsPeople() throws TimeoutException, IOException {
        assertThat(written(PaperList.People.EVERYBODY, Letters.ALL)).isEqualTo(3);
        assertThat(written(PaperList.People.EVERYBODY, new Letters('A', 'B'))).isEqualTo(2);
        assertThat(written(PaperList.People.NOT_YET_COME, Letters.ALL)).isEqualTo(1);
        assertThat(written(PaperList.People.INSIDE, Letters.ALL)).isEqualTo(1);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("list.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void R37_theTillIsPrinted() throws TimeoutException, IOException {
        Path file = folder.resolve("till.pdf");
        assertThat(SetupModelsTest.outcome((done, failed) -> model.writeTill("", "", SheetTarget.file(file),
                () -> done.accept("done"), failed))).isEqualTo("done");
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void onlyWhoMayMakeTheSheetsChoosesTheirPrinter() throws TimeoutException {
        rig.station().settings().set(Settings.SIGN_IN, true).join();
        Workplace workplace = new Workplace(rig.station(), rig.post(new Mode.CheckIn()));
        PaperModel signedOut = SetupModels.of(workplace, Locale.ENGLISH).paper();
        onFx(() -> {
            signedOut.usePrinter("nobody's", Role.VOLUNTEER);
            workplace.signIn(rig.station().venue().staff("vic"));
            signedOut.usePrinter("the till's", Role.LEAD);
        });
        assertThat(signedOut.usualPrinter()).isEmpty();
        onFx(() -> signedOut.usePrinter("the list's", Role.VOLUNTEER));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> signedOut.usualPrinter().equals("the list's"));
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aPrinterThatIsNotThereIsSaid() throws TimeoutException {
        assertThat(SetupModelsTest.outcome((done, failed) -> model.write(
                new PaperList(PaperList.People.EVERYBODY, Letters.ALL), SheetTarget.printer("Nobody's printer"),
                done::accept, failed))).as("a sentence").isInstanceOf(String.class);
        assertThat(Files.exists(folder.resolve("list.pdf"))).isFalse();
    }
}
