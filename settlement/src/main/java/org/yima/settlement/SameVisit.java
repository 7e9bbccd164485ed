package org.yima.settlement;

/**
 * How a bill stands to the other bills of one visit, where a long stay is settled in parts.
 *
 * @param inParts whether there are or may be others; false: the visit is settled as a whole
 * @param moved what earlier parts moved; it is in the year's totals too
 */
public record SameVisit(boolean inParts, YearSoFar moved) {
  public static final SameVisit WHOLE = new SameVisit(false, YearSoFar.EMPTY);

  public SameVisit {
    if (!inParts && !moved.equals(YearSoFar.EMPTY)) {
      throw new IllegalArgumentException("a whole visit has no earlier parts: " + moved);
    }
  }

  /** One part, after others that moved this. */
  public static SameVisit partAfter(YearSoFar moved) {
    return new SameVisit(true, moved);
  }
}
