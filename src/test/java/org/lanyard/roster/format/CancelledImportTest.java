package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.roster.ImportOptions;
import org.lanyard.scan.NotPossible;

/** An import that is cancelled while it is being applied, at whatever step, changes nothing. */
@Execution(ExecutionMode.CONCURRENT)
class CancelledImportTest {

    private static final int PEOPLE = 50;

    @TempDir Path folder;

    private static RosterDraft draft(String status) {
        return Drafts.text("access_code,name,ticket_type,order_reference,order_status,items\n" + IntStream.range(0, PEOPLE)
                .mapToObj(i -> "P%03d,Person %d,Regular,O%d,%s,lunch:2".formatted(i, i, i, i == 0 ? "paid" : status))
                .collect(Collectors.joining("\n")), Answers.NONE);
    }

    private static String exported(Rig rig) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rig.station().rosterFiles().exportJson(rig.conference(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void atWhateverStepNothingIsChangedAndTheNextImportIsWhole() {
        try (Rig rig = Rig.in(folder)) {
            RosterFiles files = rig.station().rosterFiles();
            ImportOptions options = ImportOptions.of(ImportOptions.Format.CSV, "conf").forced(true);
            files.importDraft(draft("pending"), options);
            String before = exported(rig);
            AtomicInteger steps = new AtomicInteger();
            files.importDraft(draft("pending"), options.trial(), steps::incrementAndGet);
            int most = 0;
            for (int last = 1; most == 0; last += 7) {
                AtomicInteger left = new AtomicInteger(last);
                try {
                    files.importDraft(draft("paid"), options, () -> {
                        if (left.decrementAndGet() == 0) {
                            throw new NotPossible("roster.broken-off");
                        }
                    });
                    most = last;
                } catch (NotPossible cancelled) {
                    assertThat(exported(rig)).as("after step " + last).isEqualTo(before);
                }
            }
            assertThat(most).as("steps, those of the writing included").isGreaterThan(steps.get());
            assertThat(rig.checkIn("P001").recorded()).isTrue();
        }
    }
}
