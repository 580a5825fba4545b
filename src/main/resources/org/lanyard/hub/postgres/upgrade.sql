-- Brings a hub of an older format to this one; its rows stay, and its functions are made anew afterwards. Whoever decides
-- waits for the first of these, and holds nothing then that the others need.
DROP TABLE IF EXISTS turn;
DO $$
DECLARE old record;
BEGIN
  FOR old IN SELECT p.oid::regprocedure AS name FROM pg_proc p
              WHERE p.pronamespace = 'lanyard'::regnamespace
                AND p.proname NOT IN ('join_venue', 'invite', 'is_used', 'shut_out') LOOP   -- of roles.sql
    EXECUTE 'DROP FUNCTION ' || old.name;
  END LOOP;
END $$;
CREATE TABLE IF NOT EXISTS delivery (                  -- since format 2
  conference text NOT NULL,
  record     uuid NOT NULL,
  station    uuid NOT NULL,
  outcome    text,
  changed    bigint UNIQUE,
  PRIMARY KEY (conference, record)
);
CREATE INDEX IF NOT EXISTS delivery_open ON delivery (station) WHERE outcome IS NULL;
