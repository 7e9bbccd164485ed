-- Why: a token of the national code service does not say where its holder is insured, so it is kept
-- under the district of the institution that scanned it, with the holder's district beside it.

alter table ec_token add column person_district text;
update ec_token set person_district = district;
alter table ec_token alter column person_district set not null;
