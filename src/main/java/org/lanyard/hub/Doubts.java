package org.lanyard.hub;

import java.util.UUID;
import java.util.function.Predicate;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.ledger.Ledger;

/** Questions to the hub whose answer never came: whether they were heard there is not known, until each is settled. */
final class Doubts {

    private final Ledger ledger;
    private final HubLink link;
    private Predicate<String> underWay = _ -> false;

    Doubts(Ledger ledger, HubLink link) {
        this.ledger = ledger;
        this.link = link;
    }

    /** {@link org.lanyard.hub.protocol.Hub#settle} */
    @FunctionalInterface
    interface Settling {

        void settle(UUID station, Entry doubt) throws HubGone;
    }

    /** @param underWay true for the id of a question whose answer may still come */
    void watch(Predicate<String> underWay) {
        this.underWay = underWay;
    }

    void settle(Settling hub) throws HubGone {
        for (Entry doubt : ledger.read(Questions::open)) {
            // The answer may have come, and been recorded, since the doubts were read.
            if (!underWay.test(doubt.key()) && ledger.read(db -> Questions.isOpen(db, doubt.key()))) {
                hub.settle(link.instance(), doubt);
                ledger.writeNow(db -> Questions.end(db, doubt.key()));
            }
        }
    }
}
