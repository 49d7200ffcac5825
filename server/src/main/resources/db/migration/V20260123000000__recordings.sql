-- Recordings: which batches came, what goes beyond the twelve kinds of events, keys of runs, what a company wants recorded,
-- and what is concluded when a session is over.
set local search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, platform, public;

-- Where the rows of a session are. One row a session for as long as a batch of it may still come, so that an id is used once on the platform.
create table recording.session_places (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  session_created_at timestamptz not null,
  forgotten_at timestamptz,
  created_at timestamptz not null default now()
);
create index on recording.session_places (company_id, created_at desc);
create index on recording.session_places (session_created_at);
create index on recording.session_places (created_at desc);
select platform.protect_company_rows('recording.session_places');
comment on table recording.session_places is 'In which partition a session lies, and that somebody had it forgotten: later batches are refused.';

create table recording.recording_batches (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  sequence int not null check (sequence >= 0),
  company_id uuid not null references identity.companies (id) on delete cascade,
  recording_session_created_at timestamptz not null,
  test_run_id uuid,
  page_performance_id uuid not null,
  hash int not null,
  first_event_ms bigint not null check (first_event_ms >= 0),
  last_event_ms bigint not null check (last_event_ms >= first_event_ms),
  skew_ms bigint not null default 0,
  event_count int not null check (event_count >= 0),
  click_count int not null default 0 check (click_count >= 0),
  error_count int not null default 0 check (error_count >= 0),
  lost_count int not null default 0 check (lost_count >= 0),
  size_bytes int not null check (size_bytes >= 0),
  has_snapshot boolean not null default false,
  body bytea,
  storage_key text,
  storage_offset bigint check (storage_offset >= 0),
  storage_bytes int check (storage_bytes >= 0),
  created_at timestamptz not null default now(),
  primary key (recording_session_id, sequence),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade,
  foreign key (recording_session_id, recording_session_created_at) references recording.recording_sessions (id, created_at) on delete cascade
);
-- What was packed once isn't worth packing again.
alter table recording.recording_batches alter column body set storage external;
create index on recording.recording_batches (recording_session_created_at);
create index on recording.recording_batches (company_id);
create index on recording.recording_batches (test_run_id, company_id) where test_run_id is not null;
create index on recording.recording_batches (created_at desc);
select platform.protect_run_rows('recording.recording_batches');
comment on table recording.recording_batches is 'Each batch that was stored, once; with its part of the replay and where in time that lies.';
comment on column recording.recording_batches.body is 'The batch as gzip while its session is young; then it lies in the artifact store at storage_key.';

create table recording.page_moments (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  kind text not null check (kind in ('effect', 'viewport', 'loss', 'layout_shift', 'deed')),
  number int,
  detail int,
  amount numeric(12,4),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.page_moments (recording_session_id, timestamp_ms);
create index on recording.page_moments (company_id, created_at desc);
create index on recording.page_moments (test_run_id, company_id) where test_run_id is not null;
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.page_moments', 'day', 'recordings');
select platform.protect_run_rows('recording.page_moments');
comment on table recording.page_moments is 'What happened on a page beside the twelve kinds of events: what a click caused, new window sizes, events left out, layout shifts, deeds such as pasting.';
comment on column recording.page_moments.number is 'effect and layout_shift: number of the click on its page view. loss: how many. deed: length. viewport: width.';
comment on column recording.page_moments.detail is 'effect: bits of what it caused. loss: reason. deed: which. viewport: height. layout_shift: distance from the pointer in pixels, 0 beneath it.';
comment on column recording.page_moments.amount is 'effect: milliseconds to the first one. layout_shift: score. viewport: pixel ratio.';

alter table recording.click_events
  add column click_number int check (click_number >= 0), add column flags int not null default 0, add column detail int,
  add column place_x int check (place_x between 0 and 1000), add column place_y int check (place_y between 0 and 1000);
comment on column recording.click_events.place_x is 'Where in its element, 0 to 1000; so that layouts of different width add up.';
comment on column recording.click_events.flags is 'Bits: 1 double click, 2 made by a script, 4 link, 8 control, 16 text field, 32 made for repeated pressing, 64 selected text, 128 disabled, 256 masked, 512 keyboard, 1024 no pointer moved there, 2048 touch, 4096 canvas, 8192 label, 16384 pointer cursor, 32768 frame.';
alter table recording.form_interactions add column flags int not null default 0, add column element_selector text;
alter table recording.mouse_movements add column scroll_x int, add column scroll_y int, add column touch boolean not null default false;
alter table recording.keyboard_events add column is_repeat boolean not null default false;
alter table recording.network_requests add column click_number int;
alter table recording.console_logs add column repeats int not null default 1 check (repeats >= 1);
alter table recording.javascript_errors add column origin text check (origin in ('error', 'rejection', 'resource'));
alter table recording.page_performance
  add column page_number int check (page_number >= 0), add column navigation_type text, add column referrer text,
  add column document_width int check (document_width >= 0), add column document_height int check (document_height >= 0),
  add column frustration_score numeric(5,4) check (frustration_score between 0 and 1);
comment on column recording.page_performance.created_at is 'The session''s: all page views of a session lie in its partition.';
create index on recording.recording_sessions (company_id, frustration_score desc) where frustration_score is not null;
create index on recording.recording_sessions (tester_id) where tester_id is not null;

create table recording.run_keys (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  test_run_id uuid not null,
  tester_id uuid references testers.human_testers (id) on delete cascade,
  key_sha256 bytea not null unique check (octet_length(key_sha256) = 32),
  host text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on recording.run_keys (company_id);
create index on recording.run_keys (test_run_id, company_id);
create index on recording.run_keys (tester_id);
create index on recording.run_keys (expires_at);
create index on recording.run_keys (created_at desc);
select platform.protect_run_rows('recording.run_keys');
comment on table recording.run_keys is 'A key that records one run: of an AI tester, or of a person who took it.';

create table recording.recording_settings (
  id uuid primary key default uuidv7(),
  company_id uuid not null unique references identity.companies (id) on delete cascade,
  enabled boolean not null default true,
  sample_rate numeric(5,4) not null default 1 check (sample_rate between 0 and 1),
  replay_rate numeric(5,4) not null default 1 check (replay_rate between 0 and 1),
  mask text not null default 'inputs' check (mask in ('inputs', 'all')),
  consent_required boolean not null default true,
  honour_do_not_track boolean not null default true,
  watched_elements text not null default '[data-hitlai-track]' check (length(watched_elements) <= 500),
  retention_days int not null default 30 check (retention_days between 1 and 365),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (replay_rate <= sample_rate)
);
create index on recording.recording_settings (created_at desc);
select platform.protect_company_rows('recording.recording_settings');
comment on table recording.recording_settings is 'What a company wants recorded of its visitors, and for how long it is kept.';

create table recording.session_signals (
  id uuid primary key default uuidv7(),
  recording_session_id uuid not null,
  recording_session_created_at timestamptz not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  kind text not null check (kind in ('rage_click', 'dead_click', 'error_click', 'hesitation', 'thrashing_cursor', 'excessive_scrolling',
    'form_abandonment', 'form_refill', 'backtrack', 'u_turn', 'slow_page', 'layout_shift', 'broken_link', 'error_after_action')),
  likely_cause text not null,
  explanation text not null,
  weight numeric(5,4) not null check (weight between 0 and 1),
  element_selector text,
  page_x int,
  page_y int,
  event_ids uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade,
  foreign key (recording_session_id, recording_session_created_at) references recording.recording_sessions (id, created_at) on delete cascade
);
create index on recording.session_signals (recording_session_id, timestamp_ms);
create index on recording.session_signals (recording_session_created_at);
create index on recording.session_signals (page_performance_id);
create index on recording.session_signals (company_id, kind, created_at desc);
create index on recording.session_signals (test_run_id, company_id) where test_run_id is not null;
create index on recording.session_signals (created_at desc);
select platform.protect_run_rows('recording.session_signals');
comment on table recording.session_signals is 'What a session tells of the people in it: where they were annoyed, lost or let down, and the events that say so.';

comment on column recording.page_moments.recording_session_id is 'recording_sessions(id), a partitioned table; plain and indexed';
comment on column recording.page_moments.page_performance_id is 'page_performance(id), a partitioned table; plain';
comment on column recording.recording_batches.page_performance_id is 'page_performance(id), a partitioned table; plain';
comment on column recording.session_signals.page_performance_id is 'page_performance(id), a partitioned table; plain and indexed';

-- Whether a pace is a person's is concluded from recordings.
alter table monitoring.velocity_analysis set schema recording;
alter table recording.velocity_analysis add column reasons jsonb not null default '[]', add column payout_held_at timestamptz, add column source text not null default 'visitor' check (source in ('visitor', 'tester', 'ai'));
comment on column recording.velocity_analysis.payout_held_at is 'When what the tester earned was kept back for it; once, so that whoever gives it back isn''t overruled.';
comment on column recording.velocity_analysis.reasons is 'What speaks for a program and how much: name, weight, sentence.';
create unique index on recording.velocity_analysis (session_id);

select platform.keep_updated_at();
