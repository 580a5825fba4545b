-- The roster's version (conference.roster_version) with which a person changed, orders included: whoever keeps people in
-- memory reads those again who changed since.

ALTER TABLE attendee ADD COLUMN changed_in INTEGER NOT NULL DEFAULT 0;
