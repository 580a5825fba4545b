package org.lanyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs every benchmark and prints one table: {@code mvn -Pjmh test-compile exec:exec@benchmarks}. What stands alone is
 * measured by JMH; what is compared with bare JDBC takes turns with it in this process, so that both meet the same disk
 * and the same neighbours. A word in {@code -Dbenchmarks.only} picks one part.
 */
public final class Benchmarks {

    private final Table table = new Table();

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException, RunnerException, SQLException {
        Files.createDirectories(Stations.FOLDER);
        Benchmarks all = new Benchmarks();
        String only = System.getProperty("benchmarks.only", "");
        long start = System.nanoTime();
        if (!Set.of("pull", "push", "hub", "level").contains(only)) {
            Stations.prepare();
        }
        for (Part part : Part.values()) {
            if (part.name().toLowerCase(java.util.Locale.ROOT).contains(only)) {
                System.out.println(part + " ...");
                part.measure(all);
            }
        }
        System.out.println();
        System.out.print(all.table.text());
        System.out.printf("%nmeasured in %d s; details of JMH in %s%n", (System.nanoTime() - start) / 1_000_000_000,
                Stations.FOLDER.resolve("jmh-*.txt"));
    }

    private enum Part {
        IMPORT, WRITER, PULL, PUSH, HUB, LEVEL, DURABLE, DECISION, SEARCH, STATISTICS;

        void measure(Benchmarks all) throws IOException, RunnerException, SQLException {
            switch (this) {
                case IMPORT -> {
                    ImportTimes.measure(all.table);
                    WorkbookTimes.measure(all.table);
                }
                case WRITER -> WriterHold.measure(all.table);
                case PULL -> PullTimes.measure(all.table);
                case PUSH -> PushRate.measure(all.table);
                case HUB -> HubRate.measure(all.table);
                case LEVEL -> HubCatchUp.measure(all.table);
                case DURABLE -> DurableScans.measure(all.table);
                case DECISION -> all.decisions();
                case SEARCH -> all.search();
                case STATISTICS -> all.statistics();
            }
        }
    }

    private void decisions() throws RunnerException {
        for (RunResult result : run(DecisionBenchmark.class)) {
            double cpu = result.getSecondaryResults().get(Cpu.LABEL).getStatistics().getPercentile(50);
            table.group("decision, " + DecisionBenchmark.NAMES.get(method(result)))
                    .reach("CPU, median of iterations", cpu, "ms", 0.5)
                    .info("wall, p50", percentile(result, 50), "ms")
                    .info("wall, p99", percentile(result, 99), "ms");
        }
    }

    private void search() throws RunnerException {
        RunResult result = run(SearchBenchmark.class).iterator().next();
        table.group("search, a keystroke")
                .info("p50", percentile(result, 50), "ms").reach("p99", percentile(result, 99), "ms", 10)
                .info("max", percentile(result, 100), "ms");
        table.group("search, the first keystroke after a roster changed")
                .info("p50", SearchAfterChange.median(), "ms");
    }

    private void statistics() throws RunnerException {
        for (RunResult result : run(StatisticsBenchmark.class)) {
            String method = method(result);
            Table figures = table.group("statistics, " + StatisticsBenchmark.NAMES.get(method));
            if (method.equals("insideWhole")) {
                figures.info("p50", percentile(result, 50), "ms");
            } else {
                figures.reach("p50", percentile(result, 50), "ms", method.equals("insideFirst") ? 100 : 20);
            }
            figures.info("max", percentile(result, 100), "ms");
        }
    }

    private static Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
        return new Runner(new OptionsBuilder().include(benchmark.getName() + "\\.").addProfiler(Cpu.class)
                .output(Stations.FOLDER.resolve("jmh-" + benchmark.getSimpleName() + ".txt").toString())
                .shouldFailOnError(true).build()).run();
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static double percentile(RunResult result, double rank) {
        return result.getPrimaryResult().getStatistics().getPercentile(rank);
    }
}
