-- Reminders of maintenance, and who hears of incidents and maintenance.

alter table apihealth.api_maintenance_windows
  add column last_reminder_sent_at timestamptz,
  add column cancelled_at timestamptz;
create index on apihealth.api_maintenance_windows (scheduled_end) where status = 'in_progress';
comment on column apihealth.api_maintenance_windows.affected_endpoints is 'Ids, or endpoints, of the platform''s monitors; empty means all of them.';
comment on column apihealth.api_maintenance_windows.reminder_sent_at is 'The reminder a day ahead; last_reminder_sent_at is the one an hour ahead.';

alter table apihealth.api_status_subscriptions
  add column receiver_id uuid,
  add column confirmation_sent_at timestamptz,
  add column paused_at timestamptz,
  add column paused_reason text,
  add column unsubscribed_at timestamptz,
  add column last_told_at timestamptz,
  add column pending_wish jsonb;
drop index apihealth.api_status_subscriptions_email_idx;
create unique index on apihealth.api_status_subscriptions (email) where email is not null;
create unique index on apihealth.api_status_subscriptions (receiver_id) where receiver_id is not null;
create index on apihealth.api_status_subscriptions (created_at) where not verified;
comment on column apihealth.api_status_subscriptions.receiver_id is 'Receiver of the module notifications, which signs and delivers; no foreign key across modules.';
comment on column apihealth.api_status_subscriptions.verification_token is 'SHA-256 of what the confirmation carries; null once it was used.';
comment on column apihealth.api_status_subscriptions.subscribed_endpoints is 'Ids of monitors, unless it is to all.';
comment on column apihealth.api_status_subscriptions.paused_reason is 'Why nothing is sent: the address was refused, or nothing got through to the receiver.';
comment on column apihealth.api_status_subscriptions.pending_wish is 'What it shall be once it is confirmed; until then what holds stays.';
