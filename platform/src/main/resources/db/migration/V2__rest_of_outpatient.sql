-- Why: a token of the national code service does not say where its holder is insured, so it is kept
-- under the district of the institution that scanned it, with the holder's district beside it; and
-- each institution may have the statement's columns separated in its own way.

alter table ec_token add column person_district text;
update ec_token set person_district = district;
alter table ec_token alter column person_district set not null;

-- One character that no column of the statement can hold: neither order numbers (letters, digits and
-- ._:/#@+*-), nor amounts, dates and serials, nor the institution's code, which its cycles contain.
alter table institution add column statement_separator text not null default '|'
  check (statement_separator in ('|', ',', ';', '!', '~', '^', '$', e'\t'));
alter table institution add constraint institution_statement_separator_not_in_code
  check (position(statement_separator in hospcode) = 0);
