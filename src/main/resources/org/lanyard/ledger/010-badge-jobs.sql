-- Printers, what is printed for which ticket, and print jobs.

CREATE TABLE badge_printer (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  address     TEXT NOT NULL,
  labels_left INTEGER CHECK (labels_left >= 0)                        -- null: not counted
) STRICT;

CREATE TABLE badge_use (
  conference_id INTEGER NOT NULL REFERENCES conference,
  ticket        TEXT NOT NULL,                                        -- a ticket type's slug; '' for every other
  template      TEXT NOT NULL,                                        -- a built-in one's name, or the drawing itself
  printer_id    INTEGER REFERENCES badge_printer ON DELETE SET NULL,  -- null: the only printer, if there is one
  PRIMARY KEY (conference_id, ticket)
) STRICT, WITHOUT ROWID;

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
  answered      INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1)), -- somebody looked whether an unknown one came out
  CHECK (again = (reason IS NOT NULL AND reason <> ''))
) STRICT;
-- At most one first badge a code, also for a party.
CREATE UNIQUE INDEX badge_job_first ON badge_job (attendee_id) WHERE again = 0 AND state <> 'cancelled';
CREATE INDEX badge_job_attendee ON badge_job (attendee_id);
CREATE INDEX badge_job_waiting ON badge_job (printer, seq) WHERE state IN ('queued', 'sending');
CREATE INDEX badge_job_unknown ON badge_job (seq) WHERE state = 'unknown' AND answered = 0;
CREATE INDEX badge_job_check_in ON badge_job (check_in_id);

-- Asked at a desk before a badge is printed: of a person whose badge exists already, or where each is asked for.
CREATE TABLE badge_question (
  attendee_id   INTEGER PRIMARY KEY REFERENCES attendee,
  conference_id INTEGER NOT NULL REFERENCES conference,
  check_in_id   TEXT NOT NULL REFERENCES check_in (id),
  station_id    INTEGER NOT NULL REFERENCES station,
  kind          TEXT NOT NULL CHECK (kind IN ('print', 'again')),
  asked_at      INTEGER NOT NULL
) STRICT;

CREATE VIEW badge_job_shown AS
  SELECT job.*, attendee.access_code, iif(trim(attendee.name) = '', attendee.access_code, attendee.name) AS name,
         ifnull(station.name, '') AS station, ifnull(staff_member.name, '') AS staff
    FROM badge_job job JOIN attendee ON attendee.id = job.attendee_id
    LEFT JOIN station ON station.id = job.station_id LEFT JOIN staff_member ON staff_member.id = job.made_by;
CREATE VIEW badge_question_shown AS
  SELECT question.*, attendee.access_code, iif(trim(attendee.name) = '', attendee.access_code, attendee.name) AS name
    FROM badge_question question JOIN attendee ON attendee.id = question.attendee_id;

CREATE TRIGGER badge_job_stays BEFORE DELETE ON badge_job
BEGIN SELECT RAISE(ABORT, 'print jobs are never deleted'); END;
CREATE TRIGGER badge_job_new BEFORE INSERT ON badge_job
WHEN NEW.state <> 'queued' OR NOT EXISTS (SELECT 1 FROM attendee WHERE id = NEW.attendee_id AND conference_id = NEW.conference_id)
BEGIN SELECT RAISE(ABORT, 'a print job begins queued'); END;
-- What may have left the station is never sent again.
CREATE TRIGGER badge_job_goes_on BEFORE UPDATE OF state ON badge_job
WHEN NEW.state <> OLD.state AND OLD.state || ' ' || NEW.state NOT IN ('queued sending', 'queued cancelled', 'sending queued',
     'sending sent', 'sending confirmed', 'sending unknown', 'unknown confirmed', 'unknown cancelled')
BEGIN SELECT RAISE(ABORT, 'a print job does not go back'); END;

-- R24: whoever was not let in after all gets no badge.
CREATE TRIGGER badge_job_check_in_voided AFTER UPDATE OF voided_at ON check_in WHEN NEW.voided_at IS NOT NULL
BEGIN
  UPDATE badge_job SET state = 'cancelled', changed_at = NEW.voided_at WHERE check_in_id = NEW.id AND state = 'queued';
  UPDATE badge_job SET check_in_void = 1 WHERE check_in_id = NEW.id;
  DELETE FROM badge_question WHERE check_in_id = NEW.id;
END;
