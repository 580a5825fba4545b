package org.lanyard.hub.protocol;

import java.util.List;
import java.util.UUID;

/** A hub as a schedule drives it: the model, or the real one on its server. Each method is one step. */
public interface ScheduledHub {

    Answer ask(UUID station, Entry unit);

    void settle(UUID station, Entry unit);

    void upload(UUID station, Entry entry);

    List<Placed> follow(long after);

    void grant(UUID to, Bucket bucket);

    void giveBack(UUID station, Bucket bucket, long grant);

    /** Does what a lease would do at its end; only the model can. */
    void lapse(Bucket bucket);

    Contacted contact(UUID station);

    boolean owns(Bucket bucket);

    /** Keys of the live units of a pool. */
    List<String> live(String pool);
}
