--- table conference of conference
CREATE TABLE conference (
  id             INTEGER PRIMARY KEY,
  slug           TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (slug <> ''),
  name           TEXT NOT NULL,
  timezone       TEXT NOT NULL,
  redeem_per     TEXT NOT NULL DEFAULT 'attendee' CHECK (redeem_per IN ('attendee', 'line')),
  roster_version INTEGER NOT NULL DEFAULT 0   -- raised by every change of its roster
, redeem_after_entry INTEGER NOT NULL DEFAULT 0 CHECK (redeem_after_entry IN (0, 1)), everybody_out TEXT CHECK (everybody_out GLOB '[0-2][0-9]:[0-5][0-9]'), currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]')) STRICT
--- index sqlite_autoindex_conference_1 of conference
--- table ticket_type of ticket_type
CREATE TABLE ticket_type (
  id            INTEGER PRIMARY KEY,
  conference_id INTEGER NOT NULL REFERENCES conference,
  slug          TEXT NOT NULL CHECK (slug <> ''),
  name          TEXT NOT NULL, valid TEXT NOT NULL DEFAULT '', valid_here TEXT, name_here TEXT, colour TEXT CHECK (colour GLOB '[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]'),
  UNIQUE (conference_id, slug)
) STRICT
--- index sqlite_autoindex_ticket_type_1 of ticket_type
--- table addon of addon
CREATE TABLE addon (
  id            INTEGER PRIMARY KEY,
  conference_id INTEGER NOT NULL REFERENCES conference,
  slug          TEXT NOT NULL CHECK (slug <> ''),
  name          TEXT NOT NULL, valid TEXT NOT NULL DEFAULT '', valid_here TEXT, name_here TEXT, colour TEXT CHECK (colour GLOB '[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]'), per_day INTEGER CHECK (per_day > 0), per_day_here INTEGER CHECK (per_day_here >= 0),
  UNIQUE (conference_id, slug)
) STRICT
--- index sqlite_autoindex_addon_1 of addon
--- table attendee of attendee
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
                                    'O', '0'), 'I', '1'), 'S', '5'), 'B', '8')) VIRTUAL, party TEXT NOT NULL DEFAULT '' CHECK (party = '' OR party GLOB '[1-9]*'), blocked TEXT NOT NULL DEFAULT '', shown_fields TEXT NOT NULL DEFAULT '{}', changed_in INTEGER NOT NULL DEFAULT 0, blocked_here TEXT, code_blocked TEXT NOT NULL DEFAULT '', merged_into INTEGER REFERENCES attendee,
  UNIQUE (conference_id, access_code)
) STRICT
--- index sqlite_autoindex_attendee_1 of attendee
--- index attendee_look_alike of attendee
CREATE INDEX attendee_look_alike ON attendee (look_alike)
--- table orders of orders
CREATE TABLE orders (
  id            INTEGER PRIMARY KEY,
  conference_id INTEGER NOT NULL REFERENCES conference,
  reference     TEXT NOT NULL CHECK (reference <> ''),
  status        TEXT NOT NULL CHECK (status IN ('pending', 'paid', 'partially_refunded', 'refunded', 'cancelled')),
  status_here   TEXT CHECK (status_here IN ('pending', 'paid', 'partially_refunded', 'refunded', 'cancelled')), -- R31
  UNIQUE (conference_id, reference)
) STRICT
--- index sqlite_autoindex_orders_1 of orders
--- table attendee_order of attendee_order
CREATE TABLE attendee_order (
  attendee_id INTEGER NOT NULL REFERENCES attendee,
  order_id    INTEGER NOT NULL REFERENCES orders,
  position    INTEGER NOT NULL,                        -- among the attendee's orders; the greatest is the latest
  source      TEXT NOT NULL,
  PRIMARY KEY (attendee_id, order_id)
) STRICT, WITHOUT ROWID
--- index attendee_order_order of attendee_order
CREATE INDEX attendee_order_order ON attendee_order (order_id)
--- table order_line_item of order_line_item
CREATE TABLE order_line_item (
  id            INTEGER PRIMARY KEY,
  order_id      INTEGER NOT NULL REFERENCES orders,
  position      INTEGER NOT NULL,
  upstream_id   INTEGER,
  holder_id     INTEGER REFERENCES attendee,           -- null: it serves every attendee of the order
  ticket_type_id INTEGER REFERENCES ticket_type,
  addon_id      INTEGER REFERENCES addon,
  description   TEXT NOT NULL,
  quantity      INTEGER NOT NULL CHECK (quantity >= 0), status TEXT
  CHECK (status IN ('pending', 'paid', 'partially_refunded', 'refunded', 'cancelled')), part_of INTEGER REFERENCES order_line_item,
  CHECK ((ticket_type_id IS NULL) <> (addon_id IS NULL))
) STRICT
--- index order_line_item_order of order_line_item
CREATE INDEX order_line_item_order ON order_line_item (order_id, position)
--- index order_line_item_upstream of order_line_item
CREATE INDEX order_line_item_upstream ON order_line_item (upstream_id) WHERE upstream_id IS NOT NULL
--- table redeemed_elsewhere of redeemed_elsewhere
CREATE TABLE redeemed_elsewhere (
  order_line_item_id INTEGER NOT NULL REFERENCES order_line_item,
  attendee_id        INTEGER NOT NULL REFERENCES attendee,
  units              INTEGER NOT NULL CHECK (units >= 0),
  PRIMARY KEY (order_line_item_id, attendee_id)
) STRICT, WITHOUT ROWID
--- table station of station
CREATE TABLE station (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100)
) STRICT
--- index sqlite_autoindex_station_1 of station
--- table staff_member of staff_member
CREATE TABLE staff_member (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  role     TEXT NOT NULL DEFAULT 'volunteer' CHECK (role IN ('volunteer', 'lead', 'administrator')),
  pin_hash TEXT
) STRICT
--- index sqlite_autoindex_staff_member_1 of staff_member
--- table door of door
CREATE TABLE door (
  id             INTEGER PRIMARY KEY,
  ticket_type_id INTEGER UNIQUE REFERENCES ticket_type,
  addon_id       INTEGER UNIQUE REFERENCES addon,
  capacity       INTEGER CHECK (capacity >= 0), count_exits INTEGER NOT NULL DEFAULT 0 CHECK (count_exits IN (0, 1)),
  CHECK ((ticket_type_id IS NULL) <> (addon_id IS NULL))
) STRICT
--- index sqlite_autoindex_door_1 of door
--- index sqlite_autoindex_door_2 of door
--- table setting of setting
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--- table check_in of check_in
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
  void_reason       TEXT, overridden INTEGER NOT NULL DEFAULT 0 CHECK (overridden IN (0, 1)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT
--- index sqlite_autoindex_check_in_1 of check_in
--- index check_in_attendee of check_in
CREATE INDEX check_in_attendee ON check_in (attendee_id, seq) WHERE voided_at IS NULL
--- index check_in_voided of check_in
CREATE INDEX check_in_voided ON check_in (voided_at) WHERE voided_at IS NOT NULL
--- table door_check of door_check
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
  void_reason    TEXT, inside_since INTEGER,
  CHECK ((ticket_type_id IS NULL) <> (addon_id IS NULL)),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT
--- index sqlite_autoindex_door_check_1 of door_check
--- index door_check_ticket of door_check
CREATE INDEX door_check_ticket ON door_check (ticket_type_id, attendee_id, seq)
  WHERE voided_at IS NULL AND ticket_type_id IS NOT NULL
--- index door_check_addon of door_check
CREATE INDEX door_check_addon ON door_check (addon_id, attendee_id, seq)
  WHERE voided_at IS NULL AND addon_id IS NOT NULL
--- index door_check_voided of door_check
CREATE INDEX door_check_voided ON door_check (voided_at) WHERE voided_at IS NOT NULL
--- table product_redemption of product_redemption
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
  void_reason        TEXT, overridden INTEGER NOT NULL DEFAULT 0 CHECK (overridden IN (0, 1)), day_from INTEGER, day_to INTEGER,
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT
--- index sqlite_autoindex_product_redemption_1 of product_redemption
--- index product_redemption_line of product_redemption
CREATE INDEX product_redemption_line ON product_redemption (order_line_item_id, attendee_id) WHERE voided_at IS NULL
--- index product_redemption_voided of product_redemption
CREATE INDEX product_redemption_voided ON product_redemption (voided_at) WHERE voided_at IS NOT NULL
--- table refusal of refusal
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
) STRICT
--- index sqlite_autoindex_refusal_1 of refusal
--- trigger product_redemption_purchased of product_redemption
CREATE TRIGGER product_redemption_purchased BEFORE INSERT ON product_redemption
BEGIN
  SELECT RAISE(ABORT, 'not_purchased')
   WHERE NOT EXISTS (SELECT 1 FROM order_line_item line
                       JOIN orders ON orders.id = line.order_id AND orders.conference_id = NEW.conference_id
                       JOIN attendee_order link ON link.order_id = line.order_id AND link.attendee_id = NEW.attendee_id
                       JOIN attendee ON attendee.id = NEW.attendee_id AND attendee.conference_id = NEW.conference_id
                      WHERE line.id = NEW.order_line_item_id AND line.addon_id IS NOT NULL
                        AND (line.holder_id IS NULL OR line.holder_id = NEW.attendee_id));
END
--- trigger door_check_conference of door_check
CREATE TRIGGER door_check_conference BEFORE INSERT ON door_check
WHEN NOT EXISTS (SELECT 1 FROM attendee WHERE id = NEW.attendee_id AND conference_id = NEW.conference_id)
  OR NOT EXISTS (SELECT 1 FROM ticket_type WHERE id = NEW.ticket_type_id AND conference_id = NEW.conference_id
                 UNION ALL SELECT 1 FROM addon WHERE id = NEW.addon_id AND conference_id = NEW.conference_id)
BEGIN
  SELECT RAISE(ABORT, 'another conference');
END
--- trigger check_in_conference of check_in
CREATE TRIGGER check_in_conference BEFORE INSERT ON check_in
WHEN NOT EXISTS (SELECT 1 FROM attendee WHERE id = NEW.attendee_id AND conference_id = NEW.conference_id)
BEGIN
  SELECT RAISE(ABORT, 'another conference');
END
--- trigger check_in_stays of check_in
CREATE TRIGGER check_in_stays BEFORE DELETE ON check_in
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END
--- trigger check_in_once of check_in
CREATE TRIGGER check_in_once BEFORE INSERT ON check_in
WHEN EXISTS (SELECT 1 FROM check_in WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END
--- trigger door_check_stays of door_check
CREATE TRIGGER door_check_stays BEFORE DELETE ON door_check
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END
--- trigger door_check_once of door_check
CREATE TRIGGER door_check_once BEFORE INSERT ON door_check
WHEN EXISTS (SELECT 1 FROM door_check WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END
--- trigger product_redemption_stays of product_redemption
CREATE TRIGGER product_redemption_stays BEFORE DELETE ON product_redemption
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END
--- trigger product_redemption_once of product_redemption
CREATE TRIGGER product_redemption_once BEFORE INSERT ON product_redemption
WHEN EXISTS (SELECT 1 FROM product_redemption WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END
--- trigger refusal_stays of refusal
CREATE TRIGGER refusal_stays BEFORE DELETE ON refusal
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END
--- trigger refusal_kept of refusal
CREATE TRIGGER refusal_kept BEFORE UPDATE ON refusal
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END
--- trigger conference_stays of conference
CREATE TRIGGER conference_stays BEFORE DELETE ON conference
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger ticket_type_stays of ticket_type
CREATE TRIGGER ticket_type_stays BEFORE DELETE ON ticket_type
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger addon_stays of addon
CREATE TRIGGER addon_stays BEFORE DELETE ON addon
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger attendee_stays of attendee
CREATE TRIGGER attendee_stays BEFORE DELETE ON attendee
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger orders_stays of orders
CREATE TRIGGER orders_stays BEFORE DELETE ON orders
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger order_line_item_stays of order_line_item
CREATE TRIGGER order_line_item_stays BEFORE DELETE ON order_line_item
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger station_stays of station
CREATE TRIGGER station_stays BEFORE DELETE ON station
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger staff_member_stays of staff_member
CREATE TRIGGER staff_member_stays BEFORE DELETE ON staff_member
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger conference_once of conference
CREATE TRIGGER conference_once BEFORE INSERT ON conference WHEN EXISTS (SELECT 1 FROM conference WHERE id = NEW.id OR slug = NEW.slug)
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger attendee_once of attendee
CREATE TRIGGER attendee_once BEFORE INSERT ON attendee WHEN EXISTS (SELECT 1 FROM attendee WHERE id = NEW.id OR conference_id = NEW.conference_id AND access_code = NEW.access_code)
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger orders_once of orders
CREATE TRIGGER orders_once BEFORE INSERT ON orders WHEN EXISTS (SELECT 1 FROM orders WHERE id = NEW.id OR conference_id = NEW.conference_id AND reference = NEW.reference)
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger order_line_item_once of order_line_item
CREATE TRIGGER order_line_item_once BEFORE INSERT ON order_line_item WHEN EXISTS (SELECT 1 FROM order_line_item WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger conference_same of conference
CREATE TRIGGER conference_same BEFORE UPDATE ON conference WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger ticket_type_same of ticket_type
CREATE TRIGGER ticket_type_same BEFORE UPDATE ON ticket_type WHEN NEW.id <> OLD.id OR NEW.conference_id <> OLD.conference_id
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger addon_same of addon
CREATE TRIGGER addon_same BEFORE UPDATE ON addon WHEN NEW.id <> OLD.id OR NEW.conference_id <> OLD.conference_id
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger attendee_same of attendee
CREATE TRIGGER attendee_same BEFORE UPDATE ON attendee WHEN NEW.id <> OLD.id OR NEW.conference_id <> OLD.conference_id OR NEW.access_code <> OLD.access_code
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger orders_same of orders
CREATE TRIGGER orders_same BEFORE UPDATE ON orders WHEN NEW.id <> OLD.id OR NEW.conference_id <> OLD.conference_id
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger station_same of station
CREATE TRIGGER station_same BEFORE UPDATE ON station WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger staff_member_same of staff_member
CREATE TRIGGER staff_member_same BEFORE UPDATE ON staff_member WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- trigger order_line_item_same of order_line_item
CREATE TRIGGER order_line_item_same BEFORE UPDATE ON order_line_item
WHEN NEW.id <> OLD.id OR NEW.order_id <> OLD.order_id
     AND (SELECT conference_id FROM orders WHERE id = NEW.order_id)
         IS NOT (SELECT conference_id FROM orders WHERE id = OLD.order_id)
BEGIN SELECT RAISE(ABORT, 'records point here'); END
--- table delivery of delivery
CREATE TABLE delivery (
  seq                INTEGER PRIMARY KEY,  -- the record's place in the journal
  conference_id      INTEGER NOT NULL REFERENCES conference,
  attendee_id        INTEGER NOT NULL REFERENCES attendee,
  order_line_item_id INTEGER REFERENCES order_line_item,   -- null for a check-in
  state              TEXT NOT NULL DEFAULT 'pending' CHECK (state IN
                     ('pending', 'sent', 'in_doubt', 'undecided', 'confirmed', 'refused', 'undeliverable')),
  sent_at            INTEGER,              -- when the last request left, in milliseconds since 1970, UTC
  line_there         INTEGER,              -- the server's id of the line that a redemption was sent for
  redeemed_before    INTEGER,              -- units that the server counted before the request left
  redeemed_after     INTEGER,              -- and after it was lost
  id_there           INTEGER,              -- of the row that the server made
  at_there           INTEGER,              -- its time, as the server tells it
  reason             TEXT                  -- why it was refused, is in doubt, or stays here
, first_there INTEGER, asked_at INTEGER, refused_for TEXT CHECK (refused_for IN
                     ('order', 'used_up', 'person', 'item', 'unaskable', 'other')), stands_for INTEGER REFERENCES delivery, elsewhere_before INTEGER, elsewhere_after INTEGER, noted_at INTEGER, reopened INTEGER NOT NULL DEFAULT 0) STRICT
--- index delivery_unsettled of delivery
CREATE INDEX delivery_unsettled ON delivery (conference_id, seq)
  WHERE state IN ('pending', 'sent', 'in_doubt', 'undecided')
--- index delivery_of of delivery
CREATE INDEX delivery_of ON delivery (attendee_id, order_line_item_id, state)
--- index delivery_stands_for of delivery
CREATE UNIQUE INDEX delivery_stands_for ON delivery (stands_for) WHERE stands_for IS NOT NULL
--- index delivery_refused of delivery
CREATE INDEX delivery_refused ON delivery (conference_id, refused_for) WHERE refused_for IS NOT NULL
--- view own_check_in_time of own_check_in_time
CREATE VIEW own_check_in_time (attendee_id, at) AS
  SELECT attendee_id, at_there FROM delivery WHERE order_line_item_id IS NULL AND at_there IS NOT NULL
  UNION ALL
  SELECT attendee_id, first_there FROM delivery WHERE order_line_item_id IS NULL AND first_there IS NOT NULL
--- view deliverable of deliverable
CREATE VIEW deliverable (seq, conference_id, attendee_id, order_line_item_id, voided) AS
  SELECT seq, conference_id, attendee_id, NULL, voided_at IS NOT NULL FROM check_in
  UNION ALL
  SELECT seq, conference_id, attendee_id, order_line_item_id, voided_at IS NOT NULL FROM product_redemption
--- table asked_person of asked_person
CREATE TABLE asked_person (
  conference_id INTEGER NOT NULL REFERENCES conference,
  access_code   TEXT NOT NULL,
  PRIMARY KEY (conference_id, access_code)
) STRICT, WITHOUT ROWID
--- table attendee_code of attendee_code
CREATE TABLE attendee_code (
  conference_id INTEGER NOT NULL REFERENCES conference,
  code          TEXT NOT NULL CHECK (code <> ''),
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  source        TEXT NOT NULL,                         -- as attendee.source; 'local' for one linked here
  blocked       TEXT NOT NULL DEFAULT '',              -- the reason; '' while it opens
  look_alike    TEXT AS (replace(replace(replace(replace(upper(code), 'O', '0'), 'I', '1'), 'S', '5'), 'B', '8')) VIRTUAL,
  PRIMARY KEY (conference_id, code)
) STRICT, WITHOUT ROWID
--- index attendee_code_attendee of attendee_code
CREATE INDEX attendee_code_attendee ON attendee_code (attendee_id)
--- index attendee_code_look_alike of attendee_code
CREATE INDEX attendee_code_look_alike ON attendee_code (look_alike)
--- table roster_mapping of roster_mapping
CREATE TABLE roster_mapping (
  conference_id INTEGER NOT NULL REFERENCES conference,
  headers       TEXT NOT NULL,
  answers       TEXT NOT NULL,                         -- a JSON object
  PRIMARY KEY (conference_id, headers)
) STRICT, WITHOUT ROWID
--- index product_redemption_attendee of product_redemption
CREATE INDEX product_redemption_attendee ON product_redemption (attendee_id, redeemed_at) WHERE voided_at IS NULL
--- table check_out of check_out
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
) STRICT
--- index sqlite_autoindex_check_out_1 of check_out
--- index check_out_attendee of check_out
CREATE INDEX check_out_attendee ON check_out (attendee_id, seq) WHERE voided_at IS NULL
--- index check_out_voided of check_out
CREATE INDEX check_out_voided ON check_out (voided_at) WHERE voided_at IS NOT NULL
--- trigger check_out_conference of check_out
CREATE TRIGGER check_out_conference BEFORE INSERT ON check_out
WHEN NOT EXISTS (SELECT 1 FROM attendee WHERE id = NEW.attendee_id AND conference_id = NEW.conference_id)
  OR (NEW.ticket_type_id IS NOT NULL OR NEW.addon_id IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM ticket_type WHERE id = NEW.ticket_type_id AND conference_id = NEW.conference_id
                     UNION ALL SELECT 1 FROM addon WHERE id = NEW.addon_id AND conference_id = NEW.conference_id)
BEGIN SELECT RAISE(ABORT, 'another conference'); END
--- trigger check_out_stays of check_out
CREATE TRIGGER check_out_stays BEFORE DELETE ON check_out
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END
--- trigger check_out_once of check_out
CREATE TRIGGER check_out_once BEFORE INSERT ON check_out
WHEN EXISTS (SELECT 1 FROM check_out WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END
--- trigger check_out_kept of check_out
CREATE TRIGGER check_out_kept BEFORE UPDATE ON check_out
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.ticket_type_id, NEW.addon_id, NEW.checked_out_at,
      NEW.checked_out_by, NEW.station_id, NEW.note)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.ticket_type_id, OLD.addon_id, OLD.checked_out_at,
      OLD.checked_out_by, OLD.station_id, OLD.note)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END
--- trigger check_in_kept of check_in
CREATE TRIGGER check_in_kept BEFORE UPDATE ON check_in
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.checked_in_at, NEW.checked_in_by, NEW.station_id,
      NEW.note, NEW.acknowledged_note, NEW.overridden)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.checked_in_at, OLD.checked_in_by, OLD.station_id,
      OLD.note, OLD.acknowledged_note, OLD.overridden)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END
--- trigger door_check_kept of door_check
CREATE TRIGGER door_check_kept BEFORE UPDATE ON door_check
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.ticket_type_id, NEW.addon_id, NEW.checked_at,
      NEW.checked_by, NEW.station_id, NEW.note, NEW.overridden, NEW.inside_since)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.ticket_type_id, OLD.addon_id, OLD.checked_at,
      OLD.checked_by, OLD.station_id, OLD.note, OLD.overridden, OLD.inside_since)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END
--- trigger product_redemption_kept of product_redemption
CREATE TRIGGER product_redemption_kept BEFORE UPDATE ON product_redemption
WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
  OR (NEW.seq, NEW.id, NEW.conference_id, NEW.attendee_id, NEW.order_line_item_id, NEW.redeemed_at, NEW.redeemed_by,
      NEW.station_id, NEW.note, NEW.overridden, NEW.day_from, NEW.day_to)
     IS NOT (OLD.seq, OLD.id, OLD.conference_id, OLD.attendee_id, OLD.order_line_item_id, OLD.redeemed_at,
      OLD.redeemed_by, OLD.station_id, OLD.note, OLD.overridden, OLD.day_from, OLD.day_to)
BEGIN SELECT RAISE(ABORT, 'records are only ever voided'); END
--- table presence of presence
CREATE TABLE presence (
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  door          INTEGER NOT NULL,
  conference_id INTEGER NOT NULL REFERENCES conference,
  entered_seq   INTEGER NOT NULL,                      -- 0: no live entry
  entered_at    INTEGER NOT NULL,
  left_seq      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (attendee_id, door)
) STRICT, WITHOUT ROWID
--- view holding of holding
CREATE VIEW holding (attendee_id, ticket_type_id, addon_id) AS
  SELECT link.attendee_id, line.ticket_type_id, line.addon_id
    FROM attendee_order link JOIN attendee ON attendee.id = link.attendee_id AND attendee.withdrawn = 0
    JOIN orders ON orders.id = link.order_id
     AND ifnull(orders.status_here, orders.status) IN ('paid', 'partially_refunded')
    JOIN order_line_item line ON line.order_id = link.order_id AND line.quantity > 0
     AND (line.holder_id IS NULL OR line.holder_id = link.attendee_id)
     AND ifnull(line.status, 'paid') IN ('paid', 'partially_refunded')
--- view party of party
CREATE VIEW party (attendee_id, size) AS SELECT id, max(1, CAST(party AS INTEGER)) FROM attendee
--- trigger attendee_code_free of attendee_code
CREATE TRIGGER attendee_code_free BEFORE INSERT ON attendee_code
WHEN EXISTS (SELECT 1 FROM attendee_code other WHERE other.look_alike = NEW.look_alike AND upper(other.code) = upper(NEW.code)
                AND other.conference_id = NEW.conference_id AND other.attendee_id <> NEW.attendee_id)
BEGIN SELECT RAISE(ABORT, 'code_taken'); END
--- view door_name of door_name
CREATE VIEW door_name (door, slug) AS
  SELECT -id, iif(EXISTS (SELECT 1 FROM addon WHERE addon.conference_id = ticket_type.conference_id
                             AND addon.slug = ticket_type.slug), 'ticket:', '') || slug FROM ticket_type
  UNION ALL
  SELECT id, iif(EXISTS (SELECT 1 FROM ticket_type WHERE ticket_type.conference_id = addon.conference_id
                            AND ticket_type.slug = addon.slug), 'addon:', '') || slug FROM addon
--- view not_deliverable of not_deliverable
CREATE VIEW not_deliverable (seq, conference_id) AS
  SELECT seq, conference_id FROM door_check
  UNION ALL
  SELECT seq, conference_id FROM check_out
  UNION ALL
  SELECT record.seq, record.conference_id FROM deliverable record JOIN delivery USING (seq)
   WHERE record.voided AND delivery.state = 'confirmed'
     AND NOT EXISTS (SELECT 1 FROM delivery taken WHERE taken.stands_for = delivery.seq)
--- index attendee_party of attendee
CREATE INDEX attendee_party ON attendee (conference_id) WHERE party <> ''
--- view several of several
CREATE VIEW several (attendee_id, conference_id, size) AS
  SELECT id, conference_id, CAST(party AS INTEGER) FROM attendee WHERE party <> ''
--- table correction of correction
CREATE TABLE "correction" (
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
) STRICT
--- index sqlite_autoindex_correction_1 of correction
--- index correction_attendee of correction
CREATE INDEX correction_attendee ON correction (attendee_id)
--- trigger correction_stays of correction
CREATE TRIGGER correction_stays BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END
--- trigger correction_once of correction
CREATE TRIGGER correction_once BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END
--- trigger correction_kept of correction
CREATE TRIGGER correction_kept BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END
--- view journal_next of journal_next
CREATE VIEW journal_next (seq) AS
  SELECT 1 + max(ifnull((SELECT max(seq) FROM check_in), 0), ifnull((SELECT max(seq) FROM door_check), 0),
                 ifnull((SELECT max(seq) FROM product_redemption), 0), ifnull((SELECT max(seq) FROM check_out), 0),
                 ifnull((SELECT max(seq) FROM refusal), 0), ifnull((SELECT max(seq) FROM correction), 0))
--- table standing_correction of standing_correction
CREATE TABLE standing_correction (
  correction    INTEGER PRIMARY KEY REFERENCES correction,
  conference_id INTEGER NOT NULL REFERENCES conference,
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  what          TEXT NOT NULL,
  about         TEXT NOT NULL,
  value         TEXT NOT NULL,
  roster_value  TEXT NOT NULL                          -- as the roster last said it
, orders TEXT NOT NULL DEFAULT '') STRICT
--- index standing_correction_conference of standing_correction
CREATE INDEX standing_correction_conference ON standing_correction (conference_id)
--- index attendee_merged of attendee
CREATE INDEX attendee_merged ON attendee (merged_into) WHERE merged_into IS NOT NULL
--- table hold of hold
CREATE TABLE hold (
  order_line_item_id INTEGER NOT NULL REFERENCES order_line_item,
  attendee_id        INTEGER NOT NULL REFERENCES attendee,
  since              INTEGER NOT NULL,
  PRIMARY KEY (order_line_item_id, attendee_id)
) STRICT, WITHOUT ROWID
--- table carry of carry
CREATE TABLE carry (
  seq           INTEGER PRIMARY KEY,
  correction    INTEGER NOT NULL REFERENCES correction,
  unit          INTEGER NOT NULL REFERENCES product_redemption,
  from_line     INTEGER NOT NULL REFERENCES order_line_item,
  from_attendee INTEGER NOT NULL REFERENCES attendee,
  to_line       INTEGER NOT NULL REFERENCES order_line_item,
  to_attendee   INTEGER NOT NULL REFERENCES attendee,
  undoes        INTEGER UNIQUE REFERENCES carry
) STRICT
--- index sqlite_autoindex_carry_1 of carry
--- index carry_unit of carry
CREATE INDEX carry_unit ON carry (unit, seq)
--- index carry_to of carry
CREATE INDEX carry_to ON carry (to_line, to_attendee)
--- index carry_to_attendee of carry
CREATE INDEX carry_to_attendee ON carry (to_attendee)
--- view unit_place of unit_place
CREATE VIEW unit_place (seq, order_line_item_id, attendee_id) AS
  SELECT unit.seq, unit.order_line_item_id, unit.attendee_id FROM product_redemption unit
   WHERE NOT EXISTS (SELECT 1 FROM carry WHERE carry.unit = unit.seq)
  UNION ALL
  SELECT carry.unit, to_line, to_attendee FROM carry
   WHERE NOT EXISTS (SELECT 1 FROM carry later WHERE later.unit = carry.unit AND later.seq > carry.seq)
--- view counted_unit of counted_unit
CREATE VIEW counted_unit (seq, order_line_item_id, attendee_id, redeemed_at, redeemed_by, station_id, carried_from) AS
  SELECT unit.seq, unit.order_line_item_id, unit.attendee_id, redeemed_at, redeemed_by, station_id, NULL
    FROM product_redemption unit
   WHERE voided_at IS NULL AND NOT EXISTS (SELECT 1 FROM carry WHERE carry.unit = unit.seq)
  UNION ALL
  SELECT unit.seq, to_line, to_attendee, redeemed_at, redeemed_by, station_id,
         CASE WHEN (to_line, to_attendee) IS NOT (unit.order_line_item_id, unit.attendee_id)
              THEN (SELECT access_code FROM attendee WHERE attendee.id = unit.attendee_id) END
    FROM carry JOIN product_redemption unit ON unit.seq = carry.unit AND unit.voided_at IS NULL
   WHERE NOT EXISTS (SELECT 1 FROM carry later WHERE later.unit = carry.unit AND later.seq > carry.seq)
--- view first_entry of first_entry
CREATE VIEW first_entry (attendee_id, at, station) AS
  SELECT first.attendee_id, first.checked_in_at,
         (SELECT station.name FROM check_in entry JOIN station ON station.id = entry.station_id
           WHERE entry.attendee_id = first.attendee_id AND entry.voided_at IS NULL
             AND entry.checked_in_at = first.checked_in_at ORDER BY entry.seq LIMIT 1)
    FROM first_check_in first WHERE first.checked_in_at IS NOT NULL
--- view same_person of same_person
CREATE VIEW same_person (attendee_id, goes_on) AS
  SELECT id, id FROM attendee
  UNION ALL
  SELECT id, merged_into FROM attendee WHERE merged_into IS NOT NULL
--- trigger carry_stays of carry
CREATE TRIGGER carry_stays BEFORE DELETE ON carry
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END
--- trigger carry_kept of carry
CREATE TRIGGER carry_kept BEFORE UPDATE ON carry
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END
--- trigger carry_next of carry
CREATE TRIGGER carry_next BEFORE INSERT ON carry
WHEN NEW.seq <= (SELECT ifnull(max(seq), 0) FROM carry)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END
--- trigger carry_fits of carry
CREATE TRIGGER carry_fits BEFORE INSERT ON carry
WHEN NOT EXISTS (SELECT 1 FROM unit_place WHERE seq = NEW.unit AND order_line_item_id = NEW.from_line
                                            AND attendee_id = NEW.from_attendee)
  OR (SELECT addon_id FROM order_line_item WHERE id = NEW.from_line)
     IS NOT (SELECT addon_id FROM order_line_item WHERE id = NEW.to_line)
  OR (SELECT conference_id FROM attendee WHERE id = NEW.to_attendee)
     IS NOT (SELECT conference_id FROM product_redemption WHERE seq = NEW.unit)
BEGIN SELECT RAISE(ABORT, 'carried amiss'); END
--- trigger product_redemption_within_quantity of product_redemption
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
END
--- trigger product_redemption_per_day of product_redemption
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
END
--- trigger conference_redeem_per of conference
CREATE TRIGGER conference_redeem_per BEFORE UPDATE OF redeem_per ON conference
WHEN NEW.redeem_per = 'line' AND OLD.redeem_per <> 'line' AND EXISTS (
  SELECT 1 FROM order_line_item line JOIN orders ON orders.id = line.order_id AND orders.conference_id = NEW.id
   WHERE line.quantity <
         (SELECT count(*) FROM counted_unit unit WHERE unit.order_line_item_id = line.id)
       + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = line.id))
BEGIN SELECT RAISE(ABORT, 'redeem_per'); END
--- table hub_asked of hub_asked
CREATE TABLE hub_asked (                               -- asked and without an answer that was recorded: a doubt, settled first
  id       TEXT PRIMARY KEY,                           -- the record's
  entry    TEXT NOT NULL,                              -- as it was sent: conference, kind, claims; JSON
  asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID
--- table hub_sent of hub_sent
CREATE TABLE hub_sent (                                -- records that the hub has, whichever station made them
  id     TEXT PRIMARY KEY,
  voided INTEGER NOT NULL CHECK (voided IN (0, 1))
, place INTEGER) STRICT, WITHOUT ROWID
--- table hub_held of hub_held
CREATE TABLE hub_held (                                -- buckets that this station owns or has owned
  conference TEXT NOT NULL,
  product    TEXT NOT NULL,
  number     INTEGER NOT NULL,
  grant_no   INTEGER NOT NULL,
  returned   INTEGER NOT NULL DEFAULT 0 CHECK (returned IN (0, 1, 2)),  -- 1: nothing is decided here; 2: the hub has it
  PRIMARY KEY (conference, product, number)
) STRICT, WITHOUT ROWID
--- table hub_state of hub_state
CREATE TABLE hub_state (                               -- incarnation, place, name, contact
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID
--- view hub_line of hub_line
CREATE VIEW hub_line (line_id, conference, per_line, order_reference, addon, quantity, line) AS
  SELECT line.id, lower(conference.slug), conference.redeem_per = 'line', orders.reference, addon.slug, line.quantity,
         ifnull('#' || line.upstream_id, addon.slug || ':' ||
           (SELECT count(*) FROM order_line_item other WHERE other.order_id = line.order_id
               AND other.addon_id = line.addon_id AND other.position <= line.position))
    FROM order_line_item line JOIN orders ON orders.id = line.order_id
    JOIN conference ON conference.id = orders.conference_id JOIN addon ON addon.id = line.addon_id
--- table badge_printer of badge_printer
CREATE TABLE badge_printer (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  address     TEXT NOT NULL,
  labels_left INTEGER CHECK (labels_left >= 0)                        -- null: not counted
) STRICT
--- index sqlite_autoindex_badge_printer_1 of badge_printer
--- table badge_use of badge_use
CREATE TABLE badge_use (
  conference_id INTEGER NOT NULL REFERENCES conference,
  ticket        TEXT NOT NULL,                                        -- a ticket type's slug; '' for every other
  template      TEXT NOT NULL,                                        -- a built-in one's name, or the drawing itself
  printer_id    INTEGER REFERENCES badge_printer ON DELETE SET NULL,  -- null: the only printer, if there is one
  PRIMARY KEY (conference_id, ticket)
) STRICT, WITHOUT ROWID
--- table badge_job of badge_job
CREATE TABLE badge_job (
  seq           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  conference_id INTEGER NOT NULL REFERENCES conference,
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  check_in_id   TEXT REFERENCES check_in (id),                        -- null: asked for by hand
  station_id    INTEGER REFERENCES station,
  printer       TEXT NOT NULL COLLATE NOCASE,
  state         TEXT NOT NULL DEFAULT 'queued'
                CHECK (state IN ('queued', 'sending', 'sent', 'confirmed', 'unknown', 'cancelled')),
  again         INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)),
  reason        TEXT,
  made_at       INTEGER NOT NULL,
  made_by       INTEGER REFERENCES staff_member,
  changed_at    INTEGER NOT NULL,
  spooled       TEXT,                                                 -- the spooler's own name of it
  check_in_void INTEGER NOT NULL DEFAULT 0 CHECK (check_in_void IN (0, 1)),
  answered      INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1)), failure TEXT CHECK (failure IS NULL OR state = 'cancelled'), -- somebody looked whether an unknown one came out
  CHECK (again = (reason IS NOT NULL AND reason <> ''))
) STRICT
--- index sqlite_autoindex_badge_job_1 of badge_job
--- index badge_job_first of badge_job
CREATE UNIQUE INDEX badge_job_first ON badge_job (attendee_id) WHERE again = 0 AND state <> 'cancelled'
--- index badge_job_attendee of badge_job
CREATE INDEX badge_job_attendee ON badge_job (attendee_id)
--- index badge_job_waiting of badge_job
CREATE INDEX badge_job_waiting ON badge_job (printer, seq) WHERE state IN ('queued', 'sending')
--- index badge_job_unknown of badge_job
CREATE INDEX badge_job_unknown ON badge_job (seq) WHERE state = 'unknown' AND answered = 0
--- index badge_job_check_in of badge_job
CREATE INDEX badge_job_check_in ON badge_job (check_in_id)
--- table badge_question of badge_question
CREATE TABLE badge_question (
  attendee_id   INTEGER PRIMARY KEY REFERENCES attendee,
  conference_id INTEGER NOT NULL REFERENCES conference,
  check_in_id   TEXT NOT NULL REFERENCES check_in (id),
  station_id    INTEGER NOT NULL REFERENCES station,
  kind          TEXT NOT NULL CHECK (kind IN ('print', 'again')),
  asked_at      INTEGER NOT NULL
) STRICT
--- view badge_job_shown of badge_job_shown
CREATE VIEW badge_job_shown AS
  SELECT job.*, attendee.access_code, iif(trim(attendee.name) = '', attendee.access_code, attendee.name) AS name,
         ifnull(station.name, '') AS station, ifnull(staff_member.name, '') AS staff
    FROM badge_job job JOIN attendee ON attendee.id = job.attendee_id
    LEFT JOIN station ON station.id = job.station_id LEFT JOIN staff_member ON staff_member.id = job.made_by
--- view badge_question_shown of badge_question_shown
CREATE VIEW badge_question_shown AS
  SELECT question.*, attendee.access_code, iif(trim(attendee.name) = '', attendee.access_code, attendee.name) AS name
    FROM badge_question question JOIN attendee ON attendee.id = question.attendee_id
--- trigger badge_job_stays of badge_job
CREATE TRIGGER badge_job_stays BEFORE DELETE ON badge_job
BEGIN SELECT RAISE(ABORT, 'print jobs are never deleted'); END
--- trigger badge_job_new of badge_job
CREATE TRIGGER badge_job_new BEFORE INSERT ON badge_job
WHEN NEW.state <> 'queued' OR NOT EXISTS (SELECT 1 FROM attendee WHERE id = NEW.attendee_id AND conference_id = NEW.conference_id)
BEGIN SELECT RAISE(ABORT, 'a print job begins queued'); END
--- trigger badge_job_goes_on of badge_job
CREATE TRIGGER badge_job_goes_on BEFORE UPDATE OF state ON badge_job
WHEN NEW.state <> OLD.state AND OLD.state || ' ' || NEW.state NOT IN ('queued sending', 'queued cancelled', 'sending queued',
     'sending sent', 'sending confirmed', 'sending unknown', 'unknown confirmed', 'unknown cancelled')
BEGIN SELECT RAISE(ABORT, 'a print job does not go back'); END
--- trigger badge_job_check_in_voided of check_in
CREATE TRIGGER badge_job_check_in_voided AFTER UPDATE OF voided_at ON check_in WHEN NEW.voided_at IS NOT NULL
BEGIN
  UPDATE badge_job SET state = 'cancelled', changed_at = NEW.voided_at WHERE check_in_id = NEW.id AND state = 'queued';
  UPDATE badge_job SET check_in_void = 1 WHERE check_in_id = NEW.id;
  DELETE FROM badge_question WHERE check_in_id = NEW.id;
END
--- view journal of journal
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
         verdict, payload FROM refusal
  UNION ALL
  SELECT 'correction', seq, conference_id, id, corrected_at, attendee_id, station_id, corrected_by, reason, NULL, NULL, NULL,
         what, CASE WHEN amount IS NOT NULL THEN amount || ' ' || means
               WHEN about = '' THEN replace(value, char(31), ' ')
               WHEN value = '' THEN replace(about, 'show:', '')
               ELSE replace(about, 'show:', '') || ': ' || replace(value, char(31), ' ') END FROM correction
--- index badge_job_failed of badge_job
CREATE INDEX badge_job_failed ON badge_job (seq) WHERE failure IS NOT NULL AND answered = 0
--- table hub_untold of hub_untold
CREATE TABLE hub_untold (                              -- what became of these deliveries is not at the hub yet
  seq INTEGER PRIMARY KEY                              -- of the record
) STRICT
--- view delivery_outcome of delivery_outcome
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
    JOIN conference ON conference.id = known.conference_id
--- trigger hub_delivery_ended of delivery
CREATE TRIGGER hub_delivery_ended AFTER UPDATE OF state ON delivery
WHEN NEW.state IN ('confirmed', 'refused', 'undecided', 'undeliverable')
BEGIN
  INSERT OR IGNORE INTO hub_untold (seq) VALUES (NEW.seq);
END
--- trigger delivery_outcome_heard of delivery_outcome
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
END
--- view delivered_units of delivered_units
CREATE VIEW delivered_units (attendee_id, order_line_item_id, units, unsettled) AS
  SELECT place.attendee_id, place.order_line_item_id, sum(state = 'confirmed' AND stands_for IS NULL),
         sum(state IN ('sent', 'in_doubt', 'undecided') OR state = 'pending'
             AND EXISTS (SELECT 1 FROM hub_state WHERE key = 'server' AND value = 'others'))
    FROM delivery JOIN unit_place place ON place.seq = delivery.seq
   WHERE delivery.order_line_item_id IS NOT NULL GROUP BY place.attendee_id, place.order_line_item_id
--- table hub_to_send of hub_to_send
CREATE TABLE hub_to_send (
  seq INTEGER PRIMARY KEY,
  id  TEXT NOT NULL UNIQUE
) STRICT
--- index sqlite_autoindex_hub_to_send_1 of hub_to_send
--- view first_check_in of first_check_in
CREATE VIEW first_check_in (attendee_id, checked_in_at) AS
  SELECT attendee.id,
         CASE WHEN first.seq IS NULL OR attendee.checked_in_elsewhere_seq <= first.seq
              THEN ifnull(attendee.checked_in_elsewhere_at, first.checked_in_at) ELSE first.checked_in_at END
    FROM attendee
    LEFT JOIN check_in first ON first.seq =
         (SELECT entry.seq FROM check_in entry LEFT JOIN hub_sent sent ON sent.id = entry.id
           WHERE entry.voided_at IS NULL
             AND entry.attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = attendee.id)
           ORDER BY sent.place IS NULL, sent.place, entry.seq LIMIT 1)
--- trigger presence_check_in of check_in
CREATE TRIGGER presence_check_in AFTER INSERT ON check_in WHEN NEW.voided_at IS NULL
BEGIN
  INSERT INTO presence (attendee_id, door, conference_id, entered_seq, entered_at)
    SELECT ifnull(merged_into, id), 0, NEW.conference_id, NEW.seq, NEW.checked_in_at FROM attendee
     WHERE id = NEW.attendee_id
    ON CONFLICT DO UPDATE SET entered_seq = excluded.entered_seq, entered_at = excluded.entered_at
     WHERE excluded.entered_seq > entered_seq;
END
--- trigger presence_check_in_voided of check_in
CREATE TRIGGER presence_check_in_voided AFTER UPDATE OF voided_at ON check_in
BEGIN
  UPDATE presence SET (entered_seq, entered_at) =
         (SELECT ifnull(max(seq), 0), ifnull(checked_in_at, 0) FROM check_in
           WHERE attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = presence.attendee_id)
             AND voided_at IS NULL)
   WHERE attendee_id = (SELECT ifnull(merged_into, id) FROM attendee WHERE id = NEW.attendee_id) AND door = 0;
END
--- trigger presence_door_check of door_check
CREATE TRIGGER presence_door_check AFTER INSERT ON door_check WHEN NEW.voided_at IS NULL
BEGIN
  INSERT INTO presence (attendee_id, door, conference_id, entered_seq, entered_at)
    SELECT ifnull(merged_into, id), ifnull(-NEW.ticket_type_id, NEW.addon_id), NEW.conference_id, NEW.seq, NEW.checked_at
      FROM attendee WHERE id = NEW.attendee_id
    ON CONFLICT DO UPDATE SET entered_seq = excluded.entered_seq, entered_at = excluded.entered_at
     WHERE excluded.entered_seq > entered_seq;
END
--- trigger presence_door_check_voided of door_check
CREATE TRIGGER presence_door_check_voided AFTER UPDATE OF voided_at ON door_check
BEGIN
  UPDATE presence SET (entered_seq, entered_at) =
         (SELECT ifnull(max(seq), 0), ifnull(checked_at, 0) FROM (
            SELECT seq, checked_at FROM door_check WHERE ticket_type_id = NEW.ticket_type_id
               AND ticket_type_id IS NOT NULL AND voided_at IS NULL
               AND attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = presence.attendee_id)
            UNION ALL SELECT seq, checked_at FROM door_check WHERE addon_id = NEW.addon_id
               AND addon_id IS NOT NULL AND voided_at IS NULL
               AND attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = presence.attendee_id)))
   WHERE attendee_id = (SELECT ifnull(merged_into, id) FROM attendee WHERE id = NEW.attendee_id)
     AND door = ifnull(-NEW.ticket_type_id, NEW.addon_id);
END
--- trigger presence_check_out of check_out
CREATE TRIGGER presence_check_out AFTER INSERT ON check_out WHEN NEW.voided_at IS NULL   -- leaving the venue leaves every room
BEGIN
  UPDATE presence SET left_seq = max(left_seq, NEW.seq)
   WHERE attendee_id = (SELECT ifnull(merged_into, id) FROM attendee WHERE id = NEW.attendee_id)
     AND (NEW.ticket_type_id IS NULL AND NEW.addon_id IS NULL OR door = ifnull(-NEW.ticket_type_id, NEW.addon_id));
END
--- trigger presence_check_out_voided of check_out
CREATE TRIGGER presence_check_out_voided AFTER UPDATE OF voided_at ON check_out
BEGIN
  UPDATE presence SET left_seq =
         (SELECT ifnull(max(exit.seq), 0) FROM check_out exit
           WHERE exit.attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = presence.attendee_id)
             AND exit.voided_at IS NULL
             AND ifnull(ifnull(-exit.ticket_type_id, exit.addon_id), 0) IN (0, presence.door))
   WHERE attendee_id = (SELECT ifnull(merged_into, id) FROM attendee WHERE id = NEW.attendee_id);
END
--- trigger presence_merged of attendee
CREATE TRIGGER presence_merged AFTER UPDATE OF merged_into ON attendee WHEN NEW.merged_into IS NOT NULL
BEGIN
  DELETE FROM presence WHERE attendee_id IN (NEW.id, NEW.merged_into);
  INSERT INTO presence (attendee_id, door, conference_id, entered_seq, entered_at)
    SELECT NEW.merged_into, door, conference_id, max(seq), at FROM (
      SELECT 0 AS door, conference_id, seq, checked_in_at AS at FROM check_in
       WHERE attendee_id IN (SELECT attendee_id FROM same_person WHERE goes_on = NEW.merged_into) AND voided_at IS NULL
      UNION ALL
      SELECT ifnull(-ticket_type_id, addon_id), conference_id, seq, checked_at FROM door_check
       WHERE attendee_id IN (SELECT attendee_id FROM same_person WHERE goes_on = NEW.merged_into) AND voided_at IS NULL)
     GROUP BY door;
  UPDATE presence SET left_seq =
         (SELECT ifnull(max(exit.seq), 0) FROM check_out exit
           WHERE exit.attendee_id IN (SELECT attendee_id FROM same_person WHERE goes_on = NEW.merged_into)
             AND exit.voided_at IS NULL
             AND ifnull(ifnull(-exit.ticket_type_id, exit.addon_id), 0) IN (0, presence.door))
   WHERE attendee_id = NEW.merged_into;
END
--- view unit_there of unit_there
CREATE VIEW unit_there (seq, order_line_item_id, attendee_id) AS
  SELECT delivery.seq, ifnull(carry.to_line, delivery.order_line_item_id), ifnull(carry.to_attendee, delivery.attendee_id)
    FROM delivery LEFT JOIN carry ON carry.seq =
         (SELECT max(its.seq) FROM carry its JOIN correction ON correction.seq = its.correction
           WHERE its.unit = delivery.seq AND correction.station_id IS NULL)
--- view stand_in of stand_in
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
   GROUP BY fresh.seq
--- view delivery_facts of delivery_facts
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
    LEFT JOIN addon ON addon.id = line.addon_id
--- view merged_person of merged_person
CREATE VIEW merged_person (attendee_id, goes_on) AS
  SELECT id, merged_into FROM attendee WHERE merged_into IS NOT NULL
--- trigger hub_to_send_check_in_voided of check_in
CREATE TRIGGER hub_to_send_check_in_voided AFTER UPDATE OF voided_at ON check_in
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END
--- trigger hub_to_send_door_check_voided of door_check
CREATE TRIGGER hub_to_send_door_check_voided AFTER UPDATE OF voided_at ON door_check
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END
--- trigger hub_to_send_check_out_voided of check_out
CREATE TRIGGER hub_to_send_check_out_voided AFTER UPDATE OF voided_at ON check_out
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END
--- trigger hub_to_send_product_redemption_voided of product_redemption
CREATE TRIGGER hub_to_send_product_redemption_voided AFTER UPDATE OF voided_at ON product_redemption
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END
--- view hub_bought of hub_bought
CREATE VIEW hub_bought (conference, order_reference, line, line_id, addon, per_line, quantity) AS
  SELECT lower(conference.slug), orders.reference, hub_line.line, hub_line.line_id, hub_line.addon, hub_line.per_line,
         hub_line.quantity
    FROM conference CROSS JOIN orders ON orders.conference_id = conference.id
    CROSS JOIN order_line_item bought ON bought.order_id = orders.id CROSS JOIN hub_line ON hub_line.line_id = bought.id
--- view hub_record of hub_record
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
    LEFT JOIN staff_member voider ON voider.id = record.voided_by
--- trigger hub_record_voided of hub_record
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
END
--- trigger hub_to_send_check_in of check_in
CREATE TRIGGER hub_to_send_check_in AFTER INSERT ON check_in
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END
--- trigger hub_to_send_door_check of door_check
CREATE TRIGGER hub_to_send_door_check AFTER INSERT ON door_check
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END
--- trigger hub_to_send_check_out of check_out
CREATE TRIGGER hub_to_send_check_out AFTER INSERT ON check_out
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END
--- trigger hub_to_send_product_redemption of product_redemption
CREATE TRIGGER hub_to_send_product_redemption AFTER INSERT ON product_redemption
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance') AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END
--- table hub_arrived of hub_arrived
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
) STRICT
--- view hub_arriving of hub_arriving
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
    LEFT JOIN staff_member staff ON staff.name = arrived.by_name
--- view hub_not_here of hub_not_here
CREATE VIEW hub_not_here (n, kind) AS                  -- no such person or item, or of a later version
  SELECT n, kind FROM hub_arriving
   WHERE NOT CASE kind WHEN 'check_in' THEN attendee_id IS NOT NULL
                       WHEN 'door_check' THEN attendee_id IS NOT NULL AND ifnull(ticket_type_id, addon_id) IS NOT NULL
                       WHEN 'check_out' THEN attendee_id IS NOT NULL
                         AND (product IS NULL OR ifnull(ticket_type_id, addon_id) IS NOT NULL)
                       WHEN 'redemption' THEN attendee_id IS NOT NULL AND line_id IS NOT NULL
                       WHEN 'refusal' THEN conference_id IS NOT NULL AND (code IS NULL OR attendee_id IS NOT NULL)
                       ELSE 0 END
--- view hub_made of hub_made
CREATE VIEW hub_made (first) AS SELECT 0 WHERE 0
--- trigger hub_page_made of hub_made
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
END
--- trigger hub_to_send_refusal of refusal
CREATE TRIGGER hub_to_send_refusal AFTER INSERT ON refusal
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
  AND NOT EXISTS (SELECT 1 FROM hub_sent WHERE id = 'refusal:' || NEW.id)
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, 'refusal:' || NEW.id);
END
--- index presence_room of presence
CREATE INDEX presence_room ON presence (conference_id, door, entered_seq, left_seq, entered_at) WHERE door <> 0
--- trigger door_check_capacity of door_check
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
             AND presence.door = ifnull(-NEW.ticket_type_id, NEW.addon_id) AND presence.door <> 0
             AND entered_seq > iif(count_exits, left_seq, 0)
             AND (count_exits = 0 OR entered_at >= NEW.inside_since))
     AND (count_exits = 1 OR capacity < (SELECT size FROM party WHERE attendee_id = NEW.attendee_id)
       + (SELECT ifnull(sum(size), 0) FROM presence JOIN party USING (attendee_id)
           WHERE presence.conference_id = NEW.conference_id
             AND presence.door = ifnull(-NEW.ticket_type_id, NEW.addon_id) AND presence.door <> 0 AND entered_seq > 0
             AND EXISTS (SELECT 1 FROM holding WHERE holding.attendee_id = presence.attendee_id
                            AND (holding.ticket_type_id = NEW.ticket_type_id OR holding.addon_id = NEW.addon_id))));
END
--- view shared_setting of shared_setting
CREATE VIEW shared_setting (conference, key, value) AS
  SELECT lower(slug), 'conference/' || field.key, CAST(field.value AS TEXT)
    FROM conference, json_each(json_object('name', name, 'timezone', timezone, 'redeem_per', redeem_per,
           'redeem_after_entry', redeem_after_entry, 'everybody_out', everybody_out, 'currency', currency)) field
  UNION ALL
  SELECT lower(conference.slug), 'ticket:' || product.slug || '/' || field.key, CAST(field.value AS TEXT)
    FROM ticket_type product JOIN conference ON conference.id = product.conference_id
    LEFT JOIN door ON door.ticket_type_id = product.id, json_each(json_object('name', ifnull(name_here, product.name),
           'colour', colour, 'valid', ifnull(valid_here, valid), 'door', iif(door.id IS NULL, NULL, 1),
           'capacity', capacity, 'count_exits', ifnull(count_exits, 0))) field
  UNION ALL
  SELECT lower(conference.slug), 'addon:' || product.slug || '/' || field.key, CAST(field.value AS TEXT)
    FROM addon product JOIN conference ON conference.id = product.conference_id
    LEFT JOIN door ON door.addon_id = product.id, json_each(json_object('name', ifnull(name_here, product.name),
           'colour', colour, 'valid', ifnull(valid_here, valid), 'per_day', ifnull(per_day_here, ifnull(per_day, 0)),
           'door', iif(door.id IS NULL, NULL, 1), 'capacity', capacity, 'count_exits', ifnull(count_exits, 0))) field
  UNION ALL                                            -- a volunteer may also come with a record of another station
  SELECT '', 'staff:' || name || '/' || field.key, CAST(field.value AS TEXT)
    FROM staff_member, json_each(json_object('known', 1, 'role', nullif(role, 'volunteer'), 'pin_hash', pin_hash)) field
--- table hub_setting of hub_setting
CREATE TABLE hub_setting (                             -- those of this station beside those of the hub
  conference  TEXT NOT NULL,                           -- '' for staff
  key         TEXT NOT NULL,
  here        TEXT,                                    -- when it was last compared: another value was set here since
  version     INTEGER NOT NULL DEFAULT 0,              -- of that value; 0: from before joining, or from a roster
  there       TEXT,
  hub_version INTEGER NOT NULL DEFAULT 0,              -- 0: the hub does not have it
  changed     INTEGER NOT NULL DEFAULT 0,              -- its place in the venue's order
  refused     TEXT,                                    -- why the hub's value does not hold here
  PRIMARY KEY (conference, key)
) STRICT, WITHOUT ROWID
