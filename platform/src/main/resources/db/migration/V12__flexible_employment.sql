-- Why: 灵活就业人员 wait for their benefits where other employees do not.
alter table enrolment drop constraint enrolment_person_group_check;
alter table enrolment add constraint enrolment_person_group_check
  check (person_group in ('GENERAL', 'STUDENT', 'NEWBORN', 'RETIRED_CADRE', 'FLEXIBLE'));
