-- Roster ---------------------------------------------------------------------------------------------------------

CREATE TABLE conference (
  id             INTEGER PRIMARY KEY,
  slug           TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (slug <> ''),
  name           TEXT NOT NULL,
  timezone       TEXT NOT NULL,
  redeem_per     TEXT NOT NULL DEFAULT 'attendee' CHECK (redeem_per IN ('attendee', 'line')),
  roster_version INTEGER NOT NULL DEFAULT 0   -- raised by every change of its roster
) STRICT;

CREATE TABLE ticket_type (
  id            INTEGER PRIMARY KEY,
  conference_id INTEGER NOT NULL REFERENCES conference,
  slug          TEXT NOT NULL CHECK (slug <> ''),
  name          TEXT NOT NULL,
  UNIQUE (conference_id, slug)
) STRICT;

CREATE TABLE addon (
  id            INTEGER PRIMARY KEY,
  conference_id INTEGER NOT NULL REFERENCES conference,
  slug          TEXT NOT NULL CHECK (slug <> ''),
  name          TEXT NOT NULL,
  UNIQUE (conference_id, slug)
) STRICT;

CREATE TABLE attendee (
  id                       INTEGER PRIMARY KEY,
  conference_id            INTEGER NOT NULL REFERENCES conference,
  access_code              TEXT NOT NULL CHECK (access_code <> ''),
  name                     TEXT NOT NULL DEFAULT '',
  email                    TEXT NOT NULL DEFAULT '',
  company                  TEXT NOT NULL DEFAULT '',
  note                     TEXT NOT NULL DEFAULT '',
  attention                TEXT NOT NULL DEFAULT '',   -- the roster's attention note, '' for none
  attention_here           TEXT,                       -- a lead's own (R31): counts instead while not null
  source                   TEXT NOT NULL,
  withdrawn                INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  checked_in_elsewhere_at  INTEGER,
  checked_in_elsewhere_seq INTEGER,                    -- where in the journal that became known
  look_alike               TEXT AS (replace(replace(replace(replace(upper(access_code),
                                    'O', '0'), 'I', '1'), 'S', '5'), 'B', '8')) VIRTUAL,
  UNIQUE (conference_id, access_code)
) STRICT;
CREATE INDEX attendee_look_alike ON attendee (look_alike);

CREATE TABLE orders (
  id            INTEGER PRIMARY KEY,
  conference_id INTEGER NOT NULL REFERENCES conference,
  reference     TEXT NOT NULL CHECK (reference <> ''),
  status        TEXT NOT NULL CHECK (status IN ('pending', 'paid', 'partially_refunded', 'refunded', 'cancelled')),
  status_here   TEXT CHECK (status_here IN ('pending', 'paid', 'partially_refunded', 'refunded', 'cancelled')), -- R31
  UNIQUE (conference_id, reference)
) STRICT;

CREATE TABLE attendee_order (
  attendee_id INTEGER NOT NULL REFERENCES attendee,
  order_id    INTEGER NOT NULL REFERENCES orders,
  position    INTEGER NOT NULL,                        -- among the attendee's orders; the greatest is the latest
  source      TEXT NOT NULL,
  PRIMARY KEY (attendee_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendee_order_order ON attendee_order (order_id);

CREATE TABLE order_line_item (
  id            INTEGER PRIMARY KEY,
  order_id      INTEGER NOT NULL REFERENCES orders,
  position      INTEGER NOT NULL,
  upstream_id   INTEGER,
  holder_id     INTEGER REFERENCES attendee,           -- null: it serves every attendee of the order
  ticket_type_id INTEGER REFERENCES ticket_type,
  addon_id      INTEGER REFERENCES addon,
  description   TEXT NOT NULL,
  quantity      INTEGER NOT NULL CHECK (quantity >= 0),
  CHECK ((ticket_type_id IS NULL) <> (addon_id IS NULL))
) STRICT;
CREATE INDEX order_line_item_order ON order_line_item (order_id, position);
CREATE INDEX order_line_item_upstream ON order_line_item (upstream_id) WHERE upstream_id IS NOT NULL;

CREATE TABLE redeemed_elsewhere (
  order_line_item_id INTEGER NOT NULL REFERENCES order_line_item,
  attendee_id        INTEGER NOT NULL REFERENCES attendee,
  units              INTEGER NOT NULL CHECK (units >= 0),
  PRIMARY KEY (order_line_item_id, attendee_id)
) STRICT, WITHOUT ROWID;

-- Venue ----------------------------------------------------------------------------------------------------------

CREATE TABLE station (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE staff_member (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  role     TEXT NOT NULL DEFAULT 'volunteer' CHECK (role IN ('volunteer', 'lead', 'administrator')),
  pin_hash TEXT
) STRICT;

CREATE TABLE door (
  id             INTEGER PRIMARY KEY,
  ticket_type_id INTEGER UNIQUE REFERENCES ticket_type,
  addon_id       INTEGER UNIQUE REFERENCES addon,
  capacity       INTEGER CHECK (capacity >= 0),
  CHECK ((ticket_type_id IS NULL) <> (addon_id IS NULL))
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Records --------------------------------------------------------------------------------------------------------
-- seq is the journal's own order over all kinds (R28); times are milliseconds since 1970, UTC.

CREATE TABLE check_in (
  seq               INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  conference_id     INTEGER NOT NULL REFERENCES conference,
  attendee_id       INTEGER NOT NULL REFERENCES attendee,
  checked_in_at     INTEGER NOT NULL,
  checked_in_by     INTEGER REFERENCES staff_member,
  station_id        INTEGER NOT NULL REFERENCES station,
  note              TEXT,
  acknowledged_note TEXT,                              -- the attention note that checked_in_by acknowledged (R12)
  voided_at         INTEGER,
  voided_by         INTEGER REFERENCES staff_member,
  void_reason       TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE INDEX check_in_attendee ON check_in (attendee_id, seq) WHERE voided_at IS NULL;
CREATE INDEX check_in_voided ON check_in (voided_at) WHERE voided_at IS NOT NULL;

CREATE TABLE door_check (
  seq            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  conference_id  INTEGER NOT NULL REFERENCES conference,
  attendee_id    INTEGER NOT NULL REFERENCES attendee,
  ticket_type_id INTEGER REFERENCES ticket_type,
  addon_id       INTEGER REFERENCES addon,
  checked_at     INTEGER NOT NULL,
  checked_by     INTEGER REFERENCES staff_member,
  station_id     INTEGER NOT NULL REFERENCES station,
  note           TEXT,
  overridden     INTEGER NOT NULL DEFAULT 0 CHECK (overridden IN (0, 1)),  -- beyond the capacity, by checked_by (R17)
  voided_at      INTEGER,
  voided_by      INTEGER REFERENCES staff_member,
  void_reason    TEXT,
  CHECK ((ticket_type_id IS NULL) <> (addon_id IS NULL)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE INDEX door_check_ticket ON door_check (ticket_type_id, attendee_id, seq)
  WHERE voided_at IS NULL AND ticket_type_id IS NOT NULL;
CREATE INDEX door_check_addon ON door_check (addon_id, attendee_id, seq)
  WHERE voided_at IS NULL AND addon_id IS NOT NULL;
CREATE INDEX door_check_voided ON door_check (voided_at) WHERE voided_at IS NOT NULL;

CREATE TABLE product_redemption (
  seq                INTEGER PRIMARY KEY,
  id                 TEXT NOT NULL UNIQUE,
  conference_id      INTEGER NOT NULL REFERENCES conference,
  attendee_id        INTEGER NOT NULL REFERENCES attendee,
  order_line_item_id INTEGER NOT NULL REFERENCES order_line_item,
  redeemed_at        INTEGER NOT NULL,
  redeemed_by        INTEGER REFERENCES staff_member,
  station_id         INTEGER NOT NULL REFERENCES station,
  note               TEXT,
  voided_at          INTEGER,
  voided_by          INTEGER REFERENCES staff_member,
  void_reason        TEXT,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE INDEX product_redemption_line ON product_redemption (order_line_item_id, attendee_id) WHERE voided_at IS NULL;
CREATE INDEX product_redemption_voided ON product_redemption (voided_at) WHERE voided_at IS NOT NULL;

CREATE TABLE refusal (
  seq           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  conference_id INTEGER NOT NULL REFERENCES conference,
  attendee_id   INTEGER REFERENCES attendee,
  refused_at    INTEGER NOT NULL,
  refused_by    INTEGER REFERENCES staff_member,
  station_id    INTEGER NOT NULL REFERENCES station,
  note          TEXT,
  mode          TEXT NOT NULL,
  verdict       TEXT NOT NULL,
  payload       TEXT NOT NULL
) STRICT;

CREATE TABLE correction (                              -- R31: what a lead changed by hand, and why
  seq           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  conference_id INTEGER NOT NULL REFERENCES conference,
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  corrected_at  INTEGER NOT NULL,
  corrected_by  INTEGER REFERENCES staff_member,
  station_id    INTEGER NOT NULL REFERENCES station,
  what          TEXT NOT NULL CHECK (what IN ('added', 'order_status', 'attention')),
  value         TEXT NOT NULL,
  reason        TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE VIEW journal_next (seq) AS
  SELECT 1 + max(ifnull((SELECT max(seq) FROM check_in), 0), ifnull((SELECT max(seq) FROM door_check), 0),
                 ifnull((SELECT max(seq) FROM product_redemption), 0), ifnull((SELECT max(seq) FROM refusal), 0),
                 ifnull((SELECT max(seq) FROM correction), 0));

-- What no program may do to the records, this one included ---------------------------------------------------------

-- R18, R19, R21: live units and units elsewhere stay within the quantity, of the attendee or of the line.
CREATE TRIGGER product_redemption_within_quantity BEFORE INSERT ON product_redemption WHEN NEW.voided_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'fully_redeemed')
   WHERE (SELECT ifnull(max(line.quantity), 0) FROM order_line_item line WHERE line.id = NEW.order_line_item_id) <=
         CASE (SELECT conference.redeem_per FROM order_line_item line JOIN orders ON orders.id = line.order_id
                 JOIN conference ON conference.id = orders.conference_id WHERE line.id = NEW.order_line_item_id)
         WHEN 'attendee' THEN
           (SELECT count(*) FROM product_redemption unit WHERE unit.order_line_item_id = NEW.order_line_item_id
               AND unit.attendee_id = NEW.attendee_id AND unit.voided_at IS NULL)
         + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = NEW.order_line_item_id
               AND attendee_id = NEW.attendee_id)
         ELSE
           (SELECT count(*) FROM product_redemption unit WHERE unit.order_line_item_id = NEW.order_line_item_id
               AND unit.voided_at IS NULL)
         + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = NEW.order_line_item_id)
         END;
END;

-- R20: only add-on lines, only those of the attendee's own orders, only one's own where it has a holder.
CREATE TRIGGER product_redemption_purchased BEFORE INSERT ON product_redemption
BEGIN
  SELECT RAISE(ABORT, 'not_purchased')
   WHERE NOT EXISTS (SELECT 1 FROM order_line_item line
                       JOIN orders ON orders.id = line.order_id AND orders.conference_id = NEW.conference_id
                       JOIN attendee_order link ON link.order_id = line.order_id AND link.attendee_id = NEW.attendee_id
                       JOIN attendee ON attendee.id = NEW.attendee_id AND attendee.conference_id = NEW.conference_id
                      WHERE line.id = NEW.order_line_item_id AND line.addon_id IS NOT NULL
                        AND (line.holder_id IS NULL OR line.holder_id = NEW.attendee_id));
END;

-- R14, R30: a record belongs to its attendee's conference, a door check's product too.
CREATE TRIGGER door_check_conference BEFORE INSERT ON door_check
WHEN NOT EXISTS (SELECT 1 FROM attendee WHERE id = NEW.attendee_id AND conference_id = NEW.conference_id)
  OR NOT EXISTS (SELECT 1 FROM ticket_type WHERE id = NEW.ticket_type_id AND conference_id = NEW.conference_id
                 UNION ALL SELECT 1 FROM addon WHERE id = NEW.addon_id AND conference_id = NEW.conference_id)
BEGIN
  SELECT RAISE(ABORT, 'another conference');
END;
CREATE TRIGGER check_in_conference BEFORE INSERT ON check_in
WHEN NOT EXISTS (SELECT 1 FROM attendee WHERE id = NEW.attendee_id AND conference_id = NEW.conference_id)
BEGIN
  SELECT RAISE(ABORT, 'another conference');
END;

-- R24: nothing is deleted, replaced or rewritten; a record may be voided, once.
CREATE TRIGGER check_in_stays BEFORE DELETE ON check_in
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER check_in_once BEFORE INSERT ON check_in
WHEN EXISTS (SELECT 1 FROM check_in WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;
CREATE TRIGGER check_in_kept BEFORE UPDATE ON check_in
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.checked_in_at, NEW.checked_in_by, NEW.station_id,
      NEW.note, NEW.acknowledged_note)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.checked_in_at, OLD.checked_in_by, OLD.station_id,
      OLD.note, OLD.acknowledged_note)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END;

CREATE TRIGGER door_check_stays BEFORE DELETE ON door_check
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER door_check_once BEFORE INSERT ON door_check
WHEN EXISTS (SELECT 1 FROM door_check WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;
CREATE TRIGGER door_check_kept BEFORE UPDATE ON door_check
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.ticket_type_id, NEW.addon_id, NEW.checked_at,
      NEW.checked_by, NEW.station_id, NEW.note, NEW.overridden)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.ticket_type_id, OLD.addon_id, OLD.checked_at,
      OLD.checked_by, OLD.station_id, OLD.note, OLD.overridden)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END;

CREATE TRIGGER product_redemption_stays BEFORE DELETE ON product_redemption
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER product_redemption_once BEFORE INSERT ON product_redemption
WHEN EXISTS (SELECT 1 FROM product_redemption WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;
CREATE TRIGGER product_redemption_kept BEFORE UPDATE ON product_redemption
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.order_line_item_id, NEW.redeemed_at, NEW.redeemed_by,
      NEW.station_id, NEW.note)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.order_line_item_id, OLD.redeemed_at,
      OLD.redeemed_by, OLD.station_id, OLD.note)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END;

-- R19: counting per line is refused where what was handed out already contradicts it.
CREATE TRIGGER conference_redeem_per BEFORE UPDATE OF redeem_per ON conference
WHEN NEW.redeem_per = 'line' AND OLD.redeem_per <> 'line' AND EXISTS (
  SELECT 1 FROM order_line_item line JOIN orders ON orders.id = line.order_id AND orders.conference_id = NEW.id
   WHERE line.quantity <
         (SELECT count(*) FROM product_redemption unit WHERE unit.order_line_item_id = line.id
             AND unit.voided_at IS NULL)
       + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = line.id))
BEGIN SELECT RAISE(ABORT, 'redeem_per'); END;

CREATE TRIGGER refusal_stays BEFORE DELETE ON refusal
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER refusal_kept BEFORE UPDATE ON refusal
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER correction_kept BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;

-- What records point at stays, with its identity and its conference, so that no detour leads around the quantity: also
-- for a program that enforces no foreign keys, and whose REPLACE deletes without asking.
CREATE TRIGGER conference_stays BEFORE DELETE ON conference
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER ticket_type_stays BEFORE DELETE ON ticket_type
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER addon_stays BEFORE DELETE ON addon
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER attendee_stays BEFORE DELETE ON attendee
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER orders_stays BEFORE DELETE ON orders
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER order_line_item_stays BEFORE DELETE ON order_line_item
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER station_stays BEFORE DELETE ON station
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER staff_member_stays BEFORE DELETE ON staff_member
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER conference_once BEFORE INSERT ON conference WHEN EXISTS (SELECT 1 FROM conference WHERE id = NEW.id OR slug = NEW.slug)
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER attendee_once BEFORE INSERT ON attendee WHEN EXISTS (SELECT 1 FROM attendee WHERE id = NEW.id OR conference_id = NEW.conference_id AND access_code = NEW.access_code)
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER orders_once BEFORE INSERT ON orders WHEN EXISTS (SELECT 1 FROM orders WHERE id = NEW.id OR conference_id = NEW.conference_id AND reference = NEW.reference)
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER order_line_item_once BEFORE INSERT ON order_line_item WHEN EXISTS (SELECT 1 FROM order_line_item WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER conference_same BEFORE UPDATE ON conference WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER ticket_type_same BEFORE UPDATE ON ticket_type WHEN NEW.id <> OLD.id OR NEW.conference_id <> OLD.conference_id
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER addon_same BEFORE UPDATE ON addon WHEN NEW.id <> OLD.id OR NEW.conference_id <> OLD.conference_id
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER attendee_same BEFORE UPDATE ON attendee WHEN NEW.id <> OLD.id OR NEW.conference_id <> OLD.conference_id OR NEW.access_code <> OLD.access_code
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER orders_same BEFORE UPDATE ON orders WHEN NEW.id <> OLD.id OR NEW.conference_id <> OLD.conference_id
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER station_same BEFORE UPDATE ON station WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER staff_member_same BEFORE UPDATE ON staff_member WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'records point here'); END;
CREATE TRIGGER order_line_item_same BEFORE UPDATE ON order_line_item
WHEN NEW.id <> OLD.id OR NEW.order_id <> OLD.order_id
     AND (SELECT conference_id FROM orders WHERE id = NEW.order_id)
         IS NOT (SELECT conference_id FROM orders WHERE id = OLD.order_id)
BEGIN SELECT RAISE(ABORT, 'records point here'); END;

-- R10, R24, R28: the earliest entry left, ours or one the roster brought along, by the journal's order.
CREATE VIEW first_check_in (attendee_id, checked_in_at) AS
  SELECT attendee.id,
         CASE WHEN first.seq IS NULL OR attendee.checked_in_elsewhere_seq <= first.seq
              THEN ifnull(attendee.checked_in_elsewhere_at, first.checked_in_at) ELSE first.checked_in_at END
    FROM attendee
    LEFT JOIN check_in first ON first.seq =
         (SELECT min(entry.seq) FROM check_in entry WHERE entry.attendee_id = attendee.id AND entry.voided_at IS NULL);

-- Everything recorded and refused, in one shape; detail is the door's or the item's slug, or the verdict.
CREATE VIEW journal (kind, seq, conference_id, id, at, attendee_id, station_id, staff_id, note, voided_at, voided_by,
                     void_reason, detail, payload) AS
  SELECT 'check-in', seq, conference_id, id, checked_in_at, attendee_id, station_id, checked_in_by, note, voided_at,
         voided_by, void_reason, NULL, NULL FROM check_in
  UNION ALL
  SELECT 'door-check', seq, conference_id, id, checked_at, attendee_id, station_id, checked_by, note, voided_at,
         voided_by, void_reason,
         ifnull((SELECT iif(EXISTS (SELECT 1 FROM addon WHERE addon.conference_id = door_check.conference_id
                         AND addon.slug = ticket_type.slug), 'ticket:', '') || slug
                   FROM ticket_type WHERE ticket_type.id = ticket_type_id),
                (SELECT iif(EXISTS (SELECT 1 FROM ticket_type WHERE ticket_type.conference_id = door_check.conference_id
                         AND ticket_type.slug = addon.slug), 'addon:', '') || slug
                   FROM addon WHERE addon.id = addon_id)), NULL FROM door_check
  UNION ALL
  SELECT 'redemption', seq, conference_id, id, redeemed_at, attendee_id, station_id, redeemed_by, note, voided_at,
         voided_by, void_reason,
         (SELECT slug FROM order_line_item line JOIN addon ON addon.id = line.addon_id
           WHERE line.id = order_line_item_id), NULL FROM product_redemption
  UNION ALL
  SELECT 'refusal', seq, conference_id, id, refused_at, attendee_id, station_id, refused_by, note, NULL, NULL, NULL,
         verdict, payload FROM refusal;
