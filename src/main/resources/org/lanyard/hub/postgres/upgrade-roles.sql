-- What stations may do with the tables that an upgrade has made.
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lanyard_station') THEN
    GRANT SELECT, INSERT, UPDATE ON turn, delivery TO lanyard_station;
  END IF;
END $$;
