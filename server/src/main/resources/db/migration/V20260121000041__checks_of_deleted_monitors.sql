-- Monitors that are gone and whose single checks aren't yet: they go day by day, since there can be millions.

create table apihealth.deleted_monitors (
  id uuid primary key default uuidv7(),
  monitor_id uuid not null unique,
  company_id uuid references identity.companies (id) on delete cascade,
  created_at timestamptz not null default now()
);
create index on apihealth.deleted_monitors (company_id, created_at desc);
create index on apihealth.deleted_monitors (created_at desc);
comment on table apihealth.deleted_monitors is 'Monitors that were deleted; a job deletes their single checks, and then the row.';
comment on column apihealth.deleted_monitors.monitor_id is 'What was the monitor''s id; no foreign key, because it is gone.';
select platform.protect_company_rows('apihealth.deleted_monitors');
