-- How testers get their money, and who brought whom.

create table billing.payouts (
  id uuid primary key default uuidv7(),
  tester_id uuid not null references testers.human_testers (id) on delete restrict,
  amount_usd numeric(12,4) not null check (amount_usd > 0 and amount_usd = round(amount_usd, 2)),
  method text not null check (method in ('bank_transfer', 'paypal')),
  destination text not null check (length(destination) between 3 and 200),
  status text not null default 'requested' check (status in ('requested', 'approved', 'paid', 'rejected')),
  note text check (length(note) between 1 and 500),
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'paid') = (paid_at is not null)),
  check ((status = 'requested') = (decided_at is null))
);
create index on billing.payouts (tester_id, requested_at desc);
create index on billing.payouts (requested_at) where status in ('requested', 'approved');
create index on billing.payouts (decided_by);
create index on billing.payouts (created_at desc);
comment on table billing.payouts is 'A tester''s wish to be paid, and what became of it.';
comment on column billing.payouts.destination is 'Where the money goes: an IBAN or the e-mail address of a PayPal account.';

create table billing.tester_referrals (
  id uuid primary key default uuidv7(),
  tester_id uuid not null unique references testers.human_testers (id) on delete restrict,
  referrer_id uuid not null references testers.human_testers (id) on delete restrict,
  created_at timestamptz not null default now(),
  check (tester_id <> referrer_id)
);
create index on billing.tester_referrals (referrer_id);
create index on billing.tester_referrals (created_at desc);
comment on table billing.tester_referrals is 'Who brought a tester to us.';

select platform.protect('billing.payouts', '(select platform.sees_everything()) or tester_id = (select platform.current_tester())', '(select platform.sees_everything())');
create policy testers_ask on billing.payouts for insert with check (tester_id = (select platform.current_tester()) and status = 'requested');
select platform.protect('billing.tester_referrals', '(select platform.sees_everything()) or tester_id = (select platform.current_tester()) or referrer_id = (select platform.current_tester())', '(select platform.sees_everything())');
select platform.refers_to_users('billing.payouts', 'decided_by');
select platform.keep_updated_at();
