-- Training data: consent, examples with where they come from, batches, imports.

create table training.training_consents (
  id uuid primary key default uuidv7(),
  company_id uuid not null unique references identity.companies (id) on delete cascade,
  granted boolean not null,
  reviewed_by_others boolean not null default false,
  decided_by uuid,
  decided_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on training.training_consents (decided_by);
create index on training.training_consents (created_at desc);
comment on table training.training_consents is 'Whether a company lets models learn from its tests; without a row it does not.';
comment on column training.training_consents.reviewed_by_others is 'Whether testers who are on none of its tests may judge its findings.';

create table training.training_batches (
  id uuid primary key default uuidv7(),
  name text not null check (length(name) between 1 and 200),
  company_id uuid references identity.companies (id) on delete cascade,
  min_quality numeric(5,2) not null check (min_quality between 0 and 100),
  verified_only boolean not null,
  examples int not null check (examples >= 0),
  training_examples int not null check (training_examples >= 0),
  evaluation_examples int not null check (evaluation_examples >= 0),
  data_hash text not null,
  card jsonb not null,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index on training.training_batches (company_id, created_at desc);
create index on training.training_batches (created_by);
create index on training.training_batches (created_at desc);
comment on table training.training_batches is 'Examples that were put together and do not change any more.';

create table training.ai_training_data (
  id uuid primary key default uuidv7(),
  company_id uuid references identity.companies (id) on delete cascade,
  output_id uuid references training.ai_outputs (id) on delete cascade,
  import_id uuid,
  source text not null check (source in ('run', 'import')),
  site text not null,
  split text not null check (split in ('train', 'evaluation')),
  prompt text not null,
  completion text not null,
  rejected text,
  label numeric(5,4) check (label between 0 and 1),
  reward numeric(6,4),
  severity text check (severity in ('low', 'medium', 'high', 'critical')),
  completeness numeric(5,2) not null check (completeness between 0 and 100),
  clarity numeric(5,2) not null check (clarity between 0 and 100),
  evidence numeric(5,2) not null check (evidence between 0 and 100),
  reproducible boolean not null,
  human_verified boolean not null default false,
  verified_by uuid,
  verified_at timestamptz,
  redactions int not null default 0 check (redactions >= 0),
  included boolean not null,
  excluded_because text[] not null default '{}',
  content_hash text not null,
  duplicate_of uuid,
  said_by uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index on training.ai_training_data (output_id) where output_id is not null;
create index on training.ai_training_data (company_id, created_at desc);
create index on training.ai_training_data (import_id);
create index on training.ai_training_data (verified_by);
create index on training.ai_training_data (site, split);
create index on training.ai_training_data (content_hash);
create index on training.ai_training_data (duplicate_of);
create index on training.ai_training_data (created_at) where not human_verified;
create index on training.ai_training_data (created_at desc);
create index on training.ai_training_data using gin (said_by);
comment on table training.ai_training_data is 'One example, with where it comes from and why it may be used or not.';
comment on column training.ai_training_data.said_by is 'references users(id) in application logic: whose words it rests on.';

create table training.batch_examples (
  id uuid primary key default uuidv7(),
  batch_id uuid not null references training.training_batches (id) on delete cascade,
  example_id uuid not null references training.ai_training_data (id) on delete cascade,
  company_id uuid references identity.companies (id) on delete cascade,
  created_at timestamptz not null default now(),
  unique (batch_id, example_id)
);
create index on training.batch_examples (example_id);
create index on training.batch_examples (company_id, created_at desc);
create index on training.batch_examples (created_at desc);
comment on table training.batch_examples is 'Which examples a batch holds; an erased one leaves it.';

create table training.training_imports (
  id uuid primary key default uuidv7(),
  file_name text not null check (length(file_name) between 1 and 300),
  format text not null check (format in ('csv', 'jsonl', 'label_studio')),
  accepted int not null check (accepted >= 0),
  refused int not null check (refused >= 0),
  problems jsonb not null default '[]',
  imported_by uuid,
  created_at timestamptz not null default now()
);
create index on training.training_imports (imported_by);
create index on training.training_imports (created_at desc);
comment on table training.training_imports is 'A file of corrections from elsewhere, with the line and reason of each that was refused.';

alter table training.ai_training_data
  add foreign key (import_id) references training.training_imports (id) on delete cascade;
alter table training.training_jobs
  add foreign key (batch_id) references training.training_batches (id) on delete set null;
alter table training.human_corrections
  add foreign key (training_batch_id) references training.training_batches (id) on delete set null;

select platform.protect_company_rows('training.training_consents');
select platform.protect('training.training_batches', platform.own_company(), '(select platform.sees_everything())');
select platform.protect('training.ai_training_data', platform.own_company(), '(select platform.sees_everything())');
select platform.protect('training.batch_examples', platform.own_company(), '(select platform.sees_everything())');
select platform.protect_operator_rows('training.training_imports');
select platform.refers_to_users('training.training_consents', 'decided_by');
select platform.refers_to_users('training.training_batches', 'created_by');
select platform.refers_to_users('training.ai_training_data', 'verified_by', 'said_by');
select platform.refers_to_users('training.training_imports', 'imported_by');
select platform.keep_updated_at();
comment on column training.ai_training_data.duplicate_of is 'ai_training_data(id) of the one that says almost the same.';
