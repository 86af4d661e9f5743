-- The ledger: per organisation one append-only, gapless, hash-chained stream of events.
-- Nothing here needs an extension, a sequence, an advisory lock or NOTIFY. Every key starts with organisation_id.

create schema ledger;

create table ledger.organisation (
  organisation_id uuid primary key,
  slug text not null unique,
  name text not null
);

-- One row per organisation, locked by every append: it makes positions gapless and in commit order.
create table ledger.head (
  organisation_id uuid primary key,
  position bigint not null,
  hash bytea not null,
  recorded_at timestamptz not null,
  known_at timestamptz not null
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create table ledger.event (
  organisation_id uuid not null,
  position bigint not null check (position > 0),
  event_id uuid not null,
  recorded_at timestamptz not null,
  known_at timestamptz not null,
  schema_version smallint not null,
  type text not null,
  command text not null,
  touches text[] not null,
  envelope text not null,
  hash bytea not null,
  primary key (organisation_id, position)
);

create table ledger.command (
  organisation_id uuid not null,
  idempotency_key text not null,
  first_position bigint not null,
  last_position bigint not null,
  recorded_at timestamptz not null,
  digest bytea not null,
  primary key (organisation_id, idempotency_key)
);

-- A time as it is written in envelopes: YYYY-MM-DDTHH:MM:SS.ffffffZ.
create function ledger.instant(at timestamptz) returns text
language sql stable parallel safe
return pg_catalog.to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- Appends commands, all or none, and answers with one row.
--
-- Lists of texts come as one text, an element a line (canonical JSON has no line breaks; the application refuses
-- control characters elsewhere); lists of lists have U+001F between the elements of a line.
-- event_commands says which command (from 1) an event belongs to; events come in order.
-- event_bodies are envelopes up to and without ',"written":'; the function completes them.
-- expected_positions and known_ats may be null as a whole.
--
-- outcome    'appended' | 'duplicate' | 'conflict'
-- command    index (from 0) of the command that is a duplicate or in conflict
-- reason     READ_SET | EXPECTED_POSITION | KNOWN_AT_BACKWARDS | KNOWN_AT_FUTURE
-- head       position after the call
-- first      position of the first event (appended), or of the stored command (duplicate); last likewise
-- started_at recorded_at of the first event appended; the next ones have a microsecond more each
-- recorded   recorded_at of each command's last event, comma between; of the stored one for a duplicate
-- hashes     hash after each command's last event, comma between
create function ledger.append(
  organisation uuid,
  command_keys text,
  command_digests text,
  bases bigint[],
  read_sets text,
  expected_positions bigint[],
  known_ats timestamptz[],
  event_commands int[],
  event_ids uuid[],
  event_types text,
  schema_versions smallint[],
  event_touches text,
  event_bodies text,
  out outcome text,
  out command int,
  out reason text,
  out mismatch boolean,
  out head bigint,
  out first bigint,
  out last bigint,
  out started_at timestamptz,
  out recorded text,
  out hashes text
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '5s'
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  keys text[] := string_to_array(command_keys, chr(10));
  digests text[] := string_to_array(command_digests, chr(10));
  reads text[] := string_to_array(read_sets, chr(10));
  envelopes text[] := string_to_array(event_bodies, chr(10));
  chain bytea[];
  firsts bigint[];
  lasts bigint[];
  times text[];
  marks text[];
  old record;
  stored record;
  hash bytea;
  previous_known timestamptz;
  at timestamptz;
  next bigint;
  n constant int := cardinality(event_ids);
begin
  select h.position, h.hash, h.recorded_at, h.known_at into old
    from ledger.head h where h.organisation_id = organisation for no key update;
  if not found then
    raise exception 'No organisation %', organisation using errcode = 'KL001';
  end if;
  head := old.position;

  select c.*, array_position(keys, c.idempotency_key) as place into stored
    from ledger.command c
    where c.organisation_id = organisation and c.idempotency_key = any (keys)
    order by array_position(keys, c.idempotency_key) limit 1;
  if found then
    outcome := 'duplicate';
    command := stored.place - 1;
    mismatch := stored.digest <> decode(digests[stored.place], 'hex');
    first := stored.first_position;
    last := stored.last_position;
    recorded := ledger.instant(stored.recorded_at);
    return;
  end if;

  started_at := greatest(clock_timestamp(), old.recorded_at + interval '1 microsecond');
  previous_known := old.known_at;
  next := head + 1;
  for i in 1 .. cardinality(keys) loop
    at := started_at + (next - head - 1) * interval '1 microsecond';
    if expected_positions[i] <> next - 1 then
      reason := 'EXPECTED_POSITION';
    elsif known_ats[i] > at then
      reason := 'KNOWN_AT_FUTURE';
    elsif known_ats[i] < previous_known then
      reason := 'KNOWN_AT_BACKWARDS';
    elsif bases[i] > head then
      reason := 'READ_SET';
    elsif bases[i] < head then
      if exists (
        select from ledger.event e
        where e.organisation_id = organisation and e.position > bases[i]
          and e.touches && string_to_array(reads[i], chr(31))
      ) then
        reason := 'READ_SET';
      end if;
    end if;
    if reason is not null then
      outcome := 'conflict';
      command := i - 1;
      return;
    end if;
    firsts[i] := next;
    while event_commands[next - head] = i loop
      next := next + 1;
    end loop;
    lasts[i] := next - 1;
    previous_known := coalesce(known_ats[i], started_at + (next - head - 2) * interval '1 microsecond');
  end loop;

  first := head + 1;
  last := head + n;
  hash := old.hash;
  at := started_at;
  for i in 1 .. n loop
    envelopes[i] := envelopes[i]
      || ',"written":{"knownAt":"' || ledger.instant(coalesce(known_ats[event_commands[i]], at))
      || '","position":' || head + i || ',"recordedAt":"' || ledger.instant(at) || '"}}';
    hash := sha256(hash || sha256('\x00'::bytea || convert_to(envelopes[i], 'UTF8')));
    chain[i] := hash;
    if lasts[event_commands[i]] = head + i then
      times[event_commands[i]] := ledger.instant(at);
      marks[event_commands[i]] := encode(hash, 'hex');
    end if;
    at := at + interval '1 microsecond';
  end loop;

  if n = 1 then
    insert into ledger.event (organisation_id, position, event_id, recorded_at, known_at, schema_version, type,
        command, touches, envelope, hash)
      values (organisation, first, event_ids[1], started_at, coalesce(known_ats[1], started_at), schema_versions[1],
        event_types, command_keys, string_to_array(event_touches, chr(31)), envelopes[1], hash);
  else
    insert into ledger.event (organisation_id, position, event_id, recorded_at, known_at, schema_version, type,
        command, touches, envelope, hash)
      select organisation, head + e.i, e.id, started_at + (e.i - 1) * interval '1 microsecond',
        coalesce(known_ats[e.command], started_at + (e.i - 1) * interval '1 microsecond'), e.version, e.type,
        keys[e.command], string_to_array(e.touches, chr(31)), e.envelope, e.hash
      from unnest(event_ids, event_commands, string_to_array(event_types, chr(10)), schema_versions,
        string_to_array(event_touches, chr(10)), envelopes, chain)
        with ordinality as e (id, command, type, version, touches, envelope, hash, i);
  end if;

  if cardinality(keys) = 1 then
    insert into ledger.command (organisation_id, idempotency_key, first_position, last_position, recorded_at, digest)
      values (organisation, command_keys, first, last, at - interval '1 microsecond', decode(command_digests, 'hex'));
  else
    insert into ledger.command (organisation_id, idempotency_key, first_position, last_position, recorded_at, digest)
      select organisation, c.key, c.first, c.last, started_at + (c.last - head - 1) * interval '1 microsecond',
        decode(c.digest, 'hex')
      from unnest(keys, firsts, lasts, digests) as c (key, first, last, digest);
  end if;

  update ledger.head h
    set position = last, hash = chain[n], recorded_at = at - interval '1 microsecond', known_at = previous_known
    where h.organisation_id = organisation;
  recorded := array_to_string(times, ',');
  hashes := array_to_string(marks, ',');
  outcome := 'appended';
  head := last;
end
$$;

-- Registers an organisation: its row, its head and its first event. Answers as ledger.append does, with outcome
-- 'appended', 'duplicate' (organisation_id and organisation_name are the stored ones) or
-- 'conflict' (reason SLUG_TAKEN | ID_TAKEN | KNOWN_AT_FUTURE).
create function ledger.register(
  organisation uuid,
  organisation_slug text,
  organisation_name text,
  command_key text,
  command_digest text,
  known_at timestamptz,
  event_id uuid,
  event_type text,
  event_touches text,
  event_body text,
  out outcome text,
  out reason text,
  out mismatch boolean,
  out first bigint,
  out started_at timestamptz,
  out recorded text,
  out hashes text,
  out stored_id uuid,
  out stored_name text
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '5s'
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  rival record;
begin
  if known_at > clock_timestamp() then
    outcome := 'conflict';
    reason := 'KNOWN_AT_FUTURE';
    return;
  end if;

  insert into ledger.organisation values (organisation, organisation_slug, organisation_name) on conflict do nothing;
  if not found then
    select o.organisation_id, o.name, c.first_position, c.recorded_at, c.digest into rival
      from ledger.organisation o
      left join ledger.command c on c.organisation_id = o.organisation_id and c.idempotency_key = command_key
      where o.slug = organisation_slug;
    if not found then
      outcome := 'conflict';
      reason := 'ID_TAKEN';
    elsif rival.first_position is null then
      outcome := 'conflict';
      reason := 'SLUG_TAKEN';
    else
      outcome := 'duplicate';
      mismatch := rival.digest <> decode(command_digest, 'hex');
      stored_id := rival.organisation_id;
      stored_name := rival.name;
      first := rival.first_position;
      recorded := ledger.instant(rival.recorded_at);
    end if;
    return;
  end if;

  insert into ledger.head values (organisation, 0, decode(repeat('00', 32), 'hex'), '-infinity', '-infinity');
  select a.outcome, a.first, a.started_at, a.recorded, a.hashes into outcome, first, started_at, recorded, hashes
    from ledger.append(organisation, command_key, command_digest, '{0}', '', null, array[known_at], '{1}',
      array[event_id], event_type, '{1}', event_touches, event_body) a;
end
$$;

-- P(known_at): the greatest position known at a time, 0 if none. Knowledge time never decreases with the position,
-- so a binary search over the primary key finds it and no index of its own is needed.
create function ledger.position_known_at(organisation uuid, at timestamptz) returns bigint
language plpgsql stable parallel safe
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  low bigint := 0;
  high bigint;
  middle bigint;
begin
  select case when h.known_at <= at then h.position else 0 end, h.position into low, high
    from ledger.head h where h.organisation_id = organisation;
  while low < high loop
    middle := (low + high + 1) / 2;
    if (select e.known_at <= at from ledger.event e where e.organisation_id = organisation and e.position = middle) then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return coalesce(low, 0);
end
$$;

-- Nobody changes what is written, not even the owner by mistake.
create function ledger.refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'The ledger is append-only: % of %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'KL002';
end
$$;

create trigger append_only before update or delete or truncate on ledger.event
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.command
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.organisation
  for each statement execute function ledger.refuse_change();
create trigger append_only before delete or truncate on ledger.head
  for each statement execute function ledger.refuse_change();

revoke all on all functions in schema ledger from public;
grant usage on schema ledger to kronika_app;
grant select on all tables in schema ledger to kronika_app;
grant execute on all functions in schema ledger to kronika_app;
