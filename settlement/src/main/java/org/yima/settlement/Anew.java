package org.yima.settlement;

/** How often a rule begins anew. */
public enum Anew {
  /** With every visit. */
  EACH_VISIT,
  /** With every benefit year: what earlier visits used in the rule's pool counts. */
  EACH_YEAR;

  /** What counts for a visit as already used. */
  YearSoFar used(Visit visit) {
    return this == EACH_VISIT ? visit.sameVisit().moved() : visit.year();
  }
}
