-- Own models: jobs that train them, versions, where each is in use, and which version decided what.

create table training.ai_models (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('calibrator', 'severity', 'reward', 'tester', 'hosted')),
  version text not null unique,
  company_id uuid references identity.companies (id) on delete cascade,
  parameters jsonb not null,
  evaluation jsonb not null default '{}',
  seed bigint not null,
  data_hash text not null,
  examples int not null check (examples >= 0),
  capability_level int check (capability_level between 0 and 5),
  gates jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on training.ai_models (kind, created_at desc);
create index on training.ai_models (company_id, created_at desc);
create index on training.ai_models (created_by);
create index on training.ai_models (created_at desc);
comment on table training.ai_models is 'One version of an own model; never changed once written.';
comment on column training.ai_models.evaluation is 'Figures on sites that it never saw, with its reliability diagram.';
comment on column training.ai_models.data_hash is 'SHA-256 over the examples in order: the same data and seed give the same model.';
comment on column training.ai_models.company_id is 'The company for whose tests alone it is; null for everybody.';

create table training.training_jobs (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('calibrator', 'severity', 'reward', 'tester', 'hosted')),
  company_id uuid references identity.companies (id) on delete cascade,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress_text text,
  progress_percent int not null default 0 check (progress_percent between 0 and 100),
  seed bigint not null,
  settings jsonb not null default '{}',
  batch_id uuid,
  model_id uuid references training.ai_models (id) on delete set null,
  external_id text,
  error_message text,
  started_by uuid,
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on training.training_jobs (company_id, created_at desc);
create index on training.training_jobs (batch_id);
create index on training.training_jobs (model_id);
create index on training.training_jobs (started_by);
create index on training.training_jobs (created_at desc);
create unique index on training.training_jobs (kind, company_id) nulls not distinct where status in ('waiting', 'running');
comment on table training.training_jobs is 'A training that somebody asked for.';

create table training.model_deployments (
  id uuid primary key default uuidv7(),
  model_id uuid not null references training.ai_models (id) on delete cascade,
  kind text not null check (kind in ('calibrator', 'severity', 'reward', 'tester', 'hosted')),
  company_id uuid references identity.companies (id) on delete cascade,
  stage text not null check (stage in ('shadow', 'ab', 'live')),
  share numeric(5,4) not null check (share between 0 and 1),
  since timestamptz not null,
  until timestamptz,
  reason text not null,
  ended_reason text,
  deployed_by uuid,
  ended_by uuid,
  created_at timestamptz not null default now(),
  check (until is null or until >= since)
);
create index on training.model_deployments (model_id, created_at desc);
create index on training.model_deployments (company_id, created_at desc);
create index on training.model_deployments (deployed_by);
create index on training.model_deployments (ended_by);
create index on training.model_deployments (kind, since desc);
create index on training.model_deployments (created_at desc);
create unique index on training.model_deployments (kind, company_id, stage) nulls not distinct where until is null and stage in ('live', 'ab');
create unique index on training.model_deployments (model_id) where until is null;
comment on table training.model_deployments is 'Where a version was in use, from when to when; at most one live and one on trial a kind.';
comment on column training.model_deployments.share is 'Of the runs that a version on trial decides.';

create table training.model_decisions (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  test_run_id uuid not null,
  fingerprint text not null,
  model_id uuid not null references training.ai_models (id) on delete cascade,
  stage text not null check (stage in ('shadow', 'ab', 'live')),
  probability numeric(5,4) not null check (probability between 0 and 1),
  created_at timestamptz not null default now(),
  unique (test_run_id, fingerprint, model_id),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on training.model_decisions (test_run_id, company_id);
create index on training.model_decisions (company_id, created_at desc);
create index on training.model_decisions (model_id, created_at desc);
create index on training.model_decisions (created_at desc);
comment on table training.model_decisions is 'What a version said of a finding; those of a shadow are kept, but decide nothing.';

select platform.protect('training.ai_models', platform.own_company() || ' or company_id is null', '(select platform.sees_everything())');
select platform.protect('training.training_jobs', platform.own_company(), '(select platform.sees_everything())');
select platform.protect('training.model_deployments', platform.own_company() || ' or company_id is null', '(select platform.sees_everything())');
select platform.protect_company_rows('training.model_decisions');
select platform.refers_to_users('training.ai_models', 'created_by');
select platform.refers_to_users('training.training_jobs', 'started_by');
select platform.refers_to_users('training.model_deployments', 'deployed_by', 'ended_by');
select platform.keep_updated_at();
