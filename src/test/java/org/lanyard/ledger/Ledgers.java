package org.lanyard.ledger;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What tests of a ledger do with it; settings stand for whatever is recorded. */
final class Ledgers {

    private Ledgers() {}

    static Work<Integer> set(Object key) {
        return db -> db.run("INSERT INTO setting (key, value) VALUES (?, 'x')", String.valueOf(key));
    }

    static List<String> keys(Ledger ledger) {
        return ledger.read(db -> db.list(row -> row.getString(1), "SELECT key FROM setting ORDER BY key"));
    }

    /** Holds the writer in its transaction until it is released, so that what is queued meanwhile becomes one batch. */
    static CountDownLatch heldWriter(Ledger ledger) {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        ledger.write(db -> {
            held.countDown();
            return await(release);
        });
        await(held);
        return release;
    }

    static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
