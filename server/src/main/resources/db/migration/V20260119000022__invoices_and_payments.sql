-- What companies are asked to pay, and what they paid.

create table billing.invoice_counters (
  id uuid primary key default uuidv7(),
  year int not null unique check (year between 2020 and 9999),
  last_number int not null check (last_number > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on billing.invoice_counters (created_at desc);
comment on table billing.invoice_counters is 'The last invoice number of a year. Taken in the transaction that writes the invoice, so that numbers have no gaps.';

create table billing.invoices (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete restrict,
  number text not null unique,
  period_start date not null,
  total_usd numeric(12,4) not null check (total_usd > 0 and total_usd = round(total_usd, 2)),
  credit_applied_usd numeric(12,4) not null default 0 check (credit_applied_usd >= 0 and credit_applied_usd <= total_usd),
  status text not null default 'open' check (status in ('open', 'paid')),
  issued_at timestamptz not null,
  due_at timestamptz not null,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'paid') = (paid_at is not null)),
  unique (company_id, period_start),
  unique (id, company_id)
);
create index on billing.invoices (company_id, issued_at desc);
create index on billing.invoices (due_at) where status = 'open';
create index on billing.invoices (created_at desc);
comment on table billing.invoices is 'What a company is asked to pay for a month (UTC).';
comment on column billing.invoices.credit_applied_usd is 'Paid beforehand: what the company had in credit when the invoice was written.';

create table billing.invoice_lines (
  id uuid primary key default uuidv7(),
  invoice_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete restrict,
  transaction_id uuid not null unique references billing.ledger_transactions (id) on delete restrict,
  description text not null,
  amount_usd numeric(12,4) not null check (amount_usd <> 0),
  charged_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (invoice_id, company_id) references billing.invoices (id, company_id) on delete restrict
);
create index on billing.invoice_lines (invoice_id, company_id);
create index on billing.invoice_lines (company_id);
create index on billing.invoice_lines (created_at desc);
comment on table billing.invoice_lines is 'One charge, or one that was taken back (below zero), on the one invoice that it stands on.';

create table billing.payments (
  id uuid primary key default uuidv7(),
  company_id uuid not null references identity.companies (id) on delete restrict,
  purpose text not null check (purpose in ('top_up', 'invoice')),
  invoice_id uuid references billing.invoices (id) on delete restrict,
  amount_usd numeric(12,4) not null check (amount_usd > 0 and amount_usd = round(amount_usd, 2)),
  provider text not null check (provider in ('bank_transfer', 'stripe')),
  status text not null default 'pending' check (status in ('pending', 'paid', 'failed')),
  provider_reference text,
  pay_url text,
  created_by uuid,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((purpose = 'invoice') = (invoice_id is not null)),
  check ((status = 'paid') = (paid_at is not null))
);
create index on billing.payments (company_id, created_at desc);
create index on billing.payments (invoice_id);
create index on billing.payments (created_by);
create index on billing.payments (created_at desc) where status = 'pending';
create index on billing.payments (created_at desc);
comment on table billing.payments is 'One way in which a company set out to pay an invoice or to top up its credit, and whether the money came.';
comment on column billing.payments.provider_reference is 'What the provider calls it: the id of a checkout session, or the words for a bank transfer.';

create table billing.payment_events (
  id uuid primary key default uuidv7(),
  provider text not null check (provider in ('stripe')),
  event_id text not null check (length(event_id) between 1 and 255),
  event_type text not null,
  payment_id uuid references billing.payments (id) on delete restrict,
  outcome text not null check (outcome in ('applied', 'ignored', 'refused')),
  note text,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (provider, event_id)
);
create index on billing.payment_events (payment_id);
create index on billing.payment_events (created_at desc);
comment on table billing.payment_events is 'What a payment provider told us, once for each event, and what came of it.';

select platform.protect_operator_rows('billing.invoice_counters');
select platform.protect_operator_rows('billing.payment_events');
select platform.protect_company_rows('billing.payments');
select platform.protect('billing.invoices', platform.own_company(), '(select platform.sees_everything())');
select platform.protect('billing.invoice_lines', platform.own_company(), '(select platform.sees_everything())');
select platform.refers_to_users('billing.payments', 'created_by');
select platform.keep_updated_at();
