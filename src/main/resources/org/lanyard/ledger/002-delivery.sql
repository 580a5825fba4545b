-- What the registration server knows of our records. A record without a row has not been looked at yet.

CREATE TABLE delivery (
  seq                INTEGER PRIMARY KEY,  -- the record's place in the journal
  conference_id      INTEGER NOT NULL REFERENCES conference,
  attendee_id        INTEGER NOT NULL REFERENCES attendee,
  order_line_item_id INTEGER REFERENCES order_line_item,   -- null for a check-in
  state              TEXT NOT NULL DEFAULT 'pending' CHECK (state IN
                     ('pending', 'sent', 'in_doubt', 'undecided', 'confirmed', 'refused', 'undeliverable')),
  sent_at            INTEGER,              -- when the last request left, in milliseconds since 1970, UTC
  line_there         INTEGER,              -- the server's id of the line that a redemption was sent for
  redeemed_before    INTEGER,              -- units that the server counted before the request left
  redeemed_after     INTEGER,              -- and after it was lost
  id_there           INTEGER,              -- of the row that the server made
  at_there           INTEGER,              -- its time, as the server tells it
  reason             TEXT                  -- why it was refused, is in doubt, or stays here
) STRICT;
CREATE INDEX delivery_unsettled ON delivery (conference_id, seq)
  WHERE state IN ('pending', 'sent', 'in_doubt', 'undecided');
CREATE INDEX delivery_of ON delivery (attendee_id, order_line_item_id, state);

-- Units of ours among those that the server counts, voided ones included; unsettled while that is not known.
CREATE VIEW delivered_units (attendee_id, order_line_item_id, units, unsettled) AS
  SELECT attendee_id, order_line_item_id, sum(state = 'confirmed'), sum(state IN ('sent', 'in_doubt', 'undecided'))
    FROM delivery WHERE order_line_item_id IS NOT NULL GROUP BY attendee_id, order_line_item_id;
