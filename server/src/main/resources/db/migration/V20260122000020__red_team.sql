-- The red team is a module of its own: its tables move into its schema, campaigns come before them.

create schema redteam;
grant usage on schema redteam to hitlai_app;
alter default privileges in schema redteam grant select, insert, update, delete on tables to hitlai_app;
alter default privileges in schema redteam grant usage, select on sequences to hitlai_app;

alter table alignment.red_team_tests set schema redteam;
alter table alignment.red_team_vulnerabilities set schema redteam;

create table redteam.campaigns (
  id uuid primary key default uuidv7(),
  target text not null check (length(target) between 1 and 200),
  cause text not null check (cause in ('on_demand', 'schedule', 'deployment')),
  categories text[] not null check (cardinality(categories) > 0),
  strategies text[] not null check (cardinality(strategies) > 0),
  prompts int not null check (prompts between 1 and 5000),
  generations int not null check (generations between 1 and 20),
  seed bigint not null,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed')),
  progress_percent int not null default 0 check (progress_percent between 0 and 100),
  error_message text,
  answers int check (answers >= 0),
  hits int check (hits >= 0),
  success_rate numeric(6,4) check (success_rate between 0 and 1),
  success_low numeric(6,4) check (success_low between 0 and 1),
  success_high numeric(6,4) check (success_high between 0 and 1),
  report_json text,
  report_sarif text,
  report_junit text,
  started_by uuid,
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status in ('done', 'failed')) = (ended_at is not null)),
  check (status <> 'done' or (report_json is not null and success_rate is not null))
);
create unique index on redteam.campaigns (target) where status in ('waiting', 'running');
create index on redteam.campaigns (target, created_at desc);
create index on redteam.campaigns (started_by);
create index on redteam.campaigns (created_at desc);
create index on redteam.campaigns (status) where status in ('waiting', 'running');
create index on redteam.campaigns (created_at desc) where status = 'failed';
comment on table redteam.campaigns is 'Attacks on one target that are carried out together, as a background job.';
comment on column redteam.campaigns.success_rate is 'Share of answers in which an attack worked, corrected for the detectors'' errors; low and high are its 95 % interval.';
comment on column redteam.campaigns.report_json is 'The report as bytes: the same seed and the same answers give the same ones.';

alter table redteam.red_team_tests
  add column answers int check (answers >= 0),
  add column hits int check (hits >= 0),
  add column evidence text,
  add foreign key (campaign_id) references redteam.campaigns (id) on delete cascade;
comment on column redteam.red_team_tests.hits is 'Answers in which the attack worked, of those that were given.';

alter table redteam.red_team_vulnerabilities
  add column target text not null default '',
  add column occurrences int not null default 1 check (occurrences > 0),
  add column last_seen_at timestamptz not null default now();
create unique index on redteam.red_team_vulnerabilities (target, vulnerability_type) where status in ('open', 'in_progress');
create index on redteam.red_team_vulnerabilities (target, last_seen_at desc);
comment on column redteam.red_team_vulnerabilities.vulnerability_type is 'The attack that worked; only one weakness by it is open for a target at a time.';

select platform.protect_operator_rows('redteam.campaigns');
select platform.refers_to_users('redteam.campaigns', 'started_by');
select platform.keep_updated_at();
