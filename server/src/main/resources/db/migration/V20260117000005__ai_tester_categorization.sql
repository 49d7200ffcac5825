-- AI testers join the roster: what they are, what they cost, how they compare with people.
set local search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, platform, public;

create type public.tester_category as enum ('human', 'ai_third_party', 'ai_hitl_trained');
comment on type public.tester_category is 'A person, somebody else''s model, or a model of ours.';
create type public.ai_model_provider as enum ('grok', 'openai_gpt4', 'openai_gpt4_turbo', 'gemini', 'claude', 'hitl_finetuned', 'hitl_selfhosted_mixtral', 'hitl_selfhosted_llama');
comment on type public.ai_model_provider is 'Whose model does the testing.';

alter table testers.human_testers
  add column tester_category tester_category not null default 'human',
  add column ai_model_provider ai_model_provider,
  add column ai_model_version text,
  add column ai_configuration jsonb not null default '{}',
  add check ((tester_category = 'human') = (ai_model_provider is null)),
  add check (tester_category = 'human' or user_id is null);
create index on testers.human_testers (tester_category) where is_active;
create index on testers.human_testers (ai_model_provider) where ai_model_provider is not null;
comment on column testers.human_testers.tester_category is 'An AI tester is a row in the same roster as a person.';

alter table testing.test_runs
  add column tester_category tester_category not null default 'human',
  add column ai_model_provider ai_model_provider,
  add column ai_model_version text,
  add column ai_tokens_used int not null default 0 check (ai_tokens_used >= 0),
  add column ai_cost_usd numeric(12,4) not null default 0 check (ai_cost_usd >= 0),
  add column ai_inference_time_ms bigint not null default 0 check (ai_inference_time_ms >= 0);
create index on testing.test_runs (tester_category, created_at desc);
create index on testing.test_runs (ai_model_provider, created_at desc) where ai_model_provider is not null;
comment on column testing.test_runs.tester_category is 'Who does the run; an AI run by the built-in engine has no model provider.';

create table testers.ai_tester_performance (
  id uuid primary key default uuidv7(),
  tester_id uuid not null references testers.human_testers (id) on delete cascade,
  ai_model_provider ai_model_provider not null,
  model_version text not null,
  period_start timestamptz not null,
  period_end timestamptz not null check (period_end > period_start),
  total_tests_completed int not null default 0 check (total_tests_completed >= 0),
  avg_test_duration_minutes numeric(10,3) check (avg_test_duration_minutes >= 0),
  avg_quality_score numeric(5,4) check (avg_quality_score between 0 and 1),
  issues_found int not null default 0 check (issues_found >= 0),
  false_positives int not null default 0 check (false_positives >= 0),
  false_negatives int not null default 0 check (false_negatives >= 0),
  accuracy_rate numeric(5,4) check (accuracy_rate between 0 and 1),
  human_corrections_count int not null default 0 check (human_corrections_count >= 0),
  correction_rate numeric(5,4) check (correction_rate between 0 and 1),
  total_cost_usd numeric(12,4) not null default 0 check (total_cost_usd >= 0),
  cost_per_test_usd numeric(12,4) check (cost_per_test_usd >= 0),
  tokens_used bigint not null default 0 check (tokens_used >= 0),
  vs_human_speed_ratio numeric(10,4) check (vs_human_speed_ratio >= 0),
  vs_human_quality_ratio numeric(10,4) check (vs_human_quality_ratio >= 0),
  vs_human_cost_ratio numeric(10,4) check (vs_human_cost_ratio >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (tester_id, model_version, period_start, period_end)
);
create index on testers.ai_tester_performance (tester_id, created_at desc);
create index on testers.ai_tester_performance (ai_model_provider, period_end desc);
create index on testers.ai_tester_performance (created_at desc);
comment on table testers.ai_tester_performance is 'How one AI tester did over one period.';
comment on column testers.ai_tester_performance.vs_human_speed_ratio is 'AI divided by people over the same period; quality and cost likewise.';

create table testers.ai_vs_human_comparison (
  id uuid primary key default uuidv7(),
  test_request_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  human_test_run_id uuid not null,
  human_issues_found int not null default 0 check (human_issues_found >= 0),
  human_test_duration_minutes numeric(10,3) check (human_test_duration_minutes >= 0),
  human_quality_score numeric(5,4) check (human_quality_score between 0 and 1),
  ai_test_run_id uuid not null,
  ai_model_provider ai_model_provider,
  ai_issues_found int not null default 0 check (ai_issues_found >= 0),
  ai_test_duration_minutes numeric(10,3) check (ai_test_duration_minutes >= 0),
  ai_quality_score numeric(5,4) check (ai_quality_score between 0 and 1),
  ai_cost_usd numeric(12,4) check (ai_cost_usd >= 0),
  issues_overlap int not null default 0 check (issues_overlap >= 0),
  issues_only_human int not null default 0 check (issues_only_human >= 0),
  issues_only_ai int not null default 0 check (issues_only_ai >= 0),
  agreement_rate numeric(5,4) check (agreement_rate between 0 and 1),
  better_performer text check (better_performer in ('human', 'ai', 'tie')),
  reasoning text,
  validated_by uuid,
  validation_notes text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (human_test_run_id, ai_test_run_id),
  foreign key (test_request_id, company_id) references testing.test_requests (id, company_id) on delete cascade,
  foreign key (human_test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade,
  foreign key (ai_test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on testers.ai_vs_human_comparison (test_request_id, company_id);
create index on testers.ai_vs_human_comparison (human_test_run_id, company_id);
create index on testers.ai_vs_human_comparison (ai_test_run_id, company_id);
create index on testers.ai_vs_human_comparison (company_id, created_at desc);
create index on testers.ai_vs_human_comparison (validated_by);
create index on testers.ai_vs_human_comparison (ai_model_provider, created_at desc);
create index on testers.ai_vs_human_comparison (created_at desc);
comment on table testers.ai_vs_human_comparison is 'A person and an AI on the same mission, side by side.';

create table testers.ai_tester_pricing (
  id uuid primary key default uuidv7(),
  tester_category tester_category not null,
  ai_model_provider ai_model_provider,
  base_price_per_test_usd numeric(12,4) not null check (base_price_per_test_usd >= 0),
  price_per_minute_usd numeric(12,4) not null default 0 check (price_per_minute_usd >= 0),
  platform_fee_percent numeric(5,2) not null check (platform_fee_percent between 0 and 100),
  tester_payout_percent numeric(5,2) not null check (tester_payout_percent between 0 and 100),
  volume_discount_threshold int check (volume_discount_threshold > 0),
  volume_discount_percent numeric(5,2) not null default 0 check (volume_discount_percent between 0 and 100),
  effective_from timestamptz not null,
  effective_until timestamptz check (effective_until > effective_from),
  is_active boolean not null default true,
  description text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((tester_category = 'human') = (ai_model_provider is null)),
  check (platform_fee_percent + tester_payout_percent <= 100),
  exclude using gist (tester_category with =, ai_model_provider with =, tstzrange(effective_from, effective_until) with &&)
    where (is_active and ai_model_provider is not null),
  exclude using gist (tester_category with =, tstzrange(effective_from, effective_until) with &&)
    where (is_active and ai_model_provider is null)
);
create index on testers.ai_tester_pricing (tester_category, ai_model_provider, effective_from desc) where is_active;
create index on testers.ai_tester_pricing (created_at desc);
comment on table testers.ai_tester_pricing is 'What a test costs, from when until when; a new price is a new row and history stays.';
comment on column testers.ai_tester_pricing.platform_fee_percent is 'Share of the price that the platform keeps; the rest that is not paid out covers the model.';

create table models.ai_model_capabilities (
  id uuid primary key default uuidv7(),
  ai_model_provider ai_model_provider not null,
  model_version text not null,
  supports_web boolean not null default true,
  supports_mobile boolean not null default false,
  supports_accessibility boolean not null default false,
  supports_performance boolean not null default false,
  supports_security boolean not null default false,
  supported_test_types text[] not null default '{}',
  supported_languages text[] not null default '{}',
  max_test_duration_minutes int check (max_test_duration_minutes > 0),
  max_pages_per_test int check (max_pages_per_test > 0),
  requires_screenshots boolean not null default false,
  avg_response_time_seconds numeric(10,3) check (avg_response_time_seconds >= 0),
  context_window_tokens int check (context_window_tokens > 0),
  typical_accuracy_rate numeric(5,4) check (typical_accuracy_rate between 0 and 1),
  typical_false_positive_rate numeric(5,4) check (typical_false_positive_rate between 0 and 1),
  input_cost_per_1k_tokens_usd numeric(14,8) check (input_cost_per_1k_tokens_usd >= 0),
  output_cost_per_1k_tokens_usd numeric(14,8) check (output_cost_per_1k_tokens_usd >= 0),
  estimated_tokens_per_test int check (estimated_tokens_per_test >= 0),
  is_available boolean not null default true,
  is_recommended boolean not null default false,
  description text,
  strengths text[] not null default '{}',
  weaknesses text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (ai_model_provider, model_version)
);
create index on models.ai_model_capabilities (ai_model_provider) where is_available;
create index on models.ai_model_capabilities (created_at desc);
comment on table models.ai_model_capabilities is 'What one version of a model can do, and what it costs.';
comment on column models.ai_model_capabilities.typical_accuracy_rate is 'Computed from ai_capability_benchmarks, never typed in; the false-positive rate likewise.';

create table models.ai_capability_benchmarks (
  id uuid primary key default uuidv7(),
  ai_model_provider ai_model_provider,
  model_version text not null,
  capability_id uuid references models.ai_model_capabilities (id) on delete set null,
  benchmark_name text not null,
  benchmark_version text not null,
  score numeric(8,4) not null,
  n int not null check (n > 0),
  run_at timestamptz not null,
  details jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index on models.ai_capability_benchmarks (capability_id);
create index on models.ai_capability_benchmarks (model_version, benchmark_name, run_at desc);
create index on models.ai_capability_benchmarks (ai_model_provider, created_at desc);
create index on models.ai_capability_benchmarks (run_at desc);
create index on models.ai_capability_benchmarks (created_at desc);
comment on table models.ai_capability_benchmarks is 'One benchmark''s result for one version of a model.';
comment on column models.ai_capability_benchmarks.n is 'Cases that the score rests on.';

create table testers.ai_tester_assignment_preferences (
  id uuid primary key default uuidv7(),
  company_id uuid not null unique references identity.companies (id) on delete cascade,
  allow_ai_testers boolean not null default true,
  allow_third_party_ai boolean not null default true,
  allow_hitl_ai boolean not null default true,
  preferred_ai_providers text[] not null default '{}' check (preferred_ai_providers <@ array['grok', 'openai_gpt4', 'openai_gpt4_turbo', 'gemini', 'claude', 'hitl_finetuned', 'hitl_selfhosted_mixtral', 'hitl_selfhosted_llama']),
  blocked_ai_providers text[] not null default '{}' check (blocked_ai_providers <@ array['grok', 'openai_gpt4', 'openai_gpt4_turbo', 'gemini', 'claude', 'hitl_finetuned', 'hitl_selfhosted_mixtral', 'hitl_selfhosted_llama']),
  min_ai_quality_score numeric(5,4) not null default 0.70 check (min_ai_quality_score between 0 and 1),
  require_human_validation boolean not null default false,
  max_cost_per_test_usd numeric(12,4) check (max_cost_per_test_usd >= 0),
  prefer_cost_over_speed boolean not null default false,
  ai_for_test_types text[] not null default '{}',
  human_only_for_test_types text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on testers.ai_tester_assignment_preferences (created_at desc);
comment on table testers.ai_tester_assignment_preferences is 'Which AI testers a company lets near its sites.';

select platform.protect('testers.ai_tester_performance', 'true', '(select platform.sees_everything())');
select platform.protect_company_rows('testers.ai_vs_human_comparison');
select platform.protect('testers.ai_tester_pricing', 'true', '(select platform.sees_everything())');
select platform.protect('models.ai_model_capabilities', 'true', '(select platform.sees_everything())');
select platform.protect('models.ai_capability_benchmarks', 'true', '(select platform.sees_everything())');
select platform.protect_company_rows('testers.ai_tester_assignment_preferences');
-- The AI testers of the roster are nobody's private data.
create policy ai_testers_are_public on testers.human_testers for select using (tester_category <> 'human');

select platform.refers_to_users('testers.ai_vs_human_comparison', 'validated_by');
select platform.keep_updated_at();

select set_config('hitlai.role', 'system', true);
insert into testers.ai_tester_pricing (tester_category, ai_model_provider, base_price_per_test_usd, platform_fee_percent, tester_payout_percent, effective_from, description) values
  ('human', null, 25.00, 70, 30, '2026-01-01 00:00:00+00', 'A person; the tester''s program tier replaces the payout share.'),
  ('ai_third_party', 'openai_gpt4', 5.00, 30, 0, '2026-01-01 00:00:00+00', 'OpenAI GPT-4'),
  ('ai_third_party', 'openai_gpt4_turbo', 3.00, 30, 0, '2026-01-01 00:00:00+00', 'OpenAI GPT-4 Turbo'),
  ('ai_third_party', 'grok', 4.00, 30, 0, '2026-01-01 00:00:00+00', 'xAI Grok'),
  ('ai_third_party', 'gemini', 4.50, 30, 0, '2026-01-01 00:00:00+00', 'Google Gemini'),
  ('ai_third_party', 'claude', 5.50, 30, 0, '2026-01-01 00:00:00+00', 'Anthropic Claude'),
  ('ai_hitl_trained', 'hitl_finetuned', 5.00, 100, 0, '2026-01-01 00:00:00+00', 'Our fine-tuned model'),
  ('ai_hitl_trained', 'hitl_selfhosted_mixtral', 5.00, 100, 0, '2026-01-01 00:00:00+00', 'Mixtral on our own machines'),
  ('ai_hitl_trained', 'hitl_selfhosted_llama', 5.00, 100, 0, '2026-01-01 00:00:00+00', 'LLaMA on our own machines');
