-- What a roster may say about a person beyond name, e-mail, company, note and attention.

ALTER TABLE attendee ADD COLUMN party TEXT NOT NULL DEFAULT '' CHECK (party = '' OR party GLOB '[1-9]*');
ALTER TABLE attendee ADD COLUMN blocked TEXT NOT NULL DEFAULT '';
ALTER TABLE attendee ADD COLUMN shown_fields TEXT NOT NULL DEFAULT '{}';   -- a JSON object, in the roster's order
