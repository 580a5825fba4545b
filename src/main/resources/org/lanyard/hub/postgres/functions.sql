-- Each of these is one statement of a station, in autocommit: it locks first, and reads afterwards. Locks are taken in one
-- order: buckets, pools, entries, the counter of the venue's order. In "read committed" each inner statement sees what was
-- committed before it began, so that what is counted is what the locks protect.

-- Locks the buckets and pools that these claims need, and makes those that are missing; the limit of the highest version counts.
CREATE FUNCTION lock_claims(p_conference text, p_claims jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE c record;
BEGIN
  FOR c IN SELECT DISTINCT x.product, x.number FROM jsonb_to_recordset(p_claims) AS x(product text, number integer)
            ORDER BY x.product, x.number LOOP
    PERFORM 1 FROM bucket b WHERE b.conference = p_conference AND b.product = c.product AND b.number = c.number FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO bucket (conference, product, number) VALUES (p_conference, c.product, c.number) ON CONFLICT DO NOTHING;
      PERFORM 1 FROM bucket b WHERE b.conference = p_conference AND b.product = c.product AND b.number = c.number FOR UPDATE;
    END IF;
  END LOOP;
  FOR c IN SELECT DISTINCT ON (x.product, x.number, x.pool) x.*
             FROM jsonb_to_recordset(p_claims) AS x(product text, number integer, pool text, quantity integer, version bigint)
            ORDER BY x.product, x.number, x.pool, x.version DESC LOOP
    UPDATE pool p SET quantity = CASE WHEN c.version >= p.version THEN c.quantity ELSE p.quantity END,
                      version = greatest(p.version, c.version)
     WHERE p.conference = p_conference AND p.product = c.product AND p.number = c.number AND p.pool = c.pool;
    IF NOT FOUND THEN
      INSERT INTO pool AS p (conference, product, number, pool, quantity, version)
      VALUES (p_conference, c.product, c.number, c.pool, c.quantity, c.version)
      ON CONFLICT (conference, product, number, pool) DO UPDATE
        SET quantity = CASE WHEN excluded.version >= p.version THEN excluded.quantity ELSE p.quantity END,
            version = greatest(p.version, excluded.version);
    END IF;
  END LOOP;
END $$;

-- Whoever takes the next place locks this row first. It is never updated, so those who wait for it queue in their order; at a
-- row that changes, each of them is woken by every commit (64 stations: 180 decisions a second instead of 300).
CREATE TABLE turn (one boolean PRIMARY KEY DEFAULT true CHECK (one));
INSERT INTO turn DEFAULT VALUES;

-- Null while recovering, if nothing may be decided then.
CREATE FUNCTION next_place(p_deciding boolean DEFAULT false) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE taken bigint;
BEGIN
  PERFORM 1 FROM turn FOR UPDATE;
  UPDATE hub h SET place = h.place + 1 WHERE NOT (p_deciding AND h.recovering) RETURNING h.place INTO taken;
  RETURN taken;
END $$;

CREATE FUNCTION count_units(p_conference text, p_kind text, p_key text, p_change integer) RETURNS void LANGUAGE sql AS $$
  UPDATE pool p SET used = p.used + p_change
    FROM claim c
   WHERE c.conference = p_conference AND c.kind = p_kind AND c.key = p_key
     AND p.conference = c.conference AND p.product = c.product AND p.number = c.number AND p.pool = c.pool
$$;

CREATE FUNCTION insert_entry(p_station uuid, p_conference text, p_kind text, p_key text, p_state text, p_body text,
    p_claims jsonb, p_place bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO entry (conference, kind, key, state, body, place, changed, station)
  VALUES (p_conference, p_kind, p_key, p_state, p_body, p_place, p_place, p_station);
  INSERT INTO claim (conference, kind, key, product, number, pool)
  SELECT p_conference, p_kind, p_key, x.product, x.number, x.pool
    FROM jsonb_to_recordset(p_claims) AS x(product text, number integer, pool text);
  IF p_state = 'LIVE' THEN
    PERFORM count_units(p_conference, p_kind, p_key, 1);
  END IF;
END $$;

-- answer: accepted, full, kept, undone or closed.
CREATE FUNCTION ask(p_station uuid, p_conference text, p_kind text, p_key text, p_body text, p_claims jsonb,
    OUT answer text, OUT at_place bigint, OUT at_product text, OUT at_number integer, OUT at_pool text, OUT owned_by uuid,
    OUT owner_name text) LANGUAGE plpgsql AS $$
DECLARE known text;
BEGIN
  PERFORM lock_claims(p_conference, p_claims);
  SELECT e.state, e.place INTO known, at_place FROM entry e
   WHERE e.conference = p_conference AND e.kind = p_kind AND e.key = p_key FOR UPDATE;
  IF FOUND THEN
    answer := CASE known WHEN 'UNDONE' THEN 'undone' ELSE 'accepted' END;
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM hub h WHERE h.recovering)
     OR EXISTS (SELECT FROM station s WHERE s.instance = p_station AND s.shut_out) THEN
    answer := 'closed';
    RETURN;
  END IF;
  SELECT b.product, b.number, b.owner, s.name INTO at_product, at_number, owned_by, owner_name
    FROM jsonb_to_recordset(p_claims) AS x(product text, number integer)
    JOIN bucket b ON b.conference = p_conference AND b.product = x.product AND b.number = x.number
    JOIN station s ON s.instance = b.owner
   ORDER BY b.product, b.number LIMIT 1;
  IF FOUND THEN
    UPDATE bucket b SET wanted = true
     WHERE b.conference = p_conference AND b.product = at_product AND b.number = at_number AND NOT b.wanted;
    answer := 'kept';
    RETURN;
  END IF;
  SELECT p.product, p.number, p.pool INTO at_product, at_number, at_pool
    FROM jsonb_to_recordset(p_claims) AS x(product text, number integer, pool text)
    JOIN pool p ON p.conference = p_conference AND p.product = x.product AND p.number = x.number AND p.pool = x.pool
   WHERE p.used >= p.quantity ORDER BY p.product, p.number, p.pool LIMIT 1;
  IF FOUND THEN
    SELECT h.place INTO at_place FROM hub h;
    answer := 'full';
    RETURN;
  END IF;
  at_place := next_place(true);
  IF at_place IS NULL THEN
    answer := 'closed';
    RETURN;
  END IF;
  PERFORM insert_entry(p_station, p_conference, p_kind, p_key, 'LIVE', p_body, p_claims, at_place);
  answer := 'accepted';
END $$;

-- Compiles what a decision needs in this session, and undoes it: 64 sessions that all do so within their first second miss it.
CREATE FUNCTION warm_up() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ask(gen_random_uuid(), gen_random_uuid()::text, '', '', '',
              '[{"product": "", "number": 0, "pool": "", "quantity": 1, "version": 0}]');
  RAISE EXCEPTION 'undone';
EXCEPTION WHEN raise_exception THEN
  RETURN;
END $$;

CREATE FUNCTION settle(p_station uuid, p_conference text, p_kind text, p_key text, p_claims jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE known text;
BEGIN
  PERFORM lock_claims(p_conference, p_claims);
  SELECT e.state INTO known FROM entry e
   WHERE e.conference = p_conference AND e.kind = p_kind AND e.key = p_key FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM insert_entry(p_station, p_conference, p_kind, p_key, 'UNDONE', '', p_claims, next_place());
  ELSIF known = 'LIVE' THEN
    PERFORM count_units(p_conference, p_kind, p_key, -1);
    UPDATE entry e SET state = 'UNDONE', body = '', changed = next_place()
     WHERE e.conference = p_conference AND e.kind = p_kind AND e.key = p_key;
  END IF;
END $$;

-- One entry of an upload, whose buckets and pools are locked. Of what is known only a change is written.
CREATE FUNCTION upload_entry(p_station uuid, p_entry jsonb, OUT kept boolean, OUT at_place bigint, OUT at_change bigint)
LANGUAGE plpgsql AS $$
DECLARE
  e record;
  known record;
  beyond boolean;
BEGIN
  SELECT * INTO e FROM jsonb_to_record(p_entry)
    AS x(conference text, kind text, key text, state text, body text, base bigint, claims jsonb);
  SELECT k.state, k.body, k.place, k.changed INTO known FROM entry k
   WHERE k.conference = e.conference AND k.kind = e.kind AND k.key = e.key FOR UPDATE;
  kept := true;
  IF NOT FOUND THEN
    at_place := next_place();
    at_change := at_place;
    PERFORM insert_entry(p_station, e.conference, e.kind, e.key, e.state, e.body, e.claims, at_place);
    IF e.state = 'LIVE' THEN
      SELECT bool_or(p.used > p.quantity) INTO beyond FROM claim c
        JOIN pool p USING (conference, product, number, pool)
       WHERE c.conference = e.conference AND c.kind = e.kind AND c.key = e.key;
      IF beyond THEN
        UPDATE entry k SET conflict = true WHERE k.conference = e.conference AND k.kind = e.kind AND k.key = e.key;
      END IF;
    END IF;
    RETURN;
  END IF;
  at_place := known.place;
  at_change := known.changed;
  IF known.state <> 'LIVE' OR (known.state = e.state AND known.body = e.body) THEN
    RETURN;
  END IF;
  IF e.state = 'LIVE' AND e.base <> known.changed THEN
    kept := false;
    RETURN;
  END IF;
  IF e.state <> 'LIVE' THEN
    PERFORM count_units(e.conference, e.kind, e.key, -1);
  END IF;
  at_change := next_place();
  UPDATE entry k SET state = e.state, body = e.body, changed = at_change
   WHERE k.conference = e.conference AND k.kind = e.kind AND k.key = e.key;
END $$;

CREATE FUNCTION upload(p_station uuid, p_entries jsonb) RETURNS TABLE (kept boolean, at_place bigint, at_change bigint)
LANGUAGE plpgsql AS $$
DECLARE
  part record;
  one record;
BEGIN
  FOR part IN SELECT x.conference, jsonb_agg(c.claim) AS claims
                FROM jsonb_to_recordset(p_entries) AS x(conference text, claims jsonb),
                     jsonb_array_elements(x.claims) AS c(claim)
               GROUP BY x.conference ORDER BY x.conference LOOP
    PERFORM lock_claims(part.conference, part.claims);
  END LOOP;
  PERFORM 1 FROM entry e
    JOIN jsonb_to_recordset(p_entries) AS x(conference text, kind text, key text) USING (conference, kind, key)
   ORDER BY e.conference, e.kind, e.key FOR UPDATE OF e;
  FOR one IN SELECT x.entry FROM jsonb_array_elements(p_entries) WITH ORDINALITY AS x(entry, n) ORDER BY x.n LOOP
    SELECT u.kept, u.at_place, u.at_change INTO kept, at_place, at_change FROM upload_entry(p_station, one.entry) u;
    RETURN NEXT;
  END LOOP;
END $$;

CREATE FUNCTION follow(p_after bigint, p_limit integer)
RETURNS TABLE (conference text, kind text, key text, state text, body text, place bigint, changed bigint, station uuid,
    conflict boolean, claims text) LANGUAGE sql STABLE AS $$
  SELECT e.conference, e.kind, e.key, e.state, e.body, e.place, e.changed, e.station, e.conflict,
         (SELECT json_agg(json_build_object('product', c.product, 'number', c.number, 'pool', c.pool,
                                            'quantity', p.quantity, 'version', p.version))::text
            FROM claim c JOIN pool p USING (conference, product, number, pool)
           WHERE c.conference = e.conference AND c.kind = e.kind AND c.key = e.key)
    FROM entry e WHERE e.changed > p_after ORDER BY e.changed LIMIT p_limit
$$;

-- buckets: [{"conference", "product", "number"}, …]
CREATE FUNCTION lock_buckets(p_buckets jsonb, p_make boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE b record;
BEGIN
  FOR b IN SELECT DISTINCT x.conference, x.product, x.number
             FROM jsonb_to_recordset(p_buckets) AS x(conference text, product text, number integer)
            ORDER BY x.conference, x.product, x.number LOOP
    IF p_make THEN
      INSERT INTO bucket (conference, product, number) VALUES (b.conference, b.product, b.number) ON CONFLICT DO NOTHING;
    END IF;
    PERFORM 1 FROM bucket k WHERE k.conference = b.conference AND k.product = b.product AND k.number = b.number FOR UPDATE;
  END LOOP;
END $$;

CREATE FUNCTION grant_buckets(p_to uuid, p_buckets jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE b record;
BEGIN
  PERFORM lock_buckets(p_buckets, true);
  IF EXISTS (SELECT FROM hub h WHERE h.recovering)
     OR NOT EXISTS (SELECT FROM station s WHERE s.instance = p_to AND NOT s.shut_out) THEN
    RETURN;
  END IF;
  FOR b IN SELECT k.* FROM bucket k
             JOIN jsonb_to_recordset(p_buckets) AS x(conference text, product text, number integer)
            USING (conference, product, number)
            WHERE k.owner IS NULL ORDER BY k.conference, k.product, k.number LOOP
    UPDATE bucket k SET owner = p_to, grant_no = k.grant_no + 1, granted_at = next_place(), wanted = false
     WHERE k.conference = b.conference AND k.product = b.product AND k.number = b.number;
  END LOOP;
END $$;

CREATE FUNCTION give_back(p_station uuid, p_conference text, p_product text, p_number integer, p_grant bigint) RETURNS void
LANGUAGE sql AS $$
  UPDATE bucket b SET owner = NULL, wanted = false
   WHERE b.conference = p_conference AND b.product = p_product AND b.number = p_number
     AND b.owner = p_station AND b.grant_no = p_grant
     AND NOT (p_product = 'server'
              AND EXISTS (SELECT FROM delivery d WHERE d.station = p_station AND d.conference = p_conference AND d.outcome IS NULL))
$$;

CREATE FUNCTION want(p_buckets jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_buckets(p_buckets, false);
  UPDATE bucket b SET wanted = true
    FROM jsonb_to_recordset(p_buckets) AS x(conference text, product text, number integer)
   WHERE b.conference = x.conference AND b.product = x.product AND b.number = x.number AND b.owner IS NOT NULL;
END $$;

-- The hub is whole again once every station that is waited for has uploaded what it mirrors.
CREATE FUNCTION end_recovery() RETURNS void LANGUAGE sql AS $$
  UPDATE hub h SET recovering = false
   WHERE h.recovering
     AND NOT EXISTS (SELECT FROM station s WHERE NOT s.shut_out AND s.levelled IS DISTINCT FROM h.incarnation)
$$;

CREATE FUNCTION take_over(p_lost uuid, p_by text, p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM bucket b WHERE b.owner = p_lost ORDER BY b.conference, b.product, b.number FOR UPDATE;
  UPDATE bucket b SET owner = NULL, wanted = false WHERE b.owner = p_lost;
  UPDATE station s SET shut_out = true, taken_by = p_by, reason = p_reason WHERE s.instance = p_lost;
  PERFORM end_recovery();
END $$;

-- A station that has mirrored more than the hub has given out shows that the hub came back from an older backup.
CREATE FUNCTION contact(p_station uuid, p_name text, p_log bigint, p_incarnation uuid, p_mirrored bigint,
    p_levelled boolean, p_to_send bigint, p_in_doubt bigint,
    OUT at_incarnation uuid, OUT at_place bigint, OUT is_recovering boolean, OUT is_outdated boolean, OUT is_shut_out boolean,
    OUT has_twin boolean, OUT grants text) LANGUAGE plpgsql AS $$
DECLARE
  before timestamptz;
  longest bigint;
BEGIN
  SELECT s.log, s.last_seen, s.shut_out INTO longest, before, is_shut_out FROM station s WHERE s.instance = p_station;
  is_outdated := coalesce(p_log < longest, false);
  is_shut_out := coalesce(is_shut_out, false);
  has_twin := EXISTS (SELECT FROM station s WHERE s.name = p_name AND s.instance <> p_station AND NOT s.shut_out
                         AND s.last_seen > before);
  IF NOT is_outdated THEN
    INSERT INTO station AS s (instance, name, role_name, log, to_send, in_doubt)
    VALUES (p_station, p_name, session_user, p_log, p_to_send, p_in_doubt)
    ON CONFLICT (instance) DO UPDATE SET name = excluded.name, role_name = excluded.role_name,
      log = greatest(s.log, excluded.log), to_send = excluded.to_send, in_doubt = excluded.in_doubt, last_seen = now();
    IF EXISTS (SELECT FROM hub h WHERE h.incarnation = p_incarnation AND h.place < p_mirrored) THEN
      UPDATE hub h SET incarnation = gen_random_uuid(), recovering = true
       WHERE h.incarnation = p_incarnation AND h.place < p_mirrored;
    END IF;
    UPDATE station s SET levelled = p_incarnation
     WHERE s.instance = p_station AND p_levelled AND s.levelled IS DISTINCT FROM p_incarnation
       AND EXISTS (SELECT FROM hub h WHERE h.incarnation = p_incarnation);
    IF EXISTS (SELECT FROM hub h WHERE h.recovering) THEN
      PERFORM end_recovery();
    END IF;
  END IF;
  SELECT h.incarnation, h.place, h.recovering INTO at_incarnation, at_place, is_recovering FROM hub h;
  SELECT coalesce(json_agg(json_build_object('conference', b.conference, 'product', b.product, 'number', b.number,
                                             'grant', b.grant_no, 'place', b.granted_at, 'wanted', b.wanted)
                           ORDER BY b.conference, b.product, b.number), '[]')::text
    INTO grants FROM bucket b WHERE b.owner = p_station AND NOT is_outdated;
END $$;

-- The station that owns the bucket "server" works with the registration server for the venue.
CREATE FUNCTION has_turn(p_station uuid, p_conference text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM bucket b WHERE b.conference = p_conference AND b.product = 'server' AND b.number = 0
                            AND b.owner = p_station FOR SHARE;
  RETURN FOUND;
END $$;

-- answer: ours, settled, lost or not_now.
CREATE FUNCTION claim_delivery(p_station uuid, p_conference text, p_record uuid, p_again boolean) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE known record;
BEGIN
  IF NOT has_turn(p_station, p_conference) OR EXISTS (SELECT FROM hub h WHERE h.recovering) THEN
    RETURN 'not_now';
  END IF;
  INSERT INTO delivery (conference, record, station) VALUES (p_conference, p_record, p_station) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN 'ours';
  END IF;
  SELECT d.station, d.outcome INTO known FROM delivery d WHERE d.conference = p_conference AND d.record = p_record FOR UPDATE;
  IF known.outcome IS NULL AND known.station = p_station THEN
    RETURN 'ours';
  ELSIF p_again OR known.outcome::jsonb ->> 'state' = 'pending' THEN
    UPDATE delivery d SET station = p_station, outcome = NULL WHERE d.conference = p_conference AND d.record = p_record;
    RETURN 'ours';
  END IF;
  RETURN CASE WHEN known.outcome IS NULL THEN 'lost' ELSE 'settled' END;
END $$;

-- outcomes: [{"conference", "record", "body"}, …]; one that is still in doubt is a claim.
CREATE FUNCTION tell_deliveries(p_station uuid, p_outcomes jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  told record;
  ended text;
BEGIN
  PERFORM has_turn(p_station, c.conference)            -- buckets are locked first
    FROM (SELECT DISTINCT x.conference FROM jsonb_to_recordset(p_outcomes) AS x(conference text)) c;
  FOR told IN SELECT * FROM jsonb_to_recordset(p_outcomes) AS x(conference text, record uuid, body text)
               ORDER BY x.conference, x.record LOOP
    ended := CASE WHEN told.body::jsonb ->> 'state' NOT IN ('sent', 'in_doubt') THEN told.body END;
    INSERT INTO delivery (conference, record, station, outcome, changed)
    VALUES (told.conference, told.record, p_station, ended, CASE WHEN ended IS NOT NULL THEN next_place() END)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND AND ended IS NOT NULL THEN
      UPDATE delivery d SET outcome = ended, changed = next_place()
       WHERE d.conference = told.conference AND d.record = told.record AND d.outcome IS DISTINCT FROM ended
         AND (d.station = p_station OR has_turn(p_station, told.conference));
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION deliveries(p_after bigint, p_limit integer)
RETURNS TABLE (conference text, record uuid, station uuid, outcome text, changed bigint) LANGUAGE sql STABLE AS $$
  SELECT d.conference, d.record, d.station, d.outcome, d.changed FROM delivery d
   WHERE d.changed > p_after AND d.outcome IS NOT NULL ORDER BY d.changed LIMIT p_limit
$$;

CREATE FUNCTION open_deliveries(p_station uuid, p_conference text) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT d.record FROM delivery d WHERE d.station = p_station AND d.conference = p_conference AND d.outcome IS NULL
$$;

CREATE FUNCTION stations() RETURNS TABLE (instance uuid, name text, last_seen timestamptz, owns integer, to_send bigint,
    in_doubt bigint, shut_out boolean) LANGUAGE sql STABLE AS $$
  SELECT s.instance, s.name, s.last_seen, (SELECT count(*) FROM bucket b WHERE b.owner = s.instance AND b.product <> 'server')::integer, s.to_send,
         s.in_doubt, s.shut_out
    FROM station s ORDER BY s.name, s.instance
$$;

CREATE FUNCTION owned(p_conference text) RETURNS TABLE (product text, number integer, owner uuid, name text)
LANGUAGE sql STABLE AS $$
  SELECT b.product, b.number, b.owner, s.name FROM bucket b JOIN station s ON s.instance = b.owner
   WHERE b.conference = p_conference ORDER BY b.product, b.number
$$;

-- The latest live entry of a kind, such as what prepares another station.
CREATE FUNCTION latest(p_kind text)
RETURNS TABLE (conference text, kind text, key text, state text, body text, place bigint, changed bigint, station uuid,
    conflict boolean, claims text) LANGUAGE sql STABLE AS $$
  SELECT f.* FROM entry e, LATERAL follow(e.changed - 1, 1) f
   WHERE e.kind = p_kind AND e.state = 'LIVE' ORDER BY e.changed DESC LIMIT 1
$$;

CREATE FUNCTION conflicts(p_limit integer)
RETURNS TABLE (conference text, kind text, key text, state text, body text, place bigint, changed bigint, station uuid,
    conflict boolean, claims text) LANGUAGE sql STABLE AS $$
  SELECT f.* FROM entry e, LATERAL follow(e.changed - 1, 1) f
   WHERE e.conflict AND e.state = 'LIVE' ORDER BY e.changed DESC LIMIT p_limit
$$;

CREATE FUNCTION format() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT h.format FROM hub h
$$;

CREATE FUNCTION begin_hub(p_format integer, p_incarnation uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO hub (format, incarnation) VALUES (p_format, p_incarnation)
$$;
