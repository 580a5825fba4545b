package org.lanyard.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Sighting;

/**
 * Shares of pictures read, beside ZXing's own reader in the same run: photographs from a folder over four rotations, frames
 * synthesised from two seeds, and frames without a code. Arguments: the folder, the frames of each seed.
 */
public final class ReadingRates {

    private static final double[] BUDGETS = {20, 60, CodeReader.PICTURE_BUDGET};

    /** What the reader was tuned with, and what it never saw. */
    private static final long TUNED = 1;
    private static final long HELD_OUT = 777001;
    private static final int EMPTY = 140;
    /** A third of a second's frames. */
    private static final int LIVE = 10;

    private ReadingRates() {}

    public static void main(String[] arguments) throws IOException {
        int frames = Integer.parseInt(arguments[1]);
        List<Sample> heldOut = synthetic(HELD_OUT, frames);
        coldStart(heldOut);
        if (!arguments[0].isBlank()) {
            print("photographs", Photographs.in(Path.of(arguments[0])));
        }
        print("synthetic, seed " + TUNED, synthetic(TUNED, frames));
        print("synthetic, held-out seed " + HELD_OUT, heldOut);
        print("no code, seed " + HELD_OUT, IntStream.range(0, EMPTY)
                .mapToObj(i -> new Sample("no code", null, EmptyFrames.make(HELD_OUT, i))).toList());
    }

    /** Before anything is compiled: the first frames a station sees must keep their budget too. */
    private static void coldStart(List<Sample> samples) {
        Rate cold = ours(samples.subList(0, Math.min(30, samples.size())), BUDGETS[0]);
        System.out.printf(Locale.ROOT, "cold, %d ms: at most %.1f ms%n", (int) BUDGETS[0], cold.most());
    }

    private static List<Sample> synthetic(long seed, int frames) {
        return IntStream.range(0, frames).mapToObj(i -> SyntheticFrames.make(seed, i))
                .map(made -> new Sample(made.kind(), made.text(), made.frame())).toList();
    }

    private static Rate ours(List<Sample> samples, double millis) {
        return Rate.of("ours " + (int) millis, samples, frame -> {
            List<Sighting> seen = new CodeReader().sightings(frame, Symbologies.QR, Budget.ofMillis(millis));
            return seen.isEmpty() ? null : seen.getFirst().code().text();
        });
    }

    /** Of a code that stays before the camera for a while: what one frame had no time for is left to the next. */
    private static Rate live(List<Sample> samples) {
        return Rate.of("live " + (int) BUDGETS[0], samples, frame -> {
            CodeReader reader = new CodeReader();
            return Stream.generate(() -> reader.sightings(frame, Symbologies.QR, Budget.ofMillis(BUDGETS[0]))).limit(LIVE)
                    .flatMap(List::stream).map(seen -> seen.code().text()).findFirst().orElse(null);
        });
    }

    private static void print(String name, List<Sample> samples) {
        List<Rate> rates = new ArrayList<>();
        rates.add(Rate.of("ZXing", samples, PlainZxing::read));
        for (double millis : BUDGETS) {
            rates.add(ours(samples, millis));
        }
        rates.add(live(samples));
        System.out.printf("%n%-34s", name + " (" + samples.size() + ")");
        rates.forEach(rate -> System.out.printf("%10s", rate.reader));
        System.out.println();
        for (String kind : rates.getFirst().kinds()) {
            line(kind, "%9.1f%%", rates, rate -> rate.percent(kind));
        }
        line("all", "%9.1f%%", rates, Rate::percent);
        line("wrong texts", "%10d", rates, Rate::wrong);
        line("cpu ms, median where read", "%10.1f", rates, Rate::medianRead);
        line("cpu ms, median where not", "%10.1f", rates, Rate::medianUnread);
        line("cpu ms, most", "%10.1f", rates, Rate::most);
    }

    private static void line(String what, String format, List<Rate> rates, Function<Rate, Number> value) {
        System.out.printf("  %-32s", what);
        rates.forEach(rate -> System.out.printf(Locale.ROOT, format, value.apply(rate)));
        System.out.println();
    }
}
