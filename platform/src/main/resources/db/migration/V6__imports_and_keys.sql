-- Why: the world is loaded from files (people, enrolments, credits, institutions, catalogues), and a
-- load must be idempotent, recorded and, where money is concerned, posted with its counter-account;
-- catalogues are downloaded by version (ST042); keys and certificates expire, are revoked and
-- rotated, and whoever fails to open messages is counted.

-- So that expiry can be asked for in SQL; the certificate itself holds the same.
alter table certificate add column not_after timestamptz;

-- What expires within 30 days and is not revoked: select * from certificate_expiring.
create view certificate_expiring as
  select party, certid, not_after from certificate
   where revoked_at is null and not_after between now() and now() + interval '30 days';

-- Messages that could not be opened. caller: merchant code and access system where the registry knows
-- them, else empty and the source address counts.
create table failed_opening (
  day date not null,
  caller text not null,
  source text not null,
  fault text not null,
  count bigint not null check (count > 0),
  primary key (day, caller, source, fault)
);

-- Column keys. The newest row is the version that servers write with; none: version 1.
create table column_key (
  version smallint primary key check (version between 1 and 255),
  activated_at timestamptz not null
);

-- Re-encryption under the newest version: one row a table. position is the last key done of the
-- present pass; moved counts the rows that the pass has changed. A pass that changed nothing ends it.
create table column_rotation (
  part text not null,
  version smallint not null,
  position text[],
  moved bigint not null default 0,
  total bigint not null default 0,
  done_at timestamptz,
  primary key (part, version)
);

-- A digest of what a file said of a person: tells the next file's unchanged rows, which encrypted
-- columns cannot.
alter table person add column source_digest bytea;

-- Movements of personal accounts that are no settlement: what the account was opened with, and what
-- it is credited month by month. The counter-account is the scheme's contributions.
create table account_posting (
  district text not null,
  person_no text not null,
  period text not null check (period ~ '^(OPENING|[0-9]{4}-[0-9]{2})$'),
  posted_at timestamptz not null default now(),
  personal_account bigint not null check (personal_account > 0),
  contributions bigint not null,
  primary key (district, person_no, period),
  foreign key (district, person_no) references person,
  constraint account_posting_balances check (personal_account + contributions = 0)
);
insert into account_posting (district, person_no, period, personal_account, contributions)
  select a.district, a.person_no, 'OPENING', a.balance + p.paid, -(a.balance + p.paid)
    from personal_account a
    cross join lateral (
      select coalesce(-sum(personal_account), 0)::bigint as paid from posting
       where person_district = a.district and person_no = a.person_no) p
   where a.balance + p.paid > 0;

-- What a person had used of a year before Yima counted. Part of year_total, and kept beside it so that
-- a corrected file moves the total by the difference.
create table opening_total (
  district text not null,
  person_no text not null,
  benefit_year smallint not null,
  counter text not null,
  amount bigint not null check (amount >= 0),
  primary key (district, person_no, benefit_year, counter),
  foreign key (district, person_no) references person
);

-- 疾病目录 (ka19). Rows are never deleted: what no longer holds has an end.
create table disease (
  district text not null references district,
  code text not null,
  name text not null,
  categories text[] not null default '{}', -- of approval or benefit, by the scheme's own codes
  valid_from date not null,
  valid_to date,
  version bigint not null,
  primary key (district, code),
  check (valid_to is null or valid_to >= valid_from)
);
create index disease_by_version on disease (district, version);

alter table item add column version bigint not null default 1;
create index item_by_version on item (district, version);

-- The version of each catalogue; the row is locked by who changes it, so versions follow commits.
create table catalogue_version (
  district text not null references district,
  catalogue text not null check (catalogue in ('disease', 'item')),
  version bigint not null,
  primary key (district, catalogue)
);
insert into catalogue_version (district, catalogue, version)
  select distinct district, 'item', 1 from item;

-- Every file that was loaded, or refused.
create table import_run (
  run_no bigint generated always as identity primary key,
  kind text not null,
  file_name text not null,
  sm3 text not null,
  operator text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  rows bigint not null,
  inserted bigint not null,
  updated bigint not null,
  unchanged bigint not null,
  bad bigint not null
);
