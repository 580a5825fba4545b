-- For look-ups by one person's index: same_person, a union, costs twice as much in every decision.
CREATE VIEW merged_person (attendee_id, goes_on) AS
  SELECT id, merged_into FROM attendee WHERE merged_into IS NOT NULL;

-- A station of no venue keeps no list of what to send; the first contact with a hub lists everything.

DROP TRIGGER hub_to_send_check_in;
CREATE TRIGGER hub_to_send_check_in AFTER INSERT ON check_in
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_check_in_voided;
CREATE TRIGGER hub_to_send_check_in_voided AFTER UPDATE OF voided_at ON check_in
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_door_check;
CREATE TRIGGER hub_to_send_door_check AFTER INSERT ON door_check
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_door_check_voided;
CREATE TRIGGER hub_to_send_door_check_voided AFTER UPDATE OF voided_at ON door_check
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_check_out;
CREATE TRIGGER hub_to_send_check_out AFTER INSERT ON check_out
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_check_out_voided;
CREATE TRIGGER hub_to_send_check_out_voided AFTER UPDATE OF voided_at ON check_out
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_product_redemption;
CREATE TRIGGER hub_to_send_product_redemption AFTER INSERT ON product_redemption
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;
DROP TRIGGER hub_to_send_product_redemption_voided;
CREATE TRIGGER hub_to_send_product_redemption_voided AFTER UPDATE OF voided_at ON product_redemption
WHEN EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance')
BEGIN
  INSERT OR IGNORE INTO hub_to_send (seq, id) VALUES (NEW.seq, NEW.id);
END;

DELETE FROM hub_to_send WHERE NOT EXISTS (SELECT 1 FROM hub_state WHERE key = 'instance');
