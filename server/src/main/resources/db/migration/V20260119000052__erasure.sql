-- The end of an account and of a company: announced, can be called off for a while, then done by a job.

alter table identity.users add column erasure_due_at timestamptz;
alter table identity.users add column erased_at timestamptz;
create index on identity.users (erasure_due_at) where erasure_due_at is not null;
comment on column identity.users.erasure_due_at is 'When the account is erased, unless its person calls it off; null when nobody asked for it or it is done.';
comment on column identity.users.erased_at is 'Since when nothing of this row says who it was; what others did with the person stays.';

alter table identity.companies add column closes_at timestamptz;
alter table identity.companies add column closed_at timestamptz;
create index on identity.companies (closes_at) where closes_at is not null;
comment on column identity.companies.closes_at is 'When the company is closed, unless an owner calls it off; null when nobody asked for it or it is done.';
comment on column identity.companies.closed_at is 'Since when nobody works in the company any more; its history stays.';
