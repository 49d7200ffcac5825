-- Money that goes back: refunds of payments, credit notes on invoices; payments of a part.

alter table billing.ledger_accounts drop constraint ledger_accounts_kind_check;
alter table billing.ledger_accounts add constraint ledger_accounts_kind_check
  check (kind in ('company', 'tester_payable', 'tester_held', 'tester_payout', 'platform_revenue', 'tester_cost', 'training_bonuses', 'bonuses', 'credits_granted', 'refunds_due', 'cash'));
alter table billing.ledger_transactions drop constraint ledger_transactions_kind_check;
alter table billing.ledger_transactions add constraint ledger_transactions_kind_check
  check (kind in ('charge', 'charge_reversal', 'payment', 'top_up', 'credit', 'credit_note', 'refund', 'refund_paid', 'refund_failed', 'earning', 'training_bonus', 'bonus', 'hold', 'release', 'forfeit', 'payout_requested', 'payout_paid', 'payout_rejected'));

select set_config('hitlai.role', 'system', true);
insert into billing.ledger_accounts (kind) values ('refunds_due');

alter table billing.invoice_counters add column series text not null default 'invoice' check (series in ('invoice', 'credit_note'));
alter table billing.invoice_counters drop constraint invoice_counters_year_key;
alter table billing.invoice_counters add unique (year, series);
comment on table billing.invoice_counters is 'The last number of a year, of invoices and of credit notes. Taken in the transaction that writes the paper, so that numbers have no gaps.';

-- What settles an invoice is on it, so that what is due is a subtraction and the checks hold it.
alter table billing.invoices add column paid_usd numeric(12,4) not null default 0 check (paid_usd >= 0 and paid_usd = round(paid_usd, 2));
alter table billing.invoices add column credited_usd numeric(12,4) not null default 0 check (credited_usd >= 0 and credited_usd = round(credited_usd, 2));
update billing.invoices set paid_usd = total_usd - credit_applied_usd where status = 'paid';
alter table billing.invoices drop constraint invoices_status_check;
alter table billing.invoices add constraint invoices_status_check check (status in ('open', 'paid', 'cancelled'));
alter table billing.invoices add constraint invoices_settled_check check (credit_applied_usd + paid_usd + credited_usd <= total_usd);
alter table billing.invoices add constraint invoices_open_check check ((status = 'open') = (credit_applied_usd + paid_usd + credited_usd < total_usd));
alter table billing.invoices add constraint invoices_cancelled_check check ((status = 'cancelled') = (credited_usd = total_usd));
comment on column billing.invoices.credit_applied_usd is 'Paid from what the company had in credit, when the invoice was written or later.';
comment on column billing.invoices.paid_usd is 'What payments of this invoice settle; money that a credit note sets free or a refund takes away counts no more.';
comment on column billing.invoices.credited_usd is 'The sum of its credit notes; an invoice that is credited in full is cancelled.';

create table billing.credit_notes (
  id uuid primary key default uuidv7(),
  invoice_id uuid not null,
  company_id uuid not null references identity.companies (id) on delete restrict,
  number text not null unique,
  amount_usd numeric(12,4) not null check (amount_usd > 0 and amount_usd = round(amount_usd, 2)),
  reason text not null check (length(reason) between 1 and 300),
  created_by uuid,
  issued_at timestamptz not null,
  created_at timestamptz not null default now(),
  foreign key (invoice_id, company_id) references billing.invoices (id, company_id) on delete restrict
);
create index on billing.credit_notes (invoice_id, company_id);
create index on billing.credit_notes (company_id, issued_at desc);
create index on billing.credit_notes (created_by);
create index on billing.credit_notes (created_at desc);
comment on table billing.credit_notes is 'A part of an invoice, or all of it, that is owed no more. What was paid for that part is the company''s credit again.';

alter table billing.payments add column received_usd numeric(12,4) not null default 0 check (received_usd >= 0 and received_usd = round(received_usd, 2));
alter table billing.payments add column provider_payment text check (length(provider_payment) between 1 and 255);
update billing.payments set received_usd = amount_usd where status = 'paid';
create unique index on billing.payments (provider, provider_payment) where provider_payment is not null;
comment on column billing.payments.received_usd is 'What came of it so far; a pending payment with something received waits for the rest.';
comment on column billing.payments.provider_payment is 'What the provider calls the money once it came, such as the id of a payment intent; refunds name it.';

create table billing.refunds (
  id uuid primary key default uuidv7(),
  payment_id uuid not null references billing.payments (id) on delete restrict,
  company_id uuid not null references identity.companies (id) on delete restrict,
  amount_usd numeric(12,4) not null check (amount_usd > 0 and amount_usd = round(amount_usd, 2)),
  provider text not null check (provider in ('bank_transfer', 'stripe')),
  status text not null default 'pending' check (status in ('pending', 'paid', 'failed')),
  provider_reference text check (length(provider_reference) between 1 and 255),
  reason text not null check (length(reason) between 1 and 300),
  note text check (length(note) between 1 and 500),
  created_by uuid,
  settled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'pending') = (settled_at is null))
);
create unique index on billing.refunds (provider, provider_reference) where provider_reference is not null;
create index on billing.refunds (payment_id);
create index on billing.refunds (company_id, created_at desc);
create index on billing.refunds (created_by);
create index on billing.refunds (created_at desc) where status = 'pending';
create index on billing.refunds (created_at desc);
comment on table billing.refunds is 'Money of a payment that goes back to the company, by us or by the provider on its own, and whether it arrived.';
comment on column billing.refunds.created_by is 'The administrator who gave it back; null when it began at the provider.';
comment on column billing.refunds.note is 'Why it failed, as the provider or the administrator says.';

select platform.protect('billing.credit_notes', platform.own_company(), '(select platform.sees_everything())');
select platform.protect('billing.refunds', platform.own_company(), '(select platform.sees_everything())');
select platform.refers_to_users('billing.credit_notes', 'created_by');
select platform.refers_to_users('billing.refunds', 'created_by');
select platform.keep_updated_at();
