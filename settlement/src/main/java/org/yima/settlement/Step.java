package org.yima.settlement;

import java.util.List;

/**
 * The closed set of things a policy may do with a bill, in the order in which it lists them. Each
 * takes its part of what is still unassigned and leaves the rest to the next.
 */
public sealed interface Step {

  /** Takes out of each line what is self-paid or paid upfront; what is left is within scope. */
  record ClassifyLines() implements Step {}

  /**
   * 起付线: what the patient bears before the fund begins.
   *
   * @param pool under which the year's deductible is counted
   */
  record Deductible(String pool, Due due, Figure<Money> amount) implements Step {

    public enum Due {
      /** Due again at every visit. */
      EACH_VISIT,
      /** What earlier visits of the year bore in this pool counts. */
      EACH_YEAR
    }

    Counter counter() {
      return new Counter(Counter.Kind.DEDUCTIBLE, pool);
    }
  }

  /**
   * The basic fund's share, by bands, up to its ceilings.
   *
   * @param pool under which the year's cost is counted to find the band
   * @param counts whether the deductible fills the bands too
   */
  record BasicFund(String pool, Counts counts, Figure<Bands> pays, List<Ceiling> ceilings)
      implements Step {

    public enum Counts {
      /** Cost above the deductible: the first band starts where the deductible ends. */
      ABOVE_DEDUCTIBLE,
      /** All cost within scope: the deductible lies inside the first band. */
      IN_SCOPE
    }

    public BasicFund {
      ceilings = List.copyOf(ceilings);
    }

    Counter cost() {
      return new Counter(Counter.Kind.COST, pool);
    }
  }

  /**
   * The most that the fund pays in a year.
   *
   * @param pool what is counted: benefits that share a limit name the same pool; {@link
   *     Counter#ALL}: all that the basic fund pays
   * @param reach EACH_DISEASE: each disease category of {@link Coverage} has the limit for itself
   */
  record Ceiling(String pool, Reach reach, Figure<Money> amount) {

    public enum Reach {
      WHOLE_POOL,
      EACH_DISEASE
    }

    Counter counter(Claim claim) {
      String counted = reach == Reach.EACH_DISEASE ? pool + "/" + claim.disease() : pool;
      return new Counter(Counter.Kind.FUND, counted);
    }
  }

  /**
   * Whatever is still unassigned is the patient's.
   *
   * @param as the reason: BAND_SELF_PAY where no fund covers it, OVER_LIMIT above the ceilings
   */
  record PatientBears(Share as) implements Step {

    public PatientBears {
      if (as.kind() != Share.Kind.BORNE) {
        throw new IllegalArgumentException(as + " is not borne by the patient");
      }
    }
  }

  /** The personal account pays what the patient bears, up to its balance and limit. */
  record FromAccount() implements Step {}

  /** The rest. */
  record InCash() implements Step {}
}
