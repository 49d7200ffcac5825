-- Monitoring and security: how fast, by whom, how often, and what looks wrong.
set local search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, platform, public;

create table monitoring.performance_metrics (
  id uuid not null default uuidv7(),
  metric_type text not null check (metric_type in ('api_latency', 'db_query', 'ai_inference', 'page_load', 'browser_action')),
  endpoint text,
  operation text,
  duration_ms numeric(12,3) not null check (duration_ms >= 0),
  success boolean not null default true,
  error_message text,
  memory_mb numeric(12,2) check (memory_mb >= 0),
  cpu_percent numeric(6,2) check (cpu_percent >= 0),
  user_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create index on monitoring.performance_metrics (metric_type, created_at desc);
create index on monitoring.performance_metrics (endpoint, created_at desc);
create index on monitoring.performance_metrics (company_id, created_at desc);
create index on monitoring.performance_metrics (user_id);
create index on monitoring.performance_metrics (created_at desc);
create index on monitoring.performance_metrics (metric_type, created_at desc) where not success;
insert into platform.partitioned_tables (table_name, step, retention_group) values ('monitoring.performance_metrics', 'day', 'metrics');
comment on table monitoring.performance_metrics is 'One measured operation, or a minute''s summary of one that happens often.';
comment on column monitoring.performance_metrics.metadata is 'For a summary: count, minimum, maximum, percentiles.';

create table monitoring.agent_executions (
  id uuid primary key default uuidv7(),
  agent_name text not null,
  agent_version text,
  execution_type text not null check (execution_type in ('scheduled', 'on_demand', 'triggered')),
  test_run_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  started_at timestamptz not null default now(),
  completed_at timestamptz,
  duration_ms bigint check (duration_ms >= 0),
  status text not null default 'running' check (status in ('running', 'completed', 'failed', 'timeout', 'cancelled')),
  input_params jsonb not null default '{}',
  output_result jsonb,
  error_details jsonb,
  tokens_used int not null default 0 check (tokens_used >= 0),
  api_calls_made int not null default 0 check (api_calls_made >= 0),
  cost_usd numeric(12,4) not null default 0 check (cost_usd >= 0),
  output_quality_score numeric(5,4) check (output_quality_score between 0 and 1),
  human_reviewed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on monitoring.agent_executions (test_run_id, company_id);
create index on monitoring.agent_executions (company_id, created_at desc);
create index on monitoring.agent_executions (agent_name, created_at desc);
create index on monitoring.agent_executions (started_at) where status = 'running';
create index on monitoring.agent_executions (created_at desc) where status in ('failed', 'timeout');
create index on monitoring.agent_executions (created_at desc);
comment on table monitoring.agent_executions is 'One AI agent''s piece of work.';

create table monitoring.api_rate_limits (
  id uuid primary key default uuidv7(),
  user_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  ip_address inet,
  endpoint text not null,
  request_count int not null default 0 check (request_count >= 0),
  window_start timestamptz not null,
  window_end timestamptz not null,
  max_requests int not null check (max_requests > 0),
  window_minutes int not null check (window_minutes > 0),
  is_blocked boolean not null default false,
  blocked_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (window_end > window_start)
);
create unique index on monitoring.api_rate_limits (endpoint, company_id, user_id, ip_address, window_start) nulls not distinct;
create index on monitoring.api_rate_limits (company_id, created_at desc);
create index on monitoring.api_rate_limits (user_id);
create index on monitoring.api_rate_limits (ip_address, created_at desc);
create index on monitoring.api_rate_limits (window_end);
create index on monitoring.api_rate_limits (blocked_until) where is_blocked;
create index on monitoring.api_rate_limits (created_at desc);
comment on table monitoring.api_rate_limits is 'A caller''s standing at an endpoint in one window.';

create table monitoring.velocity_analysis (
  id uuid primary key default uuidv7(),
  session_id uuid not null,
  session_created_at timestamptz,
  company_id uuid references identity.companies (id) on delete cascade,
  tester_id uuid references testers.human_testers (id) on delete set null,
  test_run_id uuid,
  total_interactions int not null check (total_interactions >= 0),
  time_span_seconds numeric(12,3) not null check (time_span_seconds >= 0),
  interactions_per_minute numeric(12,3) check (interactions_per_minute >= 0),
  click_velocity numeric(12,3) check (click_velocity >= 0),
  scroll_velocity numeric(12,3) check (scroll_velocity >= 0),
  typing_velocity numeric(12,3) check (typing_velocity >= 0),
  avg_time_between_actions_ms numeric(14,3) check (avg_time_between_actions_ms >= 0),
  min_time_between_actions_ms numeric(14,3) check (min_time_between_actions_ms >= 0),
  max_time_between_actions_ms numeric(14,3) check (max_time_between_actions_ms >= 0),
  stddev_time_between_actions_ms numeric(14,3) check (stddev_time_between_actions_ms >= 0),
  uniform_timing_detected boolean not null default false,
  superhuman_speed_detected boolean not null default false,
  no_hesitation_detected boolean not null default false,
  perfect_accuracy_detected boolean not null default false,
  bot_probability_score numeric(5,4) not null check (bot_probability_score between 0 and 1),
  is_likely_bot boolean not null default false,
  confidence numeric(5,4) check (confidence between 0 and 1),
  reasoning text,
  flagged_for_review boolean not null default false,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_decision text check (review_decision in ('legitimate', 'bot', 'suspicious')),
  review_notes text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on monitoring.velocity_analysis (session_id, session_created_at);
create index on monitoring.velocity_analysis (session_created_at);
create index on monitoring.velocity_analysis (company_id, created_at desc);
create index on monitoring.velocity_analysis (tester_id, created_at desc);
create index on monitoring.velocity_analysis (test_run_id, company_id);
create index on monitoring.velocity_analysis (reviewed_by);
create index on monitoring.velocity_analysis (created_at desc) where flagged_for_review and review_decision is null;
create index on monitoring.velocity_analysis (created_at desc) where is_likely_bot;
create index on monitoring.velocity_analysis (created_at desc);
comment on table monitoring.velocity_analysis is 'Whether the pace of one recording session is a person''s.';
comment on column monitoring.velocity_analysis.click_velocity is 'Clicks per minute; scroll and typing velocity likewise.';

create table models.circuit_breaker_events (
  id uuid primary key default uuidv7(),
  service_name text not null,
  operation text,
  event_type text not null check (event_type in ('opened', 'closed', 'half_open', 'failure', 'success')),
  state_before text check (state_before in ('open', 'closed', 'half_open')),
  state_after text check (state_after in ('open', 'closed', 'half_open')),
  failure_count int not null default 0 check (failure_count >= 0),
  failure_threshold int check (failure_threshold >= 0),
  success_count int not null default 0 check (success_count >= 0),
  error_message text,
  error_stack text,
  opened_at timestamptz,
  will_retry_at timestamptz,
  requests_rejected bigint not null default 0 check (requests_rejected >= 0),
  created_at timestamptz not null default now()
);
create index on models.circuit_breaker_events (service_name, created_at desc);
create index on models.circuit_breaker_events (created_at desc) where event_type = 'opened';
create index on models.circuit_breaker_events (created_at desc);
comment on table models.circuit_breaker_events is 'One change of state of a breaker in front of a service.';

create table monitoring.api_call_logs (
  id uuid not null default uuidv7(),
  method text not null,
  endpoint text not null,
  path text not null,
  query_params jsonb,
  user_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  ip_address inet,
  user_agent text,
  request_body text,
  response_status int not null check (response_status between 100 and 599),
  response_body text,
  duration_ms numeric(12,3) not null check (duration_ms >= 0),
  auth_method text check (auth_method in ('jwt', 'api_key', 'session')),
  rate_limited boolean not null default false,
  error_occurred boolean not null default false,
  error_message text,
  created_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create index on monitoring.api_call_logs (endpoint, created_at desc);
create index on monitoring.api_call_logs (company_id, created_at desc);
create index on monitoring.api_call_logs (user_id, created_at desc);
create index on monitoring.api_call_logs (ip_address, created_at desc);
create index on monitoring.api_call_logs (response_status, created_at desc) where error_occurred;
create index on monitoring.api_call_logs (created_at desc) where rate_limited;
create index on monitoring.api_call_logs (created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('monitoring.api_call_logs', 'day', 'calls');
comment on table monitoring.api_call_logs is 'One API request.';
comment on column monitoring.api_call_logs.endpoint is 'The route''s pattern, so that one route is one value; path is what was asked for.';
comment on column monitoring.api_call_logs.request_body is 'Redacted: no secrets, no personal data.';
comment on column monitoring.api_call_logs.response_body is 'Redacted, and only of errors.';

create table monitoring.security_incidents (
  id uuid primary key default uuidv7(),
  incident_type text not null check (incident_type in ('rate_limit_exceeded', 'suspicious_activity', 'bot_detected', 'unauthorized_access', 'prompt_injection', 'data_leak')),
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  title text not null,
  description text not null,
  user_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  ip_address inet,
  evidence jsonb not null default '{}',
  related_logs uuid[] not null default '{}',
  status text not null default 'open' check (status in ('open', 'investigating', 'resolved', 'false_positive')),
  action_taken text,
  resolved_by uuid,
  resolved_at timestamptz,
  notified_users uuid[] not null default '{}',
  notified_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on monitoring.security_incidents (incident_type, created_at desc);
create index on monitoring.security_incidents (company_id, created_at desc);
create index on monitoring.security_incidents (user_id);
create index on monitoring.security_incidents (resolved_by);
create index on monitoring.security_incidents (severity, created_at desc) where status in ('open', 'investigating');
create index on monitoring.security_incidents (created_at desc);
comment on table monitoring.security_incidents is 'One thing to look into.';
comment on column monitoring.security_incidents.related_logs is 'api_call_logs(id); plain ids, the log expires earlier than the incident.';

create table monitoring.system_health_checks (
  id uuid not null default uuidv7(),
  service_name text not null,
  check_type text not null check (check_type in ('database', 'api', 'ai_model', 'storage', 'queue', 'browser')),
  is_healthy boolean not null,
  response_time_ms numeric(12,3) check (response_time_ms >= 0),
  status_message text,
  error_details jsonb,
  metrics jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create index on monitoring.system_health_checks (service_name, created_at desc);
create index on monitoring.system_health_checks (check_type, created_at desc);
create index on monitoring.system_health_checks (created_at desc) where not is_healthy;
create index on monitoring.system_health_checks (created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('monitoring.system_health_checks', 'day', 'metrics');
comment on table monitoring.system_health_checks is 'One probe of one of our own parts.';

select platform.protect_company_rows('monitoring.performance_metrics');
select platform.protect_run_rows('monitoring.agent_executions');
select platform.protect_company_rows('monitoring.api_rate_limits');
select platform.protect_company_rows('monitoring.velocity_analysis');
select platform.protect_operator_rows('models.circuit_breaker_events');
select platform.protect_company_rows('monitoring.api_call_logs');
select platform.protect_operator_rows('monitoring.security_incidents');
select platform.protect_operator_rows('monitoring.system_health_checks');

select platform.refers_to_users('monitoring.performance_metrics', 'user_id');
select platform.refers_to_users('monitoring.api_rate_limits', 'user_id');
select platform.refers_to_users('monitoring.velocity_analysis', 'reviewed_by');
select platform.refers_to_users('monitoring.api_call_logs', 'user_id');
select platform.refers_to_users('monitoring.security_incidents', 'user_id', 'resolved_by', 'notified_users');
select platform.keep_updated_at();
