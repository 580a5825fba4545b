package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.lanyard.reader.frame.Code;

/** Whatever bytes a file holds, reading it ends soon, in words or with what the ticket says, and in little memory. */
@Isolated("measures the heap, which is everybody's")
class PicturesFuzzTest {

    private static final long SEED = 20270516;
    private static final long MOST_LEFT = 16L * 1024 * 1024;

    @TempDir private Path folder;

    @Test
    void theTicketsAreReadAsLongAsTheyAreWhole() throws IOException {
        for (byte[] ticket : new FuzzedFiles().whole()) {
            Path file = Files.write(folder.resolve("ticket"), ticket);
            assertThat(Pictures.read(file).codes()).containsExactly(new Code(FuzzedFiles.TEXT, "QR_CODE"));
        }
    }

    @Test
    void aHundredAndFiftyFiles() throws IOException {
        lookAt(150, SEED);
    }

    @Test
    @Tag("slow")
    void tenThousandFiles() throws IOException {
        lookAt(1000, SEED + 1);
        long before = heap();
        lookAt(9000, SEED + 2);
        assertThat(heap() - before).as("bytes left behind").isLessThan(MOST_LEFT);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void lookAt(int files, long seed) throws IOException {
        System.out.println("PicturesFuzzTest's seed is " + seed + ".");
        Random random = new Random(seed);
        FuzzedFiles tickets = new FuzzedFiles();
        Map<String, Integer> outcomes = new TreeMap<>();
        double slowest = 0;
        for (int i = 0; i < files; i++) {
            Path file = Files.write(folder.resolve("ticket"), tickets.next(random));
            Pictures.Found found = Pictures.read(file);
            String which = "file " + i + " of seed " + seed + ", of " + Files.size(file) + " bytes";
            assertThat(found.codes()).as(which).isSubsetOf(new Code(FuzzedFiles.TEXT, "QR_CODE"));
            assertThat(found.fault().map(Object::toString).orElse("")).as(which)
                    .doesNotContain("it takes too long", "it is too large");
            slowest = Math.max(slowest, found.millis());
            outcomes.merge(outcome(found), 1, Integer::sum);
        }
        System.out.println(outcomes + ", the slowest in " + slowest + " ms");
        assertThat(outcomes).as("some are still whole").containsKey("read");
    }

    private static String outcome(Pictures.Found found) {
        if (found.fault().isEmpty()) {
            return found.codes().isEmpty() ? "nothing" : "read";
        }
        return found.fault().get().toString().replaceFirst(".*cannot be read: ", "");
    }
}
