-- The switch that stops all AI: one stop holds at a time, and only a recorded decision lifts it.

create table alignment.ai_stops (
  id uuid primary key default uuidv7(),
  reason text not null check (length(reason) between 1 and 1000),
  stopped_by uuid,
  stopped_at timestamptz not null,
  stop_decision_id uuid not null references alignment.agi_safety_decisions (id) on delete restrict,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_decision_id uuid references alignment.agi_safety_decisions (id) on delete restrict,
  lifted_because text check (length(lifted_because) between 1 and 1000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((lifted_at is null) = (lift_decision_id is null))
);
create unique index ai_stops_one_at_a_time on alignment.ai_stops ((true)) where lifted_at is null;
create index on alignment.ai_stops (stop_decision_id);
create index on alignment.ai_stops (lift_decision_id);
create index on alignment.ai_stops (stopped_by);
create index on alignment.ai_stops (lifted_by);
create index on alignment.ai_stops (stopped_at desc);
create index on alignment.ai_stops (created_at desc);
comment on table alignment.ai_stops is 'One time that all AI was stopped, and by which decisions.';
select platform.protect_operator_rows('alignment.ai_stops');
select platform.refers_to_users('alignment.ai_stops', 'stopped_by', 'lifted_by');
select platform.keep_updated_at();

create function alignment.announce_stop() returns trigger language plpgsql as $$
begin
  perform pg_notify('hitlai_ai', '');
  return null;
end $$;
create trigger announce_stop after insert or update on alignment.ai_stops for each statement execute function alignment.announce_stop();
