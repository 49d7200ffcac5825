-- A second factor: codes of an authenticator (RFC 6238), and codes on paper that stand in for it.

alter table identity.users add column totp_last_step bigint check (totp_last_step >= 0);
comment on column identity.users.totp_last_step is 'Time step (30 s since 1970) of the last code that was taken; that code and older ones count no more.';
alter table identity.users add constraint users_totp_check
  check (totp_confirmed_at is null or totp_secret is not null);

alter table identity.companies add column second_factor_required boolean not null default false;
comment on column identity.companies.second_factor_required is 'Whether members work in the company only with a second factor.';
