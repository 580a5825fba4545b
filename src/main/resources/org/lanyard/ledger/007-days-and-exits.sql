-- Parties, times, exits, blocks, further codes and groups (R10, R17, R32 to R36, R39).

ALTER TABLE conference ADD COLUMN redeem_after_entry INTEGER NOT NULL DEFAULT 0 CHECK (redeem_after_entry IN (0, 1));
ALTER TABLE conference ADD COLUMN everybody_out TEXT CHECK (everybody_out GLOB '[0-2][0-9]:[0-5][0-9]');
ALTER TABLE conference ADD COLUMN currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]');

-- Times are FROM/TO in the venue's time, separated by spaces; '' is always. What was set here counts while not null.
ALTER TABLE ticket_type ADD COLUMN valid TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket_type ADD COLUMN valid_here TEXT;
ALTER TABLE ticket_type ADD COLUMN name_here TEXT;
ALTER TABLE ticket_type ADD COLUMN colour TEXT CHECK (colour GLOB '[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]');
ALTER TABLE addon ADD COLUMN valid TEXT NOT NULL DEFAULT '';
ALTER TABLE addon ADD COLUMN valid_here TEXT;
ALTER TABLE addon ADD COLUMN name_here TEXT;
ALTER TABLE addon ADD COLUMN colour TEXT CHECK (colour GLOB '[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]');
ALTER TABLE addon ADD COLUMN per_day INTEGER CHECK (per_day > 0);
ALTER TABLE addon ADD COLUMN per_day_here INTEGER CHECK (per_day_here >= 0);   -- 0: no limit

ALTER TABLE attendee ADD COLUMN blocked_here TEXT;                       -- a lead's own reason (R34), '' for let in again
ALTER TABLE attendee ADD COLUMN code_blocked TEXT NOT NULL DEFAULT '';   -- why the access code opens nothing any more

ALTER TABLE door ADD COLUMN count_exits INTEGER NOT NULL DEFAULT 0 CHECK (count_exits IN (0, 1));

-- Let through by a lead, checked_in_by or redeemed_by.
ALTER TABLE check_in ADD COLUMN overridden INTEGER NOT NULL DEFAULT 0 CHECK (overridden IN (0, 1));
ALTER TABLE product_redemption ADD COLUMN overridden INTEGER NOT NULL DEFAULT 0 CHECK (overridden IN (0, 1));
-- What the station decided by: the venue's day, and the time before which everybody counts as having left. Null in a record
-- that another station decided: that is kept as it is.
ALTER TABLE product_redemption ADD COLUMN day_from INTEGER;
ALTER TABLE product_redemption ADD COLUMN day_to INTEGER;
ALTER TABLE door_check ADD COLUMN inside_since INTEGER;
CREATE INDEX product_redemption_attendee ON product_redemption (attendee_id, redeemed_at) WHERE voided_at IS NULL;

CREATE TABLE check_out (                               -- R33; neither a ticket type nor an add-on: of the venue
  seq            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  conference_id  INTEGER NOT NULL REFERENCES conference,
  attendee_id    INTEGER NOT NULL REFERENCES attendee,
  ticket_type_id INTEGER REFERENCES ticket_type,
  addon_id       INTEGER REFERENCES addon,
  checked_out_at INTEGER NOT NULL,
  checked_out_by INTEGER REFERENCES staff_member,
  station_id     INTEGER NOT NULL REFERENCES station,
  note           TEXT,
  voided_at      INTEGER,
  voided_by      INTEGER REFERENCES staff_member,
  void_reason    TEXT,
  CHECK (ticket_type_id IS NULL OR addon_id IS NULL),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE INDEX check_out_attendee ON check_out (attendee_id, seq) WHERE voided_at IS NULL;
CREATE INDEX check_out_voided ON check_out (voided_at) WHERE voided_at IS NOT NULL;

CREATE TRIGGER check_out_conference BEFORE INSERT ON check_out
WHEN NOT EXISTS (SELECT 1 FROM attendee WHERE id = NEW.attendee_id AND conference_id = NEW.conference_id)
  OR (NEW.ticket_type_id IS NOT NULL OR NEW.addon_id IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM ticket_type WHERE id = NEW.ticket_type_id AND conference_id = NEW.conference_id
                     UNION ALL SELECT 1 FROM addon WHERE id = NEW.addon_id AND conference_id = NEW.conference_id)
BEGIN SELECT RAISE(ABORT, 'another conference'); END;
CREATE TRIGGER check_out_stays BEFORE DELETE ON check_out
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER check_out_once BEFORE INSERT ON check_out
WHEN EXISTS (SELECT 1 FROM check_out WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;
CREATE TRIGGER check_out_kept BEFORE UPDATE ON check_out
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.ticket_type_id, NEW.addon_id, NEW.checked_out_at,
      NEW.checked_out_by, NEW.station_id, NEW.note)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.ticket_type_id, OLD.addon_id, OLD.checked_out_at,
      OLD.checked_out_by, OLD.station_id, OLD.note)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END;

DROP TRIGGER check_in_kept;
CREATE TRIGGER check_in_kept BEFORE UPDATE ON check_in
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.checked_in_at, NEW.checked_in_by, NEW.station_id,
      NEW.note, NEW.acknowledged_note, NEW.overridden)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.checked_in_at, OLD.checked_in_by, OLD.station_id,
      OLD.note, OLD.acknowledged_note, OLD.overridden)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END;
DROP TRIGGER door_check_kept;
CREATE TRIGGER door_check_kept BEFORE UPDATE ON door_check
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.ticket_type_id, NEW.addon_id, NEW.checked_at,
      NEW.checked_by, NEW.station_id, NEW.note, NEW.overridden, NEW.inside_since)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.ticket_type_id, OLD.addon_id, OLD.checked_at,
      OLD.checked_by, OLD.station_id, OLD.note, OLD.overridden, OLD.inside_since)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END;
DROP TRIGGER product_redemption_kept;
CREATE TRIGGER product_redemption_kept BEFORE UPDATE ON product_redemption
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.order_line_item_id, NEW.redeemed_at, NEW.redeemed_by,
      NEW.station_id, NEW.note, NEW.overridden, NEW.day_from, NEW.day_to)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.order_line_item_id, OLD.redeemed_at,
      OLD.redeemed_by, OLD.station_id, OLD.note, OLD.overridden, OLD.day_from, OLD.day_to)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END;

-- Presence: the last live movements of each attendee at each place, kept by the triggers below -----------------------
-- door is 0 for the venue, the add-on's id, or minus the ticket type's.

CREATE TABLE presence (
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  door          INTEGER NOT NULL,
  conference_id INTEGER NOT NULL REFERENCES conference,
  entered_seq   INTEGER NOT NULL,                      -- 0: no live entry
  entered_at    INTEGER NOT NULL,
  left_seq      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (attendee_id, door)
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_place ON presence (conference_id, door, entered_seq, left_seq, entered_at);

INSERT INTO presence (attendee_id, door, conference_id, entered_seq, entered_at)
  SELECT attendee_id, 0, conference_id, max(seq), checked_in_at FROM check_in WHERE voided_at IS NULL
   GROUP BY attendee_id
  UNION ALL
  SELECT attendee_id, ifnull(-ticket_type_id, addon_id), conference_id, max(seq), checked_at FROM door_check
   WHERE voided_at IS NULL GROUP BY attendee_id, ifnull(-ticket_type_id, addon_id);

CREATE TRIGGER presence_check_in AFTER INSERT ON check_in WHEN NEW.voided_at IS NULL
BEGIN
  INSERT INTO presence (attendee_id, door, conference_id, entered_seq, entered_at)
    VALUES (NEW.attendee_id, 0, NEW.conference_id, NEW.seq, NEW.checked_in_at)
    ON CONFLICT DO UPDATE SET entered_seq = excluded.entered_seq, entered_at = excluded.entered_at
     WHERE excluded.entered_seq > entered_seq;
END;
CREATE TRIGGER presence_check_in_voided AFTER UPDATE OF voided_at ON check_in
BEGIN
  UPDATE presence SET (entered_seq, entered_at) =
         (SELECT ifnull(max(seq), 0), ifnull(checked_in_at, 0) FROM check_in
           WHERE attendee_id = NEW.attendee_id AND voided_at IS NULL)
   WHERE attendee_id = NEW.attendee_id AND door = 0;
END;
CREATE TRIGGER presence_door_check AFTER INSERT ON door_check WHEN NEW.voided_at IS NULL
BEGIN
  INSERT INTO presence (attendee_id, door, conference_id, entered_seq, entered_at)
    VALUES (NEW.attendee_id, ifnull(-NEW.ticket_type_id, NEW.addon_id), NEW.conference_id, NEW.seq, NEW.checked_at)
    ON CONFLICT DO UPDATE SET entered_seq = excluded.entered_seq, entered_at = excluded.entered_at
     WHERE excluded.entered_seq > entered_seq;
END;
CREATE TRIGGER presence_door_check_voided AFTER UPDATE OF voided_at ON door_check
BEGIN
  UPDATE presence SET (entered_seq, entered_at) =
         (SELECT ifnull(max(seq), 0), ifnull(checked_at, 0) FROM (
            SELECT seq, checked_at FROM door_check WHERE ticket_type_id = NEW.ticket_type_id
               AND ticket_type_id IS NOT NULL AND attendee_id = NEW.attendee_id AND voided_at IS NULL
            UNION ALL SELECT seq, checked_at FROM door_check WHERE addon_id = NEW.addon_id
               AND addon_id IS NOT NULL AND attendee_id = NEW.attendee_id AND voided_at IS NULL))
   WHERE attendee_id = NEW.attendee_id AND door = ifnull(-NEW.ticket_type_id, NEW.addon_id);
END;
CREATE TRIGGER presence_check_out AFTER INSERT ON check_out WHEN NEW.voided_at IS NULL   -- leaving the venue leaves every room
BEGIN
  UPDATE presence SET left_seq = max(left_seq, NEW.seq) WHERE attendee_id = NEW.attendee_id
     AND (NEW.ticket_type_id IS NULL AND NEW.addon_id IS NULL OR door = ifnull(-NEW.ticket_type_id, NEW.addon_id));
END;
CREATE TRIGGER presence_check_out_voided AFTER UPDATE OF voided_at ON check_out
BEGIN
  UPDATE presence SET left_seq =
         (SELECT ifnull(max(exit.seq), 0) FROM check_out exit
           WHERE exit.attendee_id = NEW.attendee_id AND exit.voided_at IS NULL
             AND ifnull(ifnull(-exit.ticket_type_id, exit.addon_id), 0) IN (0, presence.door))
   WHERE attendee_id = NEW.attendee_id;
END;

-- What an attendee has on active lines (R9).
CREATE VIEW holding (attendee_id, ticket_type_id, addon_id) AS
  SELECT link.attendee_id, line.ticket_type_id, line.addon_id
    FROM attendee_order link JOIN attendee ON attendee.id = link.attendee_id AND attendee.withdrawn = 0
    JOIN orders ON orders.id = link.order_id
     AND ifnull(orders.status_here, orders.status) IN ('paid', 'partially_refunded')
    JOIN order_line_item line ON line.order_id = link.order_id AND line.quantity > 0
     AND (line.holder_id IS NULL OR line.holder_id = link.attendee_id)
     AND ifnull(line.status, 'paid') IN ('paid', 'partially_refunded');

-- The people that each attendee's code admits (R10).
CREATE VIEW party (attendee_id, size) AS SELECT id, max(1, CAST(party AS INTEGER)) FROM attendee;

-- R17: nobody beyond the capacity but by a lead's word, or who has a place already.
CREATE TRIGGER door_check_capacity BEFORE INSERT ON door_check
WHEN NEW.voided_at IS NULL AND NEW.overridden = 0 AND NEW.inside_since IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'door_full') FROM door
   WHERE (door.ticket_type_id = NEW.ticket_type_id OR door.addon_id = NEW.addon_id) AND capacity IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM presence WHERE attendee_id = NEW.attendee_id
                        AND presence.door = ifnull(-NEW.ticket_type_id, NEW.addon_id)
                        AND entered_seq > iif(count_exits, left_seq, 0)
                        AND (count_exits = 0 OR entered_at >= NEW.inside_since))
     AND capacity < (SELECT size FROM party WHERE attendee_id = NEW.attendee_id)
       + (SELECT ifnull(sum(size), 0) FROM presence JOIN party USING (attendee_id)
           WHERE presence.conference_id = NEW.conference_id
             AND presence.door = ifnull(-NEW.ticket_type_id, NEW.addon_id)
             AND entered_seq > iif(count_exits, left_seq, 0)
             AND (count_exits = 0 OR entered_at >= NEW.inside_since))
     AND (count_exits = 1 OR capacity < (SELECT size FROM party WHERE attendee_id = NEW.attendee_id)
       + (SELECT ifnull(sum(size), 0) FROM presence JOIN party USING (attendee_id)
           WHERE presence.conference_id = NEW.conference_id
             AND presence.door = ifnull(-NEW.ticket_type_id, NEW.addon_id) AND entered_seq > 0
             AND EXISTS (SELECT 1 FROM holding WHERE holding.attendee_id = presence.attendee_id
                            AND (holding.ticket_type_id = NEW.ticket_type_id OR holding.addon_id = NEW.addon_id))));
END;

-- R32: no more units a day than the add-on's limit, of one attendee over all lines, but by a lead's word.
CREATE TRIGGER product_redemption_per_day BEFORE INSERT ON product_redemption
WHEN NEW.voided_at IS NULL AND NEW.overridden = 0 AND NEW.day_from IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'not_valid_now')
    FROM order_line_item line JOIN addon ON addon.id = line.addon_id
   WHERE line.id = NEW.order_line_item_id AND ifnull(per_day_here, per_day) > 0
     AND ifnull(per_day_here, per_day) <=
         (SELECT count(*) FROM product_redemption unit
            JOIN order_line_item its ON its.id = unit.order_line_item_id AND its.addon_id = addon.id
           WHERE unit.attendee_id = NEW.attendee_id AND unit.voided_at IS NULL
             AND unit.redeemed_at >= NEW.day_from AND unit.redeemed_at < NEW.day_to);
END;

-- R35: a code that is linked here is nobody's yet.
CREATE TRIGGER attendee_code_free BEFORE INSERT ON attendee_code
WHEN EXISTS (SELECT 1 FROM attendee_code other WHERE other.look_alike = NEW.look_alike AND upper(other.code) = upper(NEW.code)
                AND other.conference_id = NEW.conference_id AND other.attendee_id <> NEW.attendee_id)
BEGIN SELECT RAISE(ABORT, 'code_taken'); END;

-- Corrections of every kind: the list of kinds is the program's.
DROP VIEW journal_next;
CREATE TABLE correction_of_any_kind (
  seq           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  conference_id INTEGER NOT NULL REFERENCES conference,
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  corrected_at  INTEGER NOT NULL,
  corrected_by  INTEGER REFERENCES staff_member,
  station_id    INTEGER NOT NULL REFERENCES station,
  what          TEXT NOT NULL CHECK (what <> ''),
  value         TEXT NOT NULL,
  reason        TEXT NOT NULL
) STRICT;
INSERT INTO correction_of_any_kind SELECT * FROM correction;
DROP TABLE correction;
ALTER TABLE correction_of_any_kind RENAME TO correction;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER correction_kept BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
CREATE INDEX correction_attendee ON correction (attendee_id);

CREATE VIEW journal_next (seq) AS
  SELECT 1 + max(ifnull((SELECT max(seq) FROM check_in), 0), ifnull((SELECT max(seq) FROM door_check), 0),
                 ifnull((SELECT max(seq) FROM product_redemption), 0), ifnull((SELECT max(seq) FROM check_out), 0),
                 ifnull((SELECT max(seq) FROM refusal), 0), ifnull((SELECT max(seq) FROM correction), 0));

-- Slugs as a door is named: with their kind where a ticket type and an add-on share one.
CREATE VIEW door_name (door, slug) AS
  SELECT -id, iif(EXISTS (SELECT 1 FROM addon WHERE addon.conference_id = ticket_type.conference_id
                             AND addon.slug = ticket_type.slug), 'ticket:', '') || slug FROM ticket_type
  UNION ALL
  SELECT id, iif(EXISTS (SELECT 1 FROM ticket_type WHERE ticket_type.conference_id = addon.conference_id
                            AND ticket_type.slug = addon.slug), 'addon:', '') || slug FROM addon;

DROP VIEW journal;
CREATE VIEW journal (kind, seq, conference_id, id, at, attendee_id, station_id, staff_id, note, voided_at, voided_by,
                     void_reason, detail, payload) AS
  SELECT 'check-in', seq, conference_id, id, checked_in_at, attendee_id, station_id, checked_in_by, note, voided_at,
         voided_by, void_reason, NULL, NULL FROM check_in
  UNION ALL
  SELECT 'door-check', seq, conference_id, id, checked_at, attendee_id, station_id, checked_by, note, voided_at,
         voided_by, void_reason, (SELECT slug FROM door_name WHERE door = ifnull(-ticket_type_id, addon_id)), NULL
    FROM door_check
  UNION ALL
  SELECT 'redemption', seq, conference_id, id, redeemed_at, attendee_id, station_id, redeemed_by, note, voided_at,
         voided_by, void_reason,
         (SELECT slug FROM order_line_item line JOIN addon ON addon.id = line.addon_id
           WHERE line.id = order_line_item_id), NULL FROM product_redemption
  UNION ALL
  SELECT 'check-out', seq, conference_id, id, checked_out_at, attendee_id, station_id, checked_out_by, note, voided_at,
         voided_by, void_reason, (SELECT slug FROM door_name WHERE door = ifnull(-ticket_type_id, addon_id)), NULL
    FROM check_out
  UNION ALL
  SELECT 'refusal', seq, conference_id, id, refused_at, attendee_id, station_id, refused_by, note, NULL, NULL, NULL,
         verdict, payload FROM refusal;

-- Records that the server has no call for: door checks, exits, and voids of what it was told.
DROP VIEW not_deliverable;
CREATE VIEW not_deliverable (seq, conference_id) AS
  SELECT seq, conference_id FROM door_check
  UNION ALL
  SELECT seq, conference_id FROM check_out
  UNION ALL
  SELECT record.seq, record.conference_id FROM deliverable record JOIN delivery USING (seq)
   WHERE record.voided AND delivery.state = 'confirmed'
     AND NOT EXISTS (SELECT 1 FROM delivery taken WHERE taken.stands_for = delivery.seq);

-- Codes that admit several people.
CREATE INDEX attendee_party ON attendee (conference_id) WHERE party <> '';
CREATE VIEW several (attendee_id, conference_id, size) AS
  SELECT id, conference_id, CAST(party AS INTEGER) FROM attendee WHERE party <> '';
