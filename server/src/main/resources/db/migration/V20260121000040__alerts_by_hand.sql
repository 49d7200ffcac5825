-- What people do about alarms: look after one, or have a rule be quiet for a while.

alter table apihealth.api_alert_rules add column snoozed_until timestamptz;
create index on apihealth.api_alert_rules (snoozed_until) where snoozed_until is not null;
comment on column apihealth.api_alert_rules.snoozed_until is 'Until then it fires without telling anybody; what fires still is told then.';

alter table apihealth.api_alert_history
  add column waits_to_be_told boolean not null default false,
  add column acknowledged_at timestamptz,
  add column acknowledged_by uuid;
create index on apihealth.api_alert_history (alert_rule_id) where waits_to_be_told;
create index on apihealth.api_alert_history (acknowledged_by);
create index on apihealth.api_alert_history (acknowledged_at desc) where acknowledged_at is not null;
comment on column apihealth.api_alert_history.waits_to_be_told is 'It fired while its rule was snoozed.';
comment on column apihealth.api_alert_history.acknowledged_by is 'Who looks after it; whoever comes later sees that somebody does.';
select platform.refers_to_users('apihealth.api_alert_history', 'acknowledged_by');
