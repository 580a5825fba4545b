-- What is stored about a delivery is a key with its arguments, parted by U+001F, worded when it is shown.

ALTER TABLE delivery ADD COLUMN first_there INTEGER;       -- the person's first check-in, as the server told it with ours
ALTER TABLE delivery ADD COLUMN asked_at INTEGER;          -- when the server was last asked about a lost answer
ALTER TABLE delivery ADD COLUMN refused_for TEXT CHECK (refused_for IN
                     ('order', 'used_up', 'person', 'item', 'unaskable', 'other'));
ALTER TABLE delivery ADD COLUMN stands_for INTEGER REFERENCES delivery;   -- a voided unit that the server counts
ALTER TABLE delivery ADD COLUMN elsewhere_before INTEGER;  -- units of other desks when it was sent again after a lost answer
ALTER TABLE delivery ADD COLUMN elsewhere_after INTEGER;   -- more of them, as the server counted later
ALTER TABLE delivery ADD COLUMN noted_at INTEGER;          -- when a person saw that it was handed out or counted twice
CREATE UNIQUE INDEX delivery_stands_for ON delivery (stands_for) WHERE stands_for IS NOT NULL;
CREATE INDEX delivery_refused ON delivery (conference_id, refused_for) WHERE refused_for IS NOT NULL;

UPDATE delivery SET refused_for = CASE WHEN reason LIKE '%(order: %)' THEN 'order'
                                       WHEN reason LIKE '%fully redeemed%' THEN 'used_up'
                                       WHEN reason LIKE 'Attendee not found%' THEN 'person'
                                       WHEN reason LIKE 'Line item not found%' THEN 'item' ELSE 'other' END,
                    reason = 'server.says' || char(31) || reason
 WHERE state = 'refused' AND reason IS NOT NULL;
UPDATE delivery SET refused_for = 'item', reason = 'delivery.no-item'
 WHERE reason = 'The server has no line that this item could be.';
UPDATE delivery SET reason = 'delivery.interrupted' WHERE reason = 'The station ended before the answer came.';
UPDATE delivery SET reason = 'delivery.item-gone' WHERE reason = 'The server no longer has this item.';
UPDATE delivery SET reason = 'delivery.counted' || char(31) || redeemed_before || char(31) || redeemed_after
 WHERE reason LIKE 'The server counted %' AND redeemed_before IS NOT NULL AND redeemed_after IS NOT NULL;
UPDATE delivery SET reason = 'server.late' WHERE reason = 'The server did not answer in time.';
UPDATE delivery SET reason = 'server.cut' WHERE reason = 'The connection to the server broke off.';
UPDATE delivery SET reason = 'server.away' WHERE reason = 'The server cannot be reached from this machine.';
UPDATE delivery SET reason = 'server.portal' WHERE reason LIKE 'Something answers that is not the registration server%';
UPDATE delivery SET reason = 'server.patience' WHERE reason = 'The server asks for patience.';
UPDATE delivery SET reason = 'server.fault' || char(31) || substr(reason, 36, 3)
 WHERE reason LIKE 'The server has a fault of its own (___).';

-- Units of ours among those that the server counts, voided ones included; unsettled while that is not known.
DROP VIEW delivered_units;
CREATE VIEW delivered_units (attendee_id, order_line_item_id, units, unsettled) AS
  SELECT attendee_id, order_line_item_id, sum(state = 'confirmed' AND stands_for IS NULL),
         sum(state IN ('sent', 'in_doubt', 'undecided'))
    FROM delivery WHERE order_line_item_id IS NOT NULL GROUP BY attendee_id, order_line_item_id;

-- Times by which the server's first check-in of a person is known to be ours.
CREATE VIEW own_check_in_time (attendee_id, at) AS
  SELECT attendee_id, at_there FROM delivery WHERE order_line_item_id IS NULL AND at_there IS NOT NULL
  UNION ALL
  SELECT attendee_id, first_there FROM delivery WHERE order_line_item_id IS NULL AND first_there IS NOT NULL;

-- Records that the server has a call for.
CREATE VIEW deliverable (seq, conference_id, attendee_id, order_line_item_id, voided) AS
  SELECT seq, conference_id, attendee_id, NULL, voided_at IS NOT NULL FROM check_in
  UNION ALL
  SELECT seq, conference_id, attendee_id, order_line_item_id, voided_at IS NOT NULL FROM product_redemption;

-- A voided unit that the server counts, and the one handed out anew that can take its place.
CREATE VIEW stand_in (seq, conference_id, state, stands_for) AS
  SELECT fresh.seq, fresh.conference_id, fresh.state, min(old.seq)
    FROM delivery fresh
    JOIN product_redemption unit ON unit.seq = fresh.seq AND unit.voided_at IS NULL
    JOIN delivery old ON old.attendee_id = fresh.attendee_id AND old.order_line_item_id = fresh.order_line_item_id
                     AND old.state = 'confirmed'
    JOIN product_redemption gone ON gone.seq = old.seq AND gone.voided_at IS NOT NULL
   WHERE fresh.state IN ('pending', 'refused')
     AND NOT EXISTS (SELECT 1 FROM delivery taken WHERE taken.stands_for = old.seq)
   GROUP BY fresh.seq;

-- Records that the server has no call for: door checks, and voids of what it was told.
CREATE VIEW not_deliverable (seq, conference_id) AS
  SELECT seq, conference_id FROM door_check
  UNION ALL
  SELECT record.seq, record.conference_id FROM deliverable record JOIN delivery USING (seq)
   WHERE record.voided AND delivery.state = 'confirmed'
     AND NOT EXISTS (SELECT 1 FROM delivery taken WHERE taken.stands_for = delivery.seq);

-- Everything that has to be known to send one record, or to tell a person about it.
CREATE VIEW delivery_facts (seq, conference_id, state, attendee_id, access_code, person, id, at, station, voided, sent_at,
                            asked_at, line, line_there, addon, place, alike, counted_before, counted_after, confirmed,
                            again, held, reason, refused_for, elsewhere_before, elsewhere_after, noted_at, elsewhere) AS
  SELECT delivery.seq, delivery.conference_id, delivery.state, delivery.attendee_id, access_code, attendee.name,
         ifnull(entry.id, unit.id), ifnull(entry.checked_in_at, unit.redeemed_at),
         (SELECT name FROM station WHERE station.id = ifnull(entry.station_id, unit.station_id)),
         ifnull(entry.voided_at, unit.voided_at) IS NOT NULL, sent_at, asked_at, delivery.order_line_item_id,
         line.upstream_id, addon.slug,
         (SELECT count(*) FROM attendee_order link JOIN order_line_item other
              ON other.order_id = link.order_id AND other.addon_id = addon.id
           WHERE link.attendee_id = attendee.id AND other.id < line.id),
         (SELECT count(*) FROM attendee_order link JOIN order_line_item other
              ON other.order_id = link.order_id AND other.addon_id = addon.id
           WHERE link.attendee_id = attendee.id),
         redeemed_before, redeemed_after,
         (SELECT count(*) FROM delivery its WHERE its.attendee_id = delivery.attendee_id
             AND its.order_line_item_id = delivery.order_line_item_id AND its.state = 'confirmed'
             AND its.stands_for IS NULL),
         checked_in_elsewhere_at IS NOT NULL OR EXISTS (
           SELECT 1 FROM delivery its WHERE its.attendee_id = delivery.attendee_id
              AND its.order_line_item_id IS NULL AND its.state = 'confirmed'),
         EXISTS (SELECT 1 FROM delivery its WHERE its.attendee_id = delivery.attendee_id AND its.seq <> delivery.seq
                    AND its.order_line_item_id IS delivery.order_line_item_id AND its.state IN ('sent', 'in_doubt')),
         reason, refused_for, elsewhere_before, elsewhere_after, noted_at,
         ifnull((SELECT sum(units) FROM redeemed_elsewhere WHERE attendee_id = delivery.attendee_id
                    AND order_line_item_id = delivery.order_line_item_id), 0)
    FROM delivery JOIN attendee ON attendee.id = delivery.attendee_id
    LEFT JOIN check_in entry ON entry.seq = delivery.seq AND delivery.order_line_item_id IS NULL
    LEFT JOIN product_redemption unit ON unit.seq = delivery.seq AND delivery.order_line_item_id IS NOT NULL
    LEFT JOIN order_line_item line ON line.id = delivery.order_line_item_id
    LEFT JOIN addon ON addon.id = line.addon_id;

-- People whom a person asked for by code, not named by a roster of the server's since: they are asked for with each pull.
CREATE TABLE asked_person (
  conference_id INTEGER NOT NULL REFERENCES conference,
  access_code   TEXT NOT NULL,
  PRIMARY KEY (conference_id, access_code)
) STRICT, WITHOUT ROWID;
