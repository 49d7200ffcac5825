-- API health: what is watched, how it does, what went wrong, who is told.
set local search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, platform, public;

create table apihealth.api_endpoint_configs (
  id uuid primary key default uuidv7(),
  endpoint text not null check (length(endpoint) between 1 and 500),
  method text not null default 'GET' check (method in ('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')),
  display_name text not null,
  description text,
  category text,
  target_url text not null,
  headers jsonb not null default '{}',
  body text,
  expected_status int[] not null default '{200}',
  body_conditions jsonb not null default '[]',
  health_check_enabled boolean not null default true,
  health_check_interval_seconds int not null default 60 check (health_check_interval_seconds between 1 and 86400),
  health_check_timeout_ms int not null default 5000 check (health_check_timeout_ms between 1 and 120000),
  response_time_warning_ms int not null default 1000 check (response_time_warning_ms > 0),
  response_time_critical_ms int not null default 3000 check (response_time_critical_ms > 0),
  error_rate_warning_percent numeric(5,2) not null default 5 check (error_rate_warning_percent between 0 and 100),
  error_rate_critical_percent numeric(5,2) not null default 10 check (error_rate_critical_percent between 0 and 100),
  sla_uptime_percent numeric(5,2) not null default 99.90 check (sla_uptime_percent between 0 and 100),
  sla_response_time_ms int not null default 500 check (sla_response_time_ms > 0),
  failure_threshold int not null default 3 check (failure_threshold >= 1),
  success_threshold int not null default 2 check (success_threshold >= 1),
  estimated_cost_per_request_usd numeric(14,8) not null default 0 check (estimated_cost_per_request_usd >= 0),
  is_active boolean not null default true,
  is_public boolean not null default false,
  maintenance_mode boolean not null default false,
  maintenance_message text,
  maintenance_until timestamptz,
  next_check_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (endpoint, method),
  check (response_time_critical_ms >= response_time_warning_ms),
  check (error_rate_critical_percent >= error_rate_warning_percent)
);
create index on apihealth.api_endpoint_configs (created_by);
create index on apihealth.api_endpoint_configs (category);
create index on apihealth.api_endpoint_configs (next_check_at) where is_active and health_check_enabled;
create index on apihealth.api_endpoint_configs (display_name) where is_public and is_active;
create index on apihealth.api_endpoint_configs (created_at desc);
comment on table apihealth.api_endpoint_configs is 'A monitor: one endpoint that is checked, and what counts as well.';
comment on column apihealth.api_endpoint_configs.body_conditions is 'What the answer must hold, each a kind and its parameters.';
comment on column apihealth.api_endpoint_configs.failure_threshold is 'Failed checks in a row that open an incident; success_threshold closes it.';

create table apihealth.api_health_metrics (
  id uuid not null default uuidv7(),
  endpoint text not null,
  method text not null default 'GET',
  is_healthy boolean not null,
  status_code int check (status_code between 0 and 599),
  response_time_ms numeric(12,3) check (response_time_ms >= 0),
  uptime_percent numeric(6,3) check (uptime_percent between 0 and 100),
  error_count int not null default 0 check (error_count >= 0),
  error_rate numeric(5,4) check (error_rate between 0 and 1),
  last_error_message text,
  last_error_at timestamptz,
  cost_per_request_usd numeric(14,8) check (cost_per_request_usd >= 0),
  total_cost_usd numeric(12,4) check (total_cost_usd >= 0),
  request_count int not null default 1 check (request_count >= 0),
  requests_per_minute numeric(12,3) check (requests_per_minute >= 0),
  measured_at timestamptz not null default now(),
  window_start timestamptz,
  window_end timestamptz,
  created_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create index on apihealth.api_health_metrics (endpoint, method, created_at desc);
create index on apihealth.api_health_metrics (measured_at desc);
create index on apihealth.api_health_metrics (endpoint, created_at desc) where not is_healthy;
create index on apihealth.api_health_metrics (created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('apihealth.api_health_metrics', 'day', 'health');
comment on table apihealth.api_health_metrics is 'One check of one endpoint, or the figures of one window.';

create table apihealth.api_incidents (
  id uuid primary key default uuidv7(),
  endpoint text not null,
  method text not null default 'GET',
  incident_type text not null check (incident_type in ('downtime', 'degraded_performance', 'high_error_rate', 'timeout')),
  severity text not null check (severity in ('critical', 'major', 'minor', 'maintenance')),
  status text not null default 'investigating' check (status in ('investigating', 'identified', 'monitoring', 'resolved')),
  title text not null,
  description text,
  affected_users_count int not null default 0 check (affected_users_count >= 0),
  affected_companies_count int not null default 0 check (affected_companies_count >= 0),
  impact_description text,
  started_at timestamptz not null default now(),
  identified_at timestamptz,
  resolved_at timestamptz,
  duration_minutes int check (duration_minutes >= 0),
  root_cause text,
  resolution_steps text,
  resolved_by uuid,
  public_message text,
  internal_notes text,
  notified_users uuid[] not null default '{}',
  notification_sent_at timestamptz,
  avg_response_time_ms numeric(12,3) check (avg_response_time_ms >= 0),
  error_rate numeric(5,4) check (error_rate between 0 and 1),
  requests_affected bigint not null default 0 check (requests_affected >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on apihealth.api_incidents (endpoint, created_at desc);
create index on apihealth.api_incidents (resolved_by);
create index on apihealth.api_incidents (severity, started_at desc) where status <> 'resolved';
create unique index on apihealth.api_incidents (endpoint, method, incident_type) where status <> 'resolved';
create index on apihealth.api_incidents (started_at desc);
create index on apihealth.api_incidents (created_at desc);
comment on table apihealth.api_incidents is 'A time when an endpoint did not do what it should; one open incident of a type for an endpoint.';

create table apihealth.api_incident_updates (
  id uuid primary key default uuidv7(),
  incident_id uuid not null references apihealth.api_incidents (id) on delete cascade,
  status text not null check (status in ('investigating', 'identified', 'monitoring', 'resolved')),
  message text not null,
  posted_by uuid,
  posted_by_name text,
  is_public boolean not null default true,
  created_at timestamptz not null default now()
);
create index on apihealth.api_incident_updates (incident_id, created_at desc);
create index on apihealth.api_incident_updates (posted_by);
create index on apihealth.api_incident_updates (created_at desc);
comment on table apihealth.api_incident_updates is 'What was said about an incident, and when.';

create table apihealth.api_status_subscriptions (
  id uuid primary key default uuidv7(),
  email citext,
  webhook_url text,
  user_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  subscribe_to_all boolean not null default true,
  subscribed_endpoints text[] not null default '{}',
  notify_on_incidents boolean not null default true,
  notify_on_maintenance boolean not null default true,
  notify_on_resolution boolean not null default true,
  min_severity text not null default 'minor' check (min_severity in ('critical', 'major', 'minor', 'maintenance')),
  is_active boolean not null default true,
  verified boolean not null default false,
  verification_token text,
  verified_at timestamptz,
  unsubscribe_token text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(email, webhook_url) = 1)
);
create unique index on apihealth.api_status_subscriptions (unsubscribe_token);
create unique index on apihealth.api_status_subscriptions (verification_token) where verification_token is not null;
create unique index on apihealth.api_status_subscriptions (email) where email is not null and is_active;
create index on apihealth.api_status_subscriptions (user_id);
create index on apihealth.api_status_subscriptions (company_id, created_at desc);
create index on apihealth.api_status_subscriptions (min_severity) where is_active and verified;
create index on apihealth.api_status_subscriptions (created_at desc);
comment on table apihealth.api_status_subscriptions is 'Who is told about incidents, by mail or webhook.';

create table apihealth.api_uptime_summary (
  id uuid primary key default uuidv7(),
  endpoint text not null,
  method text not null default 'GET',
  period_type text not null check (period_type in ('hourly', 'daily', 'weekly', 'monthly')),
  period_start timestamptz not null,
  period_end timestamptz not null,
  uptime_percent numeric(6,3) not null check (uptime_percent between 0 and 100),
  total_checks int not null default 0 check (total_checks >= 0),
  successful_checks int not null default 0 check (successful_checks >= 0),
  failed_checks int not null default 0 check (failed_checks >= 0),
  avg_response_time_ms numeric(12,3) check (avg_response_time_ms >= 0),
  min_response_time_ms numeric(12,3) check (min_response_time_ms >= 0),
  max_response_time_ms numeric(12,3) check (max_response_time_ms >= 0),
  p50_response_time_ms numeric(12,3) check (p50_response_time_ms >= 0),
  p95_response_time_ms numeric(12,3) check (p95_response_time_ms >= 0),
  p99_response_time_ms numeric(12,3) check (p99_response_time_ms >= 0),
  total_requests bigint not null default 0 check (total_requests >= 0),
  successful_requests bigint not null default 0 check (successful_requests >= 0),
  failed_requests bigint not null default 0 check (failed_requests >= 0),
  error_rate numeric(5,4) check (error_rate between 0 and 1),
  total_cost_usd numeric(12,4) not null default 0 check (total_cost_usd >= 0),
  incident_count int not null default 0 check (incident_count >= 0),
  total_downtime_minutes int not null default 0 check (total_downtime_minutes >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (endpoint, method, period_type, period_start, period_end),
  check (period_end > period_start),
  check (successful_checks + failed_checks = total_checks)
);
create index on apihealth.api_uptime_summary (period_type, period_start desc);
create index on apihealth.api_uptime_summary (created_at desc);
comment on table apihealth.api_uptime_summary is 'How an endpoint did over an hour, day, week or month.';

create table apihealth.api_maintenance_windows (
  id uuid primary key default uuidv7(),
  title text not null,
  description text,
  affected_endpoints text[] not null default '{}',
  impact_level text not null check (impact_level in ('full_outage', 'partial_outage', 'degraded_performance', 'no_impact')),
  scheduled_start timestamptz not null,
  scheduled_end timestamptz not null check (scheduled_end > scheduled_start),
  actual_start timestamptz,
  actual_end timestamptz,
  duration_minutes int check (duration_minutes >= 0),
  status text not null default 'scheduled' check (status in ('scheduled', 'in_progress', 'completed', 'cancelled')),
  public_message text,
  internal_notes text,
  notification_sent boolean not null default false,
  notification_sent_at timestamptz,
  reminder_sent boolean not null default false,
  reminder_sent_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on apihealth.api_maintenance_windows (created_by);
create index on apihealth.api_maintenance_windows (scheduled_start) where status in ('scheduled', 'in_progress');
create index on apihealth.api_maintenance_windows (status, scheduled_start desc);
create index on apihealth.api_maintenance_windows (created_at desc);
comment on table apihealth.api_maintenance_windows is 'Planned work, announced before it starts.';

create table apihealth.api_alert_rules (
  id uuid primary key default uuidv7(),
  rule_name text not null,
  description text,
  endpoint text,
  metric_type text not null check (metric_type in ('response_time', 'error_rate', 'uptime', 'request_count', 'burn_rate')),
  operator text not null check (operator in ('greater_than', 'less_than', 'equals')),
  threshold_value numeric(14,4) not null,
  duration_minutes int not null default 5 check (duration_minutes >= 0),
  severity text not null check (severity in ('critical', 'warning', 'info')),
  create_incident boolean not null default false,
  send_email boolean not null default false,
  send_slack boolean not null default false,
  send_webhook boolean not null default false,
  notify_users uuid[] not null default '{}',
  notify_emails text[] not null default '{}',
  is_active boolean not null default true,
  last_triggered_at timestamptz,
  trigger_count int not null default 0 check (trigger_count >= 0),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on apihealth.api_alert_rules (created_by);
create index on apihealth.api_alert_rules (endpoint) where is_active;
create index on apihealth.api_alert_rules (metric_type);
create index on apihealth.api_alert_rules (created_at desc);
comment on table apihealth.api_alert_rules is 'When to raise the alarm.';
comment on column apihealth.api_alert_rules.endpoint is 'Null means every endpoint.';

create table apihealth.api_alert_history (
  id uuid primary key default uuidv7(),
  alert_rule_id uuid references apihealth.api_alert_rules (id) on delete set null,
  endpoint text,
  metric_type text not null check (metric_type in ('response_time', 'error_rate', 'uptime', 'request_count', 'burn_rate')),
  metric_value numeric(14,4) not null,
  threshold_value numeric(14,4) not null,
  severity text not null check (severity in ('critical', 'warning', 'info')),
  incident_created boolean not null default false,
  incident_id uuid references apihealth.api_incidents (id) on delete set null,
  notifications_sent int not null default 0 check (notifications_sent >= 0),
  notification_details jsonb not null default '{}',
  resolved boolean not null default false,
  resolved_at timestamptz,
  resolution_notes text,
  triggered_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on apihealth.api_alert_history (alert_rule_id, created_at desc);
create index on apihealth.api_alert_history (incident_id);
create index on apihealth.api_alert_history (endpoint, triggered_at desc);
create index on apihealth.api_alert_history (severity, triggered_at desc) where not resolved;
create index on apihealth.api_alert_history (triggered_at desc);
create index on apihealth.api_alert_history (created_at desc);
comment on table apihealth.api_alert_history is 'One time an alert rule fired.';

select platform.protect_operator_rows('apihealth.api_endpoint_configs');
select platform.protect_operator_rows('apihealth.api_health_metrics');
select platform.protect_operator_rows('apihealth.api_incidents');
select platform.protect_operator_rows('apihealth.api_incident_updates');
select platform.protect('apihealth.api_status_subscriptions',
  platform.own_company() || ' or user_id = (select platform.current_person())',
  platform.own_company() || ' or (company_id is null and user_id = (select platform.current_person()))');
select platform.protect_operator_rows('apihealth.api_uptime_summary');
select platform.protect_operator_rows('apihealth.api_maintenance_windows');
select platform.protect_operator_rows('apihealth.api_alert_rules');
select platform.protect_operator_rows('apihealth.api_alert_history');

select platform.refers_to_users('apihealth.api_endpoint_configs', 'created_by');
select platform.refers_to_users('apihealth.api_incidents', 'resolved_by', 'notified_users');
select platform.refers_to_users('apihealth.api_incident_updates', 'posted_by');
select platform.refers_to_users('apihealth.api_status_subscriptions', 'user_id');
select platform.refers_to_users('apihealth.api_maintenance_windows', 'created_by');
select platform.refers_to_users('apihealth.api_alert_rules', 'created_by', 'notify_users');
select platform.keep_updated_at();
