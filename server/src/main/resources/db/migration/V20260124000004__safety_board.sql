-- The safety board: who sits on it, what it is asked, how they vote; alignment by version and day.

alter table safety.ai_alignment_metrics
  add constraint ai_alignment_metrics_of_a_day unique (model_version, window_start);

create table safety.board_members (
  id uuid primary key default uuidv7(),
  user_id uuid not null unique,
  has_veto boolean not null default false,
  added_by uuid,
  left_at timestamptz,
  created_at timestamptz not null default now()
);
create index on safety.board_members (added_by);
create index on safety.board_members (created_at desc);
comment on table safety.board_members is 'Who votes on what AIs may do.';
comment on column safety.board_members.has_veto is 'A no of this member decides alone.';

create table safety.board_reviews (
  id uuid primary key default uuidv7(),
  milestone_id uuid not null references safety.agi_capability_milestones (id) on delete cascade,
  status text not null default 'open' check (status in ('open', 'approved', 'conditional', 'rejected', 'withdrawn')),
  checklist jsonb not null,
  asked_by uuid,
  decision_id uuid references safety.agi_safety_decisions (id) on delete set null,
  decided_at timestamptz,
  created_at timestamptz not null default now()
);
create index on safety.board_reviews (milestone_id, created_at desc);
create index on safety.board_reviews (asked_by);
create index on safety.board_reviews (decision_id);
create index on safety.board_reviews (created_at desc);
create unique index on safety.board_reviews (milestone_id) where status = 'open';
comment on table safety.board_reviews is 'A level that somebody asked for, with the evidence as it was found then.';

create table safety.board_votes (
  id uuid primary key default uuidv7(),
  review_id uuid not null references safety.board_reviews (id) on delete cascade,
  member_id uuid not null references safety.board_members (id) on delete cascade,
  vote text not null check (vote in ('approve', 'conditional', 'reject')),
  reasons text not null check (length(reasons) between 1 and 5000),
  condition text,
  created_at timestamptz not null default now(),
  unique (review_id, member_id),
  check ((vote = 'conditional') = (condition is not null))
);
create index on safety.board_votes (member_id);
create index on safety.board_votes (created_at desc);
comment on table safety.board_votes is 'One member''s vote with its reasons.';
comment on column safety.board_votes.condition is 'What has to hold; becomes a condition of the decision.';

select platform.protect_operator_rows('safety.board_members');
select platform.protect_operator_rows('safety.board_reviews');
select platform.protect_operator_rows('safety.board_votes');
select platform.refers_to_users('safety.board_members', 'user_id', 'added_by');
select platform.refers_to_users('safety.board_reviews', 'asked_by');
