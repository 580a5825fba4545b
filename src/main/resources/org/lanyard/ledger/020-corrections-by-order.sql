-- R37: a correction is kept on the orders that it was made on, whatever becomes of others.
ALTER TABLE standing_correction ADD COLUMN orders TEXT NOT NULL DEFAULT '';

-- R35, R37: a lost badge's code stays blocked when its entry is merged into another.
UPDATE attendee_code SET blocked = (SELECT code_blocked FROM attendee merged
         WHERE merged.conference_id = attendee_code.conference_id AND merged.access_code = attendee_code.code)
 WHERE blocked = '' AND EXISTS (SELECT 1 FROM attendee merged WHERE merged.conference_id = attendee_code.conference_id
   AND merged.access_code = attendee_code.code AND merged.merged_into IS NOT NULL AND merged.code_blocked <> '');
