-- The venue's hub: what was asked, what the hub has, which buckets this station owns.

CREATE TABLE hub_asked (                               -- asked and without an answer that was recorded: a doubt, settled first
  id       TEXT PRIMARY KEY,                           -- the record's
  entry    TEXT NOT NULL,                              -- as it was sent: conference, kind, claims; JSON
  asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_sent (                                -- records that the hub has, whichever station made them
  id     TEXT PRIMARY KEY,
  voided INTEGER NOT NULL CHECK (voided IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_held (                                -- buckets that this station owns or has owned
  conference TEXT NOT NULL,
  product    TEXT NOT NULL,
  number     INTEGER NOT NULL,
  grant_no   INTEGER NOT NULL,
  returned   INTEGER NOT NULL DEFAULT 0 CHECK (returned IN (0, 1, 2)),  -- 1: nothing is decided here; 2: the hub has it
  PRIMARY KEY (conference, product, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_state (                               -- incarnation, place, name, contact
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A bought item as every station knows it: by conference, order and its place there, never by a local number.
CREATE VIEW hub_line (line_id, conference, per_line, order_reference, addon, quantity, line) AS
  SELECT line.id, lower(conference.slug), conference.redeem_per = 'line', orders.reference, addon.slug, line.quantity,
         ifnull('#' || line.upstream_id, addon.slug || ':' ||
           (SELECT count(*) FROM order_line_item other WHERE other.order_id = line.order_id
               AND other.addon_id = line.addon_id AND other.position <= line.position))
    FROM order_line_item line JOIN orders ON orders.id = line.order_id
    JOIN conference ON conference.id = orders.conference_id JOIN addon ON addon.id = line.addon_id;

-- A record as it travels. Writing to this view makes or voids the record of another station.
CREATE VIEW hub_record (kind, seq, id, conference, code, product, order_reference, line, at, by_name, station, note, extra,
                        overridden, voided_at, voided_by, void_reason) AS
  SELECT record.kind, record.seq, record.id, lower(conference.slug), attendee.access_code, record.product,
         record.order_reference, record.line, record.at, staff.name, station.name, record.note, record.extra,
         record.overridden, record.voided_at, voider.name, record.void_reason
    FROM (SELECT 'check_in' AS kind, seq, id, attendee_id, NULL AS product, NULL AS order_reference, NULL AS line,
                 checked_in_at AS at, checked_in_by AS staff, station_id, note, acknowledged_note AS extra, overridden,
                 voided_at, voided_by, void_reason FROM check_in
          UNION ALL
          SELECT 'door_check', seq, id, attendee_id,
                 ifnull((SELECT 'ticket:' || slug FROM ticket_type WHERE ticket_type.id = ticket_type_id),
                        (SELECT 'addon:' || slug FROM addon WHERE addon.id = addon_id)), NULL, NULL,
                 checked_at, checked_by, station_id, note, NULL, overridden, voided_at, voided_by, void_reason
            FROM door_check
          UNION ALL
          SELECT 'check_out', seq, id, attendee_id,
                 ifnull((SELECT 'ticket:' || slug FROM ticket_type WHERE ticket_type.id = ticket_type_id),
                        (SELECT 'addon:' || slug FROM addon WHERE addon.id = addon_id)), NULL, NULL,
                 checked_out_at, checked_out_by, station_id, note, NULL, 0, voided_at, voided_by, void_reason
            FROM check_out
          UNION ALL
          SELECT 'redemption', seq, id, attendee_id, NULL, hub_line.order_reference, hub_line.line,
                 redeemed_at, redeemed_by, station_id, note, NULL, overridden, voided_at, voided_by, void_reason
            FROM product_redemption JOIN hub_line ON hub_line.line_id = order_line_item_id) record
    JOIN attendee ON attendee.id = record.attendee_id
    JOIN conference ON conference.id = attendee.conference_id
    JOIN station ON station.id = record.station_id
    LEFT JOIN staff_member staff ON staff.id = record.staff
    LEFT JOIN staff_member voider ON voider.id = record.voided_by;

CREATE TRIGGER hub_record_made INSTEAD OF INSERT ON hub_record
BEGIN
  INSERT INTO station (name) SELECT NEW.station WHERE NOT EXISTS (SELECT 1 FROM station WHERE name = NEW.station);
  INSERT INTO staff_member (name) SELECT NEW.by_name
   WHERE NEW.by_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staff_member WHERE name = NEW.by_name);
  INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, checked_in_by, station_id, note,
                        acknowledged_note, overridden)
    SELECT NEW.seq, NEW.id, attendee.conference_id, attendee.id, NEW.at,
           (SELECT id FROM staff_member WHERE name = NEW.by_name), (SELECT id FROM station WHERE name = NEW.station),
           NEW.note, NEW.extra, NEW.overridden
      FROM attendee JOIN conference ON conference.id = attendee.conference_id AND lower(conference.slug) = NEW.conference
     WHERE NEW.kind = 'check_in' AND attendee.access_code = NEW.code;
  INSERT INTO door_check (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_at, checked_by, station_id,
                          note, overridden)
    SELECT NEW.seq, NEW.id, attendee.conference_id, attendee.id,
           (SELECT id FROM ticket_type WHERE conference_id = attendee.conference_id AND 'ticket:' || slug = NEW.product),
           (SELECT id FROM addon WHERE conference_id = attendee.conference_id AND 'addon:' || slug = NEW.product),
           NEW.at, (SELECT id FROM staff_member WHERE name = NEW.by_name),
           (SELECT id FROM station WHERE name = NEW.station), NEW.note, NEW.overridden
      FROM attendee JOIN conference ON conference.id = attendee.conference_id AND lower(conference.slug) = NEW.conference
     WHERE NEW.kind = 'door_check' AND attendee.access_code = NEW.code;
  INSERT INTO check_out (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_out_at, checked_out_by,
                         station_id, note)
    SELECT NEW.seq, NEW.id, attendee.conference_id, attendee.id,
           (SELECT id FROM ticket_type WHERE conference_id = attendee.conference_id AND 'ticket:' || slug = NEW.product),
           (SELECT id FROM addon WHERE conference_id = attendee.conference_id AND 'addon:' || slug = NEW.product),
           NEW.at, (SELECT id FROM staff_member WHERE name = NEW.by_name),
           (SELECT id FROM station WHERE name = NEW.station), NEW.note
      FROM attendee JOIN conference ON conference.id = attendee.conference_id AND lower(conference.slug) = NEW.conference
     WHERE NEW.kind = 'check_out' AND attendee.access_code = NEW.code;
  INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at, redeemed_by,
                                  station_id, note, overridden)
    SELECT NEW.seq, NEW.id, attendee.conference_id, attendee.id, hub_line.line_id, NEW.at,
           (SELECT id FROM staff_member WHERE name = NEW.by_name), (SELECT id FROM station WHERE name = NEW.station),
           NEW.note, NEW.overridden
      FROM attendee JOIN conference ON conference.id = attendee.conference_id AND lower(conference.slug) = NEW.conference
      JOIN hub_line ON hub_line.conference = NEW.conference AND hub_line.order_reference = NEW.order_reference
                   AND hub_line.line = NEW.line
     WHERE NEW.kind = 'redemption' AND attendee.access_code = NEW.code;
  SELECT RAISE(ABORT, 'no such person or item here')
   WHERE NOT EXISTS (SELECT 1 FROM check_in WHERE seq = NEW.seq) AND NOT EXISTS (SELECT 1 FROM door_check WHERE seq = NEW.seq)
     AND NOT EXISTS (SELECT 1 FROM check_out WHERE seq = NEW.seq)
     AND NOT EXISTS (SELECT 1 FROM product_redemption WHERE seq = NEW.seq);
  -- the station that made it tells the registration server
  INSERT INTO delivery (seq, conference_id, attendee_id, order_line_item_id, state)
    SELECT seq, conference_id, attendee_id, order_line_item_id, 'confirmed' FROM deliverable WHERE seq = NEW.seq;
END;

CREATE TRIGGER hub_record_voided INSTEAD OF UPDATE OF voided_at ON hub_record
BEGIN
  UPDATE check_in SET voided_at = NEW.voided_at, void_reason = NEW.void_reason,
         voided_by = (SELECT id FROM staff_member WHERE name = NEW.voided_by) WHERE id = OLD.id AND voided_at IS NULL;
  UPDATE door_check SET voided_at = NEW.voided_at, void_reason = NEW.void_reason,
         voided_by = (SELECT id FROM staff_member WHERE name = NEW.voided_by) WHERE id = OLD.id AND voided_at IS NULL;
  UPDATE check_out SET voided_at = NEW.voided_at, void_reason = NEW.void_reason,
         voided_by = (SELECT id FROM staff_member WHERE name = NEW.voided_by) WHERE id = OLD.id AND voided_at IS NULL;
  UPDATE product_redemption SET voided_at = NEW.voided_at, void_reason = NEW.void_reason,
         voided_by = (SELECT id FROM staff_member WHERE name = NEW.voided_by) WHERE id = OLD.id AND voided_at IS NULL;
END;
