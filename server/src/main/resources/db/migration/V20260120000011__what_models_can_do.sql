-- What each AI can do, how it was measured, and the measuring itself.

alter table models.ai_model_capabilities
  add column typical_accuracy_n int check (typical_accuracy_n >= 0),
  add column typical_false_positive_n int check (typical_false_positive_n >= 0),
  add column typical_computed_at timestamptz;
comment on column models.ai_model_capabilities.typical_accuracy_n is 'Cases that typical_accuracy_rate rests on; typical_false_positive_n likewise.';
comment on column models.ai_model_capabilities.is_available is 'Whether an administrator lets it be picked; it also has to be set up on this server.';

create table models.benchmark_runs (
  id uuid primary key default uuidv7(),
  capability_id uuid not null references models.ai_model_capabilities (id) on delete cascade,
  benchmark_name text not null check (length(benchmark_name) between 1 and 100),
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed')),
  progress_percent int not null default 0 check (progress_percent between 0 and 100),
  progress_text text,
  error_message text,
  started_by uuid,
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status in ('done', 'failed')) = (ended_at is not null))
);
create unique index on models.benchmark_runs (capability_id) where status in ('waiting', 'running');
create index on models.benchmark_runs (capability_id, created_at desc);
create index on models.benchmark_runs (started_by);
create index on models.benchmark_runs (status) where status in ('waiting', 'running');
create index on models.benchmark_runs (created_at desc);
comment on table models.benchmark_runs is 'One measuring of one AI tester by a benchmark, as a background job; its results go to ai_capability_benchmarks.';

select platform.protect_operator_rows('models.benchmark_runs');
select platform.refers_to_users('models.benchmark_runs', 'started_by');
select platform.keep_updated_at();

select set_config('hitlai.role', 'system', true);
insert into models.ai_model_capabilities (ai_model_provider, model_version, supports_web, is_available, description) values
  ('hitl_selfhosted_mixtral', 'unset', false, false, 'Not deployed on this server; what it can do is known when it is.'),
  ('hitl_selfhosted_llama', 'unset', false, false, 'Not deployed on this server; what it can do is known when it is.'),
  ('openai_gpt4', 'unset', false, false, 'Not set up on this server; what it can do is known when a key is.'),
  ('openai_gpt4_turbo', 'unset', false, false, 'Not set up on this server; what it can do is known when a key is.'),
  ('grok', 'unset', false, false, 'Not set up on this server; what it can do is known when a key is.'),
  ('gemini', 'unset', false, false, 'Not set up on this server; what it can do is known when a key is.'),
  ('claude', 'unset', false, false, 'Not set up on this server; what it can do is known when a key is.');
