-- What is set at one station of the venue holds at all of them: one row for each field, with the value in force.
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
    FROM staff_member, json_each(json_object('known', 1, 'role', nullif(role, 'volunteer'), 'pin_hash', pin_hash)) field;

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
) STRICT, WITHOUT ROWID;

-- A station that joined before takes what the hub has first. What an earlier version did not know is followed again.
INSERT INTO hub_setting (conference, key, here)
SELECT conference, key, value FROM shared_setting WHERE EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance');
UPDATE hub_state SET value = '0' WHERE key = 'place' AND EXISTS (
  SELECT 1 FROM hub_state WHERE key >= 'left:' AND key < 'left;' AND value ->> 'kind' = 'setting');
DELETE FROM hub_state WHERE key >= 'left:' AND key < 'left;' AND value ->> 'kind' = 'setting';
