-- Why: who asked for what, when, and what became of it must be told years later, and nobody may change it unnoticed,
-- whoever owns the database.

-- One row an exchange. Nothing of the patient: an order's number, and the SM3 of the message as it came over the wire.
create table audit_entry (
  district text not null, -- of the institution
  entry_no bigint not null,
  at timestamptz not null,
  hospcode text not null,
  infosyscode text not null,
  operator text not null,
  transaction text not null,
  subject text not null, -- the order's number, or what else the transaction is about
  outcome text not null, -- 00, or the reason's number, or R and the respcode
  message bytea not null check (octet_length(message) = 32),
  proof bytea not null, -- keyed digest of all above: entered by a server of the platform
  primary key (district, entry_no)
);

-- Entries that no block holds yet. A table of its own, so that a row of the one above is written once and never again.
create table audit_unsealed (
  district text not null,
  entry_no bigint not null,
  primary key (district, entry_no)
);

-- What is committed is sealed into blocks, each of which includes the digest of the one before.
create table audit_block (
  district text not null,
  block_no bigint not null check (block_no > 0),
  sealed_at timestamptz not null,
  entries bytea not null, -- of each entry its number, 8 bytes, and the SM3 of its row, 32 bytes; by number
  chain bytea not null check (octet_length(chain) = 32),
  primary key (district, block_no),
  check (octet_length(entries) > 0 and octet_length(entries) % 40 = 0)
);

-- The last block of each district; locked by who seals the next.
create table audit_chain (
  district text primary key,
  block_no bigint not null,
  chain bytea not null
);

-- The last block of a day, signed with the platform's key.
create table audit_head (
  district text not null,
  day date not null,
  block_no bigint not null,
  chain bytea not null,
  suite text not null,
  certificate bytea not null,
  signature bytea not null,
  primary key (district, day)
);

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'restrict_violation', table = tg_table_name,
    message = tg_table_name || ' is only ever added to';
end $$;
create trigger audit_entry_is_kept before update or delete or truncate on audit_entry
  for each statement execute function append_only();
create trigger audit_block_is_kept before update or delete or truncate on audit_block
  for each statement execute function append_only();
create trigger audit_head_is_kept before update or delete or truncate on audit_head
  for each statement execute function append_only();
