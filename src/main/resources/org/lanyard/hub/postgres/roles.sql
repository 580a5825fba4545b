-- Each station has a role of its own in this group: it may add and change what the protocol needs, and delete nothing.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lanyard_station') THEN
    CREATE ROLE lanyard_station NOLOGIN;
  END IF;
END $$;
GRANT USAGE ON SCHEMA lanyard TO lanyard_station;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA lanyard TO lanyard_station;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA lanyard TO lanyard_station;

CREATE TABLE invitation (                              -- a role that may log in and join, once
  role_name text PRIMARY KEY,
  made_at   timestamptz NOT NULL DEFAULT now(),
  used_at   timestamptz,
  joined_as text
);

-- Makes a role for the station that was invited, and ends the invitation. The password comes as its verifier, never as such.
CREATE FUNCTION join_venue(p_verifier text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = lanyard, pg_temp
AS $$
DECLARE made text := 'station_' || replace(gen_random_uuid()::text, '-', '');
BEGIN
  IF p_verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION 'not a verifier';
  END IF;
  UPDATE invitation SET used_at = now(), joined_as = made WHERE role_name = session_user AND used_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this invitation was used before' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', made, p_verifier);
  EXECUTE format('GRANT lanyard_station TO %I', made);
  EXECUTE format('ALTER ROLE %I NOLOGIN', session_user);
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION join_venue FROM PUBLIC;

CREATE FUNCTION invite(p_role text, p_verifier text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO invitation (role_name) VALUES (p_role);
  EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', p_role, p_verifier);
  EXECUTE format('GRANT USAGE ON SCHEMA lanyard TO %I', p_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION join_venue TO %I', p_role);
END $$;

CREATE FUNCTION is_used(p_role text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM invitation WHERE role_name = p_role AND used_at IS NOT NULL)
$$;

-- The station's role may no longer log in, and its sessions end.
CREATE FUNCTION shut_out(p_station uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE shut text;
BEGIN
  FOR shut IN SELECT s.role_name FROM station s WHERE s.instance = p_station AND s.role_name LIKE 'station\_%' LOOP
    EXECUTE format('ALTER ROLE %I NOLOGIN', shut);
    PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.usename = shut;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION invite, is_used, shut_out FROM PUBLIC;
