-- A line may have a status of its own where it differs from its order's (R9).
ALTER TABLE order_line_item ADD COLUMN status TEXT
  CHECK (status IN ('pending', 'paid', 'partially_refunded', 'refunded', 'cancelled'));

-- Codes beside the access code that a person has (R35), and codes that open nothing any more.
CREATE TABLE attendee_code (
  conference_id INTEGER NOT NULL REFERENCES conference,
  code          TEXT NOT NULL CHECK (code <> ''),
  attendee_id   INTEGER NOT NULL REFERENCES attendee,
  source        TEXT NOT NULL,                         -- as attendee.source; 'local' for one linked here
  blocked       TEXT NOT NULL DEFAULT '',              -- the reason; '' while it opens
  look_alike    TEXT AS (replace(replace(replace(replace(upper(code), 'O', '0'), 'I', '1'), 'S', '5'), 'B', '8')) VIRTUAL,
  PRIMARY KEY (conference_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendee_code_attendee ON attendee_code (attendee_id);
CREATE INDEX attendee_code_look_alike ON attendee_code (look_alike);

-- Answers to the questions about a file, by the names in its header.
CREATE TABLE roster_mapping (
  conference_id INTEGER NOT NULL REFERENCES conference,
  headers       TEXT NOT NULL,
  answers       TEXT NOT NULL,                         -- a JSON object
  PRIMARY KEY (conference_id, headers)
) STRICT, WITHOUT ROWID;
