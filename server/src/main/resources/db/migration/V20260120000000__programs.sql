-- The early-adopter program of companies and the founding-tester program of testers.

create table programs.application_drafts (
  id uuid primary key default uuidv7(),
  program text not null check (program in ('early_adopter', 'founding_tester')),
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  step int not null default 1 check (step between 1 and 3),
  fields jsonb not null default '{}',
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on programs.application_drafts (expires_at);
create index on programs.application_drafts (created_at desc);
comment on table programs.application_drafts is 'An application that somebody began in a browser and has not sent yet; found by the token in their cookie.';

create table programs.early_adopter_applications (
  id uuid primary key default uuidv7(),
  company_id uuid references identity.companies (id) on delete set null,
  user_id uuid,
  company_name text not null check (length(company_name) between 1 and 200),
  contact_name text not null check (length(contact_name) between 1 and 200),
  email citext not null check (length(email::text) between 3 and 320),
  phone text,
  website text,
  industry text,
  company_size text,
  monthly_test_volume text,
  current_testing_approach text,
  why_interested text,
  tier text not null check (tier in ('founding_partner', 'early_adopter', 'beta_user')),
  status text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'waitlisted', 'withdrawn', 'lapsed')),
  priority_score int not null check (priority_score between 0 and 100),
  score_parts jsonb not null default '[]',
  review_notes text,
  decision_reason text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  reapply_after timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status <> 'rejected' or (decision_reason is not null and reapply_after is not null))
);
-- INVARIANT: one open application for each address, however many are sent at once.
create unique index on programs.early_adopter_applications (email) where status in ('pending', 'waitlisted', 'approved');
create index on programs.early_adopter_applications (email, created_at desc);
create index on programs.early_adopter_applications (company_id, created_at desc);
create index on programs.early_adopter_applications (user_id);
create index on programs.early_adopter_applications (reviewed_by);
create index on programs.early_adopter_applications (status, priority_score desc, created_at);
create index on programs.early_adopter_applications (tier, priority_score desc, created_at) where status = 'waitlisted';
create index on programs.early_adopter_applications (created_at desc);
comment on table programs.early_adopter_applications is 'A company asked to be an early adopter.';
comment on column programs.early_adopter_applications.company_id is 'When somebody who looks after a company here applied while logged in.';
comment on column programs.early_adopter_applications.status is 'lapsed: approved, but the code was not redeemed in time; withdrawn: by the applicant.';
comment on column programs.early_adopter_applications.score_parts is 'The parts that priority_score is the sum of, each with its reason.';
comment on column programs.early_adopter_applications.review_notes is 'Among reviewers; decision_reason is what the applicant reads.';

create table programs.early_adopter_companies (
  id uuid primary key default uuidv7(),
  application_id uuid not null references programs.early_adopter_applications (id) on delete restrict,
  company_id uuid references identity.companies (id) on delete set null,
  tier text not null check (tier in ('founding_partner', 'early_adopter', 'beta_user')),
  discount numeric(5,4) not null check (discount between 0 and 1),
  status text not null default 'invited' check (status in ('invited', 'active', 'released')),
  invited_at timestamptz not null,
  invitation_until timestamptz not null,
  joined_at timestamptz,
  commitment_tests int not null check (commitment_tests > 0),
  commitment_due_at timestamptz,
  commitment_status text check (commitment_status in ('open', 'met', 'missed')),
  commitment_met_at timestamptz,
  tests_completed int not null default 0 check (tests_completed >= 0),
  reminded_days int,
  released_at timestamptz,
  release_reason text check (release_reason in ('lapsed', 'withdrawn', 'company_closed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status <> 'active' or (joined_at is not null and commitment_due_at is not null and commitment_status is not null)),
  check ((status = 'released') = (release_reason is not null))
);
create unique index on programs.early_adopter_companies (application_id);
create unique index on programs.early_adopter_companies (company_id) where status = 'active';
create index on programs.early_adopter_companies (company_id, created_at desc);
create index on programs.early_adopter_companies (tier) where status in ('invited', 'active');
create index on programs.early_adopter_companies (invitation_until) where status = 'invited';
create index on programs.early_adopter_companies (commitment_due_at) where commitment_status = 'open';
create index on programs.early_adopter_companies (created_at desc);
comment on table programs.early_adopter_companies is 'A spot of the early-adopter program: held by an invitation, then by the company that redeemed its code.';
comment on column programs.early_adopter_companies.discount is 'On every test, for life, as it was promised.';
comment on column programs.early_adopter_companies.tests_completed is 'Since the company joined and up to commitment_due_at, until the commitment is met.';
comment on column programs.early_adopter_companies.reminded_days is 'Before how many days to the deadline the company was last reminded.';

create table programs.discount_codes (
  id uuid primary key default uuidv7(),
  membership_id uuid not null references programs.early_adopter_companies (id) on delete cascade,
  code_sha256 bytea not null unique check (octet_length(code_sha256) = 32),
  discount numeric(5,4) not null check (discount between 0 and 1),
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  redeemed_by uuid,
  voided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (redeemed_at is null or voided_at is null)
);
create unique index on programs.discount_codes (membership_id) where voided_at is null;
create index on programs.discount_codes (membership_id);
create index on programs.discount_codes (redeemed_by);
create index on programs.discount_codes (created_at desc);
comment on table programs.discount_codes is 'A personal code that works once; kept as a hash only, a lost one is replaced by a new one.';

create table programs.founding_tester_applications (
  id uuid primary key default uuidv7(),
  tester_id uuid references testers.human_testers (id) on delete set null,
  user_id uuid,
  full_name text not null check (length(full_name) between 1 and 200),
  email citext not null check (length(email::text) between 3 and 320),
  phone text,
  location text,
  linkedin_url text,
  portfolio_url text,
  years_of_experience int check (years_of_experience between 0 and 80),
  testing_specialties text[] not null default '{}',
  platforms text[] not null default '{}',
  availability text,
  why_interested text,
  relevant_experience text,
  sample_work text,
  tier text not null check (tier in ('founding_tester', 'early_tester', 'beta_tester')),
  status text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'waitlisted', 'withdrawn', 'lapsed')),
  priority_score int not null check (priority_score between 0 and 100),
  score_parts jsonb not null default '[]',
  review_notes text,
  decision_reason text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  reapply_after timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status <> 'rejected' or (decision_reason is not null and reapply_after is not null))
);
create unique index on programs.founding_tester_applications (email) where status in ('pending', 'waitlisted', 'approved');
create index on programs.founding_tester_applications (email, created_at desc);
create index on programs.founding_tester_applications (tester_id, created_at desc);
create index on programs.founding_tester_applications (user_id);
create index on programs.founding_tester_applications (reviewed_by);
create index on programs.founding_tester_applications (status, priority_score desc, created_at);
create index on programs.founding_tester_applications (tier, priority_score desc, created_at) where status = 'waitlisted';
create index on programs.founding_tester_applications (created_at desc);
comment on table programs.founding_tester_applications is 'Somebody asked to be a founding tester.';
comment on column programs.founding_tester_applications.tester_id is 'When a tester applied while logged in.';

create table programs.founding_testers (
  id uuid primary key default uuidv7(),
  application_id uuid not null unique references programs.founding_tester_applications (id) on delete restrict,
  tester_id uuid references testers.human_testers (id) on delete restrict,
  tier text not null check (tier in ('founding_tester', 'early_tester', 'beta_tester')),
  revenue_share numeric(5,4) not null check (revenue_share between 0 and 1),
  share_until timestamptz,
  training_bonus_usd numeric(12,4) not null check (training_bonus_usd >= 0),
  equity_percent numeric(9,6) not null check (equity_percent between 0 and 100),
  status text not null default 'invited' check (status in ('invited', 'active', 'released')),
  invited_at timestamptz not null,
  invitation_until timestamptz not null,
  joined_at timestamptz,
  released_at timestamptz,
  release_reason text check (release_reason in ('lapsed', 'withdrawn', 'erased')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status <> 'active' or (tester_id is not null and joined_at is not null)),
  check ((status = 'released') = (release_reason is not null))
);
create unique index on programs.founding_testers (tester_id) where status = 'active';
create index on programs.founding_testers (tester_id, created_at desc);
create index on programs.founding_testers (tier) where status in ('invited', 'active');
create index on programs.founding_testers (invitation_until) where status = 'invited';
create index on programs.founding_testers (created_at desc);
comment on table programs.founding_testers is 'A spot of the founding-tester program: held by an invitation, then by the tester who joined.';
comment on column programs.founding_testers.revenue_share is 'Of the list price of a test; up to share_until when that is set.';
comment on column programs.founding_testers.equity_percent is 'The whole grant in percent of the platform; what of it has vested is in tester_equity_vesting.';

create table programs.tester_equity_vesting (
  id uuid primary key default uuidv7(),
  founding_tester_id uuid not null references programs.founding_testers (id) on delete restrict,
  tester_id uuid not null references testers.human_testers (id) on delete restrict,
  tests_required int not null check (tests_required > 0),
  tests_completed int not null,
  vested_share numeric(5,4) not null check (vested_share between 0 and 1),
  equity_percent numeric(9,6) not null check (equity_percent between 0 and 100),
  vested_at timestamptz not null,
  created_at timestamptz not null default now(),
  check (tests_completed >= tests_required),
  unique (founding_tester_id, tests_required)
);
create index on programs.tester_equity_vesting (tester_id, vested_at desc);
create index on programs.tester_equity_vesting (created_at desc);
comment on table programs.tester_equity_vesting is 'A step of the vesting that a tester reached, written once, in the transaction of the test that reached it.';
comment on column programs.tester_equity_vesting.vested_share is 'Of the grant, with all steps before: 0.5 is half of it.';
comment on column programs.tester_equity_vesting.equity_percent is 'The same in percent of the platform.';

create view programs.applications with (security_invoker = true) as
  select id, 'early_adopter' as program, tier, status, email, contact_name as name, company_name as organisation, company_id, null::uuid as tester_id, user_id,
    priority_score, score_parts, review_notes, decision_reason, reviewed_by, reviewed_at, reapply_after, created_at
  from programs.early_adopter_applications
  union all
  select id, 'founding_tester', tier, status, email, full_name, null, null, tester_id, user_id,
    priority_score, score_parts, review_notes, decision_reason, reviewed_by, reviewed_at, reapply_after, created_at
  from programs.founding_tester_applications;
comment on view programs.applications is 'What applications to both programs have in common.';

-- Applicants are strangers: their rows, scores and reviewers' notes are for administrators. Who joined sees their own spot.
select platform.protect_operator_rows(name::regclass)
from unnest(array['programs.application_drafts', 'programs.early_adopter_applications', 'programs.founding_tester_applications', 'programs.discount_codes']) name;
select platform.protect('programs.early_adopter_companies', platform.own_company(), '(select platform.sees_everything())');
select platform.protect(name::regclass, '(select platform.sees_everything()) or tester_id = (select platform.current_tester())', '(select platform.sees_everything())')
from unnest(array['programs.founding_testers', 'programs.tester_equity_vesting']) name;
select platform.refers_to_users('programs.early_adopter_applications', 'user_id', 'reviewed_by');
select platform.refers_to_users('programs.founding_tester_applications', 'user_id', 'reviewed_by');
select platform.refers_to_users('programs.discount_codes', 'redeemed_by');
select platform.keep_updated_at();

-- ── what everybody may know, and what is asked in transactions of others ─────────────────────────────────────────────

create function programs.spots_taken(out tier text, out taken bigint) returns setof record language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
begin
  perform set_config('hitlai.role', 'system', true);
  return query
    select c.tier, count(*) from programs.early_adopter_companies c where c.status in ('invited', 'active') group by c.tier
    union all
    select t.tier, count(*) from programs.founding_testers t where t.status in ('invited', 'active') group by t.tier;
  perform set_config('hitlai.role', coalesce(asker, ''), true);
end $$;
comment on function programs.spots_taken() is 'Spots that are held, by tier; tiers without any are left out. The numbers are public.';

create function programs.discount_of(company uuid) returns numeric language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
  promised numeric;
begin
  perform set_config('hitlai.role', 'system', true);
  select c.discount into promised from programs.early_adopter_companies c where c.company_id = company and c.status = 'active';
  perform set_config('hitlai.role', coalesce(asker, ''), true);
  return coalesce(promised, 0);
end $$;
comment on function programs.discount_of(uuid) is 'The discount that a company was promised; 0 without a program.';

create function programs.terms_of(tester uuid, out tier text, out revenue_share numeric, out share_until timestamptz, out training_bonus numeric)
language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
begin
  perform set_config('hitlai.role', 'system', true);
  select t.tier, t.revenue_share, t.share_until, t.training_bonus_usd into tier, revenue_share, share_until, training_bonus
    from programs.founding_testers t where t.tester_id = tester and t.status = 'active';
  perform set_config('hitlai.role', coalesce(asker, ''), true);
end $$;
comment on function programs.terms_of(uuid) is 'What a tester was promised; nulls without a program.';

create function programs.count_completed(company uuid, at timestamptz, out membership uuid, out met boolean) language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
begin
  perform set_config('hitlai.role', 'system', true);
  -- INVARIANT: the row is locked until the test is completed, so that each test counts and one of them meets the commitment.
  update programs.early_adopter_companies c set
      tests_completed = c.tests_completed + 1,
      commitment_status = case when c.tests_completed + 1 >= c.commitment_tests then 'met' else 'open' end,
      commitment_met_at = case when c.tests_completed + 1 >= c.commitment_tests then at end
    where c.company_id = company and c.status = 'active' and c.commitment_status = 'open' and at <= c.commitment_due_at
    returning c.id, c.commitment_status = 'met' into membership, met;
  perform set_config('hitlai.role', coalesce(asker, ''), true);
end $$;
comment on function programs.count_completed(uuid, timestamptz) is 'Counts a completed test for the commitment of its company; nulls when there is none open.';

-- Who of whose tests went into training is looked for when bonuses are paid.
create index on training.human_corrections (tester_id, test_run_id) where used_for_training;
