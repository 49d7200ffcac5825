-- Proving addresses, choosing a new password, ending logins.

alter table identity.one_time_links drop constraint one_time_links_purpose_check;
alter table identity.one_time_links add constraint one_time_links_purpose_check
  check (purpose in ('first_admin', 'password_reset', 'email_verification', 'email_change', 'invitation', 'erasure_cancel'));
create index on identity.one_time_links (company_id, created_at desc) where purpose = 'invitation' and used_at is null;

alter table identity.users add column logins_ended_at timestamptz;
comment on column identity.users.logins_ended_at is 'Logins from before this time count no more: the person signed out everywhere or chose a new password by mail.';

alter table identity.refresh_tokens drop constraint refresh_tokens_revoked_reason_check;
alter table identity.refresh_tokens add constraint refresh_tokens_revoked_reason_check
  check (revoked_reason in ('logout', 'reuse', 'password_changed', 'password_reset', 'signed_out', 'admin', 'account_disabled', 'erased'));
