package org.lanyard.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.lanyard.Station;
import org.lanyard.scan.Post;

/**
 * First check-ins a second, each committed and synced before it is answered, beside bare JDBC that inserts the same rows
 * in transactions of the same size. Both take turns.
 */
final class DurableScans {

    private static final int MANY = 64;
    private static final long NANOS = 1_000_000_000;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 7;
    private static final double REACH = 0.7;

    private final List<Stations.Guest> guests;
    private final boolean atHand;
    private final List<Rate> ours = new ArrayList<>();
    private final List<Rate> bare = new ArrayList<>();

    /** @param atHand whether everybody is in memory, as at the desk a few seconds after its start */
    private DurableScans(List<Stations.Guest> guests, boolean atHand) {
        this.guests = guests;
        this.atHand = atHand;
    }

    /**
     * @param batch scans in each commit, on average
     * @param cpu   of the process for each scan, in milliseconds
     */
    record Rate(double aSecond, double batch, double cpu) {

        static Rate of(int scans, long commits, double millis, double cpu) {
            return new Rate(scans / millis * 1000, (double) scans / commits, cpu / scans);
        }
    }

    static void measure(Table table) {
        List<Stations.Guest> guests;
        try (Station station = Stations.openCopy(Stations.Kind.FRESH, "durable")) {
            guests = Stations.guests(station);
        }
        ThreadFactory platform = Thread.ofPlatform().factory();
        new DurableScans(guests, true).beside(table, "1 asker", 1, platform);
        new DurableScans(guests, true).beside(table, MANY + " askers, platform threads", MANY, platform);
        new DurableScans(guests, true).beside(table, MANY + " askers, virtual threads", MANY, Thread.ofVirtual().factory());
        new DurableScans(guests, false).beside(table, MANY + " askers, people not at hand", MANY, platform);
    }

    private void beside(Table table, String who, int askers, ThreadFactory threads) {
        for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
            round(askers, threads);
        }
        report(table.group("durable scans, " + who), askers);
    }

    private void round(int askers, ThreadFactory threads) {
        ours.add(scans(askers, threads));
        bare.add(BareCheckIns.rate(guests, (int) Math.round(ours.getLast().batch()), NANOS));
    }

    private void report(Table table, int askers) {
        ours.subList(0, WARM_UPS).clear();
        bare.subList(0, WARM_UPS).clear();
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ratios[i] = ours.get(i).aSecond() / bare.get(i).aSecond();
        }
        table.info("a second", Times.median(ours, Rate::aSecond), "/s")
                .info("scans in a commit", Times.median(ours, Rate::batch), "")
                .info("CPU of a scan", Times.median(ours, Rate::cpu), "ms")
                .info("bare loop, as many in a commit", Times.median(bare, Rate::aSecond), "/s")
                .info("CPU of a row in the bare loop", Times.median(bare, Rate::cpu), "ms");
        if (askers == 1 || !atHand) {
            table.info("ratio", Times.median(ratios), "");
        } else {
            table.reachAtLeast("ratio", Times.median(ratios), "", REACH);
        }
    }

    /** Each asker hands in its next scan when the one before is answered. */
    private Rate scans(int askers, ThreadFactory threads) {
        Path file = Stations.copy(Stations.Kind.FRESH, "durable");
        try (Station station = Stations.open(file.getParent())) {
            Post desk = Stations.desk(station);
            if (atHand) {
                station.roster().keepAtHand(desk.conference());
            }
            AtomicInteger next = new AtomicInteger();
            AtomicInteger answered = new AtomicInteger();
            long commits = station.ledger().commits();
            double cpu = Cpu.process();
            long start = System.nanoTime();
            Runnable asker = () -> {
                int mine = next.getAndIncrement();
                while (mine < guests.size() && System.nanoTime() - start < NANOS) {
                    station.gate().decide(desk, Stations.scan(station, guests.get(mine).code())).join();
                    answered.incrementAndGet();
                    mine = next.getAndIncrement();
                }
            };
            run(askers, threads, asker);
            return Rate.of(answered.get(), station.ledger().commits() - commits, (System.nanoTime() - start) / 1e6,
                    Cpu.process() - cpu);
        }
    }

    private static void run(int askers, ThreadFactory threads, Runnable asker) {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < askers; i++) {
            all.add(threads.newThread(asker));
        }
        all.forEach(Thread::start);
        for (Thread thread : all) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
