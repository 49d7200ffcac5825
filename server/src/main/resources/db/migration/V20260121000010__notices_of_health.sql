-- Incidents, maintenance and alerts as a kind of notice, and receivers that belong to no company.

alter table notifications.notifications drop constraint notifications_kind_check,
  add constraint notifications_kind_check
    check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs', 'health', 'account'));
alter table notifications.notification_preferences drop constraint notification_preferences_kind_check,
  add constraint notification_preferences_kind_check
    check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs', 'health'));
alter table notifications.digest_items drop constraint digest_items_kind_check,
  add constraint digest_items_kind_check
    check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs', 'health'));
alter table notifications.email_outbox drop constraint email_outbox_kind_check,
  add constraint email_outbox_kind_check
    check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs', 'health', 'account'));
alter table notifications.email_unsubscriptions drop constraint email_unsubscriptions_kind_check,
  add constraint email_unsubscriptions_kind_check
    check (kind in ('tests', 'findings', 'assignments', 'money', 'milestones', 'programs', 'health'));

alter table notifications.webhook_endpoints
  alter column company_id drop not null,
  add column purpose text not null default 'company' check (purpose in ('company', 'alerts', 'subscription')),
  drop constraint webhook_endpoints_events_check,
  add constraint webhook_endpoints_events_check check (purpose <> 'company' or cardinality(events) > 0),
  add constraint webhook_endpoints_owner_check check ((company_id is null) = (purpose <> 'company'));
create index on notifications.webhook_endpoints (purpose, created_at desc) where purpose <> 'company';
alter table notifications.webhook_deliveries alter column company_id drop not null;
comment on column notifications.webhook_endpoints.purpose is 'A company''s own, or one that another module writes to directly: of an alert rule, of a subscription to the status page.';
comment on column notifications.webhook_endpoints.events is 'What a company wants to hear of; empty where another module chooses.';
