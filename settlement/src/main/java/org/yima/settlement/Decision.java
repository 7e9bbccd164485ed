package org.yima.settlement;

/** The answer of {@link Policy#settle}: a settlement, or the reason why there is none. */
public sealed interface Decision permits Settlement, Decision.NotCovered {

  /** The policy has no benefit for a visit of this kind at this institution. */
  record NotCovered(String policy, MedicalType chargedAs) implements Decision {

    public String sentence() {
      return "《" + policy + "》没有规定该机构的“" + chargedAs.chinese() + "”待遇，不能按医保结算";
    }
  }
}
