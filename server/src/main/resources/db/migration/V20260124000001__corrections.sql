-- Review of the AI's findings: what is looked at first, by whom, who agrees with whom, rankings.

alter table testing.issues
  add column calibrated_confidence numeric(5,4) check (calibrated_confidence between 0 and 1),
  add column calibrated_by text;
comment on column testing.issues.calibrated_confidence is 'How likely the finding is right by the model that was live when it was routed; the routes go by it.';
comment on column testing.issues.calibrated_by is 'The version of that model; null when the engine''s own confidence counted.';

create table training.ai_outputs (
  id uuid primary key default uuidv7(),
  issue_id uuid,
  test_run_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  fingerprint text not null,
  site text not null,
  facts jsonb not null,
  seen_by jsonb not null,
  embedding real[] not null,
  model_version text not null,
  confidence numeric(5,4) not null check (confidence between 0 and 1),
  calibrated numeric(5,4) not null check (calibrated between 0 and 1),
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  category text not null,
  uncertainty numeric(5,4) not null check (uncertainty between 0 and 1),
  novelty numeric(5,4) not null check (novelty between 0 and 1),
  exposure numeric(5,4) not null check (exposure between 0 and 1),
  priority numeric(5,4) not null check (priority between 0 and 1),
  wanted int not null default 1 check (wanted between 1 and 5),
  gold_verdict text check (gold_verdict in ('approve', 'false_positive', 'severity_adjustment', 'wording_improvement', 'hallucination', 'duplicate')),
  gold_by uuid,
  state text not null default 'open' check (state in ('open', 'adjudication', 'decided')),
  escalated_by uuid,
  escalation_reason text,
  held_by uuid,
  held_until timestamptz,
  label numeric(5,4) check (label between 0 and 1),
  right_severity text check (right_severity in ('low', 'medium', 'high', 'critical')),
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (test_run_id, fingerprint),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade,
  foreign key (issue_id, company_id) references testing.issues (id, company_id) on delete set null (issue_id)
);
create index on training.ai_outputs (test_run_id, company_id);
create index on training.ai_outputs (issue_id, company_id);
create index on training.ai_outputs (company_id, created_at desc);
create index on training.ai_outputs (priority desc, id) where state = 'open';
create index on training.ai_outputs (updated_at) where state = 'adjudication';
create index on training.ai_outputs (held_by);
create index on training.ai_outputs (escalated_by);
create index on training.ai_outputs (gold_by);
create index on training.ai_outputs (id) where gold_verdict is not null;
create index on training.ai_outputs (site, created_at desc);
create index on training.ai_outputs (category, created_at desc);
create index on training.ai_outputs (model_version, created_at desc);
create index on training.ai_outputs (created_at desc);
comment on table training.ai_outputs is 'A finding of an AI as it was routed: what reviewers are shown first and what models learn from.';
comment on column training.ai_outputs.embedding is 'Of title and description, 384 numbers of length 1.';
comment on column training.ai_outputs.priority is 'uncertainty × novelty × exposure, each at least a little.';
comment on column training.ai_outputs.wanted is 'How many reviewers look: one in ten findings is seen by two.';
comment on column training.ai_outputs.gold_verdict is 'A known answer, to see who looks closely; never told to reviewers.';
comment on column training.ai_outputs.label is 'How right it is by all who judged it, weighed by how reliable they are.';

alter table training.human_corrections
  add column origin text not null default 'test' check (origin in ('test', 'company', 'dispute', 'review', 'import')),
  add column before jsonb,
  add column on_gold boolean not null default false,
  add column seconds int check (seconds >= 0),
  add column quality_by uuid,
  add column duplicate_of uuid;
create index on training.human_corrections (quality_by);
create index on training.human_corrections (duplicate_of);
create index on training.human_corrections (corrected_by, created_at desc) where origin = 'review';
comment on column training.human_corrections.before is 'How the finding stood before this word changed it, so that it can be taken back; null when it changed nothing.';
comment on column training.human_corrections.on_gold is 'Whether the answer was known.';
comment on column training.human_corrections.seconds is 'How long the reviewer had it before them.';
comment on column training.human_corrections.duplicate_of is 'issues(id) that it says the same as.';

create table training.ai_output_rankings (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  test_run_id uuid not null,
  ranked uuid[] not null check (cardinality(ranked) between 2 and 4),
  reason text not null check (length(reason) between 1 and 2000),
  ranked_by uuid,
  used_for_training boolean not null default false,
  created_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on training.ai_output_rankings (test_run_id, company_id);
create index on training.ai_output_rankings (company_id, created_at desc);
create index on training.ai_output_rankings (ranked_by);
create index on training.ai_output_rankings (created_at desc);
comment on table training.ai_output_rankings is 'A person put two to four findings of one run in order, the most useful first.';
comment on column training.ai_output_rankings.ranked is 'ai_outputs(id), best first.';

create table training.reviewers (
  id uuid primary key default uuidv7(),
  user_id uuid not null unique,
  reviews int not null default 0 check (reviews >= 0),
  gold_right int not null default 0 check (gold_right >= 0),
  gold_seen int not null default 0 check (gold_seen >= 0),
  agreed int not null default 0 check (agreed >= 0),
  compared int not null default 0 check (compared >= 0),
  weight numeric(5,4) not null default 0.8 check (weight between 0 and 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on training.reviewers (created_at desc);
comment on table training.reviewers is 'How reliable a reviewer is: known answers and agreement with others.';
comment on column training.reviewers.weight is 'Chance that this person is right, shrunk towards 0.8; weighs their words.';

select platform.protect_company_rows('training.ai_outputs');
select platform.protect_company_rows('training.ai_output_rankings');
select platform.protect_operator_rows('training.reviewers');
select platform.refers_to_users('training.ai_outputs', 'gold_by', 'held_by', 'escalated_by');
select platform.refers_to_users('training.human_corrections', 'quality_by');
select platform.refers_to_users('training.ai_output_rankings', 'ranked_by');
select platform.refers_to_users('training.reviewers', 'user_id');
select platform.keep_updated_at();
