-- What testers earn: a row for each test, and what of it is kept back while something is looked into.

create table billing.test_earnings (
  id uuid primary key default uuidv7(),
  tester_id uuid not null references testers.human_testers (id) on delete restrict,
  company_id uuid not null references identity.companies (id) on delete restrict,
  reference text not null unique check (length(reference) between 1 and 200),
  price_usd numeric(12,4) not null check (price_usd >= 0),
  share numeric(5,4) not null check (share between 0 and 1),
  earned_usd numeric(12,4) not null check (earned_usd >= 0 and earned_usd = round(earned_usd, 2)),
  training_bonus_usd numeric(12,4) not null default 0 check (training_bonus_usd >= 0 and training_bonus_usd = round(training_bonus_usd, 2)),
  stars int check (stars between 1 and 5),
  rated_at timestamptz,
  earned_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((stars is null) = (rated_at is null))
);
create index on billing.test_earnings (tester_id, earned_at desc);
create index on billing.test_earnings (company_id, earned_at desc);
create index on billing.test_earnings (created_at desc);
comment on table billing.test_earnings is 'What one test earned its tester, and how it was rated: the history that bonuses go by.';
comment on column billing.test_earnings.share is 'The tester''s share of the price when the test was accepted.';

create table billing.earning_holds (
  id uuid primary key default uuidv7(),
  tester_id uuid not null references testers.human_testers (id) on delete restrict,
  earning_id uuid not null references billing.test_earnings (id) on delete restrict,
  amount_usd numeric(12,4) not null check (amount_usd > 0 and amount_usd = round(amount_usd, 2)),
  status text not null default 'held' check (status in ('held', 'released', 'forfeited')),
  reason text not null check (length(reason) between 1 and 500),
  outcome text check (length(outcome) between 1 and 500),
  held_at timestamptz not null,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'held') = (ended_at is null))
);
create unique index on billing.earning_holds (earning_id) where status = 'held';
create index on billing.earning_holds (earning_id);
create index on billing.earning_holds (tester_id, held_at desc);
create index on billing.earning_holds (created_at desc);
comment on table billing.earning_holds is 'Earnings kept back while a test is looked into, why, and how that ended.';

-- A company sees neither what a tester gets for its tests nor what is kept back. Writes come from whoever's transaction
-- completes the test, so they go through functions as the ledger's do.
select platform.protect('billing.test_earnings', '(select platform.sees_everything()) or tester_id = (select platform.current_tester())', '(select platform.sees_everything())');
select platform.protect('billing.earning_holds', '(select platform.sees_everything()) or tester_id = (select platform.current_tester())', '(select platform.sees_everything())');
select platform.keep_updated_at();

create function billing.earn(tester uuid, company uuid, reference text, price numeric, share numeric, earned numeric,
    training_bonus numeric, at timestamptz) returns boolean language plpgsql
  security definer set search_path = billing, platform, public, pg_temp as $$
declare
  asker text := current_setting('hitlai.role', true);
  noted boolean;
begin
  perform set_config('hitlai.role', 'system', true);
  insert into billing.test_earnings (tester_id, company_id, reference, price_usd, share, earned_usd, training_bonus_usd, earned_at)
    values (tester, company, earn.reference, price, earn.share, earned, training_bonus, at)
    on conflict on constraint test_earnings_reference_key do nothing;
  noted := found;
  perform set_config('hitlai.role', asker, true);
  return noted;
end $$;
comment on function billing.earn(uuid, uuid, text, numeric, numeric, numeric, numeric, timestamptz) is 'Notes what a test earned; false when that was noted before.';

create function billing.add_training_bonus(reference text, bonus numeric) returns uuid language plpgsql
  security definer set search_path = billing, platform, public, pg_temp as $$
declare
  asker text := current_setting('hitlai.role', true);
  tester uuid;
begin
  perform set_config('hitlai.role', 'system', true);
  update billing.test_earnings e set training_bonus_usd = bonus
    where e.reference = add_training_bonus.reference and e.training_bonus_usd = 0 returning e.tester_id into tester;
  perform set_config('hitlai.role', asker, true);
  return tester;
end $$;
comment on function billing.add_training_bonus(text, numeric) is 'Notes the training bonus of a test and returns its tester; null when there is no such test or it has its bonus.';

create function billing.rate(reference text, stars int, at timestamptz) returns boolean language plpgsql
  security definer set search_path = billing, platform, public, pg_temp as $$
declare
  asker text := current_setting('hitlai.role', true);
  noted boolean;
begin
  perform set_config('hitlai.role', 'system', true);
  update billing.test_earnings e set stars = rate.stars, rated_at = at where e.reference = rate.reference;
  noted := found;
  perform set_config('hitlai.role', asker, true);
  return noted;
end $$;
comment on function billing.rate(text, int, timestamptz) is 'Notes how a company rated a test; a later rating replaces an earlier one. False when nothing was earned under the reference.';

revoke execute on function billing.earn(uuid, uuid, text, numeric, numeric, numeric, numeric, timestamptz) from public;
revoke execute on function billing.add_training_bonus(text, numeric) from public;
revoke execute on function billing.rate(text, int, timestamptz) from public;
grant execute on function billing.earn(uuid, uuid, text, numeric, numeric, numeric, numeric, timestamptz) to hitlai_app;
grant execute on function billing.add_training_bonus(text, numeric) to hitlai_app;
grant execute on function billing.rate(text, int, timestamptz) to hitlai_app;
