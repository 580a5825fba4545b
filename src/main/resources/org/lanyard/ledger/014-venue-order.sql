-- R28: the place that the hub gave a record, known once it was followed; what has none yet comes after all that have.
ALTER TABLE hub_sent ADD COLUMN place INTEGER;

DROP VIEW first_check_in;
CREATE VIEW first_check_in (attendee_id, checked_in_at) AS
  SELECT attendee.id,
         CASE WHEN first.seq IS NULL OR attendee.checked_in_elsewhere_seq <= first.seq
              THEN ifnull(attendee.checked_in_elsewhere_at, first.checked_in_at) ELSE first.checked_in_at END
    FROM attendee
    LEFT JOIN check_in first ON first.seq =
         (SELECT entry.seq FROM check_in entry LEFT JOIN hub_sent sent ON sent.id = entry.id
           WHERE entry.voided_at IS NULL
             AND entry.attendee_id IN (SELECT same.attendee_id FROM same_person same WHERE same.goes_on = attendee.id)
           ORDER BY sent.place IS NULL, sent.place, entry.seq LIMIT 1);
