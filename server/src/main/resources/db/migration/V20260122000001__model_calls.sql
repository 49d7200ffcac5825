-- Every call of a model: reserved before, settled after, logged always; breakers that all servers share.

alter table models.ai_inference_logs
  alter column cost_usd type numeric(14,8),
  add column call_id uuid,
  add column attempt int check (attempt >= 1),
  add column cached_input_tokens int check (cached_input_tokens >= 0),
  add column status text check (status in ('answered', 'malformed', 'refused', 'blocked', 'rate_limited', 'timeout', 'server_error', 'network_error', 'rejected', 'stopped', 'lost')),
  add column error_message text,
  add column usage_estimated boolean not null default false;
create index on models.ai_inference_logs (call_id, attempt);
create index on models.ai_inference_logs (status, created_at desc) where status <> 'answered';
comment on column models.ai_inference_logs.cost_usd is 'What the provider bills, exact: fractions of a cent add up.';
comment on column models.ai_inference_logs.call_id is 'Tries of one call share it; attempt tells them apart.';
comment on column models.ai_inference_logs.usage_estimated is 'The provider told no tokens, as when its answer was lost; what was sent is counted.';
comment on column models.ai_inference_logs.input_prompt is 'As it left: fenced and without personal data.';

create table models.calls (
  id uuid primary key default uuidv7(),
  task text not null,
  company_id uuid references identity.companies (id) on delete cascade,
  test_run_id uuid,
  status text not null check (status in ('open', 'answered', 'failed')),
  attempt int not null default 0 check (attempt >= 0),
  settled_attempt int not null default 0 check (settled_attempt between 0 and attempt),
  version_key text,
  reserved_usd numeric(14,8) not null default 0 check (reserved_usd >= 0),
  reserved_at timestamptz,
  budget_day date,
  spent_usd numeric(14,8) not null default 0 check (spent_usd >= 0),
  answer jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete set null (test_run_id)
);
create index on models.calls (company_id, created_at desc);
create index on models.calls (test_run_id, company_id);
create index on models.calls (reserved_at) where attempt > settled_attempt;
create index on models.calls (status) where status = 'open';
create index on models.calls (created_at desc);
comment on table models.calls is 'A call by its id, kept for a day: asked again it gives the same answer and costs nothing.';
comment on column models.calls.settled_attempt is 'Attempts up to this one are in the log and in the budgets; each gets there once.';

create table models.budgets (
  id uuid primary key default uuidv7(),
  scope text not null check (scope in ('run', 'company', 'day')),
  company_id uuid references identity.companies (id) on delete cascade,
  limit_usd numeric(12,4) not null check (limit_usd >= 0),
  changed_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (scope, company_id),
  check (company_id is null or scope <> 'day')
);
create index on models.budgets (company_id);
create index on models.budgets (changed_by);
create index on models.budgets (created_at desc);
comment on table models.budgets is 'What models may cost: a run, a company in a day, everybody in a day. A row with a company is for that one.';

create table models.budget_use (
  id uuid primary key default uuidv7(),
  scope text not null check (scope in ('run', 'company', 'day')),
  subject uuid,
  day date,
  reserved_usd numeric(14,8) not null default 0 check (reserved_usd >= 0),
  spent_usd numeric(14,8) not null default 0 check (spent_usd >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (scope, subject, day)
);
create index on models.budget_use (day desc);
create index on models.budget_use (created_at desc);
comment on table models.budget_use is 'What is spent and what is set aside for calls on their way; both together never pass the limit.';
comment on column models.budget_use.subject is 'The run or the company; null for everybody.';

create table models.circuit_breakers (
  id uuid primary key default uuidv7(),
  service_name text not null,
  operation text not null,
  state text not null default 'closed' check (state in ('closed', 'open', 'half_open')),
  outcomes bigint not null default 0,
  calls int not null default 0 check (calls between 0 and 20),
  openings int not null default 0 check (openings >= 0),
  opened_at timestamptz,
  retry_at timestamptz,
  rejected bigint not null default 0 check (rejected >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (service_name, operation)
);
create index on models.circuit_breakers (state) where state <> 'closed';
create index on models.circuit_breakers (created_at desc);
comment on table models.circuit_breakers is 'Whether a model of a provider is called at the moment; all servers read and write the same row.';
comment on column models.circuit_breakers.outcomes is 'The latest calls as bits, 1 for a failure; the lowest is the last.';

create table models.decisions (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  site text not null check (length(site) <= 300),
  mission_sha256 text not null check (length(mission_sha256) between 1 and 64),
  persona text not null,
  place text not null check (length(place) <= 500),
  content jsonb not null,
  version_key text not null,
  hits int not null default 0 check (hits >= 0),
  last_used_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (company_id, site, mission_sha256, persona, place)
);
create index on models.decisions (last_used_at);
create index on models.decisions (version_key);
create index on models.decisions (created_at desc);
comment on table models.decisions is 'What a model decided at a place of a site for a mission, by words that outlast changes of the markup; asked again, no model is needed.';

select platform.protect_company_rows('models.calls');
select platform.protect('models.budgets', platform.own_company(), '(select platform.sees_everything())');
select platform.protect_operator_rows('models.budget_use');
select platform.protect_operator_rows('models.circuit_breakers');
select platform.protect_company_rows('models.decisions');
select platform.refers_to_users('models.budgets', 'changed_by');
select platform.keep_updated_at();
