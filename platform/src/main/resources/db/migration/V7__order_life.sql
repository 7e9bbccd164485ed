-- Why: an order lives on beyond its payment. It may be prepared and paid later, expire, be cancelled, be refunded
-- by the patient or reversed by the scheme; and a number may be closed before any order came with it.

-- A number that was cancelled before its order arrived (a tombstone) knows nothing of an order.
alter table payment_order
  alter column order_type drop not null,
  alter column person_district drop not null,
  alter column person_no drop not null,
  alter column amount drop not null,
  alter column order_time drop not null,
  alter column expires_at drop not null,
  alter column balance_code_enc drop not null,
  alter column callback drop not null,
  alter column content_enc drop not null,
  -- The day whose rules decide.
  add column bill_date date,
  add column registered_at timestamptz,
  -- 订单防伪码, of an order that is paid in a second step.
  add column valid_code_enc bytea,
  -- What the last pre-settlement said; the total is the order's amount.
  add column promised_funds bigint check (promised_funds >= 0),
  add column promised_account bigint check (promised_account >= 0),
  add column promised_cash bigint check (promised_cash >= 0),
  add column promised_balance bigint check (promised_balance >= 0), -- of the account, at the time
  -- The first promise did not hold and was replaced: whoever pays must say what they pay.
  add column promise_renewed boolean not null default false;

update payment_order o
   set registered_at = s.settled_at, bill_date = (s.settled_at at time zone 'Asia/Shanghai')::date
  from settlement s
 where s.district = o.district and s.hospcode = o.hospcode and s.order_no = o.order_no;

alter table payment_order
  alter column registered_at set not null,
  add constraint payment_order_is_whole_or_a_tombstone check (
    num_nonnulls(order_type, person_district, person_no, amount, order_time, expires_at,
      balance_code_enc, callback, content_enc, bill_date) = case when content_enc is null then 0 else 10 end
    and (content_enc is not null or state = '4')),
  add constraint payment_order_promises_its_amount check (
    num_nonnulls(promised_funds, promised_account, promised_cash, promised_balance) in (0, 4));

create index payment_order_expiring on payment_order (expires_at) where state = '1';

-- The life of an order a second time, beside the program's.
create function payment_order_life() returns trigger language plpgsql as $$
begin
  if old.state || new.state not in ('12', '13', '14', '24', '25') then
    raise exception using errcode = 'check_violation', table = 'payment_order',
      constraint = 'payment_order_life', message = 'an order cannot go from ' || old.state || ' to ' || new.state;
  end if;
  return new;
end $$;
create trigger payment_order_life before update on payment_order
  for each row when (old.state is distinct from new.state) execute function payment_order_life();

-- What undid a settlement: a refund by the patient, a cancellation by the till, a reversal by the scheme.
-- One settlement is undone once.
create table reversal (
  district text not null,
  reversal_no bigint not null,
  settlement_no bigint not null,
  kind text not null check (kind in ('REFUND', 'CANCELLATION', 'ADMINISTRATIVE')),
  cycle_no text not null,
  reversed_at timestamptz not null,
  reason_enc bytea,
  proposed_by text,
  approved_by text,
  primary key (district, reversal_no),
  unique (district, settlement_no),
  foreign key (district, settlement_no) references settlement,
  constraint reversal_by_two_people check (
    case kind when 'ADMINISTRATIVE'
      then reason_enc is not null and proposed_by is not null and approved_by is not null and proposed_by <> approved_by
      else proposed_by is null and approved_by is null end)
);

-- Somebody of the scheme asks for a reversal; somebody else approves it.
create table reversal_proposal (
  district text not null,
  hospcode text not null,
  order_no text not null,
  reason_enc bytea not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  primary key (district, hospcode, order_no),
  foreign key (district, hospcode, order_no) references payment_order
);

-- A cancellation (void) is the mirror of a payment that counts for nobody; a refund (nag) is business of its cycle.
alter table posting
  drop constraint posting_kind_check,
  add constraint posting_kind_check check (kind in ('pos', 'nag', 'void')),
  add column reversal_no bigint,
  add constraint posting_reverses check ((kind = 'pos') = (reversal_no is null));
