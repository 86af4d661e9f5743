-- The read model of the structure: what the ledger's events come to, written in the transaction of their append
-- (read_model.project_changes) or by a rebuild. The definition of every answer is the pure resolver (libs/temporal,
-- libs/structure); the functions below are the same in SQL, for people and for tests.
--
-- Rows are only inserted. A correction, rescheduling or cancellation closes known_until of what its change said before.
-- Tables here can be replaced as a whole (see rebuild): refer to them from function bodies, not from views or keys.

create schema read_model;

-- From the day effective_from on, the track of the unit has this value, until the next fact of the track.
--   track         existence | name | type | parent:<hierarchy> | code:<scheme>
--   value         'true' or 'false' of existence; a unit's id of a parent, null for a root; null for a code taken away
--   earliest, latest   if the day is not known: the first and the last that it can be, as written
--   change_order  position at which the change was first recorded: its place among the changes of one day
--   seq           place within the change
--   known_from    position from which it is known; known_until: position that retracted it, null if none did
-- The answer at (at, position) is per unit and track the greatest (effective_from, change_order, seq) with
-- effective_from <= at and known_from <= position < known_until.
create table read_model.fact (
  organisation_id uuid not null,
  unit_id uuid not null,
  change_id uuid not null,
  change_order bigint not null,
  known_from bigint not null,
  known_until bigint,
  effective_from date not null,
  earliest date,
  latest date,
  seq int not null,
  track text collate "C" not null,
  value text,
  primary key (organisation_id, unit_id, track, effective_from, change_order, seq, known_from)
);

-- The successor continues the predecessor, since a change.
create table read_model.lineage (
  organisation_id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  change_id uuid not null,
  change_order bigint not null,
  known_from bigint not null,
  known_until bigint,
  share double precision,
  effective_from date not null,
  earliest date,
  seq int not null,
  relation text not null,
  primary key (organisation_id, predecessor_id, successor_id, effective_from, change_order, seq, known_from)
);
create index lineage_by_successor on read_model.lineage (organisation_id, successor_id);

-- The log: one row per event that recorded, corrected, rescheduled or cancelled a change. Times, actor and reason are
-- the event's: see read_model.change_log. A cancellation has no content: from change_order to applies_from it is null.
--   applies_from  the day its facts hold from: latest, or the last day of the window that something else leaves open
--   units  those it begins, ends, changes or connects
create table read_model.change (
  organisation_id uuid not null,
  change_id uuid not null,
  position bigint not null,
  change_order bigint,
  change_set uuid,
  earliest date,
  latest date,
  applies_from date,
  recording text not null,
  kind text,
  written text,
  external_id text,
  import_digest text,
  units uuid[] not null,
  primary key (organisation_id, position)
);
create index change_by_id on read_model.change (organisation_id, change_id, position);

-- Writes a batch of changes, called by the append that stores their events. Event i of the batch (from 1) has the
-- position first + i - 1. The caller decided on the batch beginning at `provisional`; when others appended in between,
-- all positions at or after `provisional` move along.
--
-- event_*    one element per event; null as in read_model.change. event_units: an array literal each.
--            event_until: position of the event of this batch that amends it
-- fact_*, edge_*  one element per fact or edge; *_event says of which event (from 1)
-- amended    changes recorded before this batch that it amends, with the position of the first event that does
create function read_model.project_changes(
  organisation uuid,
  first bigint,
  provisional bigint,
  event_change uuid[],
  event_order bigint[],
  event_until bigint[],
  event_set uuid[],
  event_earliest date[],
  event_latest date[],
  event_from date[],
  event_recording text[],
  event_kind text[],
  event_written text[],
  event_external text[],
  event_digest text[],
  event_units text[],
  fact_event int[],
  fact_seq int[],
  fact_unit uuid[],
  fact_track text[],
  fact_value text[],
  edge_event int[],
  edge_seq int[],
  edge_predecessor uuid[],
  edge_successor uuid[],
  edge_relation text[],
  edge_share double precision[],
  amended uuid[],
  amended_by bigint[]
) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  shift constant bigint := first - provisional;
begin
  if cardinality(amended) > 0 then
    perform read_model.close_amended(organisation, amended,
      array(select position + shift from unnest(amended_by) with ordinality as a (position, i) order by i));
  end if;
  if shift <> 0 then
    event_order := array(
      select case when o >= provisional then o + shift else o end
      from unnest(event_order) with ordinality as e (o, i) order by i);
    event_until := array(select u + shift from unnest(event_until) with ordinality as e (u, i) order by i);
  end if;

  insert into read_model.change (organisation_id, change_id, position, change_order, change_set, earliest, latest, applies_from,
      recording, kind, written, external_id, import_digest, units)
    select organisation, e.change, first + e.i - 1, e.change_order, e.change_set, e.earliest, e.latest, e.applies_from,
      e.recording, e.kind, e.written, e.external_id, e.digest, e.units::uuid[]
    from unnest(event_change, event_order, event_set, event_earliest, event_latest, event_from, event_recording, event_kind,
        event_written, event_external, event_digest, event_units)
      with ordinality as e (change, change_order, change_set, earliest, latest, applies_from, recording, kind, written,
        external_id, digest, units, i);

  if cardinality(fact_event) > 0 then
    insert into read_model.fact (organisation_id, unit_id, change_id, change_order, known_from, known_until,
        effective_from, earliest, latest, seq, track, value)
      select organisation, f.unit, event_change[f.event], event_order[f.event], first + f.event - 1,
        event_until[f.event], event_from[f.event], nullif(event_earliest[f.event], event_latest[f.event]),
        nullif(event_latest[f.event], event_earliest[f.event]), f.seq,
        f.track, f.value
      from unnest(fact_event, fact_seq, fact_unit, fact_track, fact_value) as f (event, seq, unit, track, value);
  end if;

  if cardinality(edge_event) > 0 then
    insert into read_model.lineage (organisation_id, predecessor_id, successor_id, change_id, change_order,
        known_from, known_until, share, effective_from, earliest, seq, relation)
      select organisation, l.predecessor, l.successor, event_change[l.event], event_order[l.event],
        first + l.event - 1, event_until[l.event], l.share, event_from[l.event],
        nullif(event_earliest[l.event], event_latest[l.event]), l.seq, l.relation
      from unnest(edge_event, edge_seq, edge_predecessor, edge_successor, edge_relation, edge_share)
        as l (event, seq, predecessor, successor, relation, share);
  end if;
end
$$;

-- Closes what amended changes said: found by the units and the day that the log has of their latest content.
create function read_model.close_amended(organisation uuid, amended uuid[], positions bigint[]) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  old record;
begin
  for old in
    select a.position, c.units, c.applies_from, c.change_order
    from unnest(amended, positions) as a (change_id, position)
    cross join lateral (
      select * from read_model.change c
      where c.organisation_id = organisation and c.change_id = a.change_id and c.position < a.position
        and c.change_order is not null
      order by c.position desc limit 1
    ) c
  loop
    update read_model.fact f set known_until = old.position
      where f.organisation_id = organisation and f.unit_id = any (old.units) and f.effective_from = old.applies_from
        and f.change_order = old.change_order and f.known_until is null;
    update read_model.lineage l set known_until = old.position
      where l.organisation_id = organisation and l.predecessor_id = any (old.units)
        and l.effective_from = old.applies_from and l.change_order = old.change_order and l.known_until is null;
  end loop;
end
$$;

-- The organisation on the evening of a day, as known at a position: a row per unit in force.
--   parent   in the hierarchy `line`; null for a root
--   parents  per hierarchy it takes part in; codes per scheme
--   since    the day it was begun, or begun again
create function read_model.organisation_at(organisation uuid, at date, known_at_position bigint)
returns table (unit_id uuid, name text, type text, parent uuid, parents jsonb, codes jsonb, since date)
language sql stable parallel safe rows 10000
as $$
  with holding as (
    select distinct on (f.unit_id, f.track) f.unit_id, f.track, f.value, f.effective_from
    from read_model.fact f
    where f.organisation_id = organisation and f.effective_from <= at
      and f.known_from <= known_at_position and (f.known_until is null or known_at_position < f.known_until)
    order by f.unit_id desc, f.track desc, f.effective_from desc, f.change_order desc, f.seq desc
  )
  select h.unit_id,
    max(h.value) filter (where h.track = 'name'),
    max(h.value) filter (where h.track = 'type'),
    (max(h.value) filter (where h.track = 'parent:line'))::uuid,
    coalesce(jsonb_object_agg(substr(h.track, 8), h.value) filter (where h.track like 'parent:%'), '{}'),
    coalesce(jsonb_object_agg(substr(h.track, 6), h.value)
      filter (where h.track like 'code:%' and h.value is not null), '{}'),
    max(h.effective_from) filter (where h.track = 'existence')
  from holding h
  group by h.unit_id
  having bool_or(h.track = 'existence' and h.value = 'true')
$$;

-- What may or may not hold on the evening of a day, as known at a position: its change has an imprecise date.
create function read_model.indeterminate_at(organisation uuid, at date, known_at_position bigint)
returns table (unit_id uuid, track text, value text, earliest date, latest date, change_id uuid)
language sql stable parallel safe
as $$
  select f.unit_id, f.track, f.value, f.earliest, f.latest, f.change_id
  from read_model.fact f
  where f.organisation_id = organisation and f.earliest <= at and at < f.latest
    and f.known_from <= known_at_position and (f.known_until is null or known_at_position < f.known_until)
  order by f.unit_id, f.track, f.effective_from, f.change_order, f.seq
$$;

-- The chart as a list in depth-first order, children by name: depth 0 are the roots, path is ids from the root.
create function read_model.chart_at(organisation uuid, at date, known_at_position bigint, hierarchy text default 'line')
returns table (depth int, unit_id uuid, name text, type text, path uuid[])
language sql stable parallel safe rows 10000
as $$
  with recursive state as materialized (
    select * from read_model.organisation_at(organisation, at, known_at_position) s where s.parents ? hierarchy
  ), tree as (
    select 0 as depth, s.unit_id, s.name, s.type, array[s.unit_id] as path, array[s.name] as names
    from state s where s.parents ->> hierarchy is null
    union all
    select t.depth + 1, s.unit_id, s.name, s.type, t.path || s.unit_id, t.names || s.name
    from tree t join state s on (s.parents ->> hierarchy)::uuid = t.unit_id
  )
  select t.depth, t.unit_id, t.name, t.type, t.path from tree t order by t.names, t.path
$$;

-- What was said of one unit, in both times, as it applies; retracted facts included.
create function read_model.unit_history(organisation uuid, unit uuid)
returns table (track text, effective_from date, earliest date, value text, known_from bigint, known_until bigint,
  change_id uuid, kind text)
language sql stable parallel safe
as $$
  select f.track, f.effective_from, f.earliest, f.value, f.known_from, f.known_until, f.change_id, c.kind
  from read_model.fact f
  join read_model.change c on c.organisation_id = f.organisation_id and c.position = f.known_from
  where f.organisation_id = organisation and f.unit_id = unit
  order by f.track, f.effective_from, f.change_order, f.seq, f.known_from
$$;

-- The log of changes with what the ledger knows of each event: when, who and why.
create function read_model.change_log(organisation uuid)
returns table (log_position bigint, recording text, kind text, written text, earliest date, latest date,
  change_id uuid, change_set uuid, external_id text, units uuid[], recorded_at timestamptz, known_at timestamptz,
  actor text, reason text)
language sql stable parallel safe
as $$
  select c.position, c.recording, c.kind, c.written, c.earliest, c.latest, c.change_id, c.change_set, c.external_id,
    c.units, e.recorded_at, e.known_at, e.envelope::jsonb #>> '{command,actor}', e.envelope::jsonb #>> '{command,reason}'
  from read_model.change c
  join ledger.event e on e.organisation_id = c.organisation_id and e.position = c.position
  where c.organisation_id = organisation
  order by c.position
$$;

revoke all on all functions in schema read_model from public;
grant usage on schema read_model to kronika_app;
grant select on all tables in schema read_model to kronika_app;
grant execute on all functions in schema read_model to kronika_app;
revoke execute on function read_model.close_amended from kronika_app;
