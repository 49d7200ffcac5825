-- What completed tests open: the platform's phases, the companies' milestones, and features granted early.

create table unlock.platform_milestones (
  id uuid primary key default uuidv7(),
  phase int not null check (phase between 2 and 4),
  condition text not null check (condition in ('completed_tests', 'rated_well', 'human_verified', 'training_ready', 'models_deployed', 'self_hosted_healthy', 'monthly_revenue')),
  target numeric(14,2) not null check (target > 0),
  current_value numeric(14,2) not null default 0 check (current_value >= 0),
  gained_30_days numeric(14,2) not null default 0 check (gained_30_days >= 0),
  is_measured boolean not null default false,
  measured_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (phase, condition)
);
create index on unlock.platform_milestones (measured_at);
create index on unlock.platform_milestones (created_at desc);
comment on table unlock.platform_milestones is 'One condition of one phase of the platform, as it was last measured.';
comment on column unlock.platform_milestones.is_measured is 'False while no part of the platform produces the figure; it counts as 0 then.';
comment on column unlock.platform_milestones.gained_30_days is 'What was added in the 30 days before measured_at: the pace that estimates go by.';

create table unlock.milestone_progress (
  id uuid primary key default uuidv7(),
  company_id uuid references identity.companies (id) on delete cascade,
  shard int not null default 0 check (shard between 0 and 63),
  completed bigint not null default 0 check (completed >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (company_id is null or shard = 0)
);
create unique index on unlock.milestone_progress (company_id, shard) nulls not distinct;
create index on unlock.milestone_progress (created_at desc);
comment on table unlock.milestone_progress is 'Completed tests: one counter a company, and the platform''s total spread over 64 rows without a company, so that completions don''t queue for one row.';

create table unlock.unlocked_features (
  id uuid primary key default uuidv7(),
  company_id uuid references identity.companies (id) on delete cascade,
  milestone text check (milestone in ('phase_2', 'phase_3', 'phase_4', '1k', '5k', '10k')),
  feature_key text check (feature_key in ('advanced_analytics', 'custom_personas', 'api_access', 'priority_support', 'white_label', 'dedicated_account_manager',
    'custom_integrations', 'advanced_ai_models', 'enterprise_sla', 'custom_ai_training', 'unlimited_seats', 'strategic_partnership')),
  source text not null check (source in ('milestone', 'grant')),
  completed_tests bigint not null check (completed_tests >= 0),
  test_run_id uuid,
  unlocked_at timestamptz not null,
  granted_by uuid,
  reason text check (length(reason) between 1 and 500),
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_reason text check (length(revoke_reason) between 1 and 500),
  created_at timestamptz not null default now(),
  check ((company_id is null) = (feature_key is null)),
  check ((company_id is null) = coalesce(milestone like 'phase%', false)),
  check (source = 'milestone' and milestone is not null and revoked_at is null
    or source = 'grant' and milestone is null and granted_by is not null and reason is not null),
  check ((revoked_at is null) = (revoke_reason is null)),
  check (company_id is not null or test_run_id is null),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete set null (test_run_id)
);
-- INVARIANT: an unlock happens once, whatever else fails.
create unique index unlocked_once on unlock.unlocked_features (company_id, milestone, feature_key) nulls not distinct where source = 'milestone';
create unique index granted_once on unlock.unlocked_features (company_id, feature_key) where source = 'grant' and revoked_at is null;
create index on unlock.unlocked_features (company_id, feature_key) where revoked_at is null;
create index on unlock.unlocked_features (company_id, unlocked_at desc);
create index on unlock.unlocked_features (test_run_id, company_id);
create index on unlock.unlocked_features (granted_by);
create index on unlock.unlocked_features (revoked_by);
create index on unlock.unlocked_features (unlocked_at desc);
create index on unlock.unlocked_features (revoked_at);
create index on unlock.unlocked_features (created_at desc);
comment on table unlock.unlocked_features is 'A phase of the platform (no company) or a feature of a company that opened, by completed tests or because an administrator granted it.';

create table unlock.celebrations (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  user_id uuid not null,
  milestone text not null check (milestone in ('1k', '5k', '10k')),
  created_at timestamptz not null default now(),
  unique (company_id, user_id, milestone)
);
create index on unlock.celebrations (user_id);
create index on unlock.celebrations (company_id, created_at desc);
comment on table unlock.celebrations is 'A person was shown that a milestone was reached; it is shown once to each.';

select platform.protect('unlock.platform_milestones', 'true', '(select platform.sees_everything())');
select platform.protect('unlock.milestone_progress', platform.own_company() || ' or company_id is null', '(select platform.sees_everything())');
select platform.protect('unlock.unlocked_features', platform.own_company() || ' or company_id is null', '(select platform.sees_everything())');
select platform.protect_company_rows('unlock.celebrations');
select platform.refers_to_users('unlock.unlocked_features', 'granted_by', 'revoked_by');
select platform.refers_to_users('unlock.celebrations', 'user_id');
select platform.keep_updated_at();

-- ── figures that everybody may know ──────────────────────────────────────────────────────────────────────────────────

create index on testing.test_runs (company_ai_rating, completed_at) where status = 'completed' and company_ai_rating >= 4;
create index on testing.issues (test_run_id) where verdict is not null;

create function testing.platform_figures(since timestamptz,
  out completed bigint, out rated_well bigint, out human_verified bigint,
  out completed_since bigint, out rated_well_since bigint, out human_verified_since bigint)
language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
begin
  perform set_config('hitlai.role', 'system', true);
  select
    (select count(*) from testing.test_runs where status = 'completed'),
    (select count(*) from testing.test_runs where status = 'completed' and company_ai_rating >= 4),
    (select count(*) from testing.test_runs r where r.status = 'completed' and exists (select from testing.issues i where i.test_run_id = r.id and i.verdict is not null)),
    (select count(*) from testing.test_runs where status = 'completed' and completed_at >= since),
    (select count(*) from testing.test_runs where status = 'completed' and company_ai_rating >= 4 and completed_at >= since),
    (select count(*) from testing.test_runs r where r.status = 'completed' and r.completed_at >= since and exists (select from testing.issues i where i.test_run_id = r.id and i.verdict is not null))
    into completed, rated_well, human_verified, completed_since, rated_well_since, human_verified_since;
  perform set_config('hitlai.role', coalesce(asker, ''), true);
end $$;
comment on function testing.platform_figures(timestamptz) is 'Counts over the tests of all companies; the numbers are public, whose tests they are is not.';

-- ── counting ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A test may be completed by anybody (a worker, a member, a tester), while counters belong to the platform: hence the role, which is the
-- asker's again at the end; after a failure the rollback gives it back.

create function unlock.platform_turn() returns bigint language sql immutable
  return hashtextextended('unlock.platform', 0);
comment on function unlock.platform_turn() is 'The advisory lock of the platform''s total: shared by who counts far from a mark, alone by who counts near one.';

create function unlock.current_phase() returns int language sql stable
  return coalesce((select max(right(milestone, 1)::int) from unlock.unlocked_features where company_id is null), 1);
comment on function unlock.current_phase() is 'The platform''s phase, 1 to 4.';

create function unlock.near_phase() returns boolean language sql stable as $$
  -- No more completions can be under way at once than there are connections.
  select coalesce(bool_and(case
    when condition = 'completed_tests'
      then (select sum(completed) from unlock.milestone_progress where company_id is null) + current_setting('max_connections')::int >= target
    when condition in ('rated_well', 'human_verified') then current_value + current_setting('max_connections')::int >= target
    else current_value >= target end), false)
  from unlock.platform_milestones where phase = unlock.current_phase() + 1
$$;
comment on function unlock.near_phase() is 'Whether one of the completions under way may be the one that opens the next phase.';

create function unlock.count_completed(company uuid, out company_completed bigint, out near boolean)
language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
begin
  perform set_config('hitlai.role', 'system', true);
  -- INVARIANT: who counts far from a mark holds the turn together with others; who may reach it holds it alone, and so sees
  -- everything that was counted before. Without that, the two tests that reach a mark at once would not see each other.
  begin
    near := false;
    perform pg_advisory_xact_lock_shared(unlock.platform_turn());
    if unlock.near_phase() then
      -- Rolls back to the beginning of this block, which lets go of the shared lock.
      raise exception using errcode = 'UNEAR';
    end if;
  exception when sqlstate 'UNEAR' then
    near := true;
    perform pg_advisory_xact_lock(unlock.platform_turn());
  end;
  insert into unlock.milestone_progress as own (company_id, completed) values (company, 1)
    on conflict (company_id, shard) do update set completed = own.completed + 1
    returning own.completed into company_completed;
  update unlock.milestone_progress set completed = completed + 1
    where company_id is null and shard = (hashtext(company::text) & 63);
  perform set_config('hitlai.role', coalesce(asker, ''), true);
end $$;
comment on function unlock.count_completed(uuid) is 'Counts a completed test for its company and for the platform; near: the transaction has the turn alone and has to look whether a phase opens.';

create function unlock.open_milestone(company uuid, reached text, features text[], completed bigint, run uuid, at timestamptz) returns int
language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
  opened int;
begin
  perform set_config('hitlai.role', 'system', true);
  insert into unlock.unlocked_features (company_id, milestone, feature_key, source, completed_tests, test_run_id, unlocked_at)
    select company, reached, feature, 'milestone', completed, run, at from unnest(features) feature
    on conflict do nothing;
  get diagnostics opened = row_count;
  perform set_config('hitlai.role', coalesce(asker, ''), true);
  return opened;
end $$;
comment on function unlock.open_milestone(uuid, text, text[], bigint, uuid, timestamptz) is 'Opens the features of a company''s milestone; returns how many of them this call opened.';

create function unlock.open_phase(number int, completed bigint, at timestamptz) returns int
language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
  opened int;
begin
  perform set_config('hitlai.role', 'system', true);
  insert into unlock.unlocked_features (milestone, source, completed_tests, unlocked_at)
    values ('phase_' || number, 'milestone', completed, at)
    on conflict do nothing;
  get diagnostics opened = row_count;
  perform set_config('hitlai.role', coalesce(asker, ''), true);
  return opened;
end $$;
comment on function unlock.open_phase(int, bigint, timestamptz) is 'Opens a phase of the platform; returns 1 when this call opened it.';

create function unlock.is_open(company uuid, feature text) returns boolean language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
  open boolean;
begin
  perform set_config('hitlai.role', 'system', true);
  open := exists (select from unlock.unlocked_features where company_id = company and feature_key = feature and revoked_at is null);
  perform set_config('hitlai.role', coalesce(asker, ''), true);
  return open;
end $$;
comment on function unlock.is_open(uuid, text) is 'Whether a feature is open to a company; also asked on behalf of testers and visitors, who see no rows of it.';

-- ── what is there at the beginning ───────────────────────────────────────────────────────────────────────────────────

select set_config('hitlai.role', 'system', true);

insert into unlock.platform_milestones (phase, condition, target) values
  (2, 'completed_tests', 1000), (2, 'rated_well', 500), (2, 'human_verified', 300), (2, 'training_ready', 50),
  (3, 'completed_tests', 5000), (3, 'rated_well', 2500), (3, 'models_deployed', 3), (3, 'monthly_revenue', 50000),
  (4, 'completed_tests', 10000), (4, 'rated_well', 5000), (4, 'self_hosted_healthy', 1), (4, 'monthly_revenue', 100000);

insert into unlock.milestone_progress (company_id, completed)
  select company_id, count(*) from testing.test_runs where status = 'completed' group by company_id;
insert into unlock.milestone_progress (shard, completed)
  select shard, (select count(*) from testing.test_runs where status = 'completed' and (hashtext(company_id::text) & 63) = shard)
  from generate_series(0, 63) shard;
