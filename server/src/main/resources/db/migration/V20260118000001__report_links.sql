-- Links that show the report of one run to whoever has them.

create table testing.report_links (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  test_run_id uuid not null,
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_by uuid,
  revoked_by uuid,
  created_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on testing.report_links (test_run_id, company_id);
create index on testing.report_links (company_id, created_at desc);
create index on testing.report_links (created_by);
create index on testing.report_links (revoked_by);
create index on testing.report_links (expires_at);
comment on table testing.report_links is 'A link that shows the report of a run without a login, until it expires or is revoked; its token is kept as a hash only.';

select platform.protect_company_rows('testing.report_links');
select platform.refers_to_users('testing.report_links', 'created_by', 'revoked_by');
