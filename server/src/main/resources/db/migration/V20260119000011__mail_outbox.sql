-- Mails on their way, written in the transaction of the fact they tell of.

create table notifications.email_outbox (
  id uuid primary key default uuidv7(),
  user_id uuid,
  kind text not null check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs', 'account')),
  event text not null,
  to_address citext not null check (length(to_address::text) between 3 and 320),
  to_name text not null default '',
  subject text not null check (length(subject) between 1 and 300),
  body_text text not null,
  body_html text not null,
  unsubscribe_url text,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'dead')),
  attempts int not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null default now(),
  claimed_until timestamptz,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on notifications.email_outbox (next_attempt_at) where status = 'waiting';
create index on notifications.email_outbox (status, created_at desc);
create index on notifications.email_outbox (user_id, created_at desc);
create index on notifications.email_outbox (to_address, created_at desc);
create index on notifications.email_outbox (created_at desc);
comment on table notifications.email_outbox is 'Mails: waiting to be sent, sent, or dead because they were refused too often.';
comment on column notifications.email_outbox.claimed_until is 'A server is sending it until then; after that another may try.';
comment on column notifications.email_outbox.body_text is 'Emptied once a mail about an account is sent, because its links work for whoever has them.';

create table notifications.email_unsubscriptions (
  id uuid primary key default uuidv7(),
  address citext not null check (length(address::text) between 3 and 320),
  kind text not null check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs')),
  created_at timestamptz not null default now(),
  unique (address, kind)
);
create index on notifications.email_unsubscriptions (created_at desc);
comment on table notifications.email_unsubscriptions is 'Addresses without an account that want no more mail of a kind; people with an account have preferences.';

select platform.protect_operator_rows('notifications.email_outbox');
select platform.protect_operator_rows('notifications.email_unsubscriptions');
select platform.refers_to_users('notifications.email_outbox', 'user_id');
select platform.keep_updated_at();
