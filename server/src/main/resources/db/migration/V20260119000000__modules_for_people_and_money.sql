-- Schemas of the modules that notify, unlock, run the programs and keep the books.

create schema notifications;
create schema unlock;
create schema programs;
create schema billing;

do $$
declare
  module text;
begin
  execute format(
    'alter database %I set search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, notifications, unlock, programs, billing, platform, public',
    current_database());
  foreach module in array array['notifications', 'unlock', 'programs', 'billing'] loop
    execute format('grant usage on schema %I to hitlai_app', module);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to hitlai_app', module);
    execute format('alter default privileges in schema %I grant usage, select on sequences to hitlai_app', module);
  end loop;
end $$;

-- Every schema but PostgreSQL's own, so that the next module needs no change here.
create or replace function platform.keep_updated_at() returns void language plpgsql as $$
declare
  target record;
begin
  for target in
    select c.oid::regclass as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'updated_at' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'public')
      and n.nspname not like 'pg\_%'
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'touch_updated_at')
  loop
    execute format('create trigger touch_updated_at before update on %s for each row execute function platform.touch_updated_at()', target.name);
  end loop;
end $$;
