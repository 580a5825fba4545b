package org.lanyard.hub.protocol;

import java.util.List;
import java.util.UUID;

/**
 * The venue's hub, as a station sees it. Every method but the lists may be executed twice, late, or never; each is one
 * statement on the server in autocommit, and holds its locks for that statement only.
 *
 * <p>Contract of the server. Locks are taken in this order: the buckets' rows (ascending), the pools' rows (ascending), the
 * entry, the counter of the venue's order. Whatever is counted is read after the locks are held, never from a snapshot of
 * before. The counter's row is locked in the same statement, so that places become visible in their order, without gaps.
 * Serialization failures and deadlocks (40001, 40P01) are run again with the same id.
 *
 * <p>Waiting ends after one second for {@link #ask}, {@link #settle} and {@link #giveBack}, after ten for the others; the
 * method then throws {@link HubGone}, closes its connection, and no transaction may stay open at the server.
 */
public interface Hub extends AutoCloseable {

    /**
     * Reports a station and asks for its grants. The hub remembers name, time, numbers and the longest log.
     *
     * <p>A station of this incarnation that has mirrored more than the hub has given out shows that the hub was restored
     * from an older backup: the hub then gives itself a new incarnation, and is recovering until every station that it
     * knows and that is not shut out has made a contact with {@link Contact#levelled} for the new incarnation.
     */
    Contacted contact(Contact contact) throws HubGone;

    /**
     * Takes one unit of each claim, all or none, and records the entry. Sent once under an id until its answer has come: after
     * a lost one the id is settled, because the first may be executed after the second was refused.
     *
     * <p>In this order: an id that is known is answered as it stands ({@link Answer.Accepted} for LIVE and VOIDED,
     * {@link Answer.Undone}); recovering, or shut out: {@link Answer.Closed}; a bucket that a station owns, the asking one
     * included: {@link Answer.Kept}, and the bucket is wanted back; a pool without room: {@link Answer.Full}; else units
     * counted, entry inserted LIVE with the next place.
     *
     * @param unit LIVE; its key is the record's UUID
     */
    Answer ask(UUID station, Entry unit) throws HubGone;

    /**
     * Claims an id that was asked and not answered. Unknown: inserted as UNDONE. LIVE: becomes UNDONE and its units are
     * freed, whoever owns the bucket now. VOIDED or UNDONE: stays. Afterwards it never becomes LIVE.
     */
    void settle(UUID station, Entry unit) throws HubGone;

    /**
     * Adds entries in the given order; every entry is kept. An unknown key is inserted, its claims counted beyond the
     * limit too, which makes it a conflict. A known key: the same state and body changes nothing; a state of VOIDED or
     * UNDONE stays, whatever comes; LIVE becomes VOIDED, with the new body, and its units are freed; LIVE on LIVE replaces
     * the body if {@link Entry#base} is its last change, else it is {@link Uploaded.Behind}. Each change takes the next
     * place.
     *
     * @return one for each entry
     */
    List<Uploaded> upload(UUID station, List<Entry> entries) throws HubGone;

    /** Entries changed after a place, in that order; fewer than the limit only at the end. */
    List<Placed> follow(long after, int limit) throws HubGone;

    /**
     * Hands each of these buckets to a station where the hub owns it, with the next grant number and the next place; one that
     * is owned already stays. Nothing is handed out while recovering.
     */
    void grant(UUID to, List<Bucket> buckets) throws HubGone;

    /** Takes a bucket back, only if this station owns it under exactly this grant number. */
    void giveBack(UUID station, Bucket bucket, long grant) throws HubGone;

    /** Asks whoever owns them to return these buckets; a product's bucket without a row is the hub's. */
    void want(List<Bucket> buckets) throws HubGone;

    /**
     * The one unsafe act: takes everything that a lost station owns; it is shut out, and no longer waited for.
     *
     * @param by     shown with the reason
     * @param reason kept
     */
    void takeOver(UUID lost, String by, String reason) throws HubGone;

    List<StationView> stations() throws HubGone;

    /** Every bucket that a station owns. */
    List<Owned> owned(String conference) throws HubGone;

    record Owned(Bucket bucket, UUID station, String name) {}

    /** Entries that are conflicts and LIVE, the latest first. */
    List<Placed> conflicts(int limit) throws HubGone;

    @Override
    void close();
}
