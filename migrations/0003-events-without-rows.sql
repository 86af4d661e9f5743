-- The ledger's events are no longer only about changes that apply: a batch may have records beside the structure and
-- changes that wait for a decision. They take positions and write no rows here.
--
-- What read_model.change says of an event (recording) since then:
--   recorded | enacted                   the change applies from here on. Enacted: it had waited; change_order is the
--                                        position of the enactment
--   corrected | rescheduled | narrowed   its content is replaced
--   cancelled | annulled | suspended     its content is taken back; the row has none. Annulled: a court set its decision
--                                        aside. Suspended: it waits again, and may be enacted anew

drop function read_model.project_changes;

-- Writes what a batch of events says of changes, called by the append that stores them. The batch may have other events
-- among them; they are left out here. The caller decided on the batch beginning at `provisional`; when others appended
-- in between, all positions at or after `provisional` move along.
--
-- event_*    one element per event that writes rows; null as in read_model.change. event_units: an array literal each.
--            event_offset: its place in the batch (from 0): its position is first + event_offset
--            event_until: position of the event of this batch that amends it
-- fact_*, edge_*  one element per fact or edge; *_event says of which element of event_* (from 1)
-- amended    changes recorded before this batch that it amends, with the position of the first event that does
create function read_model.project_changes(
  organisation uuid,
  first bigint,
  provisional bigint,
  event_offset int[],
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

  insert into read_model.change (organisation_id, change_id, position, change_order, change_set, earliest, latest,
      applies_from, recording, kind, written, external_id, import_digest, units)
    select organisation, e.change, first + e.place, e.change_order, e.change_set, e.earliest, e.latest, e.applies_from,
      e.recording, e.kind, e.written, e.external_id, e.digest, e.units::uuid[]
    from unnest(event_offset, event_change, event_order, event_set, event_earliest, event_latest, event_from,
        event_recording, event_kind, event_written, event_external, event_digest, event_units)
      as e (place, change, change_order, change_set, earliest, latest, applies_from, recording, kind, written,
        external_id, digest, units);

  if cardinality(fact_event) > 0 then
    insert into read_model.fact (organisation_id, unit_id, change_id, change_order, known_from, known_until,
        effective_from, earliest, latest, seq, track, value)
      select organisation, f.unit, event_change[f.event], event_order[f.event], first + event_offset[f.event],
        event_until[f.event], event_from[f.event], nullif(event_earliest[f.event], event_latest[f.event]),
        nullif(event_latest[f.event], event_earliest[f.event]), f.seq,
        f.track, f.value
      from unnest(fact_event, fact_seq, fact_unit, fact_track, fact_value) as f (event, seq, unit, track, value);
  end if;

  if cardinality(edge_event) > 0 then
    insert into read_model.lineage (organisation_id, predecessor_id, successor_id, change_id, change_order,
        known_from, known_until, share, effective_from, earliest, seq, relation)
      select organisation, l.predecessor, l.successor, event_change[l.event], event_order[l.event],
        first + event_offset[l.event], event_until[l.event], l.share, event_from[l.event],
        nullif(event_earliest[l.event], event_latest[l.event]), l.seq, l.relation
      from unnest(edge_event, edge_seq, edge_predecessor, edge_successor, edge_relation, edge_share)
        as l (event, seq, predecessor, successor, relation, share);
  end if;
end
$$;

revoke all on function read_model.project_changes from public;
grant execute on function read_model.project_changes to kronika_app;
