package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lanyard.reader.frame.Code;

/** Pictures beside the repository that another reader read: most are read, none wrongly. Skipped where they are absent. */
@Tag("slow")
class SharedSamplesTest {

    private static final Path SAMPLES = Path.of("..", "shared", "data", "reading", "pictures");
    /** Of the kinds that are wanted, Micro QR and rMQR being none of them. */
    private static final double LEAST_SHARE = 0.7;

    @Test
    void mostSamplesAreReadAndNoneWrongly() throws IOException {
        assumeThat(SAMPLES).as("%s is absent: these samples are skipped", SAMPLES).isDirectory();
        Map<String, Integer> missed = new TreeMap<>();
        int wanted = 0;
        for (Path picture : pictures()) {
            String name = picture.getFileName().toString();
            String text = Files.readString(Path.of(picture.toString().replace(".jpg", ".txt"))).strip();
            List<String> read = Pictures.read(picture).codes().stream().map(Code::text).map(String::strip).toList();
            boolean several = name.startsWith("two");
            assertThat(read).as(name).allMatch(each -> several || each.equals(text));
            if (!name.matches("r?microqr-.*|rmqr-.*")) {
                wanted++;
                if (!read.contains(text)) {
                    missed.merge(name.replaceAll("-\\d+\\.jpg", ""), 1, Integer::sum);
                }
            }
        }
        int all = missed.values().stream().mapToInt(count -> count).sum();
        System.out.println("Of " + wanted + " samples " + all + " are missed: " + missed);
        assertThat(1 - (double) all / wanted).isGreaterThan(LEAST_SHARE);
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
    }
}
