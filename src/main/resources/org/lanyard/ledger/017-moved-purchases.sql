-- R38 with a registration server: whose units it counts, and under which code, once a purchase has moved.

-- The shared line of which this is one sharer's part, since a correction made it their own.
ALTER TABLE order_line_item ADD COLUMN part_of INTEGER REFERENCES order_line_item;

-- Whom, and for which line, the server is told of a unit: where its own rosters carried it, and not what was corrected here.
CREATE VIEW unit_there (seq, order_line_item_id, attendee_id) AS
  SELECT delivery.seq, ifnull(carry.to_line, delivery.order_line_item_id), ifnull(carry.to_attendee, delivery.attendee_id)
    FROM delivery LEFT JOIN carry ON carry.seq =
         (SELECT max(its.seq) FROM carry its JOIN correction ON correction.seq = its.correction
           WHERE its.unit = delivery.seq AND correction.station_id IS NULL);

-- A voided unit that the server counts, and the one handed out anew that can take its place.
DROP VIEW stand_in;
CREATE VIEW stand_in (seq, conference_id, state, stands_for) AS
  SELECT fresh.seq, fresh.conference_id, fresh.state, min(old.seq)
    FROM delivery fresh
    JOIN product_redemption unit ON unit.seq = fresh.seq AND unit.voided_at IS NULL
    JOIN delivery old ON old.state = 'confirmed' AND old.seq IN (
         SELECT same.seq FROM delivery same
          WHERE same.attendee_id = fresh.attendee_id AND same.order_line_item_id = fresh.order_line_item_id
         UNION ALL
         SELECT carry.unit FROM carry
          WHERE carry.to_attendee = fresh.attendee_id AND carry.to_line = fresh.order_line_item_id)
    JOIN product_redemption gone ON gone.seq = old.seq AND gone.voided_at IS NOT NULL
   WHERE fresh.state IN ('pending', 'refused')
     AND NOT EXISTS (SELECT 1 FROM delivery taken WHERE taken.stands_for = old.seq)
   GROUP BY fresh.seq;

-- Everything that has to be known to send one record, or to tell a person about it.
DROP VIEW delivery_facts;
CREATE VIEW delivery_facts (seq, conference_id, state, attendee_id, access_code, person, id, at, station, voided, sent_at,
                            asked_at, line, line_there, addon, place, alike, counted_before, counted_after, confirmed,
                            again, held, reason, refused_for, elsewhere_before, elsewhere_after, noted_at, elsewhere) AS
  SELECT delivery.seq, delivery.conference_id, delivery.state, there.attendee_id, access_code, attendee.name,
         ifnull(entry.id, unit.id), ifnull(entry.checked_in_at, unit.redeemed_at),
         (SELECT name FROM station WHERE station.id = ifnull(entry.station_id, unit.station_id)),
         ifnull(entry.voided_at, unit.voided_at) IS NOT NULL, sent_at, asked_at, there.order_line_item_id,
         ifnull(line.upstream_id, (SELECT whole.upstream_id FROM order_line_item whole WHERE whole.id = line.part_of)),
         addon.slug,
         (SELECT count(*) FROM attendee_order link JOIN order_line_item other
              ON other.order_id = link.order_id AND other.addon_id = addon.id
           WHERE link.attendee_id = attendee.id AND other.id < line.id),
         (SELECT count(*) FROM attendee_order link JOIN order_line_item other
              ON other.order_id = link.order_id AND other.addon_id = addon.id
           WHERE link.attendee_id = attendee.id),
         redeemed_before, redeemed_after,
         (SELECT count(*) FROM delivery its WHERE its.attendee_id = there.attendee_id
             AND its.order_line_item_id = there.order_line_item_id AND its.state = 'confirmed'
             AND its.stands_for IS NULL AND NOT EXISTS (SELECT 1 FROM carry WHERE carry.unit = its.seq))
         + (SELECT count(DISTINCT its.seq) FROM carry JOIN delivery its ON its.seq = carry.unit
             WHERE carry.to_attendee = there.attendee_id AND carry.to_line = there.order_line_item_id
               AND its.state = 'confirmed' AND its.stands_for IS NULL),
         checked_in_elsewhere_at IS NOT NULL OR EXISTS (
           SELECT 1 FROM delivery its WHERE its.attendee_id = there.attendee_id
              AND its.order_line_item_id IS NULL AND its.state = 'confirmed'),
         EXISTS (SELECT 1 FROM delivery its WHERE its.attendee_id = there.attendee_id AND its.seq <> delivery.seq
                    AND its.order_line_item_id IS there.order_line_item_id AND its.state IN ('sent', 'in_doubt'))
         OR EXISTS (SELECT 1 FROM carry JOIN delivery its ON its.seq = carry.unit AND its.state IN ('sent', 'in_doubt')
                     WHERE carry.to_attendee = there.attendee_id AND carry.to_line = there.order_line_item_id
                       AND its.seq <> delivery.seq),
         reason, refused_for, elsewhere_before, elsewhere_after, noted_at,
         ifnull((SELECT sum(units) FROM redeemed_elsewhere WHERE attendee_id = there.attendee_id
                    AND order_line_item_id = there.order_line_item_id), 0)
    FROM delivery JOIN unit_there there ON there.seq = delivery.seq JOIN attendee ON attendee.id = there.attendee_id
    LEFT JOIN check_in entry ON entry.seq = delivery.seq AND delivery.order_line_item_id IS NULL
    LEFT JOIN product_redemption unit ON unit.seq = delivery.seq AND delivery.order_line_item_id IS NOT NULL
    LEFT JOIN order_line_item line ON line.id = there.order_line_item_id
    LEFT JOIN addon ON addon.id = line.addon_id;
