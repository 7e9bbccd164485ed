-- Why: institutions are told what became of their orders (decisions §10), at least once each and in a sequence
-- without gaps, whoever dies when.

-- Events. A row is written in the transaction of what it tells; event_no is drawn there, so an event that could see
-- another one's effect has the greater number. All below happened_at is filled after commit.
create table outbox (
  district text not null,
  event_no bigint generated always as identity,
  hospcode text not null,
  order_no text not null,
  event text not null check (event in ('paid', 'refunded', 'cancelled', 'expired', 'reversed')),
  happened_at timestamptz not null,
  event_seq bigint check (event_seq > 0),
  infosyscode text, -- the access system that ordered: its certificate the message is sealed to
  callback text,
  -- PULL: no address, waits to be fetched with ST041. DUE: is delivered at due_at; whoever tries moves due_at on, so
  -- that nobody else tries meanwhile and somebody does if he dies.
  state text not null default 'NEW' check (state in ('NEW', 'PULL', 'DUE', 'DELIVERED', 'PARKED')),
  attempts smallint not null default 0,
  due_at timestamptz,
  primary key (district, event_no),
  check ((state = 'NEW') = (event_seq is null)),
  check ((state = 'DUE') = (due_at is not null))
);
create index outbox_new on outbox (district, hospcode, event_no) where state = 'NEW';
create unique index outbox_sequence on outbox (district, hospcode, event_seq) where event_seq is not null;
create index outbox_due on outbox (district, hospcode, due_at) where state = 'DUE';
create index outbox_parked on outbox (district, hospcode, event_seq) where state = 'PARKED';

-- The last number given in each institution; locked by who gives the next.
create table event_sequence (
  district text not null,
  hospcode text not null,
  last bigint not null default 0,
  primary key (district, hospcode)
);

-- What became of each attempt.
create table delivery (
  district text not null,
  delivery_no bigint generated always as identity,
  event_no bigint not null,
  tried_at timestamptz not null,
  millis integer not null,
  outcome text not null,
  detail text not null,
  primary key (district, delivery_no)
);
create index delivery_of_event on delivery (district, event_no);
