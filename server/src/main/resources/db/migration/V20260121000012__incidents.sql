-- Incidents that follow the checks: whose, of which monitors, which change belongs to which.

alter table apihealth.api_incidents
  add column monitor_id uuid references apihealth.api_endpoint_configs (id) on delete set null,
  add column company_id uuid references identity.companies (id) on delete cascade,
  add column cause text not null default 'hand' check (cause in ('outage', 'rule', 'hand')),
  add column alert_rule_id uuid references apihealth.api_alert_rules (id) on delete set null,
  add column is_public boolean not null default false,
  add column merged_into uuid references apihealth.api_incidents (id) on delete set null,
  add column monitoring_at timestamptz,
  add column recovered_at timestamptz,
  add column resolve_at timestamptz,
  add column relapses int not null default 0 check (relapses >= 0),
  add column postmortem_at timestamptz,
  add column owned_by uuid,
  add column reminder_at timestamptz,
  add column last_reminded_at timestamptz,
  add constraint api_incidents_resolved_check check ((status = 'resolved') = (resolved_at is not null)),
  add constraint api_incidents_merged_check check (merged_into is null or (merged_into <> id and status = 'resolved'));
drop index apihealth.api_incidents_endpoint_method_incident_type_idx;
create unique index on apihealth.api_incidents (monitor_id) where cause = 'outage' and status <> 'resolved' and monitor_id is not null;
create unique index on apihealth.api_incidents (monitor_id, alert_rule_id) where cause = 'rule' and status <> 'resolved';
create index on apihealth.api_incidents (monitor_id, started_at desc);
create index on apihealth.api_incidents (alert_rule_id);
create index on apihealth.api_incidents (company_id, started_at desc);
create index on apihealth.api_incidents (merged_into);
create index on apihealth.api_incidents (owned_by);
create index on apihealth.api_incidents (resolve_at) where status <> 'resolved' and resolve_at is not null;
create index on apihealth.api_incidents (reminder_at) where status <> 'resolved' and reminder_at is not null;
create index on apihealth.api_incidents (started_at desc) where is_public;
comment on table apihealth.api_incidents is 'A time when something did not do what it should. An outage that the checks saw has one open incident for its monitor, however often it flaps.';
comment on column apihealth.api_incidents.company_id is 'Whose monitor it is; null means the platform''s own.';
comment on column apihealth.api_incidents.cause is 'Opened because checks failed, because an alert rule fired, or by hand.';
comment on column apihealth.api_incidents.recovered_at is 'Since when all its monitors are back; it is resolved at resolve_at, unless one fails again.';
comment on column apihealth.api_incidents.reminder_at is 'When its owner, or else every administrator, is reminded that it is still open.';
select platform.refers_to_users('apihealth.api_incidents', 'owned_by');
drop policy tenant on apihealth.api_incidents;
select platform.protect('apihealth.api_incidents', platform.own_company(), '(select platform.sees_everything())');

alter table apihealth.api_incident_updates
  add column company_id uuid references identity.companies (id) on delete cascade;
create index on apihealth.api_incident_updates (company_id, created_at desc);
comment on column apihealth.api_incident_updates.company_id is 'As of its incident.';
drop policy tenant on apihealth.api_incident_updates;
select platform.protect('apihealth.api_incident_updates', platform.own_company(), '(select platform.sees_everything())');

create table apihealth.incident_monitors (
  id uuid primary key default uuidv7(),
  incident_id uuid not null references apihealth.api_incidents (id) on delete cascade,
  monitor_id uuid not null references apihealth.api_endpoint_configs (id) on delete cascade,
  company_id uuid references identity.companies (id) on delete cascade,
  is_cause boolean not null default true,
  since timestamptz not null,
  until timestamptz,
  created_at timestamptz not null default now(),
  unique (incident_id, monitor_id)
);
create index on apihealth.incident_monitors (monitor_id, since desc);
create index on apihealth.incident_monitors (company_id, created_at desc);
create index on apihealth.incident_monitors (created_at desc);
comment on table apihealth.incident_monitors is 'Which monitors an incident affects: those that failed by themselves (is_cause), and those that only depend on them.';
comment on column apihealth.incident_monitors.until is 'When it was back; null while it is affected.';
select platform.protect('apihealth.incident_monitors', platform.own_company(), '(select platform.sees_everything())');

alter table apihealth.monitor_state_changes
  add column incident_id uuid references apihealth.api_incidents (id) on delete set null,
  add column handled_at timestamptz;
create index on apihealth.monitor_state_changes (incident_id, effective_at);
create index on apihealth.monitor_state_changes (decided_at) where handled_at is null;
comment on column apihealth.monitor_state_changes.handled_at is 'When it was weighed for incidents, in the transaction that opened, changed or ended one: so a change counts once, however often it is announced.';

select platform.keep_updated_at();
