-- What people are told in the app and by mail, and how they want to be told.

create table notifications.told_notices (
  id uuid primary key default uuidv7(),
  audience text not null check (length(audience) between 1 and 400),
  notice_key text not null check (length(notice_key) between 1 and 300),
  event text not null,
  created_at timestamptz not null default now(),
  unique (audience, notice_key)
);
create index on notifications.told_notices (created_at desc);
comment on table notifications.told_notices is 'Which fact was told to which audience, so that it is told once.';
comment on column notifications.told_notices.audience is 'Kind and name of the audience, such as company:<id>.';

create table notifications.notifications (
  id uuid primary key default uuidv7(),
  user_id uuid not null,
  kind text not null check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs', 'account')),
  event text not null,
  title text not null check (length(title) between 1 and 300),
  paragraphs text[] not null default '{}',
  action_label text,
  action_path text check (action_path ~ '^/'),
  read_at timestamptz,
  created_at timestamptz not null default now(),
  check ((action_label is null) = (action_path is null))
);
create index on notifications.notifications (user_id, created_at desc);
create index on notifications.notifications (user_id, kind, created_at desc);
create index on notifications.notifications (user_id) where read_at is null;
create index on notifications.notifications (created_at desc);
comment on table notifications.notifications is 'What a person reads behind the bell.';

create table notifications.notification_preferences (
  id uuid primary key default uuidv7(),
  user_id uuid not null,
  kind text not null check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs')),
  in_app boolean not null,
  mail text not null check (mail in ('now', 'digest', 'off')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, kind)
);
create index on notifications.notification_preferences (created_at desc);
comment on table notifications.notification_preferences is 'How a person wants to hear of a kind of notice; without a row as the kind is told by default. Notices about the account have no row: they are always told.';

create table notifications.digest_settings (
  id uuid primary key default uuidv7(),
  user_id uuid not null unique,
  hour int not null check (hour between 0 and 23),
  time_zone text not null check (length(time_zone) between 1 and 60),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on notifications.digest_settings (created_at desc);
comment on table notifications.digest_settings is 'When a person gets the daily mail: the hour in their time zone.';

create table notifications.digest_items (
  id uuid primary key default uuidv7(),
  user_id uuid not null,
  kind text not null check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs')),
  event text not null,
  title text not null,
  paragraphs text[] not null default '{}',
  action_label text,
  action_path text,
  due_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index on notifications.digest_items (user_id, due_at);
create index on notifications.digest_items (due_at);
create index on notifications.digest_items (created_at desc);
comment on table notifications.digest_items is 'What waits for a person''s next daily mail; gone when that is on its way.';

select platform.protect(target, mine, mine)
from (values
    ('notifications.notifications'::regclass),
    ('notifications.notification_preferences'::regclass),
    ('notifications.digest_settings'::regclass),
    ('notifications.digest_items'::regclass)) as t (target),
  (values ($p$(user_id = (select platform.current_person()) or (select platform.sees_everything()))$p$)) as p (mine);
select platform.protect_operator_rows('notifications.told_notices');

select platform.refers_to_users('notifications.notifications', 'user_id');
select platform.refers_to_users('notifications.notification_preferences', 'user_id');
select platform.refers_to_users('notifications.digest_settings', 'user_id');
select platform.refers_to_users('notifications.digest_items', 'user_id');
select platform.keep_updated_at();
