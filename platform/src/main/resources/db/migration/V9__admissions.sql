-- Why: a stay in hospital is registered once, charged for weeks, and settled when it ends or in parts. Its charge lines
-- stand by themselves, because they are entered, withdrawn and settled at different times; each settlement is a payment
-- order like any other.

-- How many admissions a person may have open at once, by the district where they are insured; and whether visitors may
-- be settled by ST022, which the interface does not yet do (3.2.4).
alter table district
  add column admissions_at_once smallint not null default 1 check (admissions_at_once between 1 and 99),
  add column visitors_settle boolean not null default false;

create table admission (
  district text not null,
  admission_no text not null, -- 登记编号 akc190
  hospcode text not null,
  order_no text not null, -- ST023's
  state text not null check (state in ('1', '2', '3')), -- open, settled, withdrawn
  cycle_no text not null,
  out_of_region boolean not null,
  person_district text not null,
  person_no text not null,
  in_date date not null,
  out_date date,
  registered_at timestamptz not null,
  valid_code_enc bytea not null,
  content_enc bytea not null, -- has the diagnosis
  primary key (district, admission_no),
  unique (district, hospcode, order_no),
  check (out_date >= in_date)
);
create index admission_open on admission (person_district, person_no) where state = '1';

-- One charge line: what is left of it after deletions.
create table charge (
  district text not null,
  charge_no bigint not null, -- 记账流水号 bkc028
  admission_no text not null,
  prescription_no text not null,
  line_no text not null,
  charged_at timestamp not null, -- the hospital's own clock, Asia/Shanghai
  entered_at timestamptz not null,
  quantity bigint not null check (quantity >= 0), -- hundredths
  amount bigint not null check (amount >= 0), -- fen
  deleted boolean not null default false,
  order_no text, -- the order that settled it
  content_digest bytea not null,
  content_enc bytea not null,
  primary key (district, charge_no),
  foreign key (district, admission_no) references admission,
  check (not (deleted and order_no is not null))
);
-- A line is known by its prescription and number; a wholly deleted one frees its place.
create unique index charge_by_line
  on charge (district, admission_no, prescription_no, line_no) where not deleted;
create index charge_by_order on charge (district, admission_no, order_no);

create table charge_deletion (
  district text not null,
  admission_no text not null,
  cancel_no text not null, -- the hospital's number for the deletion
  charge_no bigint not null,
  deleted_at timestamptz not null,
  quantity bigint not null check (quantity >= 0),
  amount bigint not null check (amount >= 0),
  quantity_left bigint not null check (quantity_left >= 0),
  amount_left bigint not null check (amount_left >= 0),
  upfront_left bigint not null check (upfront_left >= 0),
  self_paid_left bigint not null check (self_paid_left >= 0),
  primary key (district, admission_no, cancel_no, charge_no),
  foreign key (district, charge_no) references charge
);

-- An admission takes its number like an order, and has no amount before it is pre-settled; it does not expire, and it
-- keeps no cycle open.
alter table payment_order
  add column admission_no text,
  add column admits boolean not null default false, -- it is ST023's own number
  add column account_limit bigint check (account_limit >= 0),
  add column charges_until timestamp, -- charges up to here; null: all
  drop constraint payment_order_is_whole_or_a_tombstone,
  add constraint payment_order_is_whole_or_a_tombstone check (
    case when content_enc is null
      then state = '4' and num_nonnulls(order_type, person_district, person_no, amount, order_time, expires_at,
        balance_code_enc, callback, bill_date, admission_no) = 0
      else num_nonnulls(order_type, person_district, person_no, order_time, balance_code_enc, callback, bill_date) = 7
        and (admission_no is not null or (amount is not null and expires_at is not null))
        and (state <> '2' or amount is not null) end),
  add constraint payment_order_admits_a_stay check (not admits or admission_no is not null),
  add foreign key (district, admission_no) references admission;
create index payment_order_of_stay on payment_order (district, admission_no) where admission_no is not null;

drop index payment_order_open;
create index payment_order_open
  on payment_order (district, hospcode, cycle_no) where state = '1' and admission_no is null;
