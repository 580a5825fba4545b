-- Corrections of every kind (R31, R37), and what was carried (R38). An import makes some at no station and by nobody.

DROP VIEW journal_next;
CREATE TABLE correction_of_import (
  seq           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  conference_id INTEGER NOT NULL REFERENCES conference,
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  corrected_at  INTEGER NOT NULL,
  corrected_by  INTEGER REFERENCES staff_member,
  station_id    INTEGER REFERENCES station,
  what          TEXT NOT NULL CHECK (what <> ''),
  about         TEXT NOT NULL DEFAULT '',              -- the field, the product's slug, or the other person's code
  value         TEXT NOT NULL,
  amount        INTEGER,                               -- taken in, in minor units of the conference's currency
  means         TEXT CHECK (means IN ('cash', 'card', 'other')),
  reason        TEXT NOT NULL,
  CHECK ((amount IS NULL) = (means IS NULL))
) STRICT;
INSERT INTO correction_of_import (seq, id, conference_id, attendee_id, corrected_at, corrected_by, station_id, what, value, reason)
  SELECT seq, id, conference_id, attendee_id, corrected_at, corrected_by, station_id, what, value, reason FROM correction;
DROP TABLE correction;
ALTER TABLE correction_of_import RENAME TO correction;
CREATE INDEX correction_attendee ON correction (attendee_id);

CREATE TRIGGER correction_stays BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER correction_once BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;
CREATE TRIGGER correction_kept BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;

CREATE VIEW journal_next (seq) AS
  SELECT 1 + max(ifnull((SELECT max(seq) FROM check_in), 0), ifnull((SELECT max(seq) FROM door_check), 0),
                 ifnull((SELECT max(seq) FROM product_redemption), 0), ifnull((SELECT max(seq) FROM check_out), 0),
                 ifnull((SELECT max(seq) FROM refusal), 0), ifnull((SELECT max(seq) FROM correction), 0));

-- Corrections in force: imports keep them until the roster says the same.
CREATE TABLE standing_correction (
  correction    INTEGER PRIMARY KEY REFERENCES correction,
  conference_id INTEGER NOT NULL REFERENCES conference,
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  what          TEXT NOT NULL,
  about         TEXT NOT NULL,
  value         TEXT NOT NULL,
  roster_value  TEXT NOT NULL                          -- as the roster last said it
) STRICT;
CREATE INDEX standing_correction_conference ON standing_correction (conference_id);

ALTER TABLE attendee ADD COLUMN merged_into INTEGER REFERENCES attendee;   -- R37: the person who goes on
CREATE INDEX attendee_merged ON attendee (merged_into) WHERE merged_into IS NOT NULL;

-- The journal's place at which somebody came to hold an item, where that was after units were handed out.
CREATE TABLE hold (
  order_line_item_id INTEGER NOT NULL REFERENCES order_line_item,
  attendee_id        INTEGER NOT NULL REFERENCES attendee,
  since              INTEGER NOT NULL,
  PRIMARY KEY (order_line_item_id, attendee_id)
) STRICT, WITHOUT ROWID;

-- R38: a unit counts where it was carried last. An undo is a carry back.
CREATE TABLE carry (
  seq           INTEGER PRIMARY KEY,
  correction    INTEGER NOT NULL REFERENCES correction,
  unit          INTEGER NOT NULL REFERENCES product_redemption,
  from_line     INTEGER NOT NULL REFERENCES order_line_item,
  from_attendee INTEGER NOT NULL REFERENCES attendee,
  to_line       INTEGER NOT NULL REFERENCES order_line_item,
  to_attendee   INTEGER NOT NULL REFERENCES attendee,
  undoes        INTEGER UNIQUE REFERENCES carry
) STRICT;
CREATE INDEX carry_unit ON carry (unit, seq);
CREATE INDEX carry_to ON carry (to_line, to_attendee);
CREATE INDEX carry_to_attendee ON carry (to_attendee);

CREATE VIEW unit_place (seq, order_line_item_id, attendee_id) AS
  SELECT unit.seq, unit.order_line_item_id, unit.attendee_id FROM product_redemption unit
   WHERE NOT EXISTS (SELECT 1 FROM carry WHERE carry.unit = unit.seq)
  UNION ALL
  SELECT carry.unit, to_line, to_attendee FROM carry
   WHERE NOT EXISTS (SELECT 1 FROM carry later WHERE later.unit = carry.unit AND later.seq > carry.seq);

-- Live units where they count now, each once; carried_from is the code of the record's own attendee where that is elsewhere.
CREATE VIEW counted_unit (seq, order_line_item_id, attendee_id, redeemed_at, redeemed_by, station_id, carried_from) AS
  SELECT unit.seq, unit.order_line_item_id, unit.attendee_id, redeemed_at, redeemed_by, station_id, NULL
    FROM product_redemption unit
   WHERE voided_at IS NULL AND NOT EXISTS (SELECT 1 FROM carry WHERE carry.unit = unit.seq)
  UNION ALL
  SELECT unit.seq, to_line, to_attendee, redeemed_at, redeemed_by, station_id,
         CASE WHEN (to_line, to_attendee) IS NOT (unit.order_line_item_id, unit.attendee_id)
              THEN (SELECT access_code FROM attendee WHERE attendee.id = unit.attendee_id) END
    FROM carry JOIN product_redemption unit ON unit.seq = carry.unit AND unit.voided_at IS NULL
   WHERE NOT EXISTS (SELECT 1 FROM carry later WHERE later.unit = carry.unit AND later.seq > carry.seq);

-- Each attendee's first entry, and where that was; the station is null for one made elsewhere.
CREATE VIEW first_entry (attendee_id, at, station) AS
  SELECT first.attendee_id, first.checked_in_at,
         (SELECT station.name FROM check_in entry JOIN station ON station.id = entry.station_id
           WHERE entry.attendee_id = first.attendee_id AND entry.voided_at IS NULL
             AND entry.checked_in_at = first.checked_in_at ORDER BY entry.seq LIMIT 1)
    FROM first_check_in first WHERE first.checked_in_at IS NOT NULL;

-- R37: entries of one person; records keep their attendee and count with the one who goes on.
CREATE VIEW same_person (attendee_id, goes_on) AS
  SELECT id, id FROM attendee
  UNION ALL
  SELECT id, merged_into FROM attendee WHERE merged_into IS NOT NULL;

DROP VIEW first_check_in;
CREATE VIEW first_check_in (attendee_id, checked_in_at) AS
  SELECT attendee.id,
         CASE WHEN first.seq IS NULL OR attendee.checked_in_elsewhere_seq <= first.seq
              THEN ifnull(attendee.checked_in_elsewhere_at, first.checked_in_at) ELSE first.checked_in_at END
    FROM attendee
    LEFT JOIN check_in first ON first.seq =
         (SELECT min(entry.seq) FROM check_in entry WHERE entry.voided_at IS NULL
             AND entry.attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = attendee.id));

CREATE TRIGGER carry_stays BEFORE DELETE ON carry
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER carry_kept BEFORE UPDATE ON carry
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
CREATE TRIGGER carry_next BEFORE INSERT ON carry
WHEN NEW.seq <= (SELECT ifnull(max(seq), 0) FROM carry)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;

-- A unit is carried from where it counts, within one add-on, to somebody of the same conference.
CREATE TRIGGER carry_fits BEFORE INSERT ON carry
WHEN NOT EXISTS (SELECT 1 FROM unit_place WHERE seq = NEW.unit AND order_line_item_id = NEW.from_line
                                            AND attendee_id = NEW.from_attendee)
  OR (SELECT addon_id FROM order_line_item WHERE id = NEW.from_line)
     IS NOT (SELECT addon_id FROM order_line_item WHERE id = NEW.to_line)
  OR (SELECT conference_id FROM attendee WHERE id = NEW.to_attendee)
     IS NOT (SELECT conference_id FROM product_redemption WHERE seq = NEW.unit)
BEGIN SELECT RAISE(ABORT, 'carried amiss'); END;

-- R18, R19, R21, R38: counted units and units elsewhere stay within the quantity, of the attendee or of the line.
DROP TRIGGER product_redemption_within_quantity;
CREATE TRIGGER product_redemption_within_quantity BEFORE INSERT ON product_redemption WHEN NEW.voided_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'fully_redeemed')
   WHERE (SELECT ifnull(max(line.quantity), 0) FROM order_line_item line WHERE line.id = NEW.order_line_item_id) <=
         CASE (SELECT conference.redeem_per FROM order_line_item line JOIN orders ON orders.id = line.order_id
                 JOIN conference ON conference.id = orders.conference_id WHERE line.id = NEW.order_line_item_id)
         WHEN 'attendee' THEN
           (SELECT count(*) FROM counted_unit unit WHERE unit.order_line_item_id = NEW.order_line_item_id
               AND unit.attendee_id = NEW.attendee_id)
         + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = NEW.order_line_item_id
               AND attendee_id = NEW.attendee_id)
         ELSE
           (SELECT count(*) FROM counted_unit unit WHERE unit.order_line_item_id = NEW.order_line_item_id)
         + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = NEW.order_line_item_id)
         END;
END;

-- R32: no more units a day than the add-on's limit, of one attendee over all lines, but by a lead's word; carried units
-- count by their own time.
DROP TRIGGER product_redemption_per_day;
CREATE TRIGGER product_redemption_per_day BEFORE INSERT ON product_redemption
WHEN NEW.voided_at IS NULL AND NEW.overridden = 0 AND NEW.day_from IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'not_valid_now')
    FROM order_line_item line JOIN addon ON addon.id = line.addon_id
   WHERE line.id = NEW.order_line_item_id AND ifnull(per_day_here, per_day) > 0
     AND ifnull(per_day_here, per_day) <=
         (SELECT count(*) FROM counted_unit unit
            JOIN order_line_item its ON its.id = unit.order_line_item_id AND its.addon_id = addon.id
           WHERE unit.attendee_id = NEW.attendee_id
             AND unit.redeemed_at >= NEW.day_from AND unit.redeemed_at < NEW.day_to);
END;

-- R19: counting per line is refused where what was handed out already contradicts it.
DROP TRIGGER conference_redeem_per;
CREATE TRIGGER conference_redeem_per BEFORE UPDATE OF redeem_per ON conference
WHEN NEW.redeem_per = 'line' AND OLD.redeem_per <> 'line' AND EXISTS (
  SELECT 1 FROM order_line_item line JOIN orders ON orders.id = line.order_id AND orders.conference_id = NEW.id
   WHERE line.quantity <
         (SELECT count(*) FROM counted_unit unit WHERE unit.order_line_item_id = line.id)
       + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = line.id))
BEGIN SELECT RAISE(ABORT, 'redeem_per'); END;

-- R38: units of ours among those that the server counts, in the pool where they count now, voided ones included.
DROP VIEW delivered_units;
CREATE VIEW delivered_units (attendee_id, order_line_item_id, units, unsettled) AS
  SELECT place.attendee_id, place.order_line_item_id, sum(state = 'confirmed' AND stands_for IS NULL),
         sum(state IN ('sent', 'in_doubt', 'undecided'))
    FROM delivery JOIN unit_place place ON place.seq = delivery.seq
   WHERE delivery.order_line_item_id IS NOT NULL GROUP BY place.attendee_id, place.order_line_item_id;
