-- The foundation: schemas, roles, tenancy, accounts, tests.
-- Every module owns one schema; `platform` holds what no module owns. `public` holds the types that several modules share.

create extension if not exists citext with schema public;
create extension if not exists btree_gist with schema public;

create schema platform;
create schema identity;
create schema testing;
create schema models;
create schema alignment;
create schema training;
create schema testers;
create schema recording;
create schema apihealth;
create schema monitoring;

-- Plain table names work for people and reports, whichever module a table lives in.
do $$
begin
  execute format(
    'alter database %I set search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, platform, public',
    current_database());
end $$;
set local search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, platform, public;

-- The application's role: owns nothing, so that row-level security always applies to it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'hitlai_app') then
    create role hitlai_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if exists (select from pg_roles where rolname = 'hitlai_app' and (rolsuper or rolbypassrls)) then
    raise exception 'The role hitlai_app may neither be a superuser nor bypass row-level security.';
  end if;
  -- Lets an owner that was given a single login step down to the application's role.
  if not pg_has_role(current_user, 'hitlai_app', 'set') then
    execute format('grant hitlai_app to %I with set true, inherit false', current_user);
  end if;
end $$;

do $$
declare
  module text;
begin
  foreach module in array array['platform', 'identity', 'testing', 'models', 'alignment', 'training', 'testers', 'recording', 'apihealth', 'monitoring'] loop
    execute format('grant usage on schema %I to hitlai_app', module);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to hitlai_app', module);
    execute format('alter default privileges in schema %I grant usage, select on sequences to hitlai_app', module);
  end loop;
end $$;

-- ── who asks ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Each transaction carries hitlai.role, hitlai.user_id, hitlai.company_id and hitlai.tester_id. With nothing set they are null.

create function platform.current_company() returns uuid language sql stable parallel safe
  return nullif(current_setting('hitlai.company_id', true), '')::uuid;
create function platform.current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('hitlai.user_id', true), '')::uuid;
create function platform.current_tester() returns uuid language sql stable parallel safe
  return nullif(current_setting('hitlai.tester_id', true), '')::uuid;
create function platform.sees_everything() returns boolean language sql stable parallel safe
  return coalesce(current_setting('hitlai.role', true) in ('admin', 'system'), false);

-- A range rather than "all or equal": the one predicate `company_id between first and last` can use an index for a company
-- (first = last), for everything (lowest to highest) and for nobody (null).
create function platform.first_company() returns uuid language sql stable parallel safe
  return case when platform.sees_everything() then '00000000-0000-0000-0000-000000000000'::uuid else platform.current_company() end;
create function platform.last_company() returns uuid language sql stable parallel safe
  return case when platform.sees_everything() then 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid else platform.current_company() end;

comment on function platform.sees_everything() is 'True for the roles admin (a platform administrator) and system (a named background job or an authentication step).';
comment on function platform.first_company() is 'Lowest company whose rows the transaction may see; null when none.';
comment on function platform.last_company() is 'Highest company whose rows the transaction may see; null when none.';

-- ── conventions as functions, used by this and every later migration ─────────────────────────────────────────────────

create function platform.touch_updated_at() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;

create function platform.keep_updated_at() returns void language plpgsql as $$
declare
  target record;
begin
  for target in
    select c.oid::regclass as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'updated_at' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname in ('platform', 'identity', 'testing', 'models', 'alignment', 'training', 'testers', 'recording', 'apihealth', 'monitoring')
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'touch_updated_at')
  loop
    execute format('create trigger touch_updated_at before update on %s for each row execute function platform.touch_updated_at()', target.name);
  end loop;
end $$;
comment on function platform.keep_updated_at() is 'Gives the one updated_at trigger to every table that has the column and lacks the trigger.';

create function platform.refers_to_users(target regclass, variadic columns text[]) returns void language plpgsql as $$
declare
  name text;
begin
  foreach name in array columns loop
    execute format('comment on column %s.%I is %L', target, name, 'references users(id) in application logic');
  end loop;
end $$;
comment on function platform.refers_to_users(regclass, text[]) is 'Marks references to people: no foreign key, so that a person can be erased without breaking history.';

create function platform.protect(target regclass, visible text, writable text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  if writable = visible then
    execute format('create policy tenant on %s using (%s) with check (%s)', target, visible, writable);
  else
    execute format('create policy tenant_read on %s for select using (%s)', target, visible);
    execute format('create policy tenant_insert on %s for insert with check (%s)', target, writable);
    execute format('create policy tenant_update on %s for update using (%s) with check (%s)', target, writable, writable);
    execute format('create policy tenant_delete on %s for delete using (%s)', target, writable);
  end if;
end $$;
comment on function platform.protect(regclass, text, text) is 'Enables and forces row-level security with one predicate for reading and one for writing.';

create function platform.own_company() returns text language sql immutable
  return '(company_id between (select platform.first_company()) and (select platform.last_company()) or (company_id is null and (select platform.sees_everything())))';
comment on function platform.own_company() is 'The predicate "this row belongs to the company that asks" as text, for platform.protect.';

create function platform.protect_company_rows(target regclass) returns void language sql
  begin atomic select platform.protect(target, platform.own_company(), platform.own_company()); end;

create function platform.protect_catalogue_rows(target regclass) returns void language sql
  begin atomic select platform.protect(target, platform.own_company() || ' or company_id is null', platform.own_company()); end;
comment on function platform.protect_catalogue_rows(regclass) is 'Rows without a company are the platform''s catalogue: everybody reads them, only the platform writes them.';

create function platform.protect_run_rows(target regclass) returns void language sql
  begin atomic
    select platform.protect(target,
      platform.own_company() || ' or test_run_id = any ((select testing.assigned_runs())::uuid[])',
      platform.own_company() || ' or test_run_id = any ((select testing.assigned_runs())::uuid[])');
  end;
comment on function platform.protect_run_rows(regclass) is 'Rows of a run: its company and the testers assigned to it.';

create function platform.protect_operator_rows(target regclass) returns void language sql
  begin atomic select platform.protect(target, '(select platform.sees_everything())', '(select platform.sees_everything())'); end;
comment on function platform.protect_operator_rows(regclass) is 'Rows that only administrators and background jobs see.';

-- ── tables partitioned by time ───────────────────────────────────────────────────────────────────────────────────────

create table platform.partitioned_tables (
  table_name text primary key,
  step text not null check (step in ('day', 'month')),
  retention_group text not null check (retention_group in ('recordings', 'inference', 'calls', 'metrics', 'health')),
  drop_order int not null default 0
);
comment on table platform.partitioned_tables is 'What the partition manager looks after: schema-qualified table, length of a partition, which retention setting applies. Referencing tables drop before (lower drop_order) the tables they refer to.';

create function platform.create_partition(parent text, step text, at date) returns void language plpgsql as $$
declare
  low date := date_trunc(step, at)::date;
  high date := (date_trunc(step, at) + ('1 ' || step)::interval)::date;
  partition text := split_part(parent, '.', 2) || '_p' || to_char(low, case step when 'day' then 'YYYYMMDD' else 'YYYYMM' end);
  schema text := split_part(parent, '.', 1);
begin
  if to_regclass(format('%I.%I', schema, partition)) is not null then
    return;
  end if;
  execute format('create table %I.%I partition of %I.%I for values from (%L) to (%L)',
    schema, partition, schema, split_part(parent, '.', 2), low::text || ' 00:00:00+00', high::text || ' 00:00:00+00');
  -- Policies live on the parent: reaching a partition by its own name would go around them.
  execute format('revoke all on %I.%I from hitlai_app', schema, partition);
end $$;
comment on function platform.create_partition(text, text, date) is 'Makes the partition of the day or month (UTC) that holds the given date, unless it exists.';

create function platform.drop_partition(parent text, partition text) returns void language plpgsql as $$
declare
  reference record;
  bounds text := pg_get_expr((select relpartbound from pg_class where oid = to_regclass(partition)), to_regclass(partition));
  low timestamptz := (regexp_match(bounds, $r$FROM \('([^']+)'\)$r$))[1]::timestamptz;
  high timestamptz := (regexp_match(bounds, $r$TO \('([^']+)'\)$r$))[1]::timestamptz;
  time_column text;
begin
  perform set_config('hitlai.role', 'system', true);
  -- Detaching is refused while rows are referred to; do for them what their foreign keys say.
  for reference in
    select k.conrelid::regclass as child, k.confdeltype as action,
      (select array_agg(a.attname order by u.position) from unnest(k.conkey) with ordinality u (number, position)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as columns,
      (select array_agg(a.attname order by u.position) from unnest(k.confkey) with ordinality u (number, position)
         join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as targets,
      coalesce((select array_agg(a.attname) from unnest(k.confdelsetcols) u (number)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number), '{}') as cleared
    from pg_constraint k
    where k.contype = 'f' and k.confrelid = to_regclass(parent) and k.conparentid = 0
  loop
    time_column := reference.columns[array_position(reference.targets, 'created_at')];
    if reference.action = 'c' then
      execute format('delete from %s where %I >= %L and %I < %L', reference.child, time_column, low, time_column, high);
    else
      execute format('update %s set %s where %I >= %L and %I < %L', reference.child,
        (select string_agg(format('%I = null', name), ', ')
           from unnest(case when cardinality(reference.cleared) > 0 then reference.cleared else reference.columns end) name),
        time_column, low, time_column, high);
    end if;
  end loop;
  execute format('alter table %s detach partition %s', parent::regclass, partition::regclass);
  execute format('drop table %s', partition::regclass);
end $$;
comment on function platform.drop_partition(text, text) is 'Drops a partition whole, after doing for rows that refer to it what their foreign keys say.';

-- ── platform: jobs, events, sessions, limits ─────────────────────────────────────────────────────────────────────────

create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index on platform.scheduled_tasks (execution_time);
create index on platform.scheduled_tasks (last_heartbeat);
create index on platform.scheduled_tasks (priority desc, execution_time asc);
comment on table platform.scheduled_tasks is 'Durable jobs; columns as db-scheduler defines them.';

create table platform.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index on platform.event_publication using hash (serialized_event);
create index on platform.event_publication (completion_date);
create index on platform.event_publication (publication_date) where completion_date is null;
comment on table platform.event_publication is 'Facts on their way to a listener; columns as Spring Modulith defines them. A row goes when its listener is done.';

create table platform.spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on platform.spring_session (expiry_time);
create index on platform.spring_session (principal_name);
comment on table platform.spring_session is 'Sessions of the web pages; columns as Spring Session defines them.';

create table platform.spring_session_attributes (
  session_primary_id char(36) not null references platform.spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
comment on table platform.spring_session_attributes is 'What a page session holds.';

create table platform.rate_limit_buckets (
  id text primary key,
  state bytea,
  expires_at bigint
);
create index on platform.rate_limit_buckets (expires_at);
comment on table platform.rate_limit_buckets is 'Token buckets shared by all servers; columns as Bucket4j defines them.';

-- ── identity ─────────────────────────────────────────────────────────────────────────────────────────────────────────

create table identity.users (
  id uuid primary key default uuidv7(),
  email citext not null unique check (length(email::text) between 3 and 320 and position('@' in email::text) > 1),
  password_hash text,
  display_name text not null check (length(display_name) between 1 and 200),
  user_type text not null check (user_type in ('company', 'tester', 'admin')),
  email_verified_at timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz,
  failed_login_count int not null default 0 check (failed_login_count >= 0),
  locked_until timestamptz,
  last_login_at timestamptz,
  password_changed_at timestamptz,
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  preferences jsonb not null default '{}',
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on identity.users (user_type, created_at desc);
create index on identity.users (created_at desc);
create index on identity.users (locked_until) where locked_until is not null;
comment on table identity.users is 'A person who can log in.';
comment on column identity.users.password_hash is 'Argon2id in PHC string format; null until an invited person chose a password.';
comment on column identity.users.totp_secret is 'Shared secret of the second factor, encrypted with the server''s key; in force from totp_confirmed_at on.';
comment on column identity.users.locked_until is 'No login before this time: set after too many wrong passwords in a row.';

create table identity.companies (
  id uuid primary key default uuidv7(),
  name text not null check (length(name) between 1 and 200),
  slug citext not null unique,
  website text,
  industry text,
  company_size text,
  plan_type text not null default 'free' check (plan_type in ('free', 'starter', 'pro', 'enterprise')),
  monthly_test_quota int default 10 check (monthly_test_quota >= 0),
  tests_used_this_month int not null default 0 check (tests_used_this_month >= 0),
  quota_period date not null default date_trunc('month', now() at time zone 'UTC')::date,
  max_parallel_ai_runs int not null default 3 check (max_parallel_ai_runs between 1 and 100),
  review_sample_rate numeric(5,4) not null default 0.1000 check (review_sample_rate between 0 and 1),
  critical_needs_review boolean not null default true,
  preferences jsonb not null default '{}',
  billing_email citext,
  billing_customer_id text,
  billing_subscription_id text,
  created_by uuid,
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on identity.companies (plan_type);
create index on identity.companies (created_at desc);
create index on identity.companies (created_by);
create unique index on identity.companies (billing_customer_id) where billing_customer_id is not null;
comment on table identity.companies is 'A customer: the tenant that requests, findings and recordings belong to.';
comment on column identity.companies.monthly_test_quota is 'Tests per calendar month (UTC); null means unlimited.';
comment on column identity.companies.tests_used_this_month is 'Counts for the month of quota_period only; the first test of a new month starts it again at 1.';
comment on column identity.companies.quota_period is 'First day of the month (UTC) that tests_used_this_month counts.';
comment on column identity.companies.review_sample_rate is 'Share of findings of confidence 0.80 to 0.95 that people look at although they pass.';
comment on column identity.companies.critical_needs_review is 'Whether a critical or security finding always needs a person.';

create table identity.company_members (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  user_id uuid not null,
  role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  invited_by uuid,
  invited_at timestamptz,
  joined_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (company_id, user_id)
);
create index on identity.company_members (user_id);
create index on identity.company_members (company_id, role);
create index on identity.company_members (company_id, created_at desc);
create index on identity.company_members (invited_by);
comment on table identity.company_members is 'Who belongs to a company, and what they may do there.';

create table identity.api_keys (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  created_by uuid,
  name text not null check (length(name) between 1 and 200),
  kind text not null default 'api' check (kind in ('api', 'recorder')),
  prefix text not null unique,
  secret_sha256 bytea not null check (octet_length(secret_sha256) = 32),
  scopes text[] not null default '{}' check (scopes <@ array['tests:read', 'tests:write', 'recordings:write', 'reports:read', 'admin']),
  allowed_origins text[] not null default '{}',
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on identity.api_keys (company_id, created_at desc);
create index on identity.api_keys (created_by);
create index on identity.api_keys (revoked_by);
create index on identity.api_keys (prefix) where revoked_at is null;
comment on table identity.api_keys is 'A key of a company for programs; the secret is shown once and kept only as a hash.';
comment on column identity.api_keys.kind is 'recorder: a write key that may only append recordings, from its allowed origins.';
comment on column identity.api_keys.secret_sha256 is 'SHA-256 of the secret part of the key.';

create table identity.refresh_tokens (
  id uuid primary key default uuidv7(),
  user_id uuid not null,
  family_id uuid not null,
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  expires_at timestamptz not null,
  rotated_at timestamptz,
  replaced_by uuid references identity.refresh_tokens (id) on delete set null,
  revoked_at timestamptz,
  revoked_reason text check (revoked_reason in ('logout', 'reuse', 'password_changed', 'admin', 'account_disabled')),
  user_agent text,
  ip_address inet,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on identity.refresh_tokens (user_id, created_at desc);
create index on identity.refresh_tokens (family_id);
create index on identity.refresh_tokens (replaced_by);
create index on identity.refresh_tokens (expires_at);
create index on identity.refresh_tokens (family_id) where revoked_at is null and rotated_at is null;
comment on table identity.refresh_tokens is 'One refresh token; each use replaces it, and a second use of a replaced one revokes its family.';

create table identity.login_attempts (
  id uuid primary key default uuidv7(),
  email citext not null,
  user_id uuid,
  ip_address inet,
  user_agent text,
  succeeded boolean not null,
  failure_reason text check (failure_reason in ('unknown_email', 'wrong_password', 'wrong_second_factor', 'locked', 'disabled', 'unverified', 'rate_limited')),
  created_at timestamptz not null default now()
);
create index on identity.login_attempts (email, created_at desc);
create index on identity.login_attempts (user_id, created_at desc);
create index on identity.login_attempts (ip_address, created_at desc) where not succeeded;
create index on identity.login_attempts (created_at desc);
comment on table identity.login_attempts is 'One try to log in; what lock-out and the security page count.';

create table identity.one_time_links (
  id uuid primary key default uuidv7(),
  purpose text not null check (purpose in ('first_admin', 'password_reset', 'email_verification', 'invitation')),
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  user_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  email citext,
  payload jsonb not null default '{}',
  expires_at timestamptz not null,
  used_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on identity.one_time_links (user_id, purpose);
create index on identity.one_time_links (company_id);
create index on identity.one_time_links (created_by);
create index on identity.one_time_links (expires_at);
create index on identity.one_time_links (purpose, created_at desc) where used_at is null;
comment on table identity.one_time_links is 'A link that works once: to set the first password, to reset one, to prove an address, to join a company.';

create table identity.mfa_recovery_codes (
  id uuid primary key default uuidv7(),
  user_id uuid not null,
  code_sha256 bytea not null check (octet_length(code_sha256) = 32),
  used_at timestamptz,
  created_at timestamptz not null default now(),
  unique (user_id, code_sha256)
);
comment on table identity.mfa_recovery_codes is 'A code that stands in for the second factor, once.';

create table identity.signing_keys (
  id uuid primary key default uuidv7(),
  key_id text not null unique,
  algorithm text not null,
  key_material bytea not null,
  retired_at timestamptz,
  created_at timestamptz not null default now()
);
create index on identity.signing_keys (created_at desc) where retired_at is null;
comment on table identity.signing_keys is 'Keys that sign access tokens, shared by all servers; a retired one still verifies until its tokens have expired.';

create table identity.idempotency_keys (
  id uuid primary key default uuidv7(),
  company_id uuid references identity.companies (id) on delete cascade,
  user_id uuid,
  key text not null check (length(key) between 1 and 255),
  method text not null,
  path text not null,
  request_sha256 bytea not null check (octet_length(request_sha256) = 32),
  response_status int check (response_status between 100 and 599),
  response_body text,
  response_headers jsonb,
  completed_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  check (company_id is not null or user_id is not null)
);
create unique index on identity.idempotency_keys (company_id, user_id, key) nulls not distinct;
create index on identity.idempotency_keys (user_id);
create index on identity.idempotency_keys (expires_at);
comment on table identity.idempotency_keys is 'The answer to an unsafe request, kept so that sending the request again gives the same answer and does nothing twice.';

create table identity.audit_events (
  id uuid primary key default uuidv7(),
  company_id uuid references identity.companies (id) on delete set null,
  user_id uuid,
  actor_role text not null check (actor_role in ('admin', 'system', 'company', 'tester', 'visitor')),
  action text not null check (length(action) between 1 and 100),
  subject_type text,
  subject_id uuid,
  details jsonb not null default '{}',
  ip_address inet,
  created_at timestamptz not null default now()
);
create index on identity.audit_events (company_id, created_at desc);
create index on identity.audit_events (user_id, created_at desc);
create index on identity.audit_events (subject_type, subject_id);
create index on identity.audit_events (created_at desc);
comment on column identity.audit_events.subject_id is 'What it was done to: a row of the kind that subject_type names.';
comment on table identity.audit_events is 'Who did what to accounts, keys, members and settings.';

-- ── testers: the roster ──────────────────────────────────────────────────────────────────────────────────────────────

create table testers.human_testers (
  id uuid primary key default uuidv7(),
  user_id uuid,
  display_name text not null check (length(display_name) between 1 and 200),
  age int check (age between 16 and 120),
  gender text,
  location_country text,
  demographics jsonb not null default '{}',
  tech_literacy text not null default 'medium' check (tech_literacy in ('low', 'medium', 'high')),
  languages text[] not null default '{}',
  primary_device text,
  devices text[] not null default '{}',
  availability jsonb not null default '{}',
  years_of_testing_experience int check (years_of_testing_experience between 0 and 80),
  previous_platforms text[] not null default '{}',
  stats jsonb not null default '{}',
  tests_completed int not null default 0 check (tests_completed >= 0),
  average_rating numeric(3,2) check (average_rating between 1 and 5),
  is_expert boolean not null default false,
  is_verified boolean not null default false,
  verified_at timestamptz,
  is_active boolean not null default true,
  last_active_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index on testers.human_testers (user_id) where user_id is not null;
create index on testers.human_testers (created_at desc);
create index on testers.human_testers (tech_literacy) where is_active;
create index on testers.human_testers (is_verified, last_active_at desc) where is_active;
create index on testers.human_testers using gin (languages);
comment on table testers.human_testers is 'The roster of testers.';
comment on column testers.human_testers.stats is 'Figures shown on the profile that no query filters on.';

-- ── testing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

create table testing.personas (
  id uuid primary key default uuidv7(),
  company_id uuid references identity.companies (id) on delete cascade,
  name text not null check (name ~ '^[a-z][a-z0-9_]{1,63}$'),
  display_name text not null check (length(display_name) between 1 and 100),
  description text not null default '',
  age int not null check (age between 6 and 110),
  tech_literacy text not null check (tech_literacy in ('low', 'medium', 'high')),
  eyesight text not null,
  navigation_style text not null check (navigation_style in ('linear', 'non_linear', 'mixed', 'keyboard_only', 'thumb_one_hand')),
  needs text[] not null default '{}',
  traits jsonb not null default '{}',
  is_active boolean not null default true,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index on testing.personas (company_id, name) nulls not distinct;
create index on testing.personas (created_by);
create index on testing.personas (created_at desc);
create index on testing.personas (name) where is_active;
comment on table testing.personas is 'Who a tester pretends to be. Rows without a company ship with the platform.';
comment on column testing.personas.traits is 'The whole persona as the AI tester reads it.';

create table testing.platform_presets (
  id uuid primary key default uuidv7(),
  company_id uuid references identity.companies (id) on delete cascade,
  name text not null check (name ~ '^[a-z][a-z0-9_]{1,63}$'),
  display_name text not null,
  category text not null check (category in ('web', 'mobile', 'console', 'vr', 'desktop')),
  viewport_width int check (viewport_width between 100 and 10000),
  viewport_height int check (viewport_height between 100 and 10000),
  device_scale_factor numeric(4,2) check (device_scale_factor between 0.5 and 8),
  has_touch boolean,
  is_mobile boolean,
  user_agent text,
  details jsonb not null default '{}',
  sort_order int not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (category not in ('web', 'mobile')
    or (viewport_width is not null and viewport_height is not null and device_scale_factor is not null
        and has_touch is not null and is_mobile is not null and user_agent is not null))
);
create unique index on testing.platform_presets (company_id, name) nulls not distinct;
create index on testing.platform_presets (category, sort_order) where is_active;
create index on testing.platform_presets (created_at desc);
comment on table testing.platform_presets is 'A named browser, device, console or headset to test on. Rows without a company ship with the platform.';

create table testing.test_requests (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  created_by uuid,
  title text not null check (length(title) between 1 and 300),
  url text not null check (length(url) between 1 and 2048),
  mission text not null check (length(mission) between 1 and 10000),
  context text,
  success_criteria text,
  test_type text not null check (test_type in ('ai_only', 'human_only', 'hybrid')),
  platform text not null default 'web' check (platform in ('web', 'mobile')),
  platform_details jsonb not null default '{}',
  test_config jsonb not null default '{}',
  personas jsonb not null default '[]',
  required_testers int not null default 0 check (required_testers between 0 and 1000),
  tester_requirements jsonb not null default '{}',
  status text not null default 'pending' check (status in ('draft', 'pending', 'running', 'completed', 'failed', 'cancelled')),
  deadline timestamptz,
  quoted_price_usd numeric(12,4) check (quoted_price_usd >= 0),
  quote jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, company_id)
);
create index on testing.test_requests (company_id, created_at desc);
create index on testing.test_requests (created_by);
create index on testing.test_requests (status, created_at desc);
create index on testing.test_requests (deadline) where status in ('pending', 'running');
create index on testing.test_requests (created_at desc);
comment on table testing.test_requests is 'What a company asked for: one or more runs of a mission on a site.';
comment on column testing.test_requests.quote is 'Each factor of the price at the time of the request.';

create table testing.test_runs (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  test_request_id uuid not null,
  tester_id uuid references testers.human_testers (id) on delete set null,
  created_by uuid,
  url text not null check (length(url) between 1 and 2048),
  mission text not null check (length(mission) between 1 and 10000),
  persona jsonb not null default '{}',
  platform text not null default 'web' check (platform in ('web', 'mobile')),
  test_type text not null check (test_type in ('ai_only', 'human_only', 'hybrid')),
  status text not null default 'pending' check (status in ('pending', 'running', 'hitl_paused', 'completed', 'failed')),
  current_step_index int not null default 0 check (current_step_index >= 0),
  total_steps int not null default 0 check (total_steps >= 0),
  failure_count int not null default 0 check (failure_count >= 0),
  sentiment_score numeric(5,4) check (sentiment_score between 0 and 1),
  score numeric(5,2) check (score between 0 and 100),
  outcome text check (outcome in ('done', 'gave_up', 'failed')),
  audit_results jsonb,
  final_report jsonb,
  company_ai_rating int check (company_ai_rating between 1 and 5),
  company_feedback text,
  rated_by uuid,
  rated_at timestamptz,
  platform_details jsonb not null default '{}',
  test_config jsonb not null default '{}',
  ai_metadata jsonb not null default '{}',
  seed bigint not null default 0,
  attempt int not null default 0 check (attempt >= 0),
  retry_of uuid,
  worker text,
  claimed_at timestamptz,
  heartbeat_at timestamptz,
  timeout_seconds int not null default 600 check (timeout_seconds between 1 and 86400),
  quota_taken boolean not null default false,
  quota_period date,
  cancel_requested_at timestamptz,
  cancelled_by uuid,
  progress_text text,
  progress_percent int not null default 0 check (progress_percent between 0 and 100),
  error_code text,
  error_message text,
  price_usd numeric(12,4) check (price_usd >= 0),
  started_at timestamptz,
  paused_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, company_id),
  foreign key (test_request_id, company_id) references testing.test_requests (id, company_id) on delete cascade,
  foreign key (retry_of, company_id) references testing.test_runs (id, company_id) on delete set null (retry_of)
);
create index on testing.test_runs (company_id, created_at desc);
create index on testing.test_runs (company_id, status, created_at desc);
create index on testing.test_runs (test_request_id, company_id);
create index on testing.test_runs (tester_id, created_at desc);
create index on testing.test_runs (retry_of, company_id);
create index on testing.test_runs (created_by);
create index on testing.test_runs (rated_by);
create index on testing.test_runs (cancelled_by);
create index on testing.test_runs (created_at desc);
create index on testing.test_runs (status, created_at desc);
create index on testing.test_runs (completed_at desc) where status = 'completed';
create index on testing.test_runs (company_id, completed_at desc) where status = 'completed';
create index on testing.test_runs (heartbeat_at) where status = 'running';
create index on testing.test_runs (created_at) where status = 'pending';
create index on testing.test_runs (paused_at) where status = 'hitl_paused';
create index on testing.test_runs (created_at desc) where status = 'failed';
comment on table testing.test_runs is 'One execution of a mission by one tester, artificial or human.';
comment on column testing.test_runs.persona is 'The persona as it was when the run was made, so that a later change does not rewrite history.';
comment on column testing.test_runs.seed is 'Makes the run repeatable: every random choice of the AI tester comes from it.';
comment on column testing.test_runs.worker is 'The process that works on the run; another one takes over when heartbeat_at gets old.';
comment on column testing.test_runs.quota_taken is 'Whether this run still holds one test of the month quota_period; giving it back sets this to false, once.';
comment on column testing.test_runs.price_usd is 'What the company pays for this run in US dollars.';

create function testing.refuse_illegal_move() returns trigger language plpgsql as $$
begin
  if new.status is distinct from old.status and not (old.status, new.status) in (
      ('pending', 'running'), ('pending', 'failed'), ('running', 'hitl_paused'), ('running', 'completed'),
      ('running', 'failed'), ('hitl_paused', 'completed'), ('hitl_paused', 'failed')) then
    raise exception 'A test run cannot go from % to %.', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function testing.refuse_illegal_move() is 'pending → running → (hitl_paused →) completed | failed; a run that never started may fail too (cancelled, unreachable address).';
create trigger refuse_illegal_move before update of status on testing.test_runs
  for each row execute function testing.refuse_illegal_move();

create table testing.human_test_assignments (
  id uuid primary key default uuidv7(),
  test_run_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  tester_id uuid not null references testers.human_testers (id) on delete cascade,
  status text not null default 'offered' check (status in ('offered', 'accepted', 'in_progress', 'submitted', 'declined', 'abandoned', 'expired')),
  offered_at timestamptz not null default now(),
  accepted_at timestamptz,
  started_at timestamptz,
  submitted_at timestamptz,
  ended_at timestamptz,
  last_activity_at timestamptz not null default now(),
  decline_reason text,
  replaces uuid references testing.human_test_assignments (id) on delete set null,
  submission jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on testing.human_test_assignments (test_run_id, company_id);
create index on testing.human_test_assignments (company_id, created_at desc);
create index on testing.human_test_assignments (tester_id, status, created_at desc);
create index on testing.human_test_assignments (replaces);
create index on testing.human_test_assignments (created_at desc);
create index on testing.human_test_assignments (last_activity_at) where status in ('offered', 'accepted', 'in_progress');
create unique index on testing.human_test_assignments (test_run_id, tester_id) where status in ('offered', 'accepted', 'in_progress', 'submitted');
comment on table testing.human_test_assignments is 'A run given to a person, from the offer to the submission.';
comment on column testing.human_test_assignments.last_activity_at is 'After 24 hours without activity the assignment is abandoned and given to another tester.';
comment on column testing.human_test_assignments.submission is 'What the tester handed in beside findings: positives, recommendations, notes.';

create function testing.assigned_runs() returns uuid[] language sql stable
  return array(
    select a.test_run_id from testing.human_test_assignments a
    where a.tester_id = platform.current_tester() and a.status in ('offered', 'accepted', 'in_progress', 'submitted'));
comment on function testing.assigned_runs() is 'Runs that the asking tester was given and did not refuse.';

create table testing.artifacts (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  test_run_id uuid,
  kind text not null check (kind in ('screenshot', 'annotated_screenshot', 'video', 'replay', 'export', 'trace', 'upload')),
  sha256 bytea not null check (octet_length(sha256) = 32),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  storage_key text not null,
  width int,
  height int,
  metadata jsonb not null default '{}',
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  unique (id, company_id),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on testing.artifacts (test_run_id, company_id);
create index on testing.artifacts (company_id, created_at desc);
create index on testing.artifacts (sha256);
create index on testing.artifacts (created_at desc);
create index on testing.artifacts (expires_at) where expires_at is not null;
comment on table testing.artifacts is 'A stored file: screenshot, video, replay or export.';
comment on column testing.artifacts.storage_key is 'Where the bytes are, relative to the artifact store.';

create table testing.mission_steps (
  id uuid primary key default uuidv7(),
  test_run_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  step_index int not null check (step_index >= 0),
  title text not null,
  description text,
  status text not null default 'pending' check (status in ('pending', 'running', 'completed', 'failed', 'skipped')),
  url text,
  page_title text,
  sentiment_score numeric(5,4) check (sentiment_score between 0 and 1),
  trace jsonb,
  screenshot_id uuid references testing.artifacts (id) on delete set null,
  started_at timestamptz,
  completed_at timestamptz,
  duration_ms bigint check (duration_ms >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, company_id),
  unique (test_run_id, step_index),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on testing.mission_steps (test_run_id, company_id);
create index on testing.mission_steps (company_id, created_at desc);
create index on testing.mission_steps (screenshot_id);
create index on testing.mission_steps (test_run_id) where status = 'failed';
comment on table testing.mission_steps is 'One step of a run.';
comment on column testing.mission_steps.trace is 'Why the tester did what it did: options seen, utilities, state of mind.';

create table testing.action_attempts (
  id uuid primary key default uuidv7(),
  mission_step_id uuid not null,
  test_run_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  attempt_index int not null default 0 check (attempt_index >= 0),
  action text not null,
  selector text,
  target_name text,
  value text,
  url text,
  success boolean not null,
  outcome text,
  error_message text,
  screenshot_id uuid references testing.artifacts (id) on delete set null,
  duration_ms bigint check (duration_ms >= 0),
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  foreign key (mission_step_id, company_id) references testing.mission_steps (id, company_id) on delete cascade,
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on testing.action_attempts (mission_step_id, company_id);
create index on testing.action_attempts (test_run_id, company_id);
create index on testing.action_attempts (company_id, created_at desc);
create index on testing.action_attempts (screenshot_id);
create index on testing.action_attempts (test_run_id) where not success;
comment on table testing.action_attempts is 'One thing the tester did in a step.';
comment on column testing.action_attempts.value is 'Text typed or option chosen; secrets are masked before they are stored.';

create table testing.issues (
  id uuid primary key default uuidv7(),
  test_run_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  tester_id uuid references testers.human_testers (id) on delete set null,
  title text not null check (length(title) between 1 and 500),
  description text not null,
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  category text not null check (category in ('navigation', 'forms', 'content', 'visual', 'accessibility', 'performance', 'functional', 'security', 'privacy')),
  status text not null default 'open' check (status in ('open', 'in_progress', 'resolved', 'closed', 'wont_fix')),
  url text,
  element_selector text,
  evidence jsonb not null default '{}',
  recommendation text,
  confidence numeric(5,4) check (confidence between 0 and 1),
  source text not null check (source in ('ai', 'human', 'both')),
  verdict text check (verdict in ('confirmed', 'corrected', 'disputed', 'false_positive', 'duplicate')),
  verdict_by uuid,
  verdict_at timestamptz,
  review_state text not null default 'none' check (review_state in ('none', 'sampled', 'required', 'expert_required', 'done')),
  rules text[] not null default '{}',
  wcag text[] not null default '{}',
  fingerprint text,
  occurrences int not null default 1 check (occurrences >= 1),
  effort text check (effort in ('small', 'medium', 'large')),
  screenshot_id uuid references testing.artifacts (id) on delete set null,
  assigned_to uuid,
  resolved_at timestamptz,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, company_id),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on testing.issues (test_run_id, company_id);
create index on testing.issues (company_id, created_at desc);
create index on testing.issues (company_id, status, severity, created_at desc);
create index on testing.issues (company_id, category);
create index on testing.issues (company_id, fingerprint);
create unique index on testing.issues (test_run_id, fingerprint) where fingerprint is not null;
create index on testing.issues (tester_id, created_at desc);
create index on testing.issues (screenshot_id);
create index on testing.issues (assigned_to);
create index on testing.issues (verdict_by);
create index on testing.issues (created_at desc);
create index on testing.issues (severity, created_at desc) where status in ('open', 'in_progress');
create index on testing.issues (review_state, created_at) where review_state in ('sampled', 'required', 'expert_required');
comment on table testing.issues is 'A finding: something on the site that got in a person''s way.';
comment on column testing.issues.rules is 'Rules it breaks: the audit''s own rule, axe rule, heuristic.';
comment on column testing.issues.wcag is 'Success criteria it breaks, such as 1.4.3.';
comment on column testing.issues.fingerprint is 'The same defect has the same fingerprint in every run: rule, normalized selector or template, text.';
comment on column testing.issues.review_state is 'Whether a person has to look at it, following the routing by confidence.';

-- ── who sees what ────────────────────────────────────────────────────────────────────────────────────────────────────

-- Colleagues see each other; changing an account is for its person and the platform.
select platform.protect('identity.users',
  $p$id = (select platform.current_person()) or (select platform.sees_everything())
     or (select platform.current_company()) is not null and exists (select from identity.company_members m where m.user_id = users.id and m.company_id = (select platform.current_company()))$p$,
  $p$id = (select platform.current_person()) or (select platform.sees_everything())$p$);
select platform.protect('identity.companies',
  $p$id between (select platform.first_company()) and (select platform.last_company())$p$,
  $p$id between (select platform.first_company()) and (select platform.last_company())$p$);
select platform.protect('identity.company_members',
  platform.own_company() || ' or user_id = (select platform.current_person())', platform.own_company());
select platform.protect_company_rows('identity.api_keys');
select platform.protect('identity.refresh_tokens',
  $p$user_id = (select platform.current_person()) or (select platform.sees_everything())$p$,
  $p$user_id = (select platform.current_person()) or (select platform.sees_everything())$p$);
select platform.protect_operator_rows('identity.login_attempts');
select platform.protect('identity.one_time_links',
  $p$user_id = (select platform.current_person()) or company_id = (select platform.current_company()) or (select platform.sees_everything())$p$,
  $p$user_id = (select platform.current_person()) or company_id = (select platform.current_company()) or (select platform.sees_everything())$p$);
select platform.protect('identity.mfa_recovery_codes',
  $p$user_id = (select platform.current_person()) or (select platform.sees_everything())$p$,
  $p$user_id = (select platform.current_person()) or (select platform.sees_everything())$p$);
select platform.protect_operator_rows('identity.signing_keys');
select platform.protect('identity.idempotency_keys',
  platform.own_company() || ' or (company_id is null and user_id = (select platform.current_person()))',
  platform.own_company() || ' or (company_id is null and user_id = (select platform.current_person()))');
select platform.protect('identity.audit_events',
  platform.own_company() || ' or user_id = (select platform.current_person())',
  platform.own_company() || ' or (company_id is null and user_id = (select platform.current_person()))');
-- A person sees the own profile; a company sees who works on its runs.
select platform.protect('testers.human_testers',
  $p$user_id = (select platform.current_person()) or id = (select platform.current_tester()) or (select platform.sees_everything())
     or (select platform.current_company()) is not null and (
       exists (select from testing.test_runs r where r.tester_id = human_testers.id and r.company_id = (select platform.current_company()))
       or exists (select from testing.human_test_assignments a where a.tester_id = human_testers.id and a.company_id = (select platform.current_company())))$p$,
  $p$user_id = (select platform.current_person()) or id = (select platform.current_tester()) or (select platform.sees_everything())$p$);
select platform.protect_catalogue_rows('testing.personas');
select platform.protect_catalogue_rows('testing.platform_presets');
select platform.protect('testing.test_requests',
  platform.own_company() || ' or exists (select from testing.test_runs r where r.test_request_id = test_requests.id and r.id = any ((select testing.assigned_runs())::uuid[]))',
  platform.own_company());
select platform.protect('testing.test_runs',
  platform.own_company() || ' or id = any ((select testing.assigned_runs())::uuid[])',
  platform.own_company() || ' or id = any ((select testing.assigned_runs())::uuid[])');
select platform.protect('testing.human_test_assignments',
  platform.own_company() || ' or tester_id = (select platform.current_tester())',
  platform.own_company() || ' or tester_id = (select platform.current_tester())');
select platform.protect_run_rows('testing.artifacts');
select platform.protect_run_rows('testing.mission_steps');
select platform.protect_run_rows('testing.action_attempts');
select platform.protect_run_rows('testing.issues');

select platform.refers_to_users('identity.companies', 'created_by');
select platform.refers_to_users('identity.company_members', 'user_id', 'invited_by');
select platform.refers_to_users('identity.api_keys', 'created_by', 'revoked_by');
select platform.refers_to_users('identity.refresh_tokens', 'user_id');
select platform.refers_to_users('identity.login_attempts', 'user_id');
select platform.refers_to_users('identity.one_time_links', 'user_id', 'created_by');
select platform.refers_to_users('identity.mfa_recovery_codes', 'user_id');
select platform.refers_to_users('identity.idempotency_keys', 'user_id');
select platform.refers_to_users('identity.audit_events', 'user_id');
select platform.refers_to_users('testers.human_testers', 'user_id');
select platform.refers_to_users('testing.personas', 'created_by');
select platform.refers_to_users('testing.test_requests', 'created_by');
select platform.refers_to_users('testing.test_runs', 'created_by', 'rated_by', 'cancelled_by');
select platform.refers_to_users('testing.issues', 'assigned_to', 'verdict_by');
select platform.keep_updated_at();

-- ── what ships with the platform ─────────────────────────────────────────────────────────────────────────────────────

-- An owner that is no superuser is subject to the forced policies as well.
select set_config('hitlai.role', 'system', true);

insert into testing.personas (name, display_name, description, age, tech_literacy, eyesight, navigation_style, needs, traits) values
  ('senior_casual', 'Retired casual user', 'Uses the web for errands and family, reads carefully and distrusts what moves.', 70, 'low', 'low contrast sensitivity', 'linear',
    array['text labels over icons', 'targets of at least 44 px', 'no hidden menus', 'no fast animation'],
    '{"name": "senior_casual", "label": "Senior, casual user", "age": 70, "techLiteracy": "LOW", "eyesight": "LOW_CONTRAST", "contrastNeeded": 7.0, "textZoom": 1.25, "navigation": "LINEAR", "input": "MOUSE", "targetSize": 44, "patience": 6.0, "understandsIcons": false, "opensHiddenMenus": false, "darkMode": false, "reducedMotion": true, "slowNetwork": false, "locale": "en-US", "needs": ["text labels over icons", "targets of at least 44 px", "no hidden menus", "no fast animation"]}'),
  ('young_power_user', 'Young power user', 'Lives in the browser, skims, jumps, and leaves when a page is slow.', 25, 'high', 'normal', 'non_linear',
    array['keyboard shortcuts', 'dense pages', 'speed'],
    '{"name": "young_power_user", "label": "Young power user", "age": 25, "techLiteracy": "HIGH", "eyesight": "NORMAL", "contrastNeeded": 4.5, "textZoom": 1.0, "navigation": "NON_LINEAR", "input": "MOUSE", "targetSize": 24, "patience": 2.0, "understandsIcons": true, "opensHiddenMenus": true, "darkMode": true, "reducedMotion": false, "slowNetwork": false, "locale": "en-US", "needs": ["keyboard shortcuts", "dense pages", "speed"]}'),
  ('middle_age_moderate', 'Middle-aged moderate user', 'Comfortable with what is familiar, holds small print further away.', 45, 'medium', 'mild presbyopia', 'mixed',
    array['clear hierarchy', 'consistent patterns'],
    '{"name": "middle_age_moderate", "label": "Middle-aged, moderate user", "age": 45, "techLiteracy": "MEDIUM", "eyesight": "PRESBYOPIA", "contrastNeeded": 4.5, "textZoom": 1.1, "navigation": "MIXED", "input": "MOUSE", "targetSize": 24, "patience": 4.0, "understandsIcons": true, "opensHiddenMenus": true, "darkMode": false, "reducedMotion": false, "slowNetwork": false, "locale": "en-US", "needs": ["clear hierarchy", "consistent patterns"]}'),
  ('accessibility_focused', 'Screen-reader user', 'Hears pages, moves by headings, landmarks and the Tab key only.', 60, 'medium', 'screen reader', 'keyboard_only',
    array['names and roles on everything', 'semantic HTML', 'visible focus'],
    '{"name": "accessibility_focused", "label": "Screen-reader user", "age": 60, "techLiteracy": "MEDIUM", "eyesight": "SCREEN_READER", "contrastNeeded": 4.5, "textZoom": 1.0, "navigation": "KEYBOARD_ONLY", "input": "KEYBOARD", "targetSize": 24, "patience": 5.0, "understandsIcons": true, "opensHiddenMenus": true, "darkMode": false, "reducedMotion": true, "slowNetwork": false, "locale": "en-US", "needs": ["names and roles on everything", "semantic HTML", "visible focus"]}'),
  ('mobile_commuter', 'Commuter on the phone', 'One thumb, bright light, a bumpy train and a slow connection.', 32, 'medium', 'normal, outdoors', 'thumb_one_hand',
    array['short pages', 'fast on slow 4G', 'no hover'],
    '{"name": "mobile_commuter", "label": "Commuter on a phone", "age": 32, "techLiteracy": "MEDIUM", "eyesight": "NORMAL", "contrastNeeded": 4.5, "textZoom": 1.0, "navigation": "THUMB", "input": "TOUCH", "targetSize": 44, "patience": 2.5, "understandsIcons": true, "opensHiddenMenus": true, "darkMode": false, "reducedMotion": false, "slowNetwork": true, "locale": "en-US", "needs": ["short pages", "fast on slow 4G", "no hover"]}');

insert into testing.platform_presets (name, display_name, category, viewport_width, viewport_height, device_scale_factor, has_touch, is_mobile, user_agent, details, sort_order) values
  ('desktop_chrome', 'Chrome on a desktop', 'web', 1440, 900, 1, false, false, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', '{"browser": "chrome", "os": "windows"}', 10),
  ('desktop_full_hd', 'Chrome, full HD screen', 'web', 1920, 1080, 1, false, false, 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', '{"browser": "chrome", "os": "linux"}', 20),
  ('desktop_edge', 'Edge on a desktop', 'web', 1536, 864, 1.25, false, false, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', '{"browser": "edge", "os": "windows"}', 30),
  ('laptop_small', 'Small laptop', 'web', 1280, 720, 1.5, false, false, 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', '{"browser": "chrome", "os": "macos"}', 40),
  ('desktop_zoomed', 'Desktop at 200 % zoom', 'web', 720, 450, 2, false, false, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', '{"browser": "chrome", "os": "windows", "zoom": 2}', 50),
  ('pixel_8', 'Pixel 8', 'mobile', 412, 915, 2.63, true, true, 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', '{"browser": "chrome", "os": "android"}', 110),
  ('galaxy_s24', 'Galaxy S24', 'mobile', 360, 780, 3, true, true, 'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', '{"browser": "chrome", "os": "android"}', 120),
  ('iphone_15', 'iPhone 15', 'mobile', 393, 852, 3, true, true, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', '{"browser": "safari", "os": "ios"}', 130),
  ('iphone_se', 'iPhone SE', 'mobile', 375, 667, 2, true, true, 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1', '{"browser": "safari", "os": "ios"}', 140),
  ('small_phone', 'Small phone, 320 px', 'mobile', 320, 640, 2, true, true, 'Mozilla/5.0 (Linux; Android 12; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36', '{"browser": "chrome", "os": "android"}', 150),
  ('ipad', 'iPad', 'mobile', 820, 1180, 2, true, true, 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', '{"browser": "safari", "os": "ipados"}', 160),
  ('galaxy_tab', 'Galaxy Tab, landscape', 'mobile', 1280, 800, 1.5, true, true, 'Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', '{"browser": "chrome", "os": "android"}', 170),
  ('windows_11', 'Windows 11 application', 'desktop', 1920, 1080, 1, false, false, null, '{"os": "windows", "version": "11"}', 210),
  ('macos_15', 'macOS 15 application', 'desktop', 1728, 1117, 2, false, false, null, '{"os": "macos", "version": "15"}', 220),
  ('ubuntu_24', 'Ubuntu 24.04 application', 'desktop', 1920, 1080, 1, false, false, null, '{"os": "linux", "version": "24.04"}', 230),
  ('playstation_5', 'PlayStation 5', 'console', 1920, 1080, 1, false, false, null, '{"input": "gamepad", "viewingDistance": "ten feet"}', 310),
  ('xbox_series_x', 'Xbox Series X', 'console', 1920, 1080, 1, false, false, null, '{"input": "gamepad", "viewingDistance": "ten feet"}', 320),
  ('nintendo_switch', 'Nintendo Switch, handheld', 'console', 1280, 720, 1, true, false, null, '{"input": "gamepad and touch"}', 330),
  ('steam_deck', 'Steam Deck', 'console', 1280, 800, 1, true, false, null, '{"input": "gamepad and touch"}', 340),
  ('meta_quest_3', 'Meta Quest 3', 'vr', null, null, null, false, false, null, '{"input": "controllers and hands", "degreesOfFreedom": 6}', 410),
  ('apple_vision_pro', 'Apple Vision Pro', 'vr', null, null, null, false, false, null, '{"input": "eyes and hands", "degreesOfFreedom": 6}', 420),
  ('valve_index', 'Valve Index', 'vr', null, null, null, false, false, null, '{"input": "controllers", "degreesOfFreedom": 6}', 430);
