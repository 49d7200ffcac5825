-- Reports that carry a company's own looks.

create table testing.report_brands (
  id uuid primary key default uuidv7(),
  company_id uuid not null unique references identity.companies (id) on delete cascade,
  display_name text not null check (length(display_name) between 1 and 100),
  accent text not null check (accent ~ '^#[0-9a-f]{6}$'),
  logo bytea check (octet_length(logo) between 1 and 262144),
  logo_media_type text check (logo_media_type in ('image/png', 'image/jpeg')),
  changed_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((logo is null) = (logo_media_type is null))
);
create index on testing.report_brands (changed_by);
create index on testing.report_brands (created_at desc);
comment on table testing.report_brands is 'How a company''s reports look instead of ours: name, colour, logo.';

select platform.protect_company_rows('testing.report_brands');
select platform.refers_to_users('testing.report_brands', 'changed_by');
select platform.keep_updated_at();
