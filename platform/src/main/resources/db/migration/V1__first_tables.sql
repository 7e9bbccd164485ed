-- Why: the outpatient path needs parties, people with their accounts and totals, credentials,
-- cycles, orders, settlements and postings. District (统筹区, the pool a fund belongs to) leads every
-- key of the large tables, so that one payment stays in one district and the same schema can be
-- distributed by it. Amounts are integer fen. Columns named *_enc are encrypted (SM4-GCM), columns
-- named *_digest are keyed digests (HMAC-SM3); both carry the version of their key.

create table district (
  district text primary key check (district ~ '^[0-9]{6}$'),
  name text not null,
  -- The oldest bill that may still be paid, in days before today; a bill's date decides its rules.
  bill_days smallint not null default 3 check (bill_days between 0 and 366),
  cycle_hours smallint not null default 24 check (cycle_hours between 1 and 240)
);

-- The registry: few rows, read into memory, watched by registry_version.
create table institution (
  hospcode text primary key,
  district text not null references district,
  merchantcode text not null unique,
  name text not null,
  kind text not null check (kind in ('HOSPITAL', 'PHARMACY')),
  level smallint not null check (level between 0 and 3),
  chinese_medicine boolean not null default false,
  -- Addresses that backurl may begin with; empty for those who pull (ST041).
  callbacks text[] not null default '{}',
  enabled boolean not null default true
);

create table access_system (
  infosyscode text primary key,
  hospcode text not null references institution,
  name text not null,
  suites text[] not null check (suites <@ array['SM', 'RSA', 'LEGACY'] and cardinality(suites) > 0),
  plain_allowed boolean not null default false,
  legacy_signs_hex boolean not null default false,
  signature_key text not null default 'pltfmsignature'
    check (signature_key in ('pltfmsignature', 'pltfirmsignature', 'pltfrmsignature')),
  enabled boolean not null default true
);

create table certificate (
  party text not null,
  certid text not null,
  der bytea not null,
  revoked_at timestamptz,
  primary key (party, certid)
);

create table registry_version (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into registry_version (version) values (1);

-- What an item is, by the catalogue of the district where treatment happens.
create table item (
  district text not null references district,
  code text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  class text not null check (class in ('1', '2', '3', '4')), -- 甲 乙 自费 特检特治, as akc065
  upfront_ratio integer not null default 0 check (upfront_ratio between 0 and 10000), -- per 10,000
  ceiling_price bigint check (ceiling_price > 0), -- fen a unit
  herb boolean not null default false, -- 中草药: the amount is price × quantity × days
  primary key (district, code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);

create table person (
  district text not null references district,
  person_no text not null,
  id_digest bytea not null,
  id_type text not null,
  id_no_enc bytea not null,
  name_enc bytea not null,
  card_no_enc bytea not null,
  sex text not null,
  birth_date date not null,
  employer_no text,
  employer_name text,
  primary key (district, person_no),
  unique (district, id_digest)
);

create table enrolment (
  district text not null,
  person_no text not null,
  valid_from date not null,
  valid_to date,
  scheme text not null check (scheme in ('EMPLOYEE', 'RESIDENT')),
  retired boolean not null default false,
  frozen boolean not null default false,
  primary key (district, person_no, valid_from),
  foreign key (district, person_no) references person,
  check (valid_to is null or valid_to >= valid_from)
);

create table approval (
  district text not null,
  person_no text not null,
  medical_type text not null,
  disease_code text not null,
  valid_from date not null,
  valid_to date not null,
  primary key (district, person_no, medical_type, disease_code, valid_from),
  foreign key (district, person_no) references person,
  check (valid_to >= valid_from)
);

create table personal_account (
  district text not null,
  person_no text not null,
  balance bigint not null check (balance >= 0),
  primary key (district, person_no),
  foreign key (district, person_no) references person
);

-- The life of a credential; no row: not activated.
create table ec_credential (
  district text not null,
  person_no text not null,
  state text not null check (state in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  primary key (district, person_no),
  foreign key (district, person_no) references person
);

-- A code is shown for 60 seconds and used up by decoding; what decoding gives is the token.
create table ec_code (
  district text not null,
  code_digest bytea not null,
  person_no text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (district, code_digest)
);

create table ec_token (
  district text not null,
  token_digest bytea not null,
  code_digest bytea not null,
  person_no text not null,
  hospcode text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (district, token_digest)
);

create table business_cycle (
  district text not null,
  cycle_no text not null,
  hospcode text not null,
  infosyscode text not null,
  operator text not null,
  out_of_region boolean not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz,
  primary key (district, cycle_no)
);
-- One open cycle per institution, access system, operator and region flag.
create unique index business_cycle_open
  on business_cycle (district, hospcode, infosyscode, operator, out_of_region)
  where closed_at is null;

-- Idempotency: a row is inserted first of all, so a copy of the same call waits for it and then
-- finds it. Only what succeeded stays.
create table remembered (
  district text not null,
  hospcode text not null,
  transaction text not null,
  key text not null,
  content_digest bytea not null,
  primary key (district, hospcode, transaction, key)
);

create table payment_order (
  district text not null,
  hospcode text not null,
  order_no text not null,
  order_type text not null,
  state text not null check (state in ('1', '2', '3', '4', '5')),
  cycle_no text not null,
  infosyscode text not null,
  person_district text not null,
  person_no text not null,
  amount bigint not null check (amount > 0),
  order_time timestamp not null, -- the hospital's own clock, Asia/Shanghai
  expires_at timestamptz not null,
  balance_code_enc bytea not null,
  callback text not null,
  content_enc bytea not null, -- what the hospital said of visit and lines; has the diagnosis
  primary key (district, hospcode, order_no)
);
create index payment_order_open
  on payment_order (district, hospcode, cycle_no) where state = '1';

-- Immutable: what was decided, with its reasons. The shares are those of section 4.5.
create table settlement (
  district text not null,
  settlement_no bigint not null,
  hospcode text not null,
  order_no text not null,
  settled_at timestamptz not null,
  total bigint not null check (total > 0),
  in_scope bigint not null check (in_scope >= 0),
  self_paid bigint not null check (self_paid >= 0),
  upfront_self_pay bigint not null check (upfront_self_pay >= 0),
  out_of_region_upfront bigint not null check (out_of_region_upfront >= 0),
  deductible bigint not null check (deductible >= 0),
  band_self_pay bigint not null check (band_self_pay >= 0),
  large_amount_self_pay bigint not null check (large_amount_self_pay >= 0),
  over_limit bigint not null check (over_limit >= 0),
  basic_fund bigint not null check (basic_fund >= 0),
  large_amount_fund bigint not null check (large_amount_fund >= 0),
  civil_servant_fund bigint not null check (civil_servant_fund >= 0),
  special_care_fund bigint not null check (special_care_fund >= 0),
  retired_cadre_fund bigint not null check (retired_cadre_fund >= 0),
  pensioner_fund bigint not null check (pensioner_fund >= 0),
  enterprise_fund bigint not null check (enterprise_fund >= 0),
  other_funds bigint not null check (other_funds >= 0),
  medical_assistance bigint not null check (medical_assistance >= 0),
  medical_relief bigint not null check (medical_relief >= 0),
  personal_account bigint not null check (personal_account >= 0),
  cash bigint not null check (cash >= 0),
  hospital_borne bigint not null, -- fixed price only; negative where the hospital keeps a difference
  account_before bigint not null check (account_before >= personal_account),
  result_enc bytea not null, -- person, line results, figures, explanation: answers are rebuilt from it
  primary key (district, settlement_no),
  unique (district, hospcode, order_no),
  constraint settlement_is_paid_for check (total =
    basic_fund + large_amount_fund + civil_servant_fund + special_care_fund
    + retired_cadre_fund + pensioner_fund + enterprise_fund + other_funds
    + medical_assistance + medical_relief + personal_account + cash + hospital_borne),
  constraint settlement_patient_part check (
    personal_account + cash =
    self_paid + upfront_self_pay + out_of_region_upfront + deductible + band_self_pay
    + large_amount_self_pay + over_limit
    - (civil_servant_fund + special_care_fund + retired_cadre_fund + pensioner_fund
    + enterprise_fund + other_funds + medical_assistance + medical_relief)),
  constraint settlement_lines_add_up check (total = self_paid + upfront_self_pay + in_scope)
);

-- Running totals of a person's benefit year. A counter is what a policy counts, such as fund:all.
create table year_total (
  district text not null,
  person_no text not null,
  benefit_year smallint not null,
  counter text not null,
  amount bigint not null check (amount >= 0),
  primary key (district, person_no, benefit_year, counter),
  foreign key (district, person_no) references person
);

-- One row a settlement: accounts and amounts side by side. What the institution is owed is
-- positive and who pays it is negative; in a refund (nag) every sign is turned. A row that does not
-- sum to zero cannot be stored.
create table posting (
  district text not null,
  posting_no bigint not null,
  settlement_no bigint not null,
  kind text not null check (kind in ('pos', 'nag')),
  hospcode text not null,
  cycle_no text not null,
  order_no text not null,
  posted_at timestamptz not null,
  person_district text not null,
  person_no text not null,
  institution bigint not null,
  basic_fund bigint not null,
  large_amount_fund bigint not null,
  civil_servant_fund bigint not null,
  special_care_fund bigint not null,
  retired_cadre_fund bigint not null,
  pensioner_fund bigint not null,
  enterprise_fund bigint not null,
  other_funds bigint not null,
  medical_assistance bigint not null,
  medical_relief bigint not null,
  personal_account bigint not null,
  cash bigint not null,
  hospital_borne bigint not null,
  primary key (district, posting_no),
  constraint posting_balances check (0 =
    institution + basic_fund + large_amount_fund + civil_servant_fund
    + special_care_fund + retired_cadre_fund + pensioner_fund + enterprise_fund
    + other_funds + medical_assistance + medical_relief + personal_account + cash
    + hospital_borne),
  constraint posting_direction check (case kind when 'pos' then 1 else -1 end * institution > 0)
);
create index posting_by_cycle on posting (district, cycle_no, posting_no);

-- Numbers are handed out in blocks, so that a payment needs no round trip for them.
create sequence number_block;
