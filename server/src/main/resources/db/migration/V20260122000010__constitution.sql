-- The constitution: every edit of a rule stays as a version, every judgement as a decision that can be judged again.

create table alignment.constitutional_rule_versions (
  id uuid primary key default uuidv7(),
  rule_id uuid not null references alignment.constitutional_rules (id) on delete cascade,
  version int not null check (version >= 1),
  revision bigint generated always as identity,
  company_id uuid references identity.companies (id) on delete cascade,
  tester_id uuid references testers.human_testers (id) on delete cascade,
  platform text,
  rule_level text not null check (rule_level in ('universal', 'platform', 'company', 'tester')),
  priority int not null,
  rule_name text not null,
  rule_description text not null,
  rule_type text not null check (rule_type in ('safety', 'quality', 'content', 'behavior')),
  rule_condition jsonb not null,
  rule_action text not null check (rule_action in ('block', 'warn', 'flag', 'require_human_review')),
  enforcement_level text not null check (enforcement_level in ('strict', 'moderate', 'advisory')),
  is_active boolean not null,
  changed_by uuid,
  created_at timestamptz not null default now(),
  unique (rule_id, version)
);
create index on alignment.constitutional_rule_versions (company_id, created_at desc);
create index on alignment.constitutional_rule_versions (tester_id);
create index on alignment.constitutional_rule_versions (changed_by);
create index on alignment.constitutional_rule_versions (revision);
create index on alignment.constitutional_rule_versions (created_at desc);
comment on table alignment.constitutional_rule_versions is 'One state of a rule; never changed, so that a judgement can be repeated with the rules of its time.';
comment on column alignment.constitutional_rule_versions.revision is 'Counts the edits of all rules: the rules of a time are the latest versions up to a revision.';
select platform.protect('alignment.constitutional_rule_versions',
  platform.own_company() || ' or (company_id is null and tester_id is null) or tester_id = (select platform.current_tester())',
  platform.own_company());
select platform.refers_to_users('alignment.constitutional_rule_versions', 'changed_by');

select set_config('hitlai.role', 'system', true);
-- Rules from before have their state as their first version.
insert into alignment.constitutional_rule_versions
  (rule_id, version, company_id, tester_id, platform, rule_level, priority, rule_name, rule_description, rule_type, rule_condition, rule_action,
   enforcement_level, is_active, changed_by, created_at)
select id, version, company_id, tester_id, platform, rule_level, priority, rule_name, rule_description, rule_type, rule_condition, rule_action,
  enforcement_level, is_active, created_by, updated_at
from alignment.constitutional_rules;

create table alignment.constitutional_decisions (
  id uuid primary key default uuidv7(),
  checkpoint text not null check (checkpoint in ('action', 'finding', 'output')),
  test_run_id uuid,
  issue_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  subject text not null,
  facts jsonb not null,
  revision bigint not null check (revision >= 0),
  effect text not null check (effect in ('none', 'warn', 'flag', 'require_human_review', 'block')),
  deciding_rule_id uuid,
  deciding_rule_version int,
  created_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade,
  foreign key (issue_id, company_id) references testing.issues (id, company_id) on delete set null (issue_id),
  foreign key (deciding_rule_id, deciding_rule_version)
    references alignment.constitutional_rule_versions (rule_id, version) on delete set null
);
create index on alignment.constitutional_decisions (test_run_id, company_id);
create index on alignment.constitutional_decisions (issue_id, company_id);
create index on alignment.constitutional_decisions (company_id, created_at desc);
create index on alignment.constitutional_decisions (deciding_rule_id, deciding_rule_version);
create index on alignment.constitutional_decisions (checkpoint, created_at desc);
create index on alignment.constitutional_decisions (effect, created_at desc) where effect <> 'none';
create index on alignment.constitutional_decisions (created_at desc);
comment on table alignment.constitutional_decisions is 'One output of an AI as the constitution judged it, with the facts it was judged by.';
comment on column alignment.constitutional_decisions.revision is 'The rules of that time, see constitutional_rule_versions.';
select platform.protect_run_rows('alignment.constitutional_decisions');

alter table alignment.constitutional_violations
  add column decision_id uuid references alignment.constitutional_decisions (id) on delete set null,
  add foreign key (rule_id, rule_version) references alignment.constitutional_rule_versions (rule_id, version) on delete cascade;
create index on alignment.constitutional_violations (decision_id);
create index on alignment.constitutional_violations (rule_id, rule_version);
create index on alignment.constitutional_violations (created_at desc) where not resolved;

-- A company counts and reads how its rules fire, also the ones of everybody, which it can't write: hence the role, which is the asker's again at the end.
create function alignment.count_violation(rule uuid, at timestamptz) returns void language plpgsql as $$
declare
  asker text := current_setting('hitlai.role', true);
begin
  perform set_config('hitlai.role', 'system', true);
  update alignment.constitutional_rules set violation_count = violation_count + 1, last_violation_at = greatest(last_violation_at, at) where id = rule;
  perform set_config('hitlai.role', coalesce(asker, ''), true);
end $$;
comment on function alignment.count_violation(uuid, timestamptz) is 'Counts one violation at its rule, for whoever may write the violation.';

-- Universal rules come with the release; nobody but the release changes them.
create function alignment.keep_universal_rules() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('hitlai.role', true), '') <> 'system'
    and (tg_op = 'INSERT' and new.rule_level = 'universal'
      or tg_op = 'DELETE' and old.rule_level = 'universal'
      or tg_op = 'UPDATE' and (old.rule_level = 'universal' or new.rule_level = 'universal')
        and (to_jsonb(new) - '{violation_count,last_violation_at,updated_at}'::text[]) <> (to_jsonb(old) - '{violation_count,last_violation_at,updated_at}'::text[]))
  then
    raise exception 'Universal rules come with the release and can''t be changed.';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_universal_rules before insert or update or delete on alignment.constitutional_rules
  for each row execute function alignment.keep_universal_rules();

create function alignment.announce_rules() returns trigger language plpgsql as $$
begin
  perform pg_notify('hitlai_rules', '');
  return null;
end $$;
create trigger announce_rules after insert on alignment.constitutional_rule_versions
  for each statement execute function alignment.announce_rules();
