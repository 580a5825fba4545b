-- Refusals travel to the other stations too, and records of others are made with less work: a station that was away has many.

DROP TRIGGER hub_sent_noted;                           -- the package says so itself now
DROP TRIGGER hub_sent_voided;
DROP VIEW hub_record;

-- An item by its order: found by its index, while a search of hub_line by its order reads every item.
CREATE VIEW hub_bought (conference, order_reference, line, line_id, addon, per_line, quantity) AS
  SELECT lower(conference.slug), orders.reference, hub_line.line, hub_line.line_id, hub_line.addon, hub_line.per_line,
         hub_line.quantity
    FROM conference CROSS JOIN orders ON orders.conference_id = conference.id
    CROSS JOIN order_line_item bought ON bought.order_id = orders.id CROSS JOIN hub_line ON hub_line.line_id = bought.id;

-- A record as it travels. Writing to this view makes or voids the record of another station.
CREATE VIEW hub_record (kind, seq, id, conference, code, product, order_reference, line, at, by_name, station, note, extra,
                        overridden, voided_at, voided_by, void_reason, mode, verdict, payload) AS
  SELECT record.kind, record.seq, record.id, lower(conference.slug), attendee.access_code, record.product,
         record.order_reference, record.line, record.at, staff.name, station.name, record.note, record.extra,
         record.overridden, record.voided_at, voider.name, record.void_reason, record.mode, record.verdict, record.payload
    FROM (SELECT 'check_in' AS kind, seq, id, conference_id, attendee_id, NULL AS product, NULL AS order_reference,
                 NULL AS line, checked_in_at AS at, checked_in_by AS staff, station_id, note, acknowledged_note AS extra,
                 overridden, voided_at, voided_by, void_reason, NULL AS mode, NULL AS verdict, NULL AS payload FROM check_in
          UNION ALL
          SELECT 'door_check', seq, id, conference_id, attendee_id,
                 ifnull((SELECT 'ticket:' || slug FROM ticket_type WHERE ticket_type.id = ticket_type_id),
                        (SELECT 'addon:' || slug FROM addon WHERE addon.id = addon_id)), NULL, NULL,
                 checked_at, checked_by, station_id, note, NULL, overridden, voided_at, voided_by, void_reason,
                 NULL, NULL, NULL FROM door_check
          UNION ALL
          SELECT 'check_out', seq, id, conference_id, attendee_id,
                 ifnull((SELECT 'ticket:' || slug FROM ticket_type WHERE ticket_type.id = ticket_type_id),
                        (SELECT 'addon:' || slug FROM addon WHERE addon.id = addon_id)), NULL, NULL,
                 checked_out_at, checked_out_by, station_id, note, NULL, 0, voided_at, voided_by, void_reason,
                 NULL, NULL, NULL FROM check_out
          UNION ALL
          SELECT 'redemption', seq, id, conference_id, attendee_id, NULL, hub_line.order_reference, hub_line.line,
                 redeemed_at, redeemed_by, station_id, note, NULL, overridden, voided_at, voided_by, void_reason,
                 NULL, NULL, NULL FROM product_redemption JOIN hub_line ON hub_line.line_id = order_line_item_id
          UNION ALL
          SELECT 'refusal', seq, id, conference_id, attendee_id, NULL, NULL, NULL, refused_at, refused_by, station_id, note,
                 NULL, 0, NULL, NULL, NULL, mode, verdict, payload FROM refusal) record
    JOIN conference ON conference.id = record.conference_id
    JOIN station ON station.id = record.station_id
    LEFT JOIN attendee ON attendee.id = record.attendee_id
    LEFT JOIN staff_member staff ON staff.id = record.staff
    LEFT JOIN staff_member voider ON voider.id = record.voided_by;

CREATE TRIGGER hub_check_in_made INSTEAD OF INSERT ON hub_record WHEN NEW.kind = 'check_in'
BEGIN
  INSERT INTO station (name) SELECT NEW.station WHERE NOT EXISTS (SELECT 1 FROM station WHERE name = NEW.station);
  INSERT INTO staff_member (name) SELECT NEW.by_name
   WHERE NEW.by_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staff_member WHERE name = NEW.by_name);
  INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, checked_in_by, station_id, note,
                        acknowledged_note, overridden)
    SELECT NEW.seq, NEW.id, attendee.conference_id, attendee.id, NEW.at,
           (SELECT id FROM staff_member WHERE name = NEW.by_name), (SELECT id FROM station WHERE name = NEW.station),
           NEW.note, NEW.extra, NEW.overridden
      FROM conference CROSS JOIN attendee ON attendee.conference_id = conference.id AND attendee.access_code = NEW.code
     WHERE lower(conference.slug) = NEW.conference;
  SELECT RAISE(ABORT, 'no such person or item here') WHERE NOT EXISTS (SELECT 1 FROM check_in WHERE seq = NEW.seq);
END;

CREATE TRIGGER hub_door_check_made INSTEAD OF INSERT ON hub_record WHEN NEW.kind = 'door_check'
BEGIN
  INSERT INTO station (name) SELECT NEW.station WHERE NOT EXISTS (SELECT 1 FROM station WHERE name = NEW.station);
  INSERT INTO staff_member (name) SELECT NEW.by_name
   WHERE NEW.by_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staff_member WHERE name = NEW.by_name);
  INSERT INTO door_check (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_at, checked_by, station_id,
                          note, overridden)
    SELECT NEW.seq, NEW.id, attendee.conference_id, attendee.id,
           (SELECT id FROM ticket_type WHERE conference_id = attendee.conference_id AND 'ticket:' || slug = NEW.product),
           (SELECT id FROM addon WHERE conference_id = attendee.conference_id AND 'addon:' || slug = NEW.product),
           NEW.at, (SELECT id FROM staff_member WHERE name = NEW.by_name),
           (SELECT id FROM station WHERE name = NEW.station), NEW.note, NEW.overridden
      FROM conference CROSS JOIN attendee ON attendee.conference_id = conference.id AND attendee.access_code = NEW.code
     WHERE lower(conference.slug) = NEW.conference;
  SELECT RAISE(ABORT, 'no such person or item here') WHERE NOT EXISTS (SELECT 1 FROM door_check WHERE seq = NEW.seq);
END;

CREATE TRIGGER hub_check_out_made INSTEAD OF INSERT ON hub_record WHEN NEW.kind = 'check_out'
BEGIN
  INSERT INTO station (name) SELECT NEW.station WHERE NOT EXISTS (SELECT 1 FROM station WHERE name = NEW.station);
  INSERT INTO staff_member (name) SELECT NEW.by_name
   WHERE NEW.by_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staff_member WHERE name = NEW.by_name);
  INSERT INTO check_out (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_out_at, checked_out_by,
                         station_id, note)
    SELECT NEW.seq, NEW.id, attendee.conference_id, attendee.id,
           (SELECT id FROM ticket_type WHERE conference_id = attendee.conference_id AND 'ticket:' || slug = NEW.product),
           (SELECT id FROM addon WHERE conference_id = attendee.conference_id AND 'addon:' || slug = NEW.product),
           NEW.at, (SELECT id FROM staff_member WHERE name = NEW.by_name),
           (SELECT id FROM station WHERE name = NEW.station), NEW.note
      FROM conference CROSS JOIN attendee ON attendee.conference_id = conference.id AND attendee.access_code = NEW.code
     WHERE lower(conference.slug) = NEW.conference;
  SELECT RAISE(ABORT, 'no such person or item here') WHERE NOT EXISTS (SELECT 1 FROM check_out WHERE seq = NEW.seq);
END;

CREATE TRIGGER hub_redemption_made INSTEAD OF INSERT ON hub_record WHEN NEW.kind = 'redemption'
BEGIN
  INSERT INTO station (name) SELECT NEW.station WHERE NOT EXISTS (SELECT 1 FROM station WHERE name = NEW.station);
  INSERT INTO staff_member (name) SELECT NEW.by_name
   WHERE NEW.by_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staff_member WHERE name = NEW.by_name);
  INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at, redeemed_by,
                                  station_id, note, overridden)
    SELECT NEW.seq, NEW.id, attendee.conference_id, attendee.id, hub_bought.line_id, NEW.at,
           (SELECT id FROM staff_member WHERE name = NEW.by_name), (SELECT id FROM station WHERE name = NEW.station),
           NEW.note, NEW.overridden
      FROM conference CROSS JOIN attendee ON attendee.conference_id = conference.id AND attendee.access_code = NEW.code
      CROSS JOIN hub_bought ON hub_bought.conference = NEW.conference AND hub_bought.order_reference = NEW.order_reference
                           AND hub_bought.line = NEW.line
     WHERE lower(conference.slug) = NEW.conference;
  SELECT RAISE(ABORT, 'no such person or item here')
   WHERE NOT EXISTS (SELECT 1 FROM product_redemption WHERE seq = NEW.seq);
END;

CREATE TRIGGER hub_refusal_made INSTEAD OF INSERT ON hub_record WHEN NEW.kind = 'refusal'
BEGIN
  INSERT INTO station (name) SELECT NEW.station WHERE NOT EXISTS (SELECT 1 FROM station WHERE name = NEW.station);
  INSERT INTO staff_member (name) SELECT NEW.by_name
   WHERE NEW.by_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM staff_member WHERE name = NEW.by_name);
  INSERT INTO refusal (seq, id, conference_id, attendee_id, refused_at, refused_by, station_id, note, mode, verdict, payload)
    SELECT NEW.seq, NEW.id, conference.id, attendee.id, NEW.at, (SELECT id FROM staff_member WHERE name = NEW.by_name),
           (SELECT id FROM station WHERE name = NEW.station), NEW.note, NEW.mode, NEW.verdict, NEW.payload
      FROM conference LEFT JOIN attendee ON attendee.conference_id = conference.id AND attendee.access_code = NEW.code
     WHERE lower(conference.slug) = NEW.conference AND (NEW.code IS NULL OR attendee.id IS NOT NULL);
  SELECT RAISE(ABORT, 'no such person or item here') WHERE NOT EXISTS (SELECT 1 FROM refusal WHERE seq = NEW.seq);
END;

CREATE TRIGGER hub_other_made INSTEAD OF INSERT ON hub_record
WHEN NEW.kind NOT IN ('check_in', 'door_check', 'check_out', 'redemption', 'refusal')
BEGIN
  SELECT RAISE(ABORT, 'no such person or item here');  -- a later version may know what it is
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

-- What the hub has is noted before the record is made here, and need not be sent.
DROP TRIGGER hub_to_send_check_in;
CREATE TRIGGER hub_to_send_check_in AFTER INSERT ON check_in
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_door_check;
CREATE TRIGGER hub_to_send_door_check AFTER INSERT ON door_check
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_check_out;
CREATE TRIGGER hub_to_send_check_out AFTER INSERT ON check_out
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_product_redemption;
CREATE TRIGGER hub_to_send_product_redemption AFTER INSERT ON product_redemption
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
CREATE TRIGGER hub_to_send_refusal AFTER INSERT ON refusal
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
INSERT OR IGNORE INTO hub_to_send (seq, id)
SELECT seq, id FROM refusal WHERE EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance');
