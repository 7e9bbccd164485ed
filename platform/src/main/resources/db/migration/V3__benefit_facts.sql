-- Why: real rules ask more of a person, an institution and an item than the first form of the engine did: groups and
-- programmes that a person belongs to (by period, since they change), where an institution stands, which items need
-- an approval, and filings for treatment elsewhere.

alter table enrolment
  add column person_group text not null default 'GENERAL'
    check (person_group in ('GENERAL', 'STUDENT', 'NEWBORN', 'RETIRED_CADRE')),
  add column assistance text not null default 'NONE'
    check (assistance in ('NONE', 'EXTREME_POVERTY', 'ORPHAN', 'MINIMUM_LIVING', 'LOW_INCOME',
      'POVERTY_REGISTERED', 'SEVERELY_DISABLED', 'PREFERENTIAL')),
  add column civil_servant boolean not null default false,
  add column special_care boolean not null default false,
  add column enterprise boolean not null default false;

alter table person add column retired_on date;

alter table institution
  add column care text not null default 'GENERAL'
    check (care in ('GENERAL', 'CHINESE_MEDICINE', 'COMMUNITY', 'PSYCHIATRIC', 'SPECIALIST', 'PHARMACY')),
  add column tier text not null default 'NONE'
    check (tier in ('NONE', 'TOWNSHIP', 'COUNTY', 'CITY', 'PROVINCE'));
update institution set care = 'CHINESE_MEDICINE' where chinese_medicine;
update institution set care = 'PHARMACY' where kind = 'PHARMACY';
alter table institution drop column chinese_medicine;

-- Such an item is within scope only where its use was approved for the person.
alter table item add column needs_approval boolean not null default false;

create table item_approval (
  district text not null,
  person_no text not null,
  approval_no text not null,
  item_code text not null,
  valid_from date not null,
  valid_to date not null,
  primary key (district, person_no, approval_no, item_code),
  foreign key (district, person_no) references person,
  check (valid_to >= valid_from)
);

-- 异地就医备案. place: the first digits of the districts it is for; empty: everywhere.
create table filing (
  district text not null,
  person_no text not null,
  kind text not null check (kind in ('RESIDING', 'REFERRED', 'EMERGENCY')),
  valid_from date not null,
  valid_to date,
  place text not null default '' check (place ~ '^[0-9]{0,6}$'),
  primary key (district, person_no, kind, valid_from, place),
  foreign key (district, person_no) references person,
  check (valid_to is null or valid_to >= valid_from)
);
