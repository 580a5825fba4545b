-- Corrections (R31, R34, R35, R37, R38) stand in the journal beside the records: what, about whom and why.

DROP VIEW journal;
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
               ELSE replace(about, 'show:', '') || ': ' || replace(value, char(31), ' ') END FROM correction;
