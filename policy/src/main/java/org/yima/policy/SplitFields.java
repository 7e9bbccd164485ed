package org.yima.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yima.settlement.Money;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;

/** The fields of a settlement under the names by which case files expect them. */
final class SplitFields {

  /** {@code settled}, {@code not-covered} or {@code no-policy}. */
  static final String DECISION = "decision";

  static final Set<String> DECISIONS = Set.of("settled", "not-covered", "no-policy");

  /** The running totals after the visit, in the form of {@code YearSoFar}. */
  static final String YEAR_AFTER = "year-after";

  static final String CHARGED_AS = "charged-as";

  private static final Set<String> SUMS =
      Set.of("total", "in-scope", "over-ceiling", "funds", "patient", "deductible-standard");

  private SplitFields() {}

  static boolean isAmount(String field) {
    return SUMS.contains(field) || shareNames().containsKey(field);
  }

  static Map<String, String> of(Settlement settlement) {
    var fields = new LinkedHashMap<String, String>();
    fields.put(DECISION, "settled");
    fields.put(CHARGED_AS, Words.of(settlement.chargedAs()));
    fields.put("total", settlement.total().toString());
    fields.put("over-ceiling", settlement.overCeiling().toString());
    fields.put("in-scope", settlement.inScope().toString());
    shareNames().forEach((name, share) -> fields.put(name, settlement.of(share).toString()));
    fields.put("funds", settlement.funds().toString());
    fields.put("patient", settlement.patientPays().toString());
    Money deductible = settlement.standards().deductible();
    fields.put("deductible-standard", deductible.toString());
    fields.put(YEAR_AFTER, settlement.yearAfter().toString());
    return fields;
  }

  private static Map<String, Share> shareNames() {
    var names = new LinkedHashMap<String, Share>();
    for (Share share : Share.values()) {
      names.put(Words.of(share), share);
    }
    return names;
  }
}
