-- Suspicious facts, the incidents that rules make of them, and callers' standing at their limits.

-- ── limits ───────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table monitoring.api_rate_limits
  add column bucket text not null default '',
  add column refused_count int not null default 0 check (refused_count >= 0),
  add column unblocked_by uuid,
  add column unblocked_at timestamptz;
drop index monitoring.api_rate_limits_endpoint_company_id_user_id_ip_address_wind_idx;
create unique index on monitoring.api_rate_limits (bucket, window_start);
create index on monitoring.api_rate_limits (endpoint, created_at desc);
create index on monitoring.api_rate_limits (unblocked_by);
comment on column monitoring.api_rate_limits.bucket is 'Names the bucket that holds the limit; platform.rate_limit_buckets has it while it isn''t full.';
comment on column monitoring.api_rate_limits.request_count is 'Requests in the window on all servers, those refused among them; written a second or so later.';
select platform.refers_to_users('monitoring.api_rate_limits', 'unblocked_by');

-- ── signals ──────────────────────────────────────────────────────────────────────────────────────────────────────────
create table monitoring.security_signals (
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('login_refused', 'key_refused', 'key_used', 'foreign_id', 'rate_limited', 'private_destination', 'prompt_injection', 'bot')),
  caller text not null,
  user_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  ip_address inet,
  network text,
  detail text not null default '',
  times int not null default 1 check (times > 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create index on monitoring.security_signals (kind, created_at desc);
create index on monitoring.security_signals (company_id, created_at desc);
create index on monitoring.security_signals (user_id);
create index on monitoring.security_signals (caller, created_at desc);
create index on monitoring.security_signals (ip_address, created_at desc);
create index on monitoring.security_signals (created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('monitoring.security_signals', 'day', 'calls');
comment on table monitoring.security_signals is 'Something suspicious that happened, alike ones of a second together. Rules make incidents of them.';
comment on column monitoring.security_signals.caller is 'Whom it is about: user:…, key:…, address:…, or a hash where an e-mail without an account was tried.';
comment on column monitoring.security_signals.network is 'Of the address: the first 24 bits, of IPv6 48.';
comment on column monitoring.security_signals.detail is 'What was tried: a host, an id, a reason. No secrets.';
select platform.protect_operator_rows('monitoring.security_signals');
select platform.refers_to_users('monitoring.security_signals', 'user_id');

-- ── incidents ────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table monitoring.security_incidents
  add column rule text not null default 'manual',
  add column subject text not null default '',
  add column occurrences bigint not null default 1 check (occurrences > 0),
  add column first_seen_at timestamptz not null default now(),
  add column last_seen_at timestamptz not null default now();
create unique index on monitoring.security_incidents (rule, subject) where status in ('open', 'investigating');
create index on monitoring.security_incidents (rule, subject, resolved_at desc);
create index on monitoring.security_incidents (status, last_seen_at desc);
comment on column monitoring.security_incidents.subject is 'Whom or what the rule counted for; only one incident of a rule and subject is open at a time.';

create table monitoring.security_incident_updates (
  id uuid primary key default uuidv7(),
  incident_id uuid not null references monitoring.security_incidents (id) on delete cascade,
  status text check (status in ('open', 'investigating', 'resolved', 'false_positive')),
  note text not null,
  posted_by uuid,
  created_at timestamptz not null default now()
);
create index on monitoring.security_incident_updates (incident_id, created_at);
create index on monitoring.security_incident_updates (posted_by);
create index on monitoring.security_incident_updates (created_at desc);
comment on table monitoring.security_incident_updates is 'What was done about an incident, and when it came to another status.';
select platform.protect_operator_rows('monitoring.security_incident_updates');
select platform.refers_to_users('monitoring.security_incident_updates', 'posted_by');

-- The pages and the roll-up of real traffic read summaries of one kind and length.
create index on monitoring.performance_metrics (metric_type, endpoint, created_at desc);
comment on column monitoring.performance_metrics.metadata is 'Of a summary: seconds (its length), count, failed, refused, min, max, p50, p95, p99 and a mergeable histogram.';
