-- People on tests: offers, work in progress, verdicts on the AI's findings, disputes.

alter table testing.test_runs
  add column required_testers int not null default 0 check (required_testers between 0 and 1000);
comment on column testing.test_runs.required_testers is 'How many people have to hand in a test before the run is complete; a company may go without those that nobody took.';

alter table testing.human_test_assignments
  add column kind text not null default 'test' check (kind in ('test', 'review')),
  add column expires_at timestamptz,
  add column outcome text check (outcome in ('done', 'gave_up', 'failed')),
  add column sentiment_score numeric(5,4) check (sentiment_score between 0 and 1),
  add column own_findings_at timestamptz,
  add column rating_counts boolean not null default true;
create index on testing.human_test_assignments (expires_at) where status = 'offered';
create index on testing.human_test_assignments (test_run_id, kind) where status in ('offered', 'accepted', 'in_progress', 'submitted');
create index on testing.human_test_assignments (tester_id, submitted_at desc) where status = 'submitted';
comment on column testing.human_test_assignments.kind is 'test: carry the mission out; review: decide, uninvolved, where others disagree or an expert is needed.';
comment on column testing.human_test_assignments.expires_at is 'Until when an offer can be accepted.';
comment on column testing.human_test_assignments.own_findings_at is 'When the tester closed the list of own findings; the AI''s findings are shown from then on.';
comment on column testing.human_test_assignments.rating_counts is 'False when an administrator annulled the company''s rating for this tester.';

create table testing.assignment_drafts (
  id uuid primary key default uuidv7(),
  assignment_id uuid not null unique references testing.human_test_assignments (id) on delete cascade,
  tester_id uuid not null references testers.human_testers (id) on delete cascade,
  version int not null default 1 check (version >= 1),
  content jsonb not null,
  saved_by text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on testing.assignment_drafts (tester_id);
create index on testing.assignment_drafts (created_at desc);
comment on table testing.assignment_drafts is 'A report that a tester is writing; goes when it is handed in.';
comment on column testing.assignment_drafts.saved_by is 'The tab that saved last; its own later saves overwrite nobody.';
comment on column testing.assignment_drafts.version is 'Grows with each save, so that a second tab hears that the first one saved meanwhile.';

create table testing.finding_verdicts (
  id uuid primary key default uuidv7(),
  assignment_id uuid not null references testing.human_test_assignments (id) on delete cascade,
  issue_id uuid not null,
  test_run_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  tester_id uuid references testers.human_testers (id) on delete set null,
  verdict text not null check (verdict in ('approve', 'false_positive', 'severity_adjustment', 'wording_improvement', 'duplicate', 'hallucination')),
  severity text check (severity in ('low', 'medium', 'high', 'critical')),
  wording text,
  reasoning text not null,
  by_expert boolean not null default false,
  created_at timestamptz not null default now(),
  unique (assignment_id, issue_id),
  check ((verdict = 'severity_adjustment') = (severity is not null)),
  check ((verdict = 'wording_improvement') = (wording is not null)),
  foreign key (issue_id, company_id) references testing.issues (id, company_id) on delete cascade,
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on testing.finding_verdicts (issue_id, company_id);
create index on testing.finding_verdicts (test_run_id, company_id);
create index on testing.finding_verdicts (company_id, created_at desc);
create index on testing.finding_verdicts (tester_id, created_at desc);
create index on testing.finding_verdicts (created_at desc);
comment on table testing.finding_verdicts is 'What one tester says of one finding of the AI.';
comment on column testing.finding_verdicts.wording is 'The better description, when that is what was wrong.';

create table testing.disputes (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('disagreement', 'expert_review', 'verdict', 'rating')),
  status text not null default 'open' check (status in ('open', 'resolved')),
  test_run_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  issue_id uuid,
  assignment_id uuid references testing.human_test_assignments (id) on delete cascade,
  raised_by uuid,
  raised_as text not null check (raised_as in ('platform', 'tester', 'company')),
  reason text not null check (length(reason) between 1 and 5000),
  outcome text check (outcome in ('confirmed', 'corrected', 'false_positive', 'duplicate', 'upheld', 'annulled')),
  severity text check (severity in ('low', 'medium', 'high', 'critical')),
  resolution text,
  resolved_by uuid,
  resolved_as text check (resolved_as in ('tester', 'admin', 'company')),
  resolved_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'resolved') = (resolved_at is not null)),
  check ((status = 'resolved') = (outcome is not null)),
  check ((kind = 'rating') = (issue_id is null)),
  foreign key (issue_id, company_id) references testing.issues (id, company_id) on delete cascade,
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create unique index on testing.disputes (issue_id) where status = 'open' and issue_id is not null;
create unique index on testing.disputes (assignment_id) where status = 'open' and kind = 'rating';
create index on testing.disputes (issue_id, company_id);
create index on testing.disputes (test_run_id, company_id);
create index on testing.disputes (company_id, created_at desc);
create index on testing.disputes (assignment_id);
create index on testing.disputes (raised_by);
create index on testing.disputes (resolved_by);
create index on testing.disputes (kind, created_at) where status = 'open';
create index on testing.disputes (created_at desc);
comment on table testing.disputes is 'Where people don''t agree, with each other or with a verdict or rating, and what somebody uninvolved decided.';

alter table testers.human_testers
  add column waiting_since timestamptz not null default now(),
  add column on_leaderboard boolean not null default true;
create index on testers.human_testers (waiting_since, id) where is_active and tester_category = 'human';
create index on testers.human_testers (tests_completed desc, id) where is_active and on_leaderboard and tester_category = 'human';
comment on column testers.human_testers.waiting_since is 'When the tester was last offered work, or joined; who waited longest is asked first.';
comment on column testers.human_testers.availability is 'maxOpen, days of the week, pausedUntil.';
select set_config('hitlai.role', 'system', true);
update testers.human_testers set waiting_since = created_at;

select platform.protect('testing.assignment_drafts',
  $p$tester_id = (select platform.current_tester()) or (select platform.sees_everything())$p$,
  $p$tester_id = (select platform.current_tester()) or (select platform.sees_everything())$p$);
select platform.protect_run_rows('testing.finding_verdicts');
select platform.protect_run_rows('testing.disputes');
select platform.refers_to_users('testing.disputes', 'raised_by', 'resolved_by');
select platform.keep_updated_at();
