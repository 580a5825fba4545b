package org.lanyard.reader;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lanyard.reader.frame.GreyFrame;

/** What one reader makes of a set of pictures: right and wrong by kind, and the processor's time. */
final class Rate {

    final String reader;
    private final Map<String, int[]> rightOfAll = new LinkedHashMap<>();
    private final List<Double> millisRead = new ArrayList<>();
    private final List<Double> millisUnread = new ArrayList<>();
    private int wrong;

    private Rate(String reader) {
        this.reader = reader;
    }

    /** @param read a text, or null */
    static Rate of(String reader, List<Sample> samples, Function<GreyFrame, String> read) {
        Rate rate = new Rate(reader);
        for (Sample sample : samples) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            String text = read.apply(sample.frame());
            double millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            boolean right = text != null && sample.text() != null && text.strip().equals(sample.text().strip());
            int[] counts = rate.rightOfAll.computeIfAbsent(sample.kind(), kind -> new int[2]);
            counts[0] += right ? 1 : 0;
            counts[1]++;
            rate.wrong += text != null && !right ? 1 : 0;
            (right ? rate.millisRead : rate.millisUnread).add(millis);
        }
        return rate;
    }

    List<String> kinds() {
        return List.copyOf(rightOfAll.keySet());
    }

    double percent(String kind) {
        int[] counts = rightOfAll.get(kind);
        return 100.0 * counts[0] / counts[1];
    }

    double percent() {
        return 100.0 * millisRead.size() / Math.max(1, millisRead.size() + millisUnread.size());
    }

    /** Texts that the picture does not hold. */
    int wrong() {
        return wrong;
    }

    double medianRead() {
        return median(millisRead);
    }

    double medianUnread() {
        return median(millisUnread);
    }

    double most() {
        return Math.max(millisRead.stream().mapToDouble(m -> m).max().orElse(0),
                millisUnread.stream().mapToDouble(m -> m).max().orElse(0));
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(Double.NaN);
    }
}
