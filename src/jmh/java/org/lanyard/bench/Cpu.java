package org.lanyard.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time that each operation takes of the program's threads, whoever asks and whoever writes, and of the kernel on
 * their behalf. The compiler's threads do not count: a station is compiled once.
 */
public final class Cpu implements InternalProfiler {

    static final String LABEL = "cpu";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private double before;

    /** Of the whole process so far, in milliseconds. */
    static double process() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    private double ofThreads() {
        return Arrays.stream(threads.getThreadCpuTime(threads.getAllThreadIds())).filter(nanos -> nanos > 0).sum() / 1e6;
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = ofThreads();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        return List.of(new ScalarResult(LABEL, (ofThreads() - before) / result.getMetadata().getAllOps(), "ms/op",
                AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "CPU time of the program's threads for each operation";
    }
}
