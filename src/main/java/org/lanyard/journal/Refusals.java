package org.lanyard.journal;

import java.sql.SQLException;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** Keeps the scans that were refused, so that an organizer can see what went wrong at which door. */
public final class Refusals {

    private static final String RECORD = """
            INSERT INTO refusal (seq, id, conference_id, attendee_id, refused_at, refused_by, station_id, note, mode,
                                 verdict, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Within the transaction that decided; a scan that is kept already is kept once (R27). */
    public void add(Db db, Post post, Scan scan, Verdict verdict) throws SQLException {
        db.insertOnce(RECORD, db.place(), scan.id(), post.conference().id(), verdict.about().map(Attendee::id),
                scan.at(), post.staffId(), post.stationId(), scan.note(), post.mode().word(), verdict.word(),
                kept(scan.text()));
    }

    // A code that lets a station join a hub is a secret.
    private static String kept(String payload) {
        return JoinCode.read(payload).isPresent() ? "HUB" : Reading.cut(payload);
    }
}
