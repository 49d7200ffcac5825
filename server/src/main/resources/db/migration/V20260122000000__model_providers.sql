-- Who runs models, which versions of them are registered, and what companies choose among them.

create table models.providers (
  id uuid primary key default uuidv7(),
  code text not null unique check (length(code) between 1 and 40),
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('openai', 'anthropic', 'gemini', 'openai_compatible')),
  base_url text not null check (length(base_url) between 1 and 500),
  needs_key boolean not null default true,
  sealed_key bytea,
  key_hint text,
  is_enabled boolean not null default true,
  timeout_seconds int not null default 30 check (timeout_seconds between 1 and 600),
  max_concurrent int not null default 8 check (max_concurrent between 1 and 1000),
  changed_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((sealed_key is null) = (key_hint is null))
);
create index on models.providers (changed_by);
create index on models.providers (is_enabled) where is_enabled;
create index on models.providers (created_at desc);
comment on table models.providers is 'A service that runs models, ours or somebody else''s.';
comment on column models.providers.sealed_key is 'Encrypted with the server''s key; a key in the server''s settings comes first.';
comment on column models.providers.kind is 'Which wire format it speaks.';
comment on column models.providers.max_concurrent is 'Calls at a time from one server.';

create table models.model_versions (
  id uuid primary key default uuidv7(),
  provider_id uuid not null references models.providers (id) on delete cascade,
  version_key text not null unique check (length(version_key) between 1 and 160),
  model_name text not null check (length(model_name) between 1 and 120),
  label text not null check (length(label) between 1 and 80),
  tier text not null check (tier in ('external', 'fine_tuned', 'self_hosted')),
  tester ai_model_provider,
  context_tokens int not null check (context_tokens > 0),
  max_output_tokens int not null check (max_output_tokens > 0),
  sees_images boolean not null default false,
  follows_schema boolean not null default false,
  input_usd_per_million numeric(14,8) not null check (input_usd_per_million >= 0),
  cached_usd_per_million numeric(14,8) not null check (cached_usd_per_million >= 0),
  output_usd_per_million numeric(14,8) not null check (output_usd_per_million >= 0),
  routing_order int not null default 100 check (routing_order between 0 and 10000),
  is_enabled boolean not null default true,
  out_of_routing_since timestamptz,
  out_of_routing_reason text,
  tested_at timestamptz,
  test_passed boolean,
  test_message text,
  test_latency_ms bigint check (test_latency_ms >= 0),
  changed_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((out_of_routing_since is null) = (out_of_routing_reason is null)),
  check ((tested_at is null) = (test_passed is null))
);
create index on models.model_versions (provider_id);
create index on models.model_versions (changed_by);
create index on models.model_versions (tier, routing_order) where is_enabled;
create index on models.model_versions (tester) where is_enabled;
create index on models.model_versions (created_at desc);
comment on table models.model_versions is 'A version of a model that the platform may call, with what it can and what it costs.';
comment on column models.model_versions.tester is 'Which AI tester of the roster it drives; null when none.';
comment on column models.model_versions.routing_order is 'The lowest comes first within a tier.';
comment on column models.model_versions.out_of_routing_since is 'Nothing is sent to it from then on, unless somebody names it; it stays registered.';

create table models.company_choices (
  id uuid primary key default uuidv7(),
  company_id uuid not null unique references identity.companies (id) on delete cascade,
  version_id uuid not null references models.model_versions (id) on delete cascade,
  chosen_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on models.company_choices (version_id);
create index on models.company_choices (chosen_by);
create index on models.company_choices (created_at desc);
comment on table models.company_choices is 'The model that a company chose for its tests.';

select platform.protect_operator_rows('models.providers');
select platform.protect_operator_rows('models.model_versions');
select platform.protect_company_rows('models.company_choices');
select platform.refers_to_users('models.providers', 'changed_by');
select platform.refers_to_users('models.model_versions', 'changed_by');
select platform.refers_to_users('models.company_choices', 'chosen_by');
select platform.keep_updated_at();

select set_config('hitlai.role', 'system', true);
insert into models.providers (code, name, kind, base_url, needs_key) values
  ('openai', 'OpenAI', 'openai', 'https://api.openai.com/v1', true),
  ('anthropic', 'Anthropic', 'anthropic', 'https://api.anthropic.com/v1', true),
  ('gemini', 'Google Gemini', 'gemini', 'https://generativelanguage.googleapis.com/v1beta', true),
  ('xai', 'xAI', 'openai_compatible', 'https://api.x.ai/v1', true),
  ('groq', 'Groq', 'openai_compatible', 'https://api.groq.com/openai/v1', true),
  ('ollama', 'Ollama on this machine', 'openai_compatible', 'http://localhost:11434/v1', false);
