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
  block_no bigint check (block_no > 0), -- null until sealed
  primary key (district, entry_no)
);
create index audit_entry_by_block on audit_entry (district, block_no, entry_no);

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
-- Sealing is the one change: the block's number, once.
create trigger audit_entry_is_kept before delete or truncate on audit_entry
  for each statement execute function append_only();
create trigger audit_entry_is_sealed_once before update on audit_entry
  for each row when (old.block_no is not null
    or (old.district, old.entry_no, old.at, old.hospcode, old.infosyscode, old.operator, old.transaction,
        old.subject, old.outcome, old.message, old.proof)
      is distinct from
       (new.district, new.entry_no, new.at, new.hospcode, new.infosyscode, new.operator, new.transaction,
        new.subject, new.outcome, new.message, new.proof))
  execute function append_only();
create trigger audit_block_is_kept before update or delete or truncate on audit_block
  for each statement execute function append_only();
create trigger audit_head_is_kept before update or delete or truncate on audit_head
  for each statement execute function append_only();
