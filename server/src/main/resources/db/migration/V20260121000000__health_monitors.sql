-- Monitors of companies and of more kinds, who checks which, how each does now, and when that changed.

-- ── monitors ─────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table apihealth.api_endpoint_configs
  add column company_id uuid references identity.companies (id) on delete cascade,
  add column kind text not null default 'http' check (kind in ('http', 'tcp', 'dns', 'internal')),
  add column ordinal bigint generated always as identity,
  add column follow_redirects boolean not null default true,
  add column verify_certificate boolean not null default true,
  add column certificate_warning_days int not null default 14 check (certificate_warning_days between 0 and 365),
  add column dns_record_type text not null default 'A' check (dns_record_type in ('A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT')),
  add column expected_addresses text[] not null default '{}',
  add column sealed_headers bytea,
  add column seed_key text;
alter table apihealth.api_endpoint_configs drop constraint api_endpoint_configs_endpoint_method_key;
create unique index on apihealth.api_endpoint_configs (company_id, endpoint, method) nulls not distinct;
create unique index on apihealth.api_endpoint_configs (ordinal);
create unique index on apihealth.api_endpoint_configs (seed_key) where seed_key is not null;
alter table apihealth.api_endpoint_configs drop column next_check_at;
comment on column apihealth.api_endpoint_configs.company_id is 'Whose monitor it is; null means the platform''s own.';
comment on column apihealth.api_endpoint_configs.ordinal is 'Spreads checks evenly over the interval and over the servers.';
comment on column apihealth.api_endpoint_configs.sealed_headers is 'Request headers, sealed because they may hold secrets; headers lists their names only.';
comment on column apihealth.api_endpoint_configs.seed_key is 'Names a monitor that the platform made itself, so that it is made once, also after it was renamed or deleted.';
comment on column apihealth.api_endpoint_configs.expected_addresses is 'What a name must lead to, in any order; empty means any answer.';
create index on apihealth.api_endpoint_configs (created_at) where is_active and health_check_enabled;
drop policy tenant on apihealth.api_endpoint_configs;
select platform.protect_company_rows('apihealth.api_endpoint_configs');

create table apihealth.monitor_parents (
  id uuid primary key default uuidv7(),
  monitor_id uuid not null references apihealth.api_endpoint_configs (id) on delete cascade,
  parent_id uuid not null references apihealth.api_endpoint_configs (id) on delete cascade,
  company_id uuid references identity.companies (id) on delete cascade,
  created_at timestamptz not null default now(),
  unique (monitor_id, parent_id),
  check (monitor_id <> parent_id)
);
create index on apihealth.monitor_parents (parent_id);
create index on apihealth.monitor_parents (company_id, created_at desc);
comment on table apihealth.monitor_parents is 'What a monitor depends on: while a parent is down, its own failure is no news.';
select platform.protect_company_rows('apihealth.monitor_parents');

-- ── checks ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The key is made from monitor and due time, so that a check counts once, whoever made it.
alter table apihealth.api_health_metrics
  add column monitor_id uuid,
  add column company_id uuid,
  add column verdict text check (verdict in ('up', 'degraded', 'down')),
  add column counts_for_ms int check (counts_for_ms > 0),
  add column failures_needed smallint check (failures_needed >= 1),
  add column successes_needed smallint check (successes_needed >= 1),
  add column dns_ms real check (dns_ms >= 0),
  add column connect_ms real check (connect_ms >= 0),
  add column tls_ms real check (tls_ms >= 0),
  add column ttfb_ms real check (ttfb_ms >= 0),
  add column transfer_ms real check (transfer_ms >= 0),
  add column late_ms int check (late_ms >= 0),
  add column certificate_expires_at timestamptz;
drop index apihealth.api_health_metrics_endpoint_method_created_at_idx;
drop index apihealth.api_health_metrics_measured_at_idx;
drop index apihealth.api_health_metrics_endpoint_created_at_idx;
drop index apihealth.api_health_metrics_created_at_idx;
create index on apihealth.api_health_metrics (monitor_id, created_at desc);
create index on apihealth.api_health_metrics (monitor_id, created_at desc) where not is_healthy;
comment on column apihealth.api_health_metrics.created_at is 'When the check was due; measured_at is when it began.';
comment on column apihealth.api_health_metrics.monitor_id is 'The monitor, of apihealth.api_endpoint_configs; no foreign key, because checks come by the thousand a second and go by partition.';
comment on column apihealth.api_health_metrics.company_id is 'The company of the monitor; null for the platform''s own.';
comment on column apihealth.api_health_metrics.counts_for_ms is 'For how long this check says how the monitor does, if no other follows; after that it is unknown.';
comment on column apihealth.api_health_metrics.failures_needed is 'The threshold in force at the check, so that a window that is computed again gives the same figures.';
drop policy tenant on apihealth.api_health_metrics;
select platform.protect('apihealth.api_health_metrics', platform.own_company(), '(select platform.sees_everything())');

create table apihealth.monitor_states (
  id uuid primary key default uuidv7(),
  monitor_id uuid not null unique references apihealth.api_endpoint_configs (id) on delete cascade,
  company_id uuid references identity.companies (id) on delete cascade,
  state text not null default 'unknown' check (state in ('up', 'degraded', 'down', 'maintenance', 'unknown')),
  since timestamptz not null,
  silenced boolean not null default false,
  fold jsonb not null default '{}',
  last_due_at timestamptz,
  last_checked_at timestamptz,
  counts_until timestamptz,
  response_time_ms numeric(12,3) check (response_time_ms >= 0),
  status_code int check (status_code between 0 and 599),
  last_error_message text,
  certificate_expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
) with (fillfactor = 50);
create index on apihealth.monitor_states (company_id, created_at desc);
create index on apihealth.monitor_states (created_at desc);
comment on table apihealth.monitor_states is 'How each monitor does now. Written when that changes, else every few seconds; checks since last_due_at are folded in when another server takes over.';
comment on column apihealth.monitor_states.fold is 'Where the count of failures and successes in a row stands.';
comment on column apihealth.monitor_states.counts_until is 'From then on the state is unknown, unless a check came.';
comment on column apihealth.monitor_states.silenced is 'Down because of a parent: nobody is told.';
select platform.protect('apihealth.monitor_states', platform.own_company(), '(select platform.sees_everything())');

create table apihealth.monitor_state_changes (
  id uuid primary key default uuidv7(),
  monitor_id uuid not null references apihealth.api_endpoint_configs (id) on delete cascade,
  company_id uuid references identity.companies (id) on delete cascade,
  from_state text not null check (from_state in ('up', 'degraded', 'down', 'maintenance', 'unknown')),
  to_state text not null check (to_state in ('up', 'degraded', 'down', 'maintenance', 'unknown')),
  effective_at timestamptz not null,
  decided_at timestamptz not null,
  reason text not null default '',
  status_code int check (status_code between 0 and 599),
  silenced boolean not null default false,
  silenced_by uuid references apihealth.api_endpoint_configs (id) on delete set null,
  created_at timestamptz not null default now()
);
create index on apihealth.monitor_state_changes (monitor_id, effective_at desc);
create index on apihealth.monitor_state_changes (company_id, created_at desc);
create index on apihealth.monitor_state_changes (silenced_by);
create index on apihealth.monitor_state_changes (created_at desc);
comment on table apihealth.monitor_state_changes is 'When a monitor began to do otherwise. The key comes from the check that decided it, so that a change is written once.';
comment on column apihealth.monitor_state_changes.effective_at is 'When it began: of an outage the first failed check, not the one that confirmed it.';
select platform.protect('apihealth.monitor_state_changes', platform.own_company(), '(select platform.sees_everything())');

-- ── who checks ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table apihealth.check_servers (
  id uuid primary key default uuidv7(),
  name text not null unique,
  seen_at timestamptz not null,
  created_at timestamptz not null default now()
) with (fillfactor = 50);
create index on apihealth.check_servers (created_at desc);
comment on table apihealth.check_servers is 'Servers that check monitors, and when each was last alive.';
select platform.protect_operator_rows('apihealth.check_servers');

create table apihealth.check_shares (
  id uuid primary key default uuidv7(),
  share int not null unique check (share between 0 and 63),
  holder text,
  leased_until timestamptz,
  term bigint not null default 0,
  created_at timestamptz not null default now()
) with (fillfactor = 50);
create index on apihealth.check_shares (created_at desc);
comment on table apihealth.check_shares is 'Sixty-fourths of the monitors: the server that holds a share checks its monitors until the lease ends.';
comment on column apihealth.check_shares.term is 'Goes up whenever the holder changes.';
select platform.protect_operator_rows('apihealth.check_shares');

create table apihealth.check_requests (
  id uuid primary key default uuidv7(),
  monitor_id uuid not null unique references apihealth.api_endpoint_configs (id) on delete cascade,
  company_id uuid references identity.companies (id) on delete cascade,
  requested_by uuid,
  created_at timestamptz not null default now()
);
create index on apihealth.check_requests (company_id, created_at desc);
create index on apihealth.check_requests (requested_by);
create index on apihealth.check_requests (created_at desc);
comment on table apihealth.check_requests is 'Checks that somebody asked for out of turn; whoever holds the monitor makes them and removes the row.';
select platform.protect_company_rows('apihealth.check_requests');
select platform.refers_to_users('apihealth.check_requests', 'requested_by');

select platform.keep_updated_at();
