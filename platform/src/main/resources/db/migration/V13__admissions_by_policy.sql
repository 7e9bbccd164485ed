-- Why: how many admissions a person may have open at once is a rule of the scheme, and stands in its policy.
alter table district drop column admissions_at_once;
