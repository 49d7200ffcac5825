-- Uptime over time instead of over checks, with what is needed to merge hours into days, weeks and months.

alter table apihealth.api_uptime_summary
  add column monitor_id uuid not null references apihealth.api_endpoint_configs (id) on delete cascade,
  add column company_id uuid references identity.companies (id) on delete cascade,
  add column up_ms bigint not null default 0 check (up_ms >= 0),
  add column degraded_ms bigint not null default 0 check (degraded_ms between 0 and up_ms),
  add column down_ms bigint not null default 0 check (down_ms >= 0),
  add column maintenance_ms bigint not null default 0 check (maintenance_ms >= 0),
  add column unknown_ms bigint not null default 0 check (unknown_ms >= 0),
  add column coverage_percent numeric(6,3) not null default 0 check (coverage_percent between 0 and 100),
  add column response_times bytea,
  add column response_time_sum_ms numeric(18,3) not null default 0 check (response_time_sum_ms >= 0),
  add column fold jsonb,
  add column is_settled boolean not null default false;
alter table apihealth.api_uptime_summary alter column uptime_percent drop not null;
-- The one unique constraint, whose name PostgreSQL shortened.
do $$
begin
  execute (select format('alter table apihealth.api_uptime_summary drop constraint %I', conname)
           from pg_constraint where conrelid = 'apihealth.api_uptime_summary'::regclass and contype = 'u');
end $$;
create unique index on apihealth.api_uptime_summary (monitor_id, period_type, period_start);
create index on apihealth.api_uptime_summary (company_id, created_at desc);
create index on apihealth.api_uptime_summary (period_start) where not is_settled;
comment on column apihealth.api_uptime_summary.uptime_percent is 'up_ms / (up_ms + down_ms); null when neither was seen. Maintenance and unknown time are in neither.';
comment on column apihealth.api_uptime_summary.coverage_percent is 'How much of the period outside maintenance was seen.';
comment on column apihealth.api_uptime_summary.response_times is 'Histogram of response times, mergeable without loss.';
comment on column apihealth.api_uptime_summary.fold is 'Where the count of failures in a row stood at the end of the hour, from which the next hour goes on.';
comment on column apihealth.api_uptime_summary.is_settled is 'False while checks of the period may still come in.';
drop policy tenant on apihealth.api_uptime_summary;
select platform.protect('apihealth.api_uptime_summary', platform.own_company(), '(select platform.sees_everything())');

create table apihealth.uptime_recounts (
  id uuid primary key default uuidv7(),
  monitor_id uuid not null references apihealth.api_endpoint_configs (id) on delete cascade,
  company_id uuid references identity.companies (id) on delete cascade,
  hour timestamptz not null,
  created_at timestamptz not null default now(),
  unique (monitor_id, hour)
);
create index on apihealth.uptime_recounts (company_id, created_at desc);
create index on apihealth.uptime_recounts (created_at desc);
comment on table apihealth.uptime_recounts is 'Hours to be counted again: a check came late, or maintenance was entered afterwards.';
select platform.protect_company_rows('apihealth.uptime_recounts');
