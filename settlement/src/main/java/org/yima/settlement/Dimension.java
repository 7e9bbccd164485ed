package org.yima.settlement;

/** What a rule may depend on. Each has one value in a {@link Situation}. */
public enum Dimension {
  /** {@link Hospital.Level}. */
  LEVEL,
  /** {@link Hospital.Kind}. */
  KIND,
  /** {@link Hospital.Tier}. */
  TIER,
  /** Where the visit takes place, seen from the place of enrolment: {@link Treated}. */
  TREATED,
  /** Whether that is in the province of enrolment: {@link Province}. */
  PROVINCE,
  /** {@link MedicalType}, after {@link MedicalType#needsApproval}. */
  TYPE,
  /** The policy's name for the group of diseases, a text; {@link Situation#NO_GROUP}: none. */
  DISEASE,
  /** Which visit of the year this is, counted by the benefit; from 1, a whole number. */
  VISIT,
  /** The same, at this institution alone. */
  VISIT_HERE,
  /** The same, at this institution and for this group of diseases alone. */
  VISIT_HERE_FOR_DISEASE,
  /** {@link Member.Employment}. */
  EMPLOYMENT,
  /** {@link Member.Group}. */
  GROUP,
  /** {@link Member.Assistance}. */
  ASSISTANCE,
  /** Completed years, a whole number. */
  AGE,
  /** Completed months of being insured without an interruption, a whole number. */
  INSURED_MONTHS,
  /** The day on which a pensioner retired; the last of all days where there is none. */
  RETIRED_ON,
  /** Whether the subsidies for civil servants are for this person. */
  CIVIL_SERVANT,
  /** Whether special medical care (医疗照顾) is for this person. */
  SPECIAL_CARE,
  /** Whether the employer has an enterprise supplement. */
  ENTERPRISE
}
