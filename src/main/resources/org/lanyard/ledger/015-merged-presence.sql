-- R33, R37: people merged into one are one inside. Presence stands with the person who goes on; movements of both count.

DROP TRIGGER presence_check_in;
CREATE TRIGGER presence_check_in AFTER INSERT ON check_in WHEN NEW.voided_at IS NULL
BEGIN
  INSERT INTO presence (attendee_id, door, conference_id, entered_seq, entered_at)
    SELECT ifnull(merged_into, id), 0, NEW.conference_id, NEW.seq, NEW.checked_in_at FROM attendee
     WHERE id = NEW.attendee_id
    ON CONFLICT DO UPDATE SET entered_seq = excluded.entered_seq, entered_at = excluded.entered_at
     WHERE excluded.entered_seq > entered_seq;
END;
DROP TRIGGER presence_check_in_voided;
CREATE TRIGGER presence_check_in_voided AFTER UPDATE OF voided_at ON check_in
BEGIN
  UPDATE presence SET (entered_seq, entered_at) =
         (SELECT ifnull(max(seq), 0), ifnull(checked_in_at, 0) FROM check_in
           WHERE attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = presence.attendee_id)
             AND voided_at IS NULL)
   WHERE attendee_id = (SELECT ifnull(merged_into, id) FROM attendee WHERE id = NEW.attendee_id) AND door = 0;
END;
DROP TRIGGER presence_door_check;
CREATE TRIGGER presence_door_check AFTER INSERT ON door_check WHEN NEW.voided_at IS NULL
BEGIN
  INSERT INTO presence (attendee_id, door, conference_id, entered_seq, entered_at)
    SELECT ifnull(merged_into, id), ifnull(-NEW.ticket_type_id, NEW.addon_id), NEW.conference_id, NEW.seq, NEW.checked_at
      FROM attendee WHERE id = NEW.attendee_id
    ON CONFLICT DO UPDATE SET entered_seq = excluded.entered_seq, entered_at = excluded.entered_at
     WHERE excluded.entered_seq > entered_seq;
END;
DROP TRIGGER presence_door_check_voided;
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
END;
DROP TRIGGER presence_check_out;
CREATE TRIGGER presence_check_out AFTER INSERT ON check_out WHEN NEW.voided_at IS NULL   -- leaving the venue leaves every room
BEGIN
  UPDATE presence SET left_seq = max(left_seq, NEW.seq)
   WHERE attendee_id = (SELECT ifnull(merged_into, id) FROM attendee WHERE id = NEW.attendee_id)
     AND (NEW.ticket_type_id IS NULL AND NEW.addon_id IS NULL OR door = ifnull(-NEW.ticket_type_id, NEW.addon_id));
END;
DROP TRIGGER presence_check_out_voided;
CREATE TRIGGER presence_check_out_voided AFTER UPDATE OF voided_at ON check_out
BEGIN
  UPDATE presence SET left_seq =
         (SELECT ifnull(max(exit.seq), 0) FROM check_out exit
           WHERE exit.attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = presence.attendee_id)
             AND exit.voided_at IS NULL
             AND ifnull(ifnull(-exit.ticket_type_id, exit.addon_id), 0) IN (0, presence.door))
   WHERE attendee_id = (SELECT ifnull(merged_into, id) FROM attendee WHERE id = NEW.attendee_id);
END;

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
END;

UPDATE attendee SET merged_into = merged_into WHERE merged_into IS NOT NULL;   -- counts those anew
