-- The books: accounts, transactions and their entries. Written through billing.post alone, never changed.

create table billing.ledger_accounts (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('company', 'tester_payable', 'tester_held', 'tester_payout', 'platform_revenue', 'tester_cost', 'training_bonuses', 'bonuses', 'credits_granted', 'cash')),
  company_id uuid references identity.companies (id) on delete restrict,
  tester_id uuid references testers.human_testers (id) on delete restrict,
  created_at timestamptz not null default now(),
  check ((kind = 'company') = (company_id is not null)),
  check ((kind in ('tester_payable', 'tester_held', 'tester_payout')) = (tester_id is not null)),
  unique nulls not distinct (kind, company_id, tester_id)
);
create index on billing.ledger_accounts (company_id) where company_id is not null;
create index on billing.ledger_accounts (tester_id) where tester_id is not null;
create index on billing.ledger_accounts (created_at desc);
comment on table billing.ledger_accounts is 'What the books are kept of; a balance is the sum of the account''s entries and stored nowhere else.';
comment on column billing.ledger_accounts.kind is 'company: what a company owes (debit) or has in credit; tester_payable, tester_held, tester_payout: what we owe a tester, keep back, are about to pay; the rest are the platform''s own.';

create table billing.ledger_transactions (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('charge', 'charge_reversal', 'payment', 'top_up', 'credit', 'earning', 'training_bonus', 'bonus', 'hold', 'release', 'forfeit', 'payout_requested', 'payout_paid', 'payout_rejected')),
  reference text not null unique check (length(reference) between 1 and 300),
  description text not null check (length(description) between 1 and 500),
  company_id uuid references identity.companies (id) on delete restrict,
  tester_id uuid references testers.human_testers (id) on delete restrict,
  posted_at timestamptz not null,
  created_at timestamptz not null default now(),
  check (num_nonnulls(company_id, tester_id) = 1)
);
create index on billing.ledger_transactions (company_id, posted_at desc) where company_id is not null;
create index on billing.ledger_transactions (tester_id, posted_at desc) where tester_id is not null;
create index on billing.ledger_transactions (kind, posted_at desc);
create index on billing.ledger_transactions (created_at desc);
comment on table billing.ledger_transactions is 'One posting: what happened, to whom, and the reference under which it can happen only once.';
comment on column billing.ledger_transactions.company_id is 'The company whose statement shows it; of a tester''s postings null, since no company sees what a tester earns.';

create table billing.ledger_entries (
  id uuid primary key default uuidv7(),
  transaction_id uuid not null references billing.ledger_transactions (id) on delete restrict,
  account_id uuid not null references billing.ledger_accounts (id) on delete restrict,
  company_id uuid references identity.companies (id) on delete restrict,
  tester_id uuid references testers.human_testers (id) on delete restrict,
  amount_usd numeric(12,4) not null check (amount_usd <> 0 and amount_usd = round(amount_usd, 2)),
  created_at timestamptz not null default now()
);
create index on billing.ledger_entries (transaction_id);
create index on billing.ledger_entries (account_id) include (amount_usd);
create index on billing.ledger_entries (company_id) where company_id is not null;
create index on billing.ledger_entries (tester_id) where tester_id is not null;
create index on billing.ledger_entries (created_at desc);
comment on table billing.ledger_entries is 'One amount on one account; the entries of a transaction add up to zero.';
comment on column billing.ledger_entries.amount_usd is 'Whole cents; above zero a debit, below zero a credit.';
comment on column billing.ledger_entries.company_id is 'Of the account, repeated for row-level security; tester_id likewise.';

select platform.protect(name::regclass,
  platform.own_company() || ' or tester_id = (select platform.current_tester())',
  '(select platform.sees_everything())')
from unnest(array['billing.ledger_accounts', 'billing.ledger_transactions', 'billing.ledger_entries']) name;

-- ── rules that the database itself keeps ─────────────────────────────────────────────────────────────────────────────

create function billing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: correct a posting by another one.' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on billing.ledger_accounts for each row execute function billing.refuse_change();
create trigger append_only before update or delete on billing.ledger_transactions for each row execute function billing.refuse_change();
create trigger append_only before update or delete on billing.ledger_entries for each row execute function billing.refuse_change();

-- The functions below work for any asker on rows that the asker may not see. They say that they are the system and, before
-- they return, again who asked; after an error the transaction's or savepoint's end does.

-- Sees every entry of the transaction, whoever's commit it is asked in.
create function billing.transaction_balances() returns trigger language plpgsql
  security definer set search_path = billing, platform, public, pg_temp as $$
declare
  asker text := current_setting('hitlai.role', true);
  posting uuid := case tg_table_name when 'ledger_entries' then to_jsonb(new) ->> 'transaction_id' else to_jsonb(new) ->> 'id' end;
  total numeric;
  entries int;
begin
  perform set_config('hitlai.role', 'system', true);
  select coalesce(sum(e.amount_usd), 0), count(*) into total, entries from billing.ledger_entries e where e.transaction_id = posting;
  perform set_config('hitlai.role', asker, true);
  if entries < 2 or total <> 0 then
    raise exception 'A posting has at least two entries that add up to zero; % has % adding up to %.', posting, entries, total
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger balances after insert on billing.ledger_transactions
  deferrable initially deferred for each row execute function billing.transaction_balances();
create constraint trigger balances after insert on billing.ledger_entries
  deferrable initially deferred for each row execute function billing.transaction_balances();

create function billing.account(kind text, company uuid, tester uuid) returns uuid language plpgsql as $$
declare
  found_id uuid;
begin
  select a.id into found_id from billing.ledger_accounts a
    where a.kind = account.kind and a.company_id is not distinct from company and a.tester_id is not distinct from tester;
  if found_id is null then
    insert into billing.ledger_accounts (kind, company_id, tester_id) values (account.kind, company, tester) on conflict do nothing;
    select a.id into found_id from billing.ledger_accounts a
      where a.kind = account.kind and a.company_id is not distinct from company and a.tester_id is not distinct from tester;
  end if;
  return found_id;
end $$;
comment on function billing.account(text, uuid, uuid) is 'The account of that kind and owner; opened when there is none.';

-- The one way to write: a company's or a tester's transaction posts to accounts that they can't see.
create function billing.post(kind text, reference text, description text, company uuid, tester uuid, at timestamptz,
    accounts text[], amounts numeric[]) returns uuid language plpgsql
  security definer set search_path = billing, platform, public, pg_temp as $$
declare
  asker text := current_setting('hitlai.role', true);
  posting uuid;
  place int;
  owner_company uuid;
  owner_tester uuid;
begin
  perform set_config('hitlai.role', 'system', true);
  insert into billing.ledger_transactions (kind, reference, description, company_id, tester_id, posted_at)
    values (post.kind, post.reference, post.description, company, tester, at)
    on conflict on constraint ledger_transactions_reference_key do nothing
    returning id into posting;
  for place in 1 .. case when posting is null then 0 else cardinality(accounts) end loop
    owner_company := case when accounts[place] = 'company' then company end;
    owner_tester := case when accounts[place] in ('tester_payable', 'tester_held', 'tester_payout') then tester end;
    insert into billing.ledger_entries (transaction_id, account_id, company_id, tester_id, amount_usd)
      values (posting, billing.account(accounts[place], owner_company, owner_tester), owner_company, owner_tester, amounts[place]);
  end loop;
  perform set_config('hitlai.role', asker, true);
  return posting;
end $$;
comment on function billing.post(text, text, text, uuid, uuid, timestamptz, text[], numeric[]) is 'Posts a transaction and returns its id; null, with nothing changed, when the reference was posted before.';

revoke execute on function billing.account(text, uuid, uuid) from public;
revoke execute on function billing.post(text, text, text, uuid, uuid, timestamptz, text[], numeric[]) from public;
grant execute on function billing.post(text, text, text, uuid, uuid, timestamptz, text[], numeric[]) to hitlai_app;
revoke insert, update, delete on billing.ledger_accounts, billing.ledger_transactions, billing.ledger_entries from hitlai_app;

-- Opened here, so that two first postings at once never wait for each other's.
select set_config('hitlai.role', 'system', true);
insert into billing.ledger_accounts (kind) values
  ('platform_revenue'), ('tester_cost'), ('training_bonuses'), ('bonuses'), ('credits_granted'), ('cash');
