-- Behind a hub one station at a time works with the registration server, and the hub knows what became of each record.

ALTER TABLE delivery ADD COLUMN reopened INTEGER NOT NULL DEFAULT 0;   -- a person or a roster lets it be sent again

CREATE TABLE hub_untold (                              -- what became of these deliveries is not at the hub yet
  seq INTEGER PRIMARY KEY                              -- of the record
) STRICT;

-- What became of a delivery, as it travels. Writing to this view takes it over from another station.
CREATE VIEW delivery_outcome (seq, conference, id, state, body) AS
  SELECT known.seq, lower(conference.slug), known.id, state,
         json_object('state', state, 'line_there', line_there, 'redeemed_before', redeemed_before,
                     'redeemed_after', redeemed_after, 'id_there', id_there, 'at_there', at_there,
                     'first_there', first_there, 'reason', reason, 'refused_for', refused_for,
                     'stands_for', (SELECT id FROM product_redemption unit WHERE unit.seq = known.stands_for),
                     'elsewhere_before', elsewhere_before, 'elsewhere_after', elsewhere_after)
    FROM (SELECT check_in.id, delivery.* FROM check_in JOIN delivery USING (seq)
          UNION ALL
          SELECT product_redemption.id, delivery.* FROM product_redemption JOIN delivery USING (seq)) known
    JOIN conference ON conference.id = known.conference_id;

CREATE TRIGGER hub_delivery_ended AFTER UPDATE OF state ON delivery
WHEN NEW.state IN ('confirmed', 'refused', 'undecided', 'undeliverable')
BEGIN
  INSERT OR IGNORE INTO hub_untold (seq) VALUES (NEW.seq);
END;

CREATE TRIGGER delivery_outcome_heard INSTEAD OF UPDATE OF body ON delivery_outcome
BEGIN
  UPDATE delivery
     SET state = NEW.body ->> 'state', sent_at = NULL, asked_at = NULL, line_there = NEW.body ->> 'line_there',
         redeemed_before = NEW.body ->> 'redeemed_before', redeemed_after = NEW.body ->> 'redeemed_after',
         id_there = NEW.body ->> 'id_there', at_there = NEW.body ->> 'at_there',
         first_there = NEW.body ->> 'first_there', reason = NEW.body ->> 'reason',
         refused_for = NEW.body ->> 'refused_for',
         stands_for = (SELECT seq FROM product_redemption unit WHERE unit.id = NEW.body ->> 'stands_for'),
         elsewhere_before = NEW.body ->> 'elsewhere_before', elsewhere_after = NEW.body ->> 'elsewhere_after'
   WHERE seq = OLD.seq;
  DELETE FROM hub_untold WHERE seq = OLD.seq;          -- it came from there
END;

INSERT INTO hub_untold (seq)
SELECT seq FROM delivery WHERE state IN ('confirmed', 'refused', 'undecided', 'undeliverable');

-- A record of another station waits for the server here too, until the hub says what became of it.
DROP TRIGGER hub_record_made;
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
END;

-- R38: units of ours among those that the server counts, in the pool where they count now, voided ones included. What waits
-- at a station that another one works with the server for may have arrived already.
DROP VIEW delivered_units;
CREATE VIEW delivered_units (attendee_id, order_line_item_id, units, unsettled) AS
  SELECT place.attendee_id, place.order_line_item_id, sum(state = 'confirmed' AND stands_for IS NULL),
         sum(state IN ('sent', 'in_doubt', 'undecided') OR state = 'pending'
             AND EXISTS (SELECT 1 FROM hub_state WHERE key = 'server' AND value = 'others'))
    FROM delivery JOIN unit_place place ON place.seq = delivery.seq
   WHERE delivery.order_line_item_id IS NOT NULL GROUP BY place.attendee_id, place.order_line_item_id;

-- Records that the hub may not have in the form that they have here; looking for them would take longer with every record.
CREATE TABLE hub_to_send (
  seq INTEGER PRIMARY KEY,
  id  TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO hub_to_send (seq, id)
SELECT record.seq, record.id FROM hub_record record LEFT JOIN hub_sent ON hub_sent.id = record.id
 WHERE hub_sent.id IS NULL OR hub_sent.voided < (record.voided_at IS NOT NULL);
CREATE TRIGGER hub_to_send_check_in AFTER INSERT ON check_in
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
CREATE TRIGGER hub_to_send_check_in_voided AFTER UPDATE OF voided_at ON check_in
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
CREATE TRIGGER hub_to_send_door_check AFTER INSERT ON door_check
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
CREATE TRIGGER hub_to_send_door_check_voided AFTER UPDATE OF voided_at ON door_check
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
CREATE TRIGGER hub_to_send_check_out AFTER INSERT ON check_out
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
CREATE TRIGGER hub_to_send_check_out_voided AFTER UPDATE OF voided_at ON check_out
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
CREATE TRIGGER hub_to_send_product_redemption AFTER INSERT ON product_redemption
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
CREATE TRIGGER hub_to_send_product_redemption_voided AFTER UPDATE OF voided_at ON product_redemption
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
-- What the hub has, or has sent itself, is not sent; a record that is voided here afterwards is.
CREATE TRIGGER hub_sent_noted AFTER INSERT ON hub_sent
BEGIN
  DELETE FROM hub_to_send
   WHERE id = NEW.id AND (SELECT voided_at IS NOT NULL FROM hub_record WHERE id = NEW.id) <= NEW.voided;
END;
CREATE TRIGGER hub_sent_voided AFTER UPDATE ON hub_sent
BEGIN
  DELETE FROM hub_to_send
   WHERE id = NEW.id AND (SELECT voided_at IS NOT NULL FROM hub_record WHERE id = NEW.id) <= NEW.voided;
END;
