-- Session recording: what happened in the browsers of the sites under test.
-- All tables are partitioned by day. Rows arrive in bulk, so an event refers to its session and page view by plain indexed
-- columns; only the page view itself, one row a page, is tied to its session.
set local search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, platform, public;

create table recording.recording_sessions (
  id uuid not null default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  test_run_id uuid,
  tester_id uuid references testers.human_testers (id) on delete set null,
  source text not null check (source in ('visitor', 'tester', 'ai')),
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  url text,
  user_agent text,
  device_type text check (device_type in ('desktop', 'tablet', 'mobile', 'other')),
  device jsonb not null default '{}',
  viewport_width int check (viewport_width >= 0),
  viewport_height int check (viewport_height >= 0),
  device_pixel_ratio numeric(5,2) check (device_pixel_ratio > 0),
  started_at timestamptz not null,
  last_event_at timestamptz,
  ended_at timestamptz,
  page_count int not null default 0 check (page_count >= 0),
  event_count int not null default 0 check (event_count >= 0),
  click_count int not null default 0 check (click_count >= 0),
  error_count int not null default 0 check (error_count >= 0),
  batch_count int not null default 0 check (batch_count >= 0),
  last_sequence int check (last_sequence >= 0),
  size_bytes bigint not null default 0 check (size_bytes >= 0),
  frustration_score numeric(5,4) check (frustration_score between 0 and 1),
  replay_keys text[] not null default '{}',
  consent boolean not null default false,
  sampled boolean not null default true,
  analysed_at timestamptz,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.recording_sessions (company_id, created_at desc);
create index on recording.recording_sessions (test_run_id, company_id);
create index on recording.recording_sessions (tester_id, created_at desc);
create index on recording.recording_sessions (page_performance_id);
create index on recording.recording_sessions (company_id, device_type, created_at desc);
create index on recording.recording_sessions (last_event_at) where ended_at is null;
create index on recording.recording_sessions (ended_at) where ended_at is not null and analysed_at is null;
create index on recording.recording_sessions (created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group, drop_order) values ('recording.recording_sessions', 'day', 'recordings', 10);
comment on table recording.recording_sessions is 'One visit, tester''s run or AI run that was recorded.';
comment on column recording.recording_sessions.timestamp_ms is 'Start of the session in milliseconds since 1970, by the server''s clock.';
comment on column recording.recording_sessions.page_performance_id is 'The page view the session began with: page_performance(id), a partitioned table; plain and indexed.';
comment on column recording.recording_sessions.replay_keys is 'Storage keys of the replay''s chunks in order.';
comment on column recording.recording_sessions.sampled is 'False when only counts were kept.';

alter table monitoring.velocity_analysis
  add foreign key (session_id, session_created_at) references recording.recording_sessions (id, created_at) on delete set null (session_created_at);
comment on column monitoring.velocity_analysis.session_created_at is 'Time of the session; together with session_id it finds the partition. Null once the session has expired.';

create table recording.page_performance (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid generated always as (id) virtual,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  recording_session_created_at timestamptz,
  url text not null check (length(url) <= 4096),
  page_title text,
  dom_content_loaded_ms numeric(12,3) check (dom_content_loaded_ms >= 0),
  load_complete_ms numeric(12,3) check (load_complete_ms >= 0),
  first_paint_ms numeric(12,3) check (first_paint_ms >= 0),
  first_contentful_paint_ms numeric(12,3) check (first_contentful_paint_ms >= 0),
  largest_contentful_paint_ms numeric(12,3) check (largest_contentful_paint_ms >= 0),
  interaction_to_next_paint_ms numeric(12,3) check (interaction_to_next_paint_ms >= 0),
  cumulative_layout_shift numeric(8,5) check (cumulative_layout_shift >= 0),
  time_to_first_byte_ms numeric(12,3) check (time_to_first_byte_ms >= 0),
  time_to_interactive_ms numeric(12,3) check (time_to_interactive_ms >= 0),
  total_resources int check (total_resources >= 0),
  total_size_bytes bigint check (total_size_bytes >= 0),
  js_size_bytes bigint check (js_size_bytes >= 0),
  css_size_bytes bigint check (css_size_bytes >= 0),
  image_size_bytes bigint check (image_size_bytes >= 0),
  entered_at timestamptz not null,
  exited_at timestamptz,
  time_on_page_seconds numeric(12,3) check (time_on_page_seconds >= 0),
  visible_time_seconds numeric(12,3) check (visible_time_seconds >= 0),
  hidden_time_seconds numeric(12,3) check (hidden_time_seconds >= 0),
  exit_type text check (exit_type in ('navigation', 'close', 'refresh', 'timeout')),
  viewport_width int check (viewport_width >= 0),
  viewport_height int check (viewport_height >= 0),
  device_pixel_ratio numeric(5,2) check (device_pixel_ratio > 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade,
  foreign key (recording_session_id, recording_session_created_at) references recording.recording_sessions (id, created_at) on delete cascade
) partition by range (created_at);
create index on recording.page_performance (recording_session_id, timestamp_ms);
create index on recording.page_performance (recording_session_created_at);
create index on recording.page_performance (company_id, created_at desc);
create index on recording.page_performance (test_run_id, company_id) where test_run_id is not null;
create index on recording.page_performance (created_at desc);
create index on recording.page_performance (company_id, url, created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.page_performance', 'day', 'recordings');
comment on table recording.page_performance is 'One view of one page: its vitals and how long it was looked at.';
comment on column recording.page_performance.recording_session_created_at is 'Time of the session; together with recording_session_id it finds the partition.';
comment on column recording.page_performance.page_performance_id is 'The page view itself, so that all recording tables join alike.';

create table recording.scroll_events (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  scroll_x int not null,
  scroll_y int not null,
  scroll_depth_percent numeric(5,2) check (scroll_depth_percent between 0 and 100),
  viewport_height int check (viewport_height >= 0),
  document_height int check (document_height >= 0),
  time_since_page_load_ms bigint check (time_since_page_load_ms >= 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.scroll_events (recording_session_id, timestamp_ms);
create index on recording.scroll_events (page_performance_id);
create index on recording.scroll_events (company_id, created_at desc);
create index on recording.scroll_events (test_run_id, company_id) where test_run_id is not null;
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.scroll_events', 'day', 'recordings');
comment on table recording.scroll_events is 'One scroll position.';

create table recording.click_events (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  element_tag text,
  element_id text,
  element_class text,
  element_text text,
  element_selector text,
  click_x int,
  click_y int,
  viewport_x int,
  viewport_y int,
  button int not null default 0 check (button between 0 and 2),
  is_double_click boolean not null default false,
  is_dead_click boolean not null default false,
  time_since_page_load_ms bigint check (time_since_page_load_ms >= 0),
  time_since_last_click_ms bigint check (time_since_last_click_ms >= 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.click_events (recording_session_id, timestamp_ms);
create index on recording.click_events (page_performance_id);
create index on recording.click_events (company_id, created_at desc);
create index on recording.click_events (test_run_id, company_id) where test_run_id is not null;
create index on recording.click_events (company_id, created_at desc) where is_dead_click;
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.click_events', 'day', 'recordings');
comment on table recording.click_events is 'One click.';
comment on column recording.click_events.click_x is 'Position on the page in CSS pixels; viewport_x is the position in the window.';
comment on column recording.click_events.is_dead_click is 'The click caused nothing that a person could see.';

create table recording.form_interactions (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  form_id text,
  form_name text,
  form_action text,
  field_name text,
  field_type text,
  field_label text,
  interaction_type text not null check (interaction_type in ('focus', 'blur', 'input', 'change', 'submit')),
  field_value_length int check (field_value_length >= 0),
  is_valid boolean,
  validation_message text,
  time_in_field_ms bigint check (time_in_field_ms >= 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.form_interactions (recording_session_id, timestamp_ms);
create index on recording.form_interactions (page_performance_id);
create index on recording.form_interactions (company_id, created_at desc);
create index on recording.form_interactions (test_run_id, company_id) where test_run_id is not null;
create index on recording.form_interactions (company_id, interaction_type, created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.form_interactions', 'day', 'recordings');
comment on table recording.form_interactions is 'One thing that happened to a form field; never its value.';
comment on column recording.form_interactions.field_value_length is 'A length; the value itself is never recorded.';

create table recording.rage_click_incidents (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  click_count int not null check (click_count >= 3),
  time_span_ms bigint not null check (time_span_ms >= 0),
  element_tag text,
  element_id text,
  element_class text,
  element_text text,
  element_selector text,
  area_x int,
  area_y int,
  area_radius int check (area_radius >= 0),
  likely_cause text check (likely_cause in ('unresponsive_button', 'broken_link', 'slow_response', 'unclear_ui')),
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at >= started_at),
  click_event_ids uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.rage_click_incidents (recording_session_id, timestamp_ms);
create index on recording.rage_click_incidents (page_performance_id);
create index on recording.rage_click_incidents (company_id, created_at desc);
create index on recording.rage_click_incidents (test_run_id, company_id) where test_run_id is not null;
create index on recording.rage_click_incidents (created_at desc);
create index on recording.rage_click_incidents (company_id, likely_cause, created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.rage_click_incidents', 'day', 'recordings');
comment on table recording.rage_click_incidents is 'Several quick clicks on one place: somebody lost patience.';
comment on column recording.rage_click_incidents.click_event_ids is 'click_events(id) of the clicks it consists of.';

create table recording.mouse_movements (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  positions jsonb not null,
  total_distance_pixels numeric(14,2) check (total_distance_pixels >= 0),
  avg_speed numeric(14,4) check (avg_speed >= 0),
  max_speed numeric(14,4) check (max_speed >= 0),
  is_smooth boolean,
  has_hesitation boolean not null default false,
  hesitation_count int not null default 0 check (hesitation_count >= 0),
  started_at timestamptz,
  ended_at timestamptz,
  duration_ms bigint check (duration_ms >= 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.mouse_movements (recording_session_id, timestamp_ms);
create index on recording.mouse_movements (page_performance_id);
create index on recording.mouse_movements (company_id, created_at desc);
create index on recording.mouse_movements (test_run_id, company_id) where test_run_id is not null;
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.mouse_movements', 'day', 'recordings');
comment on table recording.mouse_movements is 'One stretch of pointer movement.';
comment on column recording.mouse_movements.positions is 'Sampled x, y and time.';
comment on column recording.mouse_movements.avg_speed is 'Pixels per second; max_speed likewise.';

create table recording.keyboard_events (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  event_type text not null check (event_type in ('keydown', 'keyup', 'keypress')),
  key_code text,
  key_name text,
  ctrl_key boolean not null default false,
  alt_key boolean not null default false,
  shift_key boolean not null default false,
  meta_key boolean not null default false,
  target_element text,
  is_in_form boolean not null default false,
  time_since_last_key_ms bigint check (time_since_last_key_ms >= 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.keyboard_events (recording_session_id, timestamp_ms);
create index on recording.keyboard_events (page_performance_id);
create index on recording.keyboard_events (company_id, created_at desc);
create index on recording.keyboard_events (test_run_id, company_id) where test_run_id is not null;
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.keyboard_events', 'day', 'recordings');
comment on table recording.keyboard_events is 'One key; printable ones only as a class.';
comment on column recording.keyboard_events.key_name is 'Navigation and control keys by name; every printable key is masked to its class.';

create table recording.visibility_changes (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  became_visible boolean not null,
  visibility_state text not null check (visibility_state in ('visible', 'hidden', 'prerender')),
  duration_visible_ms bigint check (duration_visible_ms >= 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.visibility_changes (recording_session_id, timestamp_ms);
create index on recording.visibility_changes (page_performance_id);
create index on recording.visibility_changes (company_id, created_at desc);
create index on recording.visibility_changes (test_run_id, company_id) where test_run_id is not null;
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.visibility_changes', 'day', 'recordings');
comment on table recording.visibility_changes is 'The page was hidden or shown.';

create table recording.network_requests (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  url text not null check (length(url) <= 4096),
  method text not null,
  request_type text,
  status_code int check (status_code between 0 and 599),
  response_size_bytes bigint check (response_size_bytes >= 0),
  started_at timestamptz,
  completed_at timestamptz,
  duration_ms numeric(12,3) check (duration_ms >= 0),
  dns_ms numeric(12,3) check (dns_ms >= 0),
  tcp_ms numeric(12,3) check (tcp_ms >= 0),
  tls_ms numeric(12,3) check (tls_ms >= 0),
  ttfb_ms numeric(12,3) check (ttfb_ms >= 0),
  download_ms numeric(12,3) check (download_ms >= 0),
  success boolean not null default true,
  error_message text,
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.network_requests (recording_session_id, timestamp_ms);
create index on recording.network_requests (page_performance_id);
create index on recording.network_requests (company_id, created_at desc);
create index on recording.network_requests (test_run_id, company_id) where test_run_id is not null;
create index on recording.network_requests (company_id, created_at desc) where not success;
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.network_requests', 'day', 'recordings');
comment on table recording.network_requests is 'One request the page made.';
comment on column recording.network_requests.url is 'Values of the query are redacted.';

create table recording.console_logs (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  log_level text not null check (log_level in ('debug', 'info', 'log', 'warn', 'error')),
  message text not null,
  source_file text,
  line_number int check (line_number >= 0),
  column_number int check (column_number >= 0),
  stack_trace text,
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.console_logs (recording_session_id, timestamp_ms);
create index on recording.console_logs (page_performance_id);
create index on recording.console_logs (company_id, created_at desc);
create index on recording.console_logs (test_run_id, company_id) where test_run_id is not null;
create index on recording.console_logs (company_id, created_at desc) where log_level = 'error';
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.console_logs', 'day', 'recordings');
comment on table recording.console_logs is 'One message on the console.';

create table recording.javascript_errors (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  error_message text not null,
  error_type text,
  source_file text,
  line_number int check (line_number >= 0),
  column_number int check (column_number >= 0),
  stack_trace text,
  user_agent text,
  url text,
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.javascript_errors (recording_session_id, timestamp_ms);
create index on recording.javascript_errors (page_performance_id);
create index on recording.javascript_errors (company_id, created_at desc);
create index on recording.javascript_errors (test_run_id, company_id) where test_run_id is not null;
create index on recording.javascript_errors (created_at desc);
create index on recording.javascript_errors (company_id, error_type, created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.javascript_errors', 'day', 'recordings');
comment on table recording.javascript_errors is 'One uncaught error.';

create table recording.element_visibility (
  id uuid not null default uuidv7(),
  recording_session_id uuid not null,
  test_run_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  page_performance_id uuid,
  timestamp_ms bigint not null check (timestamp_ms >= 0),
  element_selector text not null,
  element_text text,
  element_type text,
  became_visible boolean not null,
  visibility_percent numeric(5,2) check (visibility_percent between 0 and 100),
  element_x int,
  element_y int,
  element_width int check (element_width >= 0),
  element_height int check (element_height >= 0),
  time_visible_ms bigint check (time_visible_ms >= 0),
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
) partition by range (created_at);
create index on recording.element_visibility (recording_session_id, timestamp_ms);
create index on recording.element_visibility (page_performance_id);
create index on recording.element_visibility (company_id, created_at desc);
create index on recording.element_visibility (test_run_id, company_id) where test_run_id is not null;
create index on recording.element_visibility (company_id, element_selector, created_at desc);
insert into platform.partitioned_tables (table_name, step, retention_group) values ('recording.element_visibility', 'day', 'recordings');
comment on table recording.element_visibility is 'One element came into view or left it.';

do $$
declare
  name text;
begin
  foreach name in array array['page_performance', 'scroll_events', 'click_events', 'form_interactions', 'rage_click_incidents', 'mouse_movements', 'keyboard_events', 'visibility_changes', 'network_requests', 'console_logs', 'javascript_errors', 'element_visibility'] loop
    execute format('comment on column recording.%I.timestamp_ms is %L', name, 'Milliseconds since 1970, by the visitor''s clock corrected for its skew.');
    if name <> 'page_performance' then
      execute format('comment on column recording.%I.recording_session_id is %L', name, 'recording_sessions(id), a partitioned table; plain and indexed');
      execute format('comment on column recording.%I.page_performance_id is %L', name, 'page_performance(id), a partitioned table; plain and indexed');
    end if;
    perform platform.protect_run_rows(format('recording.%I', name)::regclass);
  end loop;
end $$;
select platform.protect_run_rows('recording.recording_sessions');
select platform.keep_updated_at();
