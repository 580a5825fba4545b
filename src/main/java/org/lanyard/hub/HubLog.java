package org.lanyard.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Deliveries;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Grant;
import org.lanyard.ledger.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The station's own log of what it has asked, sent, mirrored and owns; within transactions that it is handed. */
final class HubLog {

    private static final Logger LOG = LoggerFactory.getLogger(HubLog.class);
    static final String PREPARATION = "preparation";
    static final String INCARNATION = "incarnation";
    private static final String INSTANCE = "instance";
    private static final String BODY = """
            json_object('code', code, 'product', product, 'order', order_reference, 'line', line, 'at', at, 'by', by_name,
                        'station', station, 'note', note, 'extra', extra, 'overridden', overridden, 'voided_at', voided_at,
                        'voided_by', voided_by, 'void_reason', void_reason, 'mode', mode, 'verdict', verdict,
                        'payload', payload)
            """;
    private static final String TO_SEND = """
            SELECT record.kind, record.id, record.conference, record.voided_at IS NOT NULL, %s,
                   (SELECT addon FROM hub_bought WHERE hub_bought.conference = record.conference
                       AND hub_bought.order_reference = record.order_reference AND hub_bought.line = record.line),
                   record.order_reference, record.line, record.code, record.seq
              FROM hub_record record WHERE record.seq = ?
            """.formatted(BODY);
    private static final String CLAIM = """
            SELECT conference, addon, order_reference, line, per_line, quantity FROM hub_line WHERE line_id = ?
            """;
    private static final String CLAIM_OF = """
            SELECT conference, addon, order_reference, line, per_line, quantity FROM hub_bought
             WHERE conference = ? AND order_reference = ? AND line = ?
            """;
    private static final String THIS_GRANT = "conference = ? AND product = ? AND number = ? AND grant_no = ?";
    private static final String SENT = """
            INSERT INTO hub_sent (id, voided) VALUES (?, ?) ON CONFLICT DO UPDATE SET voided = max(voided, excluded.voided)
            """;
    private static final String SEND_ALL = """
            INSERT OR IGNORE INTO hub_to_send (seq, id) SELECT seq, iif(kind = 'refusal', 'refusal:' || id, id) FROM hub_record
            """;
    // One that was voided here since is still to be sent.
    private static final String NO_LONGER_TO_SEND = """
            DELETE FROM hub_to_send
             WHERE id = ?1 AND (SELECT voided_at IS NOT NULL FROM hub_record WHERE hub_record.seq = hub_to_send.seq) <= ?2
            """;

    private final Facts facts;

    HubLog(Facts facts) {
        this.facts = facts;
    }

    Claim claim(Db db, long line, String accessCode) throws SQLException {
        return db.one(row -> claim(row, accessCode), CLAIM, line).orElseThrow();
    }

    private static Claim claim(ResultSet row, String accessCode) throws SQLException {
        String pool = row.getString(3) + "/" + row.getString(4) + (row.getInt(5) == 0 ? "/" + accessCode : "");
        return new Claim(Bucket.of(row.getString(1), row.getString(2), row.getString(3)), pool, row.getInt(6), 1);
    }

    /** A refusal has the id of its scan, and so has a question that was undone: each is noted by itself. */
    static String noted(Entry entry) {
        return entry.kind().equals("refusal") ? "refusal:" + entry.key() : entry.key();
    }

    /** A refusal is no record. */
    boolean isRecorded(Db db, String id) throws SQLException {
        return db.number("SELECT 1 FROM hub_record WHERE id = ? AND kind <> 'refusal'", id) != 0;
    }

    void sent(Db db, List<Entry> entries) throws SQLException {
        for (Entry entry : entries) {
            sent(db, noted(entry), entry.state() != Entry.State.LIVE);
            if (entry.kind().equals(Facts.KIND)) {
                facts.sent(db, entry);
            }
        }
    }

    boolean hasNewCorrections(Db db) throws SQLException {
        return facts.hasNew(db);
    }

    void allSent(Db db) throws SQLException {
        facts.allSent(db);
    }

    /** @param id as {@link #noted} */
    void sent(Db db, String id, boolean voided) throws SQLException {
        db.run(SENT, id, voided);
        db.run(NO_LONGER_TO_SEND, id, voided);
    }

    /** @param id as {@link #noted} */
    void placed(Db db, String id, long place) throws SQLException {
        db.run("UPDATE hub_sent SET place = ? WHERE id = ?", place, id);
    }

    List<Deliveries.Told> untold(Db db, int limit) throws SQLException {
        return db.list(row -> new Deliveries.Told(row.getString(1), UUID.fromString(row.getString(2)), row.getString(3)),
                "SELECT conference, id, body FROM hub_untold CROSS JOIN delivery_outcome USING (seq) LIMIT ?", limit);
    }

    void told(Db db, List<Deliveries.Told> outcomes) throws SQLException {
        for (Deliveries.Told outcome : outcomes) {
            db.run("DELETE FROM hub_untold WHERE seq = (SELECT seq FROM delivery_outcome WHERE id = ? AND body = ?)",
                    outcome.record().toString(), outcome.body());
        }
    }

    long toSend(Db db) throws SQLException {
        return db.number("SELECT count(*) FROM hub_to_send") + facts.toSend(db).size();
    }

    List<Entry> toSend(Db db, int limit) throws SQLException {
        Map<Long, Entry> entries = new TreeMap<>(facts.toSend(db));
        entries.putAll(records(db, limit));
        return entries.values().stream().limit(limit).toList();
    }

    private static Map<Long, Entry> records(Db db, int limit) throws SQLException {
        record Row(long seq, Entry entry, Optional<String[]> line) {}
        List<Row> rows = new ArrayList<>();
        for (long seq : db.list(row -> row.getLong(1), "SELECT seq FROM hub_to_send ORDER BY seq LIMIT ?", limit)) {
            rows.addAll(db.list(row -> new Row(row.getLong(10),
                    new Entry(row.getString(3), row.getString(1), row.getString(2),
                            row.getInt(4) == 0 ? Entry.State.LIVE : Entry.State.VOIDED, row.getString(5), List.of(), 0),
                    Optional.ofNullable(row.getString(7)).map(_ -> line(row))), TO_SEND, seq));
        }
        Map<Long, Entry> entries = new TreeMap<>();
        for (Row row : rows) {
            Entry plain = row.entry();
            List<Claim> claims = row.line().isEmpty() ? List.of()
                    : List.of(claim(db, plain.conference(), row.line().get()));
            entries.put(row.seq(),
                    new Entry(plain.conference(), plain.kind(), plain.key(), plain.state(), plain.body(), claims, 0));
        }
        return entries;
    }

    private static String[] line(ResultSet row) {
        try {
            return new String[] {row.getString(7), row.getString(8), row.getString(9)};
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Claim claim(Db db, String conference, String[] line) throws SQLException {
        return db.one(row -> claim(row, line[2]), CLAIM_OF, conference, line[0], line[1]).orElseThrow();
    }

    // buckets that this station owns

    boolean holds(Db db, Bucket bucket) throws SQLException {
        return db.number("SELECT 1 FROM hub_held WHERE conference = ? AND product = ? AND number = ? AND returned = 0",
                bucket.conference(), bucket.product(), bucket.number()) != 0;
    }

    /** True where something is decided here alone; the turn with the registration server is no such thing. */
    boolean keeps(Db db) throws SQLException {
        return db.number("SELECT 1 FROM hub_held WHERE returned = 0 AND product <> 'server' LIMIT 1") != 0;
    }

    List<Grant> returned(Db db) throws SQLException {
        return db.list(HubLog::grant, "SELECT conference, product, number, grant_no FROM hub_held WHERE returned = 1");
    }

    List<Grant> held(Db db) throws SQLException {
        return db.list(HubLog::grant, "SELECT conference, product, number, grant_no FROM hub_held WHERE returned < 2");
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(new Bucket(row.getString(1), row.getString(2), row.getInt(3)), row.getLong(4), 0);
    }

    /** Decides in a bucket from now on, unless this grant was returned already: a contact may be older than the return. */
    void adopt(Db db, Grant grant) throws SQLException {
        db.run("""
                INSERT INTO hub_held (conference, product, number, grant_no) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET grant_no = excluded.grant_no, returned = 0 WHERE excluded.grant_no > grant_no
                """, grant.bucket().conference(), grant.bucket().product(), grant.bucket().number(), grant.number());
    }

    void returnAgain(Db db, Grant grant) throws SQLException {
        db.run("UPDATE hub_held SET returned = 1 WHERE " + THIS_GRANT + " AND returned = 2", grant.bucket().conference(),
                grant.bucket().product(), grant.bucket().number(), grant.number());
    }

    void giveUp(Db db, Bucket bucket) throws SQLException {
        db.run("UPDATE hub_held SET returned = 1 WHERE conference = ? AND product = ? AND number = ? AND returned = 0",
                bucket.conference(), bucket.product(), bucket.number());
    }

    void giveUpAll(Db db) throws SQLException {
        db.run("UPDATE hub_held SET returned = 1 WHERE returned = 0");
    }

    /** Notes that the hub has a bucket again; the grant's number stays, so that it is never adopted a second time. */
    void handedBack(Db db, Grant grant) throws SQLException {
        db.run("UPDATE hub_held SET returned = 2 WHERE " + THIS_GRANT, grant.bucket().conference(),
                grant.bucket().product(), grant.bucket().number(), grant.number());
    }

    void startAnew(Db db) throws SQLException {
        db.run("DELETE FROM hub_sent");
        db.run(SEND_ALL);
        db.run("DELETE FROM hub_held");
        facts.startAnew(db);
        SharedSettings.startAnew(db);
        db.run("INSERT OR IGNORE INTO hub_untold (seq) SELECT seq FROM delivery_outcome WHERE state <> 'pending'");
        put(db, "heard", "0");
        put(db, "place", "0");
    }

    /**
     * Notes the instance that works with this file. Another than before, in a copied folder or a restored database, owns
     * nothing, and leaves the doubts to the one that asked.
     *
     * @return whether it is another
     */
    boolean workAs(Db db, UUID instance) throws SQLException {
        Optional<String> before = get(db, INSTANCE);
        boolean copy = before.isPresent() && !isOf(db, instance);
        if (copy) {
            LOG.warn("this data folder is a copy: it joins the hub as another station, which owns nothing");
            startAnew(db);
            Questions.forget(db);
        } else if (before.isEmpty()) {   // until now nothing was noted
            db.run(SEND_ALL);
            SharedSettings.begin(db);
        }
        put(db, INSTANCE, instance.toString());
        return copy;
    }

    boolean isOf(Db db, UUID instance) throws SQLException {
        return get(db, INSTANCE).equals(Optional.of(instance.toString()));
    }

    Optional<String> get(Db db, String key) throws SQLException {
        return db.one(row -> row.getString(1), "SELECT value FROM hub_state WHERE key = ?", key);
    }

    /** Everything of the venue's order is here up to there. */
    long place(Db db) throws SQLException {
        return get(db, "place").map(Long::valueOf).orElse(0L);
    }

    void put(Db db, String key, String value) throws SQLException {
        db.run("INSERT INTO hub_state (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key,
                value);
    }
}
