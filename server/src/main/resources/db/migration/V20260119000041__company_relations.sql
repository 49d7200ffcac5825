-- What the later milestones open between a company and us: a person of ours, messages, a partnership.

create table unlock.account_managers (
  id uuid primary key default uuidv7(),
  company_id uuid not null unique references identity.companies (id) on delete cascade,
  user_id uuid not null,
  display_name text not null check (length(display_name) between 1 and 200),
  email citext not null,
  introduction text not null default '' check (length(introduction) <= 1000),
  assigned_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on unlock.account_managers (user_id);
create index on unlock.account_managers (assigned_by);
create index on unlock.account_managers (created_at desc);
comment on table unlock.account_managers is 'The person of ours who looks after a company.';
comment on column unlock.account_managers.display_name is 'As the company reads it; kept here because a company does not see accounts of others.';

create table unlock.conversations (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  topic text not null check (topic in ('support', 'account_manager')),
  subject text not null check (length(subject) between 1 and 200),
  is_priority boolean not null default false,
  status text not null default 'open' check (status in ('open', 'answered', 'closed')),
  last_message_at timestamptz not null default now(),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, company_id)
);
create index on unlock.conversations (company_id, topic, last_message_at desc);
create index on unlock.conversations (status, is_priority desc, last_message_at);
create index on unlock.conversations (last_message_at desc);
create index on unlock.conversations (created_by);
create index on unlock.conversations (created_at desc);
comment on table unlock.conversations is 'Messages between a company and us about one subject.';
comment on column unlock.conversations.is_priority is 'The company had priority support when it wrote; answered before the others.';

create table unlock.messages (
  id uuid primary key default uuidv7(),
  conversation_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete cascade,
  author_id uuid,
  author_name text not null,
  from_company boolean not null,
  body text not null check (length(body) between 1 and 5000),
  created_at timestamptz not null default now(),
  foreign key (conversation_id, company_id) references unlock.conversations (id, company_id) on delete cascade
);
create index on unlock.messages (conversation_id, company_id, created_at);
create index on unlock.messages (company_id, created_at desc);
create index on unlock.messages (author_id);
create index on unlock.messages (created_at desc);
comment on table unlock.messages is 'One message of a conversation.';

create table unlock.roadmap_items (
  id uuid primary key default uuidv7(),
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 2000),
  status text not null default 'considered' check (status in ('considered', 'planned', 'in_progress', 'shipped', 'dropped')),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on unlock.roadmap_items (status, created_at desc);
create index on unlock.roadmap_items (created_by);
create index on unlock.roadmap_items (created_at desc);
comment on table unlock.roadmap_items is 'Something we may build, for partners to vote on.';

create table unlock.roadmap_votes (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  roadmap_item_id uuid not null references unlock.roadmap_items (id) on delete cascade,
  voted_by uuid,
  created_at timestamptz not null default now(),
  unique (company_id, roadmap_item_id)
);
create index on unlock.roadmap_votes (roadmap_item_id);
create index on unlock.roadmap_votes (voted_by);
create index on unlock.roadmap_votes (created_at desc);
comment on table unlock.roadmap_votes is 'A partner wants an item; one vote a company.';

create table unlock.development_requests (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete cascade,
  title text not null check (length(title) between 1 and 200),
  description text not null check (length(description) between 1 and 5000),
  status text not null default 'proposed' check (status in ('proposed', 'accepted', 'in_progress', 'delivered', 'declined')),
  answer text check (length(answer) <= 2000),
  created_by uuid,
  answered_by uuid,
  answered_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on unlock.development_requests (company_id, created_at desc);
create index on unlock.development_requests (status, created_at);
create index on unlock.development_requests (created_by);
create index on unlock.development_requests (answered_by);
create index on unlock.development_requests (answered_at);
create index on unlock.development_requests (created_at desc);
comment on table unlock.development_requests is 'Something a partner asks to develop together with us.';

create function unlock.roadmap_votes_of(item uuid) returns bigint language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
  votes bigint;
begin
  perform set_config('hitlai.role', 'system', true);
  select count(*) into votes from unlock.roadmap_votes where roadmap_item_id = item;
  perform set_config('hitlai.role', coalesce(asker, ''), true);
  return votes;
end $$;
comment on function unlock.roadmap_votes_of(uuid) is 'How many partners want an item; whose votes they are stays with them.';

select platform.protect('unlock.account_managers', platform.own_company(), '(select platform.sees_everything())');
select platform.protect_company_rows('unlock.conversations');
select platform.protect_company_rows('unlock.messages');
select platform.protect('unlock.roadmap_items', 'true', '(select platform.sees_everything())');
select platform.protect_company_rows('unlock.roadmap_votes');
select platform.protect_company_rows('unlock.development_requests');
select platform.refers_to_users('unlock.account_managers', 'user_id', 'assigned_by');
select platform.refers_to_users('unlock.conversations', 'created_by');
select platform.refers_to_users('unlock.messages', 'author_id');
select platform.refers_to_users('unlock.roadmap_items', 'created_by');
select platform.refers_to_users('unlock.roadmap_votes', 'voted_by');
select platform.refers_to_users('unlock.development_requests', 'created_by', 'answered_by');
select platform.keep_updated_at();
