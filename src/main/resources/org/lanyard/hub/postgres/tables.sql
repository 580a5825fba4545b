-- The hub's tables. Each statement of a station is one function call in autocommit: it locks first, and reads afterwards.

CREATE TABLE hub (                                     -- one row
  one         boolean PRIMARY KEY DEFAULT true CHECK (one),
  format      integer NOT NULL,                        -- of these tables
  incarnation uuid    NOT NULL,
  place       bigint  NOT NULL DEFAULT 0,              -- the last one given out: the venue's order
  recovering  boolean NOT NULL DEFAULT false
);

CREATE TABLE station (
  instance  uuid PRIMARY KEY,
  name      text NOT NULL,
  role_name text,                                      -- of the database
  log       bigint NOT NULL DEFAULT 0,                 -- longest seen
  levelled  uuid,                                      -- incarnation that has everything of this station
  to_send   bigint NOT NULL DEFAULT 0,
  in_doubt  bigint NOT NULL DEFAULT 0,
  last_seen timestamptz NOT NULL DEFAULT now(),
  shut_out  boolean NOT NULL DEFAULT false,
  taken_by  text,
  reason    text
);

CREATE TABLE bucket (                                  -- a bucket without a row is the hub's; ask and grant insert it first
  conference text NOT NULL,
  product    text NOT NULL,
  number     integer NOT NULL,
  owner      uuid REFERENCES station,                  -- null: the hub
  grant_no   bigint NOT NULL DEFAULT 0,
  granted_at bigint NOT NULL DEFAULT 0,                -- place of the last grant
  wanted     boolean NOT NULL DEFAULT false,
  PRIMARY KEY (conference, product, number)
);
CREATE INDEX bucket_owner ON bucket (owner) WHERE owner IS NOT NULL;

CREATE TABLE pool (
  conference text NOT NULL,
  product    text NOT NULL,
  number     integer NOT NULL,
  pool       text NOT NULL,
  quantity   integer NOT NULL,                         -- limit of the highest roster version that asked
  version    bigint NOT NULL,
  used       integer NOT NULL DEFAULT 0 CHECK (used >= 0),
  PRIMARY KEY (conference, product, number, pool)
);

CREATE TABLE entry (
  conference text NOT NULL,
  kind       text NOT NULL,
  key        text NOT NULL,
  state      text NOT NULL CHECK (state IN ('LIVE', 'VOIDED', 'UNDONE')),
  body       text NOT NULL,
  place      bigint NOT NULL,
  changed    bigint NOT NULL UNIQUE,
  station    uuid NOT NULL,
  conflict   boolean NOT NULL DEFAULT false,
  PRIMARY KEY (conference, kind, key)
);
CREATE INDEX entry_conflict ON entry (changed) WHERE conflict AND state = 'LIVE';

CREATE TABLE claim (                                   -- units that a LIVE entry holds; kept for others too
  conference text NOT NULL,
  kind       text NOT NULL,
  key        text NOT NULL,
  product    text NOT NULL,
  number     integer NOT NULL,
  pool       text NOT NULL,
  PRIMARY KEY (conference, kind, key, product, number, pool),
  FOREIGN KEY (conference, kind, key) REFERENCES entry
);

CREATE TABLE delivery (                                -- records that a station took to the registration server
  conference text NOT NULL,
  record     uuid NOT NULL,
  station    uuid NOT NULL,                            -- that claimed it
  outcome    text,                                     -- null: a request may be under way
  changed    bigint UNIQUE,                            -- place of the outcome
  PRIMARY KEY (conference, record)
);
CREATE INDEX delivery_open ON delivery (station) WHERE outcome IS NULL;
