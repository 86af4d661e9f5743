-- Scenarios: per what-if branch of an organisation one append-only, gapless stream of events, beside the ledger.
-- Nothing here is part of the organisation's record: the ledger never refers to it but by a scenario's id.

create schema scenario;

create table scenario.event (
  organisation_id uuid not null,
  scenario_id uuid not null,
  version int not null check (version > 0),
  recorded_at timestamptz not null,
  actor text not null,
  type text not null,
  data json not null,
  -- What is large of it: the steps that it brought. Null: none.
  content json,
  primary key (organisation_id, scenario_id, version)
);

-- Finds the organisation of a scenario that is asked for by its id alone, which no other has.
create unique index event_scenario on scenario.event (scenario_id) where version = 1;

create table scenario.command (
  organisation_id uuid not null,
  idempotency_key text not null,
  scenario_id uuid not null,
  version int not null,
  digest bytea not null,
  primary key (organisation_id, idempotency_key)
);

-- Appends events, all or none, to a scenario that is at version `after`, and answers with one row.
--
-- outcome    'appended' | 'duplicate' (stored_id and version are those of what the key did before) | 'moved'
-- mismatch   whether the key was used for something else
-- version    of the last event
-- recorded   recorded_at of all of them
create function scenario.append(
  organisation uuid,
  scenario uuid,
  after int,
  actor text,
  command_key text,
  command_digest text,
  types text[],
  datas text[],
  contents text[],
  out outcome text,
  out stored_id uuid,
  out version int,
  out mismatch boolean,
  out recorded text
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '5s'
as $$
declare
  digest constant bytea := decode(command_digest, 'hex');
  head record;
  stored record;
  at timestamptz;
begin
  begin
    select max(e.version) as version, max(e.recorded_at) as recorded_at into head
      from scenario.event e where e.organisation_id = organisation and e.scenario_id = scenario;
    at := greatest(clock_timestamp(), head.recorded_at + interval '1 microsecond');
    insert into scenario.command
      values (organisation, command_key, scenario, after + cardinality(types), digest);
    if coalesce(head.version, 0) <> after then
      raise unique_violation;
    end if;
    insert into scenario.event
      select organisation, scenario, after + e.i, at, actor, e.type, e.data::json, e.content::json
      from unnest(types, datas, contents) with ordinality as e (type, data, content, i);
    outcome := 'appended';
    stored_id := scenario;
    version := after + cardinality(types);
    recorded := ledger.instant(at);
    return;
  exception when unique_violation then
    null;
  end;
  select c.* into stored from scenario.command c
    where c.organisation_id = organisation and c.idempotency_key = command_key;
  if found then
    outcome := 'duplicate';
    stored_id := stored.scenario_id;
    version := stored.version;
    mismatch := stored.digest <> digest;
  else
    outcome := 'moved';
  end if;
end
$$;

-- Writes into a scenario's stream that it was adopted, as part of the append that records it in the ledger at the
-- positions `first` to `last`. Fails, and with it the whole append, if the scenario is no longer at version `after`.
create function scenario.adopt(
  organisation uuid,
  scenario uuid,
  after int,
  actor text,
  command_key text,
  command_digest text,
  data text,
  first bigint,
  last bigint
) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  told constant text :=
    (data::jsonb || jsonb_build_object('first', first, 'last', last))::text;
begin
  if (select a.outcome from scenario.append(organisation, scenario, after, actor, command_key, command_digest,
        array['ScenarioAdopted'], array[told], array[null::text]) a) <> 'appended' then
    raise exception 'The scenario % is no longer at version %', scenario, after using errcode = 'KS001';
  end if;
end
$$;

create trigger append_only before update or delete or truncate on scenario.event
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on scenario.command
  for each statement execute function ledger.refuse_change();

revoke all on all functions in schema scenario from public;
grant usage on schema scenario to kronika_app;
grant select on all tables in schema scenario to kronika_app;
grant execute on all functions in schema scenario to kronika_app;
