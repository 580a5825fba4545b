-- Records of other stations are made a page at a time: each by itself takes four times as long.

DROP TRIGGER hub_check_in_made;
DROP TRIGGER hub_door_check_made;
DROP TRIGGER hub_check_out_made;
DROP TRIGGER hub_redemption_made;
DROP TRIGGER hub_refusal_made;
DROP TRIGGER hub_other_made;

CREATE TABLE hub_arrived (                             -- the page that is being made; empty between transactions
  n               INTEGER PRIMARY KEY,                 -- from 0, without a gap
  place           INTEGER,                             -- in the venue's order; null where that was noted before
  kind            TEXT NOT NULL,
  id              TEXT NOT NULL,
  conference      TEXT NOT NULL,
  code            TEXT,
  product         TEXT,
  order_reference TEXT,
  line            TEXT,
  at              INTEGER NOT NULL,
  by_name         TEXT,
  station         TEXT,
  note            TEXT,
  extra           TEXT,
  overridden      INTEGER NOT NULL,
  mode            TEXT,
  verdict         TEXT,
  payload         TEXT,
  noted           TEXT AS (iif(kind = 'refusal', 'refusal:' || id, id)) VIRTUAL
) STRICT;

-- With what this file knows of it.
CREATE VIEW hub_arriving (n, place, kind, id, conference_id, attendee_id, ticket_type_id, addon_id, line_id, at, staff_id,
                          station_id, note, extra, overridden, mode, verdict, payload, code, product) AS
  SELECT n, place, kind, arrived.id, conference.id, attendee.id,
         (SELECT ticket_type.id FROM ticket_type WHERE ticket_type.conference_id = conference.id
             AND arrived.product GLOB 'ticket:*' AND ticket_type.slug = substr(arrived.product, 8)),
         (SELECT addon.id FROM addon WHERE addon.conference_id = conference.id
             AND arrived.product GLOB 'addon:*' AND addon.slug = substr(arrived.product, 7)),
         (SELECT line_id FROM hub_bought WHERE hub_bought.conference = arrived.conference
             AND hub_bought.order_reference = arrived.order_reference AND hub_bought.line = arrived.line),
         at, staff.id, station.id, arrived.note, extra, overridden, mode, verdict, payload, code, product
    FROM hub_arrived arrived LEFT JOIN conference ON conference.slug = arrived.conference
    LEFT JOIN attendee ON attendee.conference_id = conference.id AND attendee.access_code = arrived.code
    LEFT JOIN station ON station.name = arrived.station
    LEFT JOIN staff_member staff ON staff.name = arrived.by_name;

CREATE VIEW hub_not_here (n, kind) AS                  -- no such person or item, or of a later version
  SELECT n, kind FROM hub_arriving
   WHERE NOT CASE kind WHEN 'check_in' THEN attendee_id IS NOT NULL
                       WHEN 'door_check' THEN attendee_id IS NOT NULL AND ifnull(ticket_type_id, addon_id) IS NOT NULL
                       WHEN 'check_out' THEN attendee_id IS NOT NULL
                         AND (product IS NULL OR ifnull(ticket_type_id, addon_id) IS NOT NULL)
                       WHEN 'redemption' THEN attendee_id IS NOT NULL AND line_id IS NOT NULL
                       WHEN 'refusal' THEN conference_id IS NOT NULL AND (code IS NULL OR attendee_id IS NOT NULL)
                       ELSE 0 END;

CREATE VIEW hub_made (first) AS SELECT 0 WHERE 0;

-- Makes the whole page or nothing of it, from the journal's place "first" on; that the hub has these is noted before.
CREATE TRIGGER hub_page_made INSTEAD OF INSERT ON hub_made
BEGIN
  SELECT RAISE(ABORT, 'not here')                      -- a check-in's or a redemption's own columns refuse
   WHERE EXISTS (SELECT 1 FROM hub_not_here WHERE kind NOT IN ('check_in', 'redemption'));
  INSERT INTO hub_sent (id, voided, place) SELECT noted, 0, place FROM hub_arrived WHERE place IS NOT NULL
    ON CONFLICT DO NOTHING;
  INSERT INTO station (name) SELECT DISTINCT station FROM hub_arrived
    WHERE station IS NOT NULL AND station NOT IN (SELECT name FROM station);
  INSERT INTO staff_member (name) SELECT DISTINCT by_name FROM hub_arrived
    WHERE by_name IS NOT NULL AND by_name NOT IN (SELECT name FROM staff_member);
  INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, checked_in_by, station_id, note,
                        acknowledged_note, overridden)
    SELECT NEW.first + n, id, conference_id, attendee_id, at, staff_id, station_id, note, extra, overridden
      FROM hub_arriving WHERE kind = 'check_in';
  INSERT INTO door_check (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_at, checked_by, station_id,
                          note, overridden)
    SELECT NEW.first + n, id, conference_id, attendee_id, ticket_type_id, addon_id, at, staff_id, station_id, note, overridden
      FROM hub_arriving WHERE kind = 'door_check';
  INSERT INTO check_out (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_out_at, checked_out_by,
                         station_id, note)
    SELECT NEW.first + n, id, conference_id, attendee_id, ticket_type_id, addon_id, at, staff_id, station_id, note
      FROM hub_arriving WHERE kind = 'check_out';
  INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at, redeemed_by,
                                  station_id, note, overridden)
    SELECT NEW.first + n, id, conference_id, attendee_id, line_id, at, staff_id, station_id, note, overridden
      FROM hub_arriving WHERE kind = 'redemption';
  INSERT INTO refusal (seq, id, conference_id, attendee_id, refused_at, refused_by, station_id, note, mode, verdict, payload)
    SELECT NEW.first + n, id, conference_id, attendee_id, at, staff_id, station_id, note, mode, verdict, payload
      FROM hub_arriving WHERE kind = 'refusal';
  DELETE FROM hub_arrived;
END;

-- A refusal has the id of its scan, and so has the question that became a doubt: each is noted by itself.
DROP TRIGGER hub_to_send_refusal;
CREATE TRIGGER hub_to_send_refusal AFTER INSERT ON refusal
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
  AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = 'refusal:' || NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, 'refusal:' || NEW.id);
END;
INSERT OR IGNORE INTO hub_sent (id, voided, place)
SELECT 'refusal:' || refusal.id, 0, place FROM refusal JOIN hub_sent ON hub_sent.id = refusal.id
 WHERE NOT EXISTS (SELECT 1 FROM hub_to_send WHERE hub_to_send.seq = refusal.seq);
DELETE FROM hub_sent WHERE id IN (SELECT id FROM refusal);
UPDATE hub_to_send SET id = 'refusal:' || id WHERE seq IN (SELECT seq FROM refusal);
INSERT OR IGNORE INTO hub_to_send (seq, id)            -- sent again: the hub keeps one of each
SELECT seq, id FROM (SELECT seq, id FROM check_in UNION ALL SELECT seq, id FROM door_check
                     UNION ALL SELECT seq, id FROM check_out UNION ALL SELECT seq, id FROM product_redemption)
 WHERE id IN (SELECT id FROM refusal) AND EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance');
