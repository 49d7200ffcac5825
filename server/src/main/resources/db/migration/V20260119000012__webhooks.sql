-- What companies' programs and their Slack channel are told.

create table notifications.webhook_endpoints (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  channel text not null default 'webhook' check (channel in ('webhook', 'slack')),
  url text not null check (length(url) between 1 and 2048),
  sealed_secret bytea not null,
  description text not null default '' check (length(description) <= 200),
  events text[] not null check (cardinality(events) > 0),
  is_active boolean not null default true,
  disabled_reason text,
  failing_since timestamptz,
  last_delivered_at timestamptz,
  claimed_until timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (is_active or disabled_reason is not null)
);
create index on notifications.webhook_endpoints (company_id, created_at desc);
create unique index on notifications.webhook_endpoints (company_id) where channel = 'slack';
create index on notifications.webhook_endpoints (company_id) where is_active;
create index on notifications.webhook_endpoints (created_by);
create index on notifications.webhook_endpoints (created_at desc);
comment on table notifications.webhook_endpoints is 'Where a company''s programs, or its Slack channel, hear of events.';
comment on column notifications.webhook_endpoints.url is 'Of a Slack channel only its beginning, to be shown: whoever has all of it can write there.';
comment on column notifications.webhook_endpoints.sealed_secret is 'Encrypted with the server''s key: the secret that signs deliveries, or the whole address of a Slack channel.';
comment on column notifications.webhook_endpoints.claimed_until is 'A server delivers to it until then: one delivery at a time, so that a receiver that hangs delays only itself.';
comment on column notifications.webhook_endpoints.failing_since is 'Since when no delivery got through; null while they do.';

create table notifications.webhook_deliveries (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  endpoint_id uuid not null references notifications.webhook_endpoints (id) on delete cascade,
  message_id text not null check (length(message_id) between 1 and 64),
  event text not null,
  body text not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  attempts int not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null default now(),
  last_attempt_at timestamptz,
  response_status int check (response_status between 100 and 599),
  response_excerpt text check (length(response_excerpt) <= 1000),
  error text,
  duration_ms int check (duration_ms >= 0),
  resent_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on notifications.webhook_deliveries (company_id, created_at desc);
create index on notifications.webhook_deliveries (endpoint_id, created_at desc);
create index on notifications.webhook_deliveries (endpoint_id, next_attempt_at) where status = 'waiting';
create index on notifications.webhook_deliveries (next_attempt_at) where status = 'waiting';
create index on notifications.webhook_deliveries (resent_by);
create index on notifications.webhook_deliveries (created_at desc);
comment on table notifications.webhook_deliveries is 'One event on its way to one receiver, and what the last attempt brought.';
comment on column notifications.webhook_deliveries.message_id is 'The same for all attempts and for what is sent again, so that receivers notice a repetition.';
comment on column notifications.webhook_deliveries.body is 'Exactly what is signed and sent.';

select platform.protect_company_rows('notifications.webhook_endpoints');
select platform.protect_company_rows('notifications.webhook_deliveries');
select platform.refers_to_users('notifications.webhook_endpoints', 'created_by');
select platform.refers_to_users('notifications.webhook_deliveries', 'resent_by');
select platform.keep_updated_at();
