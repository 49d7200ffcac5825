-- Rules that watch figures, where each stands, and where their alarms go.

alter table apihealth.api_alert_rules
  add column min_failures int not null default 3 check (min_failures between 1 and 100000),
  add column slack_receiver_id uuid,
  add column webhook_receiver_id uuid,
  add column webhook_url text check (length(webhook_url) <= 2048),
  add column webhook_format text not null default 'signed' check (webhook_format in ('signed', 'alertmanager'));
create index on apihealth.api_alert_rules (slack_receiver_id);
create index on apihealth.api_alert_rules (webhook_receiver_id);
create index on apihealth.api_alert_rules (severity, created_at desc) where is_active;
comment on column apihealth.api_alert_rules.min_failures is 'So many failures there must be in the longer window before a burn rate says anything.';
comment on column apihealth.api_alert_rules.slack_receiver_id is 'Receiver of the module notifications, which keeps the address; no foreign key across modules.';
comment on column apihealth.api_alert_rules.webhook_receiver_id is 'Receiver of the module notifications, which signs and delivers; no foreign key across modules.';

create table apihealth.alert_states (
  id uuid primary key default uuidv7(),
  alert_rule_id uuid not null references apihealth.api_alert_rules (id) on delete cascade,
  monitor_id uuid not null references apihealth.api_endpoint_configs (id) on delete cascade,
  pending_since timestamptz,
  clear_since timestamptz,
  firing boolean not null default false,
  last_value numeric(14,4),
  last_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (alert_rule_id, monitor_id)
) with (fillfactor = 70);
create index on apihealth.alert_states (monitor_id);
create index on apihealth.alert_states (alert_rule_id) where firing or pending_since is not null;
create index on apihealth.alert_states (created_at desc);
comment on table apihealth.alert_states is 'Where a rule stands with a monitor: since when its threshold is passed, whether it fires. Gone when all is well.';
select platform.protect_operator_rows('apihealth.alert_states');

alter table apihealth.api_alert_history
  add column monitor_id uuid references apihealth.api_endpoint_configs (id) on delete set null,
  add column rule_name text not null default '',
  add column is_test boolean not null default false,
  add column worst_value numeric(14,4);
create index on apihealth.api_alert_history (monitor_id, triggered_at desc);
create unique index on apihealth.api_alert_history (alert_rule_id, monitor_id) where not resolved and not is_test;
comment on column apihealth.api_alert_history.rule_name is 'As the rule was called then; it may be gone.';
comment on column apihealth.api_alert_history.worst_value is 'The value furthest beyond the threshold while it fired.';

select platform.keep_updated_at();

-- ── what ships with the platform ─────────────────────────────────────────────────────────────────────────────────────
select set_config('hitlai.role', 'system', true);
insert into apihealth.api_alert_rules (rule_name, description, metric_type, operator, threshold_value, duration_minutes, severity, min_failures, send_email) values
  ('Error budget burns fast', 'What was promised for the month would be used up within days: 14.4 times the allowed rate over an hour and 5 minutes, or 6 times over 6 hours and 30 minutes.', 'burn_rate', 'greater_than', 14.4, 0, 'critical', 5, true),
  ('Error budget burns steadily', 'The month would end below what was promised: more than the allowed rate over 3 days and 6 hours.', 'burn_rate', 'greater_than', 1, 0, 'warning', 10, true),
  ('Many errors', 'More than one in ten checks and requests failed for 5 minutes.', 'error_rate', 'greater_than', 10, 5, 'warning', 3, true);
