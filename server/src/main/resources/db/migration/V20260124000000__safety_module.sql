-- The module that watches what AIs are allowed to do: bias, levels, board, metrics. Its tables move out of `alignment`.

create schema safety;

do $$
declare
  path text := (select substring(setting from '^search_path=(.*)$')
                from pg_db_role_setting, unnest(setconfig) setting
                where setdatabase = (select oid from pg_database where datname = current_database())
                  and setrole = 0 and setting like 'search\_path=%');
begin
  execute format('alter database %I set search_path = safety, %s', current_database(), path);
  grant usage on schema safety to hitlai_app;
  alter default privileges in schema safety grant select, insert, update, delete on tables to hitlai_app;
  alter default privileges in schema safety grant usage, select on sequences to hitlai_app;
end $$;

alter table alignment.ai_alignment_metrics set schema safety;
alter table alignment.bias_detection_results set schema safety;
alter table alignment.agi_capability_milestones set schema safety;
alter table alignment.agi_safety_decisions set schema safety;
